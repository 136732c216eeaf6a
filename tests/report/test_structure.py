"""The file as assistive technology sees it: a tree of headings, paragraphs, tables and figures with words."""

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from pdfua.model import Finding
from pdfua.rules.tagging import MarkInfoRule

from tests.report.accessible import rules_not_kept
from tests.report.portraits import A4, LETTER, WITH_QUESTIONS, library, named, pulse, saying, unanswered
from tests.report.reading import Node, fonts_of, marked_numbers, tree_of
from trustcheck.app.ports import Paper, Report, ReportOptions
from trustcheck.app.results.personal import PersonalResult
from trustcheck.report.maker import make_report

WILD = "Ελληνικά кириллица العربية 😀 <b>"


def reports() -> list[tuple[PersonalResult, ReportOptions]]:
    return [(library(), WITH_QUESTIONS), (library(), LETTER), (pulse(), A4), (unanswered(), A4), (saying(WILD), A4)]


@pytest.fixture(scope="module")
def report() -> Report:
    return make_report(library(), WITH_QUESTIONS)


@pytest.fixture(scope="module")
def tree(report: Report) -> Node:
    return tree_of(report.pdf)


def test_the_file_says_its_language_title_and_that_it_is_tagged(report: Report) -> None:
    with pikepdf.open(BytesIO(report.pdf)) as file:
        assert str(file.Root.Lang) == "en-GB"
        assert bool(file.Root.MarkInfo.Marked)
        assert bool(file.Root.ViewerPreferences.DisplayDocTitle)
        assert str(file.docinfo.Title) == "Trust report, Ferngate Libraries, 15 September 2026"
        assert all(str(page.obj.Tabs) == "/S" for page in file.pages)


def test_the_file_names_no_author_and_the_day_alone(report: Report) -> None:
    with pikepdf.open(BytesIO(report.pdf)) as file:
        assert "/Author" not in file.docinfo
        assert str(file.docinfo.CreationDate) == f"D:{date(2026, 9, 23):%Y%m%d}000000Z"


def test_the_file_claims_no_conformance_that_nobody_has_checked(report: Report) -> None:
    with pikepdf.open(BytesIO(report.pdf)) as file:
        metadata = file.Root.Metadata.read_bytes()
        assert b"pdfuaid" not in metadata
        assert b"pdfaid" not in metadata
        assert "/OutputIntents" not in file.Root


def test_there_is_one_first_heading_and_no_level_is_skipped(tree: Node) -> None:
    levels = [int(node.role[1]) for node in tree.all() if node.role in ("H1", "H2", "H3", "H4")]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))


def test_every_table_has_headed_columns_or_headed_rows_and_whole_rows(tree: Node) -> None:
    tables = list(tree.all("Table"))

    assert len(tables) >= 4
    for table in tables:
        assert {row.role for row in table.kids} == {"TR"}
        assert len({len(row.kids) for row in table.kids}) == 1
        for row in table.kids:
            assert row.kids[0].role == "TH"
        assert {cell.scope for cell in table.all("TH")} <= {"Column", "Row"}
        assert all(cell.scope for cell in table.all("TH"))


@pytest.mark.parametrize("made", [pulse, library, unanswered])
def test_the_first_heading_is_the_largest_with_a_cover_and_without(made: Callable[[], PersonalResult]) -> None:
    roles = [node.role for node in tree_of(make_report(made(), A4).pdf).all()]
    levels = [int(role[1]) for role in roles if role in ("H1", "H2", "H3", "H4")]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))


def test_a_table_that_goes_on_over_a_page_stays_one_table_with_one_head() -> None:
    tree = tree_of(make_report(library(), replace(WITH_QUESTIONS, paper=Paper.LETTER)).pdf)
    long = [table for table in tree.all("Table") if len(table.kids) > 15]

    assert [len(table.kids) for table in long] == [21, 41]
    for table in long:
        assert len(table.pages) == 2
        heads = [row for row in table.kids if row.kids[-1].role == "TH"]
        assert len(heads) == 1


def test_every_figure_has_words(tree: Node) -> None:
    figures = list(tree.all("Figure"))

    assert len(figures) > 50
    assert all(figure.alt.endswith(".") for figure in figures)
    assert any("Real voices: 25 of 100, Rare to Patchy, give or take 20." in figure.alt for figure in figures)


def test_lists_are_lists(tree: Node) -> None:
    lists = list(tree.all("L"))

    assert lists
    for each in lists:
        assert {item.role for item in each.kids} == {"LI"}
        assert all(item.kids[0].role == "LBody" for item in each.kids)


@pytest.mark.parametrize("case", range(len(reports())))
def test_every_mark_on_every_page_belongs_to_one_element(case: int) -> None:
    report = make_report(*reports()[case])

    for numbers, known in marked_numbers(report.pdf):
        assert numbers == list(range(known))


@pytest.mark.parametrize("case", range(len(reports())))
def test_every_font_travels_in_the_file_and_helvetica_is_not_among_them(case: int) -> None:
    fonts = fonts_of(make_report(*reports()[case]).pdf)

    assert fonts
    assert all(fonts.values())
    assert not any("Helvetica" in name for name in fonts)
    assert b"Helvetica" not in make_report(*reports()[case]).pdf


@pytest.mark.parametrize("case", range(len(reports())))
def test_the_file_is_sound(case: int, tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(make_report(*reports()[case]).pdf)
    if qpdf := shutil.which("qpdf"):
        checked = subprocess.run([qpdf, "--check", path], capture_output=True, text=True, check=False)
        assert checked.returncode == 0, checked.stdout + checked.stderr
    with pikepdf.open(path) as file:
        assert file.check_pdf_syntax() == []


def test_the_checker_for_accessible_files_finds_only_the_claim_we_do_not_make(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(make_report(library(), WITH_QUESTIONS).pdf)

    assert rules_not_kept(path) == {"UA-28-004"}


def test_a_rule_that_broke_is_not_taken_for_one_that_was_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The checker goes on then, says in a line that it skipped the rule, and ends as if all were well."""

    def breaks(_rule: MarkInfoRule, _file: object) -> list[Finding]:
        message = "a slip in the rule"
        raise TypeError(message)

    path = tmp_path / "report.pdf"
    path.write_bytes(make_report(pulse(), A4).pdf)
    monkeypatch.setattr(MarkInfoRule, "check", breaks)

    assert rules_not_kept(path) == {"UA-28-004", f"{MarkInfoRule.id} was not tried"}


@pytest.mark.parametrize("options", [A4, LETTER])
def test_the_paper_is_the_one_that_was_chosen(options: ReportOptions) -> None:
    with pikepdf.open(BytesIO(make_report(library(), options).pdf)) as file:
        width, height = (round(float(each)) for each in file.pages[0].mediabox[2:])

    assert (width, height) == {"a4": (595, 842), "letter": (612, 792)}[options.paper]


def test_the_same_result_and_date_give_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    once = make_report(library(), A4).pdf
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")

    assert make_report(library(), A4).pdf == once


def test_another_place_gives_another_file() -> None:
    assert make_report(named("Elsewhere"), A4).pdf != make_report(library(), A4).pdf
