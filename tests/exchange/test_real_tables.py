"""Tables as people really bring them: what each kind of file means, without a word of it lost in silence."""

import csv
from collections.abc import Mapping
from pathlib import Path

import pytest
import python_calamine

from tests.exchange.tables import BOTH, TABLES, answers
from trustcheck.app.collecting.tables import LookedThrough, Plan, RawTable, Use
from trustcheck.app.ports import Refused
from trustcheck.catalog.file_catalog import FileCatalog
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.exchange.tables.answers_file import answers_in, read_answers

CASES = Path(__file__).resolve().parents[3] / "shared" / "cases"
pytestmark = pytest.mark.skipif(not CASES.is_dir(), reason="the files that people brought lie beside the project")

_CATALOG = FileCatalog()
ASKED = _CATALOG.questionnaire(_CATALOG.shipped()[0])


def brought(name: str) -> RawTable:
    return TABLES.read(str(CASES / name))


def planned(table: RawTable, chosen: Mapping[str, str] | None = None) -> Plan:
    """With every offer taken: some questions were worded otherwise when the files were made."""
    before = TABLES.plan(table, BOTH, ASKED)
    return TABLES.plan(table, BOTH, ASKED, before.with_decisions(chosen or {})).with_offers()


def looked(table: RawTable, plan: Plan | None = None) -> LookedThrough:
    """With the perspective said for the whole file where no column says it."""
    plan = plan or planned(table)
    whole = plan if plan.says_perspective else plan.with_everybody(Perspective.STAFF)
    return TABLES.look_through(table, whole, BOTH, ASKED)


def decided(name: str, chosen: Mapping[str, str]) -> LookedThrough:
    table = brought(name)
    return looked(table, planned(table, chosen))


def people(found: LookedThrough) -> list[str]:
    return [whose for whose, _given in answers(found)]


def fates(found: LookedThrough) -> dict[str, int]:
    return {each.words: each.rows for each in found.preview.account}


@pytest.mark.parametrize(
    ("name", "leaders", "staff"),
    [
        ("01-perspective-heading/are-you.csv", 1, 2),
        ("01-perspective-heading/in-brackets.csv", 1, 2),
        ("02-branching-two-columns/both-wordings.csv", 1, 1),
        ("02-branching-two-columns/same-wording-twice.csv", 1, 1),
        ("03-two-row-headings/ids-then-own-words.csv", 1, 1),
        ("03-two-row-headings/matrix.csv", 1, 1),
        ("03-two-row-headings/single-questions.csv", 1, 1),
        ("05-grouped-headings/grid-row.csv", 0, 2),
        ("05-grouped-headings/html.csv", 0, 2),
        ("05-grouped-headings/kobo-labels.csv", 0, 2),
        ("05-grouped-headings/kobo.csv", 0, 2),
        ("05-grouped-headings/likert-colon.csv", 0, 2),
        ("05-grouped-headings/line-break.csv", 0, 2),
        ("05-grouped-headings/odk.csv", 0, 2),
        ("05-grouped-headings/r-names.csv", 0, 2),
        ("07-whole-numbers-with-a-point/pandas.csv", 0, 2),
        ("08-short-and-long-rows/excel-left-out-the-last-commas.csv", 0, 3),
        ("08-short-and-long-rows/footer.csv", 0, 1),
        ("11-na-is-missing/r.csv", 0, 4),
        ("09-other-sheets/cover-first.xlsx", 1, 1),
        ("17-wrong-reasons/a-chart-for-each-question.xlsx", 1, 2),
        ("17-wrong-reasons/formatted-far-right.xlsx", 1, 2),
        ("18-columns-beside-a-question/comment.csv", 0, 2),
        ("19-headings-below-row-five/six-lines-above.xlsx", 1, 1),
    ],
)
def test_it_is_taken_in_as_it_is(name: str, leaders: int, staff: int) -> None:
    found = looked(brought(f"tables/{name}"))

    assert found.preview.mistakes.first == ()
    assert found.preview.undecided == ()
    assert found.preview.waiting == ()
    assert (people(found).count("leader"), people(found).count("staff")) == (leaders, staff)


