"""One check, several editions: the newest that fits, and a sentence where none does."""

import shutil
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.cli.commands import Run


@pytest.fixture
def data_file(sample_folder: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(sample_folder / "sample.trustcheck", tmp_path / "mine.trustcheck"))


def words(path: Path) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


@pytest.mark.parametrize(
    ("edition", "said"),
    [
        ("leaders", "For the leaders"),
        ("staff", "What you told us, and what we will do"),
        ("facilitator", "with notes. Not for handing out."),
    ],
)
def test_an_edition_for_a_group_takes_the_newest_check_of_a_group(
    run: Run, data_file: Path, tmp_path: Path, edition: str, said: str
) -> None:
    done = run("report", data_file, "-o", tmp_path / "out.pdf", "--edition", edition)

    assert done.code == 0
    assert said in words(tmp_path / "out.pdf")
    assert "Bellwater Council" in words(tmp_path / "out.pdf")


def test_the_individual_edition_takes_the_newest_check_of_one_person(run: Run, data_file: Path, tmp_path: Path) -> None:
    assert run("report", data_file, "-o", tmp_path / "out.pdf", "--edition", "individual").code == 0
    assert "Ferngate Libraries" in words(tmp_path / "out.pdf")


def test_an_edition_that_the_named_check_does_not_have_is_refused(run: Run, data_file: Path, tmp_path: Path) -> None:
    from trustcheck.storage.store import open_store

    store = open_store(str(data_file), look_only=True)
    ids = {each.kind: each.id for each in store.rounds.summaries()}
    store.close()

    for kind, edition in (("personal", "staff"), ("group", "individual")):
        done = run("report", data_file, "-o", tmp_path / "out.pdf", "--round", str(ids[kind]), "--edition", edition)  # type: ignore[index]
        assert done.code == 1
        assert "edition" in done.err
        assert not (tmp_path / "out.pdf").exists()


def test_the_editions_of_a_group_are_the_same_byte_for_byte(run: Run, data_file: Path, tmp_path: Path) -> None:
    for name in ("first.pdf", "second.pdf"):
        done = run("report", data_file, "-o", tmp_path / name, "--edition", "facilitator", "--date", "2026-10-01")
        assert done.code == 0

    assert (tmp_path / "first.pdf").read_bytes() == (tmp_path / "second.pdf").read_bytes()


def test_an_open_check_of_a_group_has_no_report(run: Run, data_file: Path, tmp_path: Path) -> None:
    from trustcheck.domain.checks.round import RoundKind
    from trustcheck.storage.store import open_store

    store = open_store(str(data_file))
    team = next(each for each in store.rounds.summaries() if each.kind is RoundKind.GROUP)
    store.groups.reopen(team.id)
    store.close()

    done = run("report", data_file, "-o", tmp_path / "out.pdf", "--edition", "leaders")

    assert done.code == 1
    assert "no finished check" in done.err
    assert not (tmp_path / "out.pdf").exists()


def test_the_client_s_own_logo_colour_and_closing_page_are_worn(run: Run, data_file: Path, tmp_path: Path) -> None:
    from trustcheck.domain.checks.round import OrganisationDetails, RoundKind
    from trustcheck.storage.store import open_store

    store = open_store(str(data_file))
    team = next(each for each in store.rounds.summaries() if each.kind is RoundKind.GROUP)
    details = OrganisationDetails(
        prepared_by="Harrow & Pike", accent="#7A1F5C", closing_words="Call us when you are stuck."
    )
    store.organisations.save_details(team.organisation.id, details)
    store.close()

    assert run("report", data_file, "-o", tmp_path / "out.pdf", "--edition", "leaders").code == 0
    said = words(tmp_path / "out.pdf")
    assert "Harrow & Pike" in said
    assert "Call us when you are stuck." in said
