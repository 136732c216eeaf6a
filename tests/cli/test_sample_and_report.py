"""From nothing to a report: the sample, and the report of a finished check."""

import shutil
import sqlite3
from hashlib import sha256
from pathlib import Path

import pytest
from docx import Document
from pptx import Presentation
from pypdf import PdfReader

from tests.cli.commands import Run


@pytest.fixture
def data_file(sample_folder: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(sample_folder / "sample.trustcheck", tmp_path / "mine.trustcheck"))


def content(folder: Path) -> dict[str, str]:
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


def test_the_sample_is_a_data_file_and_its_report(sample_folder: Path) -> None:
    assert [path.name for path in sorted(sample_folder.iterdir())] == ["sample-report.pdf", "sample.trustcheck"]
    assert (sample_folder / "sample.trustcheck").stat().st_mode & 0o777 == 0o600
    assert "Ferngate Libraries" in "".join(
        page.extract_text() for page in PdfReader(sample_folder / "sample-report.pdf").pages
    )


def test_the_sample_tells_something(sample_folder: Path) -> None:
    from trustcheck.app.portraits.result import result_of
    from trustcheck.storage.store import open_store

    store = open_store(str(sample_folder / "sample.trustcheck"), look_only=True)
    result = result_of(store.rounds.round(store.rounds.summaries()[0].id))
    store.close()

    assert result.story.sentence
    assert len(result.strengths) == 2
    assert len(result.proposals) == 2
    assert any(fact.contradiction for fact in result.facts)
    assert {each.gate for each in result.held_back} >= {"G1"}
    assert result.quick_wins
    assert result.count.dont_know == 1
    assert len(result.round.promises) == 1
    assert result.round.promises[0].suggestion_id in {each.id for each in result.questionnaire.suggestions}
    assert not result.quality.is_hasty


@pytest.mark.parametrize("standing", ["sample.trustcheck", "sample-report.pdf"])
def test_a_folder_that_holds_one_already_is_left_alone(run: Run, tmp_path: Path, standing: str) -> None:
    (tmp_path / standing).write_text("somebody's own")

    done = run("sample", tmp_path)

    assert done.code == 1
    assert standing in done.err
    assert [path.name for path in tmp_path.iterdir()] == [standing]
    assert (tmp_path / standing).read_text() == "somebody's own"