@pytest.mark.parametrize("path", sorted(CASES.rglob("*.csv")), ids=lambda path: "/".join(path.parts[-2:]))
def test_every_row_has_a_fate_and_together_they_are_the_file(path: Path) -> None:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.reader(file) if any(cell.strip() for cell in row)]

    found = looked(TABLES.read(str(path)))

    assert sum(fates(found).values()) == len(rows)


@pytest.mark.parametrize("path", sorted(CASES.rglob("*.xlsx")), ids=lambda path: path.name)
def test_every_row_of_every_worksheet_has_a_fate(path: Path) -> None:
    book = python_calamine.CalamineWorkbook.from_path(path)
    rows = [row for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python() if any(row)]

    assert sum(fates(looked(brought(str(path.relative_to(CASES))))).values()) == len(rows)


def test_two_sheets_are_asked_about_and_can_be_joined() -> None:
    name = "tables/09-other-sheets/staff-and-leaders.xlsx"

    (asked,) = looked(brought(name)).preview.waiting

    assert (asked.id, asked.likeliest) == ("sheets", "together")
    assert people(decided(name, {"sheets": "together"})) == ["leader", "staff"]
    assert people(decided(name, {"sheets": "sheet:Leaders"})) == ["leader"]


def test_errors_of_a_workbook_are_named_with_their_place() -> None:
    found = looked(brought("tables/10-cells-read-as-empty/error-cells.xlsx"))

    assert [(each.line, each.column) for each in found.preview.mistakes.first] == [(2, "GI1"), (3, "GI2"), (4, "GI3")]
    assert len(found.sheets) == 0
    assert fates(found) == {"1 row of headings": 1, "3 to put right": 3}


def test_a_row_that_was_filtered_out_is_asked_about() -> None:
    name = "tables/14-rows-filtered-out/filtered.xlsx"

    (asked,) = looked(brought(name)).preview.waiting

    assert asked.question == "1 row is hidden in the workbook. Does it count?"
    assert people(decided(name, {asked.id: "leave-out"})) == ["leader", "staff"]
    assert people(decided(name, {asked.id: "count"})) == ["leader", "staff", "staff"]


def test_a_workbook_without_a_worksheet_is_named_as_what_it_is() -> None:
    with pytest.raises(Refused, match="is an OpenDocument workbook in which no worksheet can be found"):
        brought("tables/17-wrong-reasons/sheet.ods")


def test_the_lines_with_the_headings_can_be_chosen() -> None:
    name = "tables/19-headings-below-row-five/six-lines-above.xlsx"

    (asked,) = [each for each in looked(brought(name)).preview.decisions if each.id == "headings"]

    assert (asked.likeliest, asked.chosen) == ("6-6", "6-6")
    assert [each.words for each in asked.choices if each.value == asked.chosen] == [
        "Line 7: perspective, GI1, GI2, GI3, GI4, RD1"
    ]


@pytest.mark.parametrize("name", ["ids-then-own-words.csv", "matrix.csv", "single-questions.csv"])
def test_several_lines_of_headings_are_said_and_can_be_chosen_otherwise(name: str) -> None:
    found = looked(brought(f"tables/03-two-row-headings/{name}"))

    (asked,) = [each for each in found.preview.decisions if each.id == "headings"]
    assert next(each.words for each in asked.choices if each.value == asked.chosen).startswith("Lines 1 to 2")


def test_a_row_of_answers_above_the_chosen_headings_is_never_dropped(tmp_path: Path) -> None:
    """Twelfth of the kinds; there is no file for it."""
    file = tmp_path / "twice.csv"
    file.write_text("perspective,GI1,GI2\nstaff,5,4\nperspective,GI1,GI2\nleader,1,2\n", "utf-8")

    as_it_is, lower = (
        looked(TABLES.read(str(file)), planned(TABLES.read(str(file)), each)) for each in ({}, {"headings": "2-2"})
    )

    assert people(as_it_is) == ["leader", "staff"]
    assert fates(as_it_is) == {"2 sheets": 2, "2 rows of headings": 2}
    assert [each.line for each in lower.preview.mistakes.first] == [2]


