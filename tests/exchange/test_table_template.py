"""The table that is saved to be filled in: what stands in it comes back through the ordinary import."""

import csv
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from tests.exchange.tables import BOTH, STAFF, TABLES, workbook
from tests.group_builders import shipped
from trustcheck.app.collecting.tables import TABLE_ENDINGS, Use
from trustcheck.app.ports import Refused
from trustcheck.domain.checks.group_round import GroupSetup
from trustcheck.domain.questionnaire.model import Form, Perspective

LEADERS = GroupSetup(Form.PULSE, (Perspective.LEADER,), {}, "The management team")
SETUPS = [BOTH, STAFF, LEADERS]


def headings_in(content: bytes, ending: str) -> list[str]:
    if ending == "csv":
        (row,) = csv.reader(StringIO(content.decode("utf-8-sig"), newline=""))
        return row
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    (row,) = book.get_sheet_by_index(0).to_python()
    return [str(cell) for cell in row]


def filled(content: bytes, ending: str, rows: list[list[str]], path: Path) -> Path:
    """What a person saves who typed these rows below the headings."""
    head = headings_in(content, ending)
    if ending == "csv":
        written = StringIO(newline="")
        csv.writer(written).writerows(rows)
        path.write_bytes(content + written.getvalue().encode())
    else:
        path.write_bytes(workbook([head, *rows], [["One row for each person."]]))
    return path


@pytest.mark.parametrize("ending", TABLE_ENDINGS)
@pytest.mark.parametrize("setup", SETUPS)
def test_every_column_is_known_again(setup: GroupSetup, ending: str, tmp_path: Path) -> None:
    asked = shipped().asked(setup.form)
    content = TABLES.to_fill_in(setup, shipped(), ending)
    views = [each.value for each in setup.perspectives]
    rows = [[*([view] if setup.compares else []), *(["Often"] * len(asked))] for view in views]

    table = TABLES.read(str(filled(content, ending, rows, tmp_path / f"filled.{ending}")))
    plan = TABLES.plan(table, setup, shipped())
    found = TABLES.look_through(table, plan, setup, shipped())

    assert [each.item_id for each in plan.columns if each.use is Use.QUESTION] == list(asked)
    assert plan.says_perspective == setup.compares
    assert not plan.headings(Use.UNDECIDED)
    assert not plan.headings(Use.LEFT_OUT)
    assert found.preview.all_taken == len(views)
    assert {code.code for sheet in found.sheets for _item, code in sheet.response} == {4}


def test_a_heading_is_the_short_name_and_the_words_of_the_question() -> None:
    first = shipped().asked(Form.FULL)[0]

    head = headings_in(TABLES.to_fill_in(STAFF, shipped(), "csv"), "csv")

    assert head[0] == f"{first}. {shipped().wording(first, Perspective.STAFF)}"
    assert headings_in(TABLES.to_fill_in(BOTH, shipped(), "xlsx"), "xlsx")[0] == "Leader or staff"


def test_whatever_the_workbook_offers_to_choose_is_an_answer(tmp_path: Path) -> None:
    offered = [*shipped().scale, "I don't know", "Doesn't apply here"]
    asked = shipped().asked(Form.FULL)
    content = TABLES.to_fill_in(BOTH, shipped(), "xlsx")
    sheet = _sheet_xml(content)
    assert all(words.replace("'", "&#39;") in sheet or words in sheet for words in offered)

    # Who says of every question that it does not apply has answered none.
    others = len(asked) - 1
    rows = [[whose, "Often", *([words] * others)] for whose in ("Leader", "Staff") for words in offered]
    table = TABLES.read(str(filled(content, "xlsx", rows, tmp_path / "filled.xlsx")))
    found = TABLES.look_through(table, TABLES.plan(table, BOTH, shipped()), BOTH, shipped())

    assert found.preview.mistakes.number == 0
    assert found.preview.all_taken == len(rows)


@pytest.mark.parametrize("ending", TABLE_ENDINGS)
def test_an_empty_one_is_told_apart_and_the_same_check_gives_the_same_bytes(ending: str, tmp_path: Path) -> None:
    content = TABLES.to_fill_in(BOTH, shipped(), ending)
    (tmp_path / f"empty.{ending}").write_bytes(content)

    assert content == TABLES.to_fill_in(BOTH, shipped(), ending)
    with pytest.raises(Refused, match="no row of answers"):
        TABLES.plan(TABLES.read(str(tmp_path / f"empty.{ending}")), BOTH, shipped())


def _sheet_xml(content: bytes) -> str:
    from zipfile import ZipFile

    return ZipFile(BytesIO(content)).read("xl/worksheets/sheet1.xml").decode()
