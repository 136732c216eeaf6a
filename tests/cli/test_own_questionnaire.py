"""A questionnaire of one's own at the terminal: a sample of it, its report, and its words in another language."""

import os
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.cli.commands import Run
from tests.own_questionnaire import GERMAN, OWN
from trustcheck.bootstrap import build

WRONG = ("trust and openness here", "written for this project", "two pillars", "ten themes", "forty", "of 0 known")
"""What is true of the shipped questionnaire alone."""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    file = tmp_path / "own.yaml"
    file.write_text(OWN, "utf-8")
    return file


def read(path: Path) -> str:
    return " ".join(" ".join(each.extract_text().split()) for each in PdfReader(path).pages)


def test_a_sample_answers_the_questionnaire_that_was_named(run: Run, own: Path, tmp_path: Path) -> None:
    done = run("sample", tmp_path / "out", "--questionnaire", own)

    assert done.code == 0, done.err
    told = read(tmp_path / "out" / "sample-report.pdf")
    assert "how one person answered \u201cHanding over a shift\u201d" in told
    assert "Three themes" in told
    assert not [wrong for wrong in WRONG if wrong in told]


@pytest.mark.parametrize("edition", ["leaders", "staff", "facilitator"])
def test_a_groups_report_says_of_it_what_is_true_of_it(run: Run, own: Path, tmp_path: Path, edition: str) -> None:
    assert run("sample", tmp_path / "out", "--questionnaire", own).code == 0
    asked = ("--questionnaire", "shift-handover", "--edition", edition)
    done = run("report", tmp_path / "out" / "sample.trustcheck", "-o", tmp_path / "r.pdf", *asked)

    assert done.code == 0, done.err
    told = read(tmp_path / "r.pdf")
    assert "Handing over" in told
    assert "know of nothing that shows how well they measure" in told
    for wrong in (
        "trust and openness here",
        "written for this project",
        "two pillars",
        "ten themes",
        "Everything together",
    ):
        assert wrong not in told


def test_a_report_is_of_the_check_that_asked_the_questionnaire_that_was_named(
    run: Run, own: Path, tmp_path: Path, sample_folder: Path
) -> None:
    file = sample_folder / "sample.trustcheck"
    done = run("report", file, "-o", tmp_path / "r.pdf", "--questionnaire", own)

    assert done.code == 1
    assert "no finished check" in done.err
    assert run("report", file, "-o", tmp_path / "r.pdf", "--questionnaire", "trust-and-openness").code == 0


def test_a_report_speaks_the_language_of_a_translation_that_is_whole(run: Run, own: Path, tmp_path: Path) -> None:
    library = build(os.environ).library()
    (tmp_path / "german.yaml").write_text(GERMAN, "utf-8")
    for each in (own, tmp_path / "german.yaml"):
        library.add(str(each))
    assert run("sample", tmp_path / "out", "--questionnaire", "shift-handover").code == 0
    file = tmp_path / "out" / "sample.trustcheck"

    done = run("report", file, "-o", tmp_path / "r.pdf", "--language", "de")

    assert done.code == 0, done.err
    told = read(tmp_path / "r.pdf")
    assert "Übergabe" in told
    assert "Handing over" not in told
    assert "Handing over a shift" in run("questionnaire", "list").out