def test_a_last_row_that_sums_the_others_up_is_asked_about(tmp_path: Path) -> None:
    """Sixteenth of the kinds; there is no file for it."""
    file = tmp_path / "sums.csv"
    file.write_text("Nr,perspective,GI1,GI2\n1,staff,5,4\n2,staff,3,4\nAverage,staff,4,4\n", "utf-8")

    (asked,) = looked(TABLES.read(str(file))).preview.waiting

    assert (asked.id, asked.likeliest) == ("rows:Average", "leave-out")


def test_every_file_that_people_brought_stands_in_a_test() -> None:
    told = Path(__file__).read_text("utf-8")

    untold = [each.name for each in CASES.rglob("*.*") if each.suffix != ".md" and each.name not in told]
    # SurveyMonkey's two are told together.
    assert [each for each in untold if not each.startswith("sm-single-")] == []


def test_a_third_role_is_asked_about_once() -> None:
    (asked,) = looked(brought("tables/01-perspective-heading/role-with-a-third.csv")).preview.waiting

    assert (asked.id, asked.likeliest) == ("view:Prefer not to say", "staff")
    without = decided("tables/01-perspective-heading/role-with-a-third.csv", {asked.id: "leave-out"})
    assert people(without) == ["leader", "staff"]


def test_previews_tests_and_spam_are_counted_and_asked_about() -> None:
    name = "tables/04-rows-that-do-not-count/preview-test-spam.csv"

    waiting = looked(brought(name)).preview.waiting
    without = decided(name, {each.id: "leave-out" for each in waiting})

    assert {each.id for each in waiting} >= {"rows:Survey Preview", "rows:Survey Test", "rows:Spam"}
    assert all(each.likeliest == "leave-out" for each in waiting)
    assert people(without) == ["staff"]
    assert [words for words in fates(without) if "left out" in words] == [
        "1 left out that says \u201cSurvey Preview\u201d",
        "1 left out that says \u201cSurvey Test\u201d",
        "1 left out that says \u201cSpam\u201d",
    ]


def test_what_was_rejected_is_asked_about() -> None:
    assert [each.id for each in looked(brought("tables/04-rows-that-do-not-count/rejected.csv")).preview.waiting] == [
        "rows:rejected"
    ]


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("manager-employee.csv", {"view:Manager"}),
        ("missing-codes.csv", {"word:99", "word:-9", "word:-99"}),
        ("prefer-not-to-say-answer.csv", {"word:Prefer not to say"}),
        ("prefer-not-to-say.csv", {"view:Prefer not to say", "view:"}),
    ],
)
def test_words_that_nobody_can_explain_are_asked_about_once_each(name: str, asked: set[str]) -> None:
    found = looked(brought(f"tables/06-words-nobody-can-explain/{name}"))

    assert {each.id for each in found.preview.waiting} == asked
    assert len(found.sheets) == 0


def test_an_error_of_a_spreadsheet_is_no_answer() -> None:
    found = looked(brought("tables/11-na-is-missing/excel.csv"))

    assert [(each.line, each.column) for each in found.preview.mistakes.first] == [(2, "GI1")]
    assert len(found.sheets) == 0


def test_where_nothing_but_na_is_blank_it_is_a_blank_beside_the_whole_words() -> None:
    found = looked(brought("exports/readr-na.csv"))

    (asked,) = [each for each in found.preview.decisions if each.id == "blank"]
    assert (asked.chosen, "49 cells" in asked.question) == ("skipped", True)
    assert found.preview.waiting == ()
    assert sum(len(given) for _whose, given in answers(found)) == 12 * 40 - 49


def test_where_na_is_the_only_mark_of_what_is_missing_it_is_asked_once(tmp_path: Path) -> None:
    file = tmp_path / "r.csv"
    file.write_text("perspective,GI1,GI2\nstaff,5,NA\nstaff,NA,2\n", "utf-8")
    table = TABLES.read(str(file))

    (asked,) = looked(table).preview.waiting
    as_blank = looked(table, planned(table).with_decisions({"blank": "skipped"}))
    as_said = looked(table, planned(table).with_decisions({"blank": "na"}))

    assert (asked.id, asked.likeliest) == ("blank", "skipped")
    assert answers(as_blank) == [("staff", {"GI1": 5}), ("staff", {"GI2": 2})]
    assert answers(as_said) == [("staff", {"GI2": -2, "GI1": 5}), ("staff", {"GI2": 2, "GI1": -2})]


