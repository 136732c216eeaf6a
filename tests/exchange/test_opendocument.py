"""Workbooks of LibreOffice and Gnumeric: read as they stand, and what cannot be read is named with its place."""

from pathlib import Path

import pytest

from tests.exchange.opendocument import cell, of_rows, opendocument, row, sheet
from tests.exchange.tables import STAFF, answers, look
from trustcheck.app.collecting.tables import LookedThrough
from trustcheck.app.ports import Refused

HEAD = ("perspective", "A1", "A2", "B1")
READ = [("leader", {"A1": 5, "A2": 4, "B1": 1}), ("staff", {"A1": 2, "A2": -1, "B1": 5})]
ROWS = (row(*HEAD), row("leader", 5, "Often", 1), row("staff", 2, "don't know", 5))


def looked(folder: Path, content: bytes) -> LookedThrough:
    file = folder / "answers.ods"
    file.write_bytes(content)
    return look(file)


@pytest.mark.parametrize("between", ["", "\n   "], ids=["LibreOffice", "Gnumeric"])
def test_a_workbook_is_read_with_line_breaks_between_its_tags_and_without(tmp_path: Path, between: str) -> None:
    found = looked(tmp_path, opendocument(sheet(*ROWS), between=between))

    assert answers(found) == READ


def test_cells_and_rows_that_are_repeated_are_counted_and_blank_ones_to_the_end_are_nothing(tmp_path: Path) -> None:
    blank = '<table:table-cell table:number-columns-repeated="16384"/>'
    rows = (
        row(blank, said='table:number-rows-repeated="3"'),
        row("A1", "A2", "B1", blank),
        row(cell(5, table_number_columns_repeated="3"), blank, said='table:number-rows-repeated="2"'),
        row(blank, said='table:number-rows-repeated="1048569"'),
        row(blank, "9"),
    )
    file = tmp_path / "answers.ods"
    file.write_bytes(opendocument(sheet(*rows[:-1])))

    assert answers(look(file, STAFF)) == [("staff", {"A1": 5, "A2": 5, "B1": 5})] * 2
    file.write_bytes(opendocument(sheet(*rows)))
    with pytest.raises(Refused, match="more than 1,000 columns"):
        look(file, STAFF)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (cell("#N/A", calcext_value_type="error", table_formula="of:=NA()"), "“#N/A” is an error of the spreadsheet"),
        (cell("#DIV/0!", table_formula="of:=1/0"), "“#DIV/0!” is an error of the spreadsheet"),
        (cell("Err:502", calcext_value_type="error", table_formula="of:=X()"), "“Err:502” is an error"),
        ('<table:table-cell table:formula="of:=[.A1]+1"/>', "“=[.A1]+1” is a formula, and its value"),
    ],
)
def test_a_cell_without_a_value_is_named_with_its_place(tmp_path: Path, wrong: str, told: str) -> None:
    found = looked(tmp_path, opendocument(sheet(*ROWS, row("staff", 1, wrong, 3))))

    (mistake,) = found.preview.mistakes.first
    assert (mistake.line, mistake.column) == (4, "A2")
    assert mistake.sentence.startswith(told)


def test_hidden_rows_are_asked_about_and_hidden_sheets_are_not_taken_unasked(tmp_path: Path) -> None:
    group = "<table:table-row-group>", "</table:table-row-group>"
    gone = sheet(*ROWS, name="Old", said='table:style-name="gone"')
    hidden = row("staff", 1, 1, 1, said='table:visibility="filter"')
    found = looked(tmp_path, opendocument(gone, sheet(*ROWS, group[0], hidden, group[1], name="New")))

    assert [each.question for each in found.preview.waiting] == ["1 row is hidden in the workbook. Does it count?"]
    sheets = next(each for each in found.preview.decisions if each.id == "sheets")
    assert [each.words for each in sheets.choices] == ["New: 4 rows", "Old, a hidden worksheet: 3 rows"]


def test_a_number_is_read_and_not_its_look_and_a_remark_is_no_answer(tmp_path: Path) -> None:
    look_of_hours = cell("3 h", office_value_type="float", office_value="3")
    remark = cell(5).replace("<text:p>", "<office:annotation><text:p>Really?</text:p></office:annotation><text:p>")
    in_parts = cell("x").replace("x</text:p>", '<text:span>I don</text:span>\'t<text:s text:c="1"/>know</text:p>')
    found = looked(tmp_path, opendocument(sheet(row(*HEAD), row("staff", look_of_hours, remark, in_parts))))

    assert answers(found) == [("staff", {"A1": 3, "A2": 5, "B1": -1})]


def test_a_day_where_an_answer_belongs_is_asked_about(tmp_path: Path) -> None:
    day = cell("3 April", office_value_type="date", office_date_value="2026-04-03T00:00:00")
    (asked,) = looked(tmp_path, opendocument(sheet(row(*HEAD), row("staff", day, 5, 5)))).preview.waiting

    assert asked.question == "What does the date or time “2026-04-03” stand for in one cell?"
    assert asked.likeliest == ""


def test_what_was_changed_and_what_lies_in_a_drawing_is_no_row(tmp_path: Path) -> None:
    changes = f"<table:tracked-changes>{row('staff', 9, 9, 9)}</table:tracked-changes>"
    drawing = f"<table:shapes>{sheet(row('staff', 9, 9, 9))}</table:shapes>"
    found = looked(tmp_path, opendocument(sheet(drawing, *ROWS), before=changes))

    assert answers(found) == READ


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (opendocument(), "an OpenDocument workbook in which no worksheet can be found"),
        (of_rows(), "is empty"),
        (opendocument(sheet(*ROWS), manifest="<manifest:encryption-data/>"), "is locked with a password"),
        (opendocument(sheet(*ROWS), before="<!DOCTYPE a>"), "not written the way a spreadsheet program"),
        (opendocument(sheet(*ROWS), before="<a>"), "is damaged"),
        (opendocument(sheet(*ROWS), before="<a>" * 300), "not written the way a spreadsheet program"),
        (opendocument(sheet(row("A1", said='table:number-rows-repeated="99999999999"'))), "more than 110,000 rows"),
        (opendocument(sheet(*[row("A1", said='table:number-rows-repeated="9999"')] * 12)), "more than 110,000 rows"),
        (opendocument(sheet(*ROWS), before=" " * 30_000_000), "far more than a table"),
        (of_rows(HEAD)[:-30], "is damaged"),
    ],
    ids=["none", "empty", "locked", "doctype", "broken", "deep", "rows", "many rows", "bomb", "cut off"],
)
def test_what_cannot_be_read_is_told_in_a_sentence(tmp_path: Path, content: bytes, told: str) -> None:
    with pytest.raises(Refused) as refused:
        looked(tmp_path, content)

    assert told in refused.value.sentence