def test_a_report_that_cannot_be_written_leaves_no_half_sample(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from trustcheck.app.ports import NotWritten
    from trustcheck.exchange.files import atomic_files

    def full(_path: str, _content: bytes) -> None:
        raise NotWritten("The disk is full.")

    monkeypatch.setattr(atomic_files, "write_whole", full)
    done = run("sample", tmp_path)

    assert (done.code, done.err) == (1, "The disk is full.\n")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_a_file_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    done = run("sample", tmp_path / "file")

    assert done.code == 1
    assert "Traceback" not in done.err


def test_the_report_is_the_same_byte_for_byte(run: Run, data_file: Path, tmp_path: Path) -> None:
    first = run("report", data_file, "-o", tmp_path / "first.pdf", "--date", "2026-10-01")
    second = run("report", data_file, "-o", tmp_path / "second.pdf", "--date", "2026-10-01")

    assert (first.code, second.code) == (0, 0)
    assert (tmp_path / "first.pdf").read_bytes() == (tmp_path / "second.pdf").read_bytes()


def test_a_report_can_be_a_document_to_write_on(run: Run, data_file: Path, tmp_path: Path) -> None:
    target = tmp_path / "report.docx"

    assert run("report", data_file, "-o", target).code == 0
    assert "Ferngate Libraries" in [each.text for each in Document(str(target)).paragraphs]
    assert run("report", data_file, "-o", tmp_path / "report.odt").code == 1


def test_a_check_of_several_people_can_be_slides_and_one_of_a_single_person_not(
    run: Run, data_file: Path, tmp_path: Path
) -> None:
    target = tmp_path / "slides.pptx"

    assert run("report", data_file, "--organisation", "Bellwater Council", "-o", target).code == 0
    assert len(Presentation(str(target)).slides) > 10
    alone = run("report", data_file, "--organisation", "Ferngate Libraries", "-o", tmp_path / "other.pptx")
    assert alone.code == 1
    assert "there are no slides of it" in alone.err
    assert not (tmp_path / "other.pptx").exists()


def test_a_report_can_be_a_page_for_a_browser(run: Run, data_file: Path, tmp_path: Path) -> None:
    target = tmp_path / "report.html"

    assert run("report", data_file, "-o", target, "--language", "de").code == 0
    page = target.read_text("utf-8")
    assert page.startswith('<!doctype html>\n<html lang="de"')
    assert "Ferngate Libraries" in page


def test_a_fixed_date_is_the_reports_date(
    run: Run, data_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790812800")  # 1 October 2026
    run("report", data_file, "-o", tmp_path / "fixed.pdf")
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    run("report", data_file, "-o", tmp_path / "dated.pdf", "--date", "2026-10-01")

    assert (tmp_path / "fixed.pdf").read_bytes() == (tmp_path / "dated.pdf").read_bytes()


def test_letter_is_another_size(run: Run, data_file: Path, tmp_path: Path) -> None:
    run("report", data_file, "-o", tmp_path / "letter.pdf", "--paper", "letter")

    width, height = PdfReader(tmp_path / "letter.pdf").pages[0].mediabox[2:]
    assert (float(width), float(height)) == (612, 792)


def test_a_check_can_be_named_by_place_and_by_id(run: Run, data_file: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    assert run("report", data_file, "-o", out, "--organisation", "Ferngate Libraries").code == 0
    listed = run("report", data_file, "-o", out, "--round", "4711")
    known = listed.err.split("Finished checks in it: ")[1].split(" ")[0]

    assert run("report", data_file, "-o", out, "--round", known).code == 0


@pytest.mark.parametrize(
    "asked", [["--round", "4711"], ["--organisation", "Nowhere"], ["--round", "first"]], ids=" ".join
)
def test_a_check_that_is_not_there_is_refused(run: Run, data_file: Path, tmp_path: Path, asked: list[str]) -> None:
    done = run("report", data_file, "-o", tmp_path / "out.pdf", *asked)

    assert done.code == 1
    assert "Ferngate Libraries" in done.err
    assert not (tmp_path / "out.pdf").exists()


def test_an_unfinished_check_has_no_report(run: Run, data_file: Path, tmp_path: Path) -> None:
    from trustcheck.storage.store import open_store

    store = open_store(str(data_file))
    own, team = store.rounds.summaries()
    store.rounds.reopen(own.id)
    store.groups.reopen(team.id)
    store.close()

    done = run("report", data_file, "-o", tmp_path / "out.pdf")

    assert done.code == 1
    assert "no finished check" in done.err


def test_making_a_report_changes_nothing_in_the_folder(run: Run, data_file: Path, tmp_path: Path) -> None:
    before = content(tmp_path)
    out = tmp_path.parent / f"{tmp_path.name}-report.pdf"

    assert run("report", data_file, "-o", out).code == 0
    assert content(tmp_path) == before


@pytest.mark.parametrize("broken", [b"", b"not a data file", b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_broken_data_file_is_refused_and_stays_as_it_was(run: Run, tmp_path: Path, broken: bytes) -> None:
    file = tmp_path / "broken.trustcheck"
    file.write_bytes(broken)

    done = run("report", file, "-o", tmp_path / "out.pdf")

    assert done.code == 1
    assert "Traceback" not in done.err
    assert [path.name for path in tmp_path.iterdir()] == ["broken.trustcheck"]
    assert file.read_bytes() == broken


def test_somebody_elses_database_is_refused(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "other.db"
    connection = sqlite3.connect(file)
    connection.execute("CREATE TABLE birds (name TEXT)")
    connection.commit()
    connection.close()
    before = file.read_bytes()

    done = run("report", file, "-o", tmp_path / "out.pdf")

    assert done.code == 1
    assert file.read_bytes() == before


def test_a_report_never_takes_the_place_of_the_answers(run: Run, data_file: Path) -> None:
    before = data_file.read_bytes()

    same = run("report", data_file, "-o", data_file)
    other = run("report", data_file, "-o", data_file.with_name("other.trustcheck"))

    assert (same.code, other.code) == (1, 1)
    assert data_file.read_bytes() == before


def test_an_old_report_is_whole_when_the_new_one_cannot_be_written(run: Run, data_file: Path, tmp_path: Path) -> None:
    done = run("report", data_file, "-o", tmp_path / "no such folder" / "out.pdf")

    assert done.code == 1
    assert "no such folder" in done.err
    assert not (tmp_path / "no such folder").exists()