def test_which_end_is_one_is_said_and_can_be_turned() -> None:
    name = "tables/15-which-end-is-one/numbers-only.csv"

    as_usual = looked(brought(name))
    turned = decided(name, {"ends": "down"})

    (asked,) = as_usual.preview.decisions
    assert (asked.id, asked.chosen) == ("ends", "up")
    assert "1 is read as \u201cAlmost never\u201d, 5 as \u201cAlmost always\u201d" in asked.choices[0].words
    assert {item: 6 - code for item, code in answers(as_usual)[0][1].items()} in [
        given for _whose, given in answers(turned)
    ]


def test_a_scale_from_nought_on_which_nobody_chose_nought_is_never_shifted_in_silence() -> None:
    name = "exports/typeform-opinion0-nozero.csv"

    (asked,) = looked(brought(name)).preview.waiting
    from_nought = decided(name, {"ends": "from-zero"})

    assert asked.id == "ends"
    assert len(from_nought.sheets) == 12
    assert {code for _whose, given in answers(from_nought) for code in given.values()} == {2, 3, 4, 5}


@pytest.mark.parametrize("name", ["exports/sm-single-condensed.csv", "exports/sm-single-expanded.csv"])
def test_a_second_row_of_headings_is_nobody(name: str) -> None:
    found = looked(brought(name))

    assert len(found.sheets) == 12
    assert found.preview.waiting == ()


def test_both_ways_to_export_one_survey_say_the_same() -> None:
    condensed, expanded = (looked(brought(f"exports/sm-single-{way}.csv")) for way in ("condensed", "expanded"))

    assert answers(condensed) == answers(expanded)


def test_points_and_feedback_beside_a_question_are_left_out_by_name() -> None:
    found = looked(brought("tables/18-columns-beside-a-question/points-and-feedback.csv"))

    assert any(each.startswith("Points - ") for each in found.preview.left_out)
    assert people(found) == ["staff"]


def test_a_question_in_other_words_is_offered_and_not_taken_unasked() -> None:
    plan = TABLES.plan(brought("tables/05-grouped-headings/html.csv"), BOTH, ASKED)

    (asked, *_others) = [column for column in plan.columns if column.use is Use.UNDECIDED]

    assert "unusual" in asked.heading
    assert asked.offered == "GI2"


def test_a_file_that_was_looked_at_again_keeps_what_was_decided() -> None:
    table = brought("tables/06-words-nobody-can-explain/manager-employee.csv")
    before = planned(table).with_decisions({"view:Manager": "leader"})

    again = planned(table).keeping(before)

    assert people(looked(table, again)) == ["leader", "staff"]


@pytest.mark.parametrize(
    ("name", "sheets"),
    [
        ("07-whole-numbers-with-a-point/pandas.csv", 2),
        ("08-short-and-long-rows/score.csv", 3),
        ("11-na-is-missing/r.csv", 4),
        ("13-score-counts-blank-rows/answers.csv", 6),
    ],
)
def test_what_is_scored_at_a_terminal_counts_the_same_people(name: str, sheets: int) -> None:
    given = read_answers(str(CASES / "tables" / name), ASKED)

    assert len(given.responses) == sheets
    assert len(looked(brought(f"tables/{name}")).sheets) == sheets


@pytest.mark.parametrize("text", ["GI1\tGI2\n4\t5\n", "sep=;\ngi1;Gi2\n4,0;5\n", "GI1,GI2,\n4.0,5,,\n,,\n"])
def test_a_terminal_reads_tabs_a_named_sign_and_any_capitals(text: str) -> None:
    (only,) = answers_in(text, ASKED, "answers.csv").responses

    assert {item: answer.code for item, answer in only} == {"GI1": 4, "GI2": 5}
