"""A workbook as somebody works in it: several sheets, rows that nobody sees, cells that hold no value."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from tests.exchange.tables import ASKED, BOTH, TABLES, Rows, answers, look, respelt, workbook
from trustcheck.app.collecting.tables import HEADINGS, SHEETS, Decision, LookedThrough, Plan, RawTable
from trustcheck.app.ports import Refused
from trustcheck.exchange.tables.answers_file import read_answers

HEAD = ["perspective", "A1", "A2", "B1"]
LEADERS = [HEAD, ["leader", 1, 2, 3]]
TEAM = [HEAD, ["staff", 4, 5, 4], ["staff", 2, 2, 2]]


def saved(folder: Path, content: bytes) -> Path:
    file = folder / "answers.xlsx"
    file.write_bytes(content)
    return file


def decided(file: Path, **chosen: str) -> LookedThrough:
    """With some things decided, one after the other, as the window does it."""
    table = TABLES.read(str(file))
    plan = TABLES.plan(table, BOTH, ASKED)
    for name, value in chosen.items():
        plan = TABLES.plan(table, BOTH, ASKED, plan.with_decisions({name: value}))
    return TABLES.look_through(table, plan, BOTH, ASKED)


def decision(found: LookedThrough, name: str) -> Decision:
    return next(each for each in found.preview.decisions if each.id == name)


def account(found: LookedThrough) -> dict[str, int]:
    return {each.words: each.rows for each in found.preview.account}


# -- sheets


def test_a_cover_is_passed_over_and_named(tmp_path: Path) -> None:
    found = look(saved(tmp_path, workbook([["Our survey"], ["2026"]], TEAM, names=["Cover", "Answers"])))

    assert found.preview.waiting == ()
    assert len(found.sheets) == 2
    assert account(found) == {"2 sheets": 2, "1 row of headings": 1, "2 on the worksheet \u201cCover\u201d": 2}
    assert [each.words for each in decision(found, SHEETS).choices] == ["Answers: 3 rows", "Cover: 2 rows"]


def test_two_sheets_with_questions_are_asked_about_and_joined(tmp_path: Path) -> None:
    file = saved(tmp_path, workbook(LEADERS, TEAM, names=["Monday", "Tuesday"]))
    asked = decision(look(file), SHEETS)
    both, second = decided(file, sheets=asked.likeliest), decided(file, sheets="sheet:Tuesday")

    assert (asked.chosen, asked.choices[0].words) == ("", "All of them together: Monday, Tuesday")
    assert [whose for whose, _given in answers(both)] == ["leader", "staff", "staff"]
    assert account(both) == {"3 sheets": 3, "2 rows of headings": 2}
    assert [whose for whose, _given in answers(second)] == ["staff", "staff"]
    assert account(second)["2 on the worksheet \u201cMonday\u201d"] == 2


def test_sheets_are_joined_by_their_headings_whatever_their_order(tmp_path: Path) -> None:
    other = [["Exported on Monday"], ["B1", "Remark", "perspective", "Leaders here do A1."], [5, "none", "staff", 1]]
    file = saved(tmp_path, workbook(LEADERS, other, names=["One", "Two"]))

    found = decided(file, sheets="together")

    assert answers(found) == [("leader", {"A1": 1, "A2": 2, "B1": 3}), ("staff", {"A1": 1, "B1": 5})]
    assert "Remark" in found.preview.left_out
    assert account(found) == {"2 sheets": 2, "1 above the headings": 1, "2 rows of headings": 2}


@pytest.mark.parametrize(
    ("names", "asked"), [(["Leaders", "Staff"], set()), (["Head office", "Staff"], {"Head office"})]
)
def test_the_name_of_a_sheet_can_say_whose_answers_it_holds(
    tmp_path: Path, names: Sequence[str], asked: set[str]
) -> None:
    file = saved(tmp_path, workbook([["A1", "A2"], [1, 2]], [["A1", "A2"], [4, 5]], names=names))

    found = decided(file, sheets="together")

    assert {each.id.removeprefix("view:") for each in found.preview.waiting} == asked
    decided_too = decided(file, sheets="together", **{f"view:{each}": "leader" for each in asked})
    assert answers(decided_too) == [("leader", {"A1": 1, "A2": 2}), ("staff", {"A1": 4, "A2": 5})]


def test_what_is_wrong_on_a_joined_sheet_is_named_with_its_sheet_and_line(tmp_path: Path) -> None:
    file = saved(tmp_path, workbook(LEADERS, [*TEAM, ["staff", 1.5, 1, 1]], names=["One", "Two"]))

    (mistake,) = decided(file, sheets="together").preview.mistakes.first

    assert (mistake.sheet, mistake.line, mistake.column) == ("Two", 4, "A1")


def made(build: Any) -> bytes:
    content = BytesIO()
    with xlsxwriter.Workbook(content) as book:
        build(book)
    return content.getvalue()


def written(sheet: Any, rows: Rows) -> None:
    for line, cells in enumerate(rows):
        sheet.write_row(line, 0, cells)


def test_a_hidden_sheet_is_never_taken_unasked_and_can_be_chosen(tmp_path: Path) -> None:
    def build(book: Any) -> None:
        written(book.add_worksheet("Old"), LEADERS)
        written(book.add_worksheet("New"), TEAM)
        book.worksheets()[1].activate()
        book.worksheets()[0].hide()

    file = saved(tmp_path, made(build))
    found = look(file)

    assert found.preview.waiting == ()
    assert [each.words for each in decision(found, SHEETS).choices] == [
        "New: 3 rows",
        "Old, a hidden worksheet: 2 rows",
    ]
    assert answers(decided(file, sheets="sheet:Old")) == [("leader", {"A1": 1, "A2": 2, "B1": 3})]


# -- rows that nobody sees


def test_rows_that_are_hidden_or_filtered_out_are_counted_and_asked_about(tmp_path: Path) -> None:
    def build(book: Any) -> None:
        sheet = book.add_worksheet()
        written(sheet, [["A note above"], *TEAM, ["staff", "", "", ""]])
        for line in (0, 3, 4):
            sheet.set_row(line, None, None, {"hidden": True})

    file = saved(tmp_path, made(build))
    (asked,) = look(file).preview.waiting

    assert asked.question == "1 row is hidden in the workbook. Does it count?"
    assert [given for _whose, given in answers(decided(file, hidden="leave-out"))] == [{"A1": 4, "A2": 5, "B1": 4}]
    assert account(decided(file, hidden="leave-out"))["1 left out that is hidden"] == 1
    assert len(decided(file, hidden="count").sheets) == 2


@pytest.mark.parametrize("hidden", ['hidden="true"', "hidden = '1'", 'ht="3" hidden="1" x="2"'])
def test_a_hidden_row_is_seen_however_it_is_written(tmp_path: Path, hidden: str) -> None:
    content = respelt(workbook(TEAM), '<row r="3"', f'<row r="3" {hidden}')

    assert [each.id for each in look(saved(tmp_path, content)).preview.waiting] == ["hidden"]


# -- cells without a value


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ('t="e"><v>#N/A</v>', "\u201c#N/A\u201d is an error of the spreadsheet, and no answer."),
        ('t="e"><f>1/0</f><v>#DIV/0!</v>', "\u201c#DIV/0!\u201d is an error of the spreadsheet, and no answer."),
        ("><f>1+1</f>", "\u201c=1+1\u201d is a formula, and its value is not in the file."),
        ("><f>IF(B2&lt;3,1,2)</f><v/>", "\u201c=IF(B2<3,1,2)\u201d is a formula, and its value is not in the file."),
        ('><f t="shared" si="0"/><v></v>', "\u201c=\u2026\u201d is a formula, and its value is not in the file."),
    ],
)
def test_a_cell_without_a_value_is_named_with_its_place(tmp_path: Path, cell: str, told: str) -> None:
    content = respelt(workbook(TEAM), '<c r="D2"><v>4</v>', f'<c r="D2" {cell}')

    (mistake,) = look(saved(tmp_path, content)).preview.mistakes.first

    assert (mistake.line, mistake.column) == (2, "B1")
    assert mistake.sentence.startswith(told)


@pytest.mark.parametrize("cell", ['t="str"><f>IF(1,"")</f><v></v>', "></c>"])
def test_a_cell_that_is_blank_indeed_is_a_skipped_question(tmp_path: Path, cell: str) -> None:
    content = respelt(workbook(TEAM), '<c r="D2"><v>4</v></c>', f'<c r="D2" {cell.removesuffix("</c>")}</c>')

    assert ("staff", {"A1": 4, "A2": 5}) in answers(look(saved(tmp_path, content)))


def test_values_that_were_worked_out_are_read(tmp_path: Path) -> None:
    content = respelt(workbook(TEAM), '<c r="D2"><v>4</v>', '<c r="D2"><f>2+1</f><v>3</v>')

    assert ("staff", {"A1": 4, "A2": 5, "B1": 3}) in answers(look(saved(tmp_path, content)))


def test_an_error_is_found_where_the_cells_begin_below_and_beside_the_corner(tmp_path: Path) -> None:
    """The reader leaves out blank columns before the first, and its rows end with the last that it sees."""
    rows = [[None, *each] for each in ([], ["Our survey"], HEAD, ["staff", 1, 2, 3])]
    content = respelt(
        workbook(rows), "</row></sheetData>", '</row><row r="6"><c r="C6" t="e"><v>#REF!</v></c></row></sheetData>'
    )

    mistakes = look(saved(tmp_path, content)).preview.mistakes.first

    assert [(each.line, each.column) for each in mistakes] == [(6, "A1")]


def test_a_formula_is_seen_whole_where_its_part_is_read_in_pieces(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("trustcheck.exchange.tables.xlsx.PIECE", 7)
    content = respelt(workbook(TEAM), '<c r="D2"><v>4</v>', '<c r="D2"><f>SUM(A1,A2)</f>')

    (mistake,) = look(saved(tmp_path, content)).preview.mistakes.first

    assert mistake.sentence.startswith("\u201c=SUM(A1,A2)\u201d is a formula")


# -- words in several looks


@pytest.mark.parametrize(
    "runs", ["<r><t>Leaders here</t></r><r><t> do A1.</t></r>", "<r><t>Leaders here </t></r><r><t>do A1.</t></r>"]
)
def test_words_in_several_looks_keep_their_spaces(tmp_path: Path, runs: str) -> None:
    rows = [["perspective", "Leaders here do A1."], ["staff", 5]]
    content = respelt(workbook(rows), "<t>Leaders here do A1.</t>", runs, "xl/sharedStrings.xml")

    assert answers(look(saved(tmp_path, content))) == [("staff", {"A1": 5})]


# -- days instead of numbers


def test_a_day_where_an_answer_belongs_is_asked_about_and_nothing_is_offered_for_it(tmp_path: Path) -> None:
    """A look with an h in it, "3 h", makes a day in January 1900 of a 3; 3-4 became the third of April."""

    def build(book: Any) -> None:
        sheet = book.add_worksheet()
        written(sheet, [HEAD, ["staff", 3, 2, 1]])
        sheet.write_number(1, 1, 3, book.add_format({"num_format": "0\\ h"}))
        sheet.write_datetime(1, 2, date(2026, 4, 3), book.add_format({"num_format": "yyyy-mm-dd"}))

    file = saved(tmp_path, made(build))
    found = look(file)

    assert [(each.question, each.likeliest) for each in found.preview.waiting] == [
        ("What does the date or time \u201c1900-01-03\u201d stand for in one cell?", ""),
        ("What does the date or time \u201c2026-04-03\u201d stand for in one cell?", ""),
    ]


# -- at a terminal


def test_a_terminal_says_what_a_page_would_ask_of_a_workbook_and_takes_it_said_beforehand(tmp_path: Path) -> None:
    content = respelt(workbook(LEADERS, TEAM, names=["Monday", "Tuesday"]), '<row r="2"', '<row r="2" hidden="1"')
    file = str(saved(tmp_path, content))

    with pytest.raises(Refused) as refused:
        read_answers(file, ASKED)

    assert "Which worksheet holds the answers? (sheets=together: All of them together: Monday, Tuesday;" in str(
        refused.value
    )
    assert "1 row is hidden in the workbook. Does it count? (hidden=leave-out: Leave them out;" in str(refused.value)
    joined = read_answers(file, ASKED, {"sheets": "together", "hidden": "leave-out"})
    assert (joined.perspectives, joined.left_out) == (("staff", "staff"), ("Worksheet",))
    assert len(read_answers(file, ASKED, {"sheets": "sheet:Tuesday"}).responses) == 2


def test_a_mistake_on_a_joined_worksheet_is_told_with_its_name_at_a_terminal(tmp_path: Path) -> None:
    file = str(saved(tmp_path, workbook(LEADERS, [*TEAM, ["staff", 1.5, 1, 1]], names=["One", "Two"])))

    with pytest.raises(Refused, match="line 4, column A1: on the worksheet \u201cTwo\u201d, "):
        read_answers(file, ASKED, {"sheets": "together"})


# -- the rows of headings


def test_other_lines_can_be_chosen_as_headings(tmp_path: Path) -> None:
    """A row of short names that somebody typed above, and that are the names of other questions."""
    rows = [["perspective", "B1", "B2"], ["who", "Leaders here do A1.", "Leaders here do A2."], ["staff", 4, 5]]
    file = saved(tmp_path, workbook(rows))
    asked = decision(look(file), HEADINGS)

    assert asked.likeliest == asked.chosen == "0-1"
    assert [each.words for each in asked.choices] == [
        "Line 1: perspective, B1, B2",
        "Lines 1 to 2: who, Leaders here do A1., Leaders here do A2.",
        "Line 2: who, Leaders here do A1., Leaders here do A2.",
    ]
    assert answers(decided(file, headings="1-1")) == [("staff", {"A1": 4, "A2": 5})]
    assert [column.item_id for column in planned_with(file, "0-0").columns] == ["", "B1", "B2"]


def planned_with(file: Path, headings: str) -> Plan:
    table: RawTable = TABLES.read(str(file))
    return TABLES.plan(table, BOTH, ASKED, TABLES.plan(table, BOTH, ASKED).with_decisions({HEADINGS: headings}))


def test_nobody_is_asked_for_headings_that_stand_first_and_are_known(tmp_path: Path) -> None:
    assert [each.id for each in look(saved(tmp_path, workbook(TEAM))).preview.decisions] == ["ends"]


@pytest.mark.parametrize("value", ["9-9", "2-1", "-1-0", "x", "0-99999999999999"])
def test_headings_that_are_not_there_any_more_are_looked_for_anew(tmp_path: Path, value: str) -> None:
    plan = planned_with(saved(tmp_path, workbook([["Note"], *TEAM])), value)

    assert (plan.heading_row, plan.begins) == (1, 2)


def test_one_that_holds_nothing_but_sheets_without_cells_is_empty(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="is empty"):
        look(saved(tmp_path, workbook([], [])))
