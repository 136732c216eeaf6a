"""TrustCheck's own export, dropped as a table of answers, goes in as it is: a line for each value becomes a person."""

import csv
from collections.abc import Callable, Sequence
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest

from tests.exchange.hidden_people import people
from tests.exchange.tables import TABLES, answers
from tests.group_builders import LEADER, STAFF, group_round, setup, shipped
from trustcheck.app.carrying.export_making import closed_check
from trustcheck.app.collecting.tables import LookedThrough
from trustcheck.app.ports import Refused
from trustcheck.app.store.export_model import Belongings, Parcel
from trustcheck.domain.checks.group_round import GroupSetup
from trustcheck.domain.questionnaire.answers import Answer, Response
from trustcheck.exchange.exports.formats import export_bytes, formats

ASKED = shipped()
SETUP = replace(setup(6, 14), rows_may_leave=True)
LEADERS, ALL_STAFF = people(LEADER, 6), people(STAFF, 14)
DECLINED = {ASKED.order[0]: Answer.DONT_KNOW, ASKED.order[1]: Answer.NOT_APPLICABLE}
SHEETS = [*LEADERS, *ALL_STAFF[1:], replace(ALL_STAFF[0], answers={**ALL_STAFF[0].answers, **DECLINED})]
BY_LINES = next(each for each in formats() if each.id == "csv")


def export(sheets: Sequence[Response], asked: GroupSetup, organisations: int = 1) -> bytes:
    check = closed_check(group_round(list(sheets), set_up=asked))
    places = tuple(Belongings(f"Place {at + 1}", checks=(check,)) for at in range(organisations))
    return export_bytes(Parcel(places), BY_LINES)


def looked(content: bytes, tmp_path: Path) -> LookedThrough:
    file = tmp_path / "export.csv"
    file.write_bytes(content)
    table = TABLES.read(str(file))
    return TABLES.look_through(table, TABLES.plan(table, SETUP, ASKED), SETUP, ASKED)


def given(sheets: Sequence[Response]) -> list[tuple[str, dict[str, int]]]:
    said = ((each.perspective.value, {item: one.code for item, one in each}) for each in sheets)
    return sorted(said, key=str)


def saved_again(content: bytes) -> bytes:
    """As a spreadsheet program of another country writes it: another sign between the cells, and no quotes."""
    written = StringIO(newline="")
    csv.writer(written, delimiter=";").writerows(csv.reader(StringIO(content.decode("utf-8-sig"), newline="")))
    return written.getvalue().encode()


@pytest.mark.parametrize("as_it_lies", [bytes, saved_again])
def test_everybodys_answers_come_back_without_a_question(tmp_path: Path, as_it_lies: Callable[[bytes], bytes]) -> None:
    found = looked(as_it_lies(export(SHEETS, SETUP)), tmp_path)

    assert [each.sentence for each in found.preview.mistakes.first] == []
    assert [each.id for each in found.preview.waiting] == []
    assert answers(found) == given(SHEETS)


def test_of_several_organisations_one_is_chosen_like_a_sheet(tmp_path: Path) -> None:
    file = tmp_path / "export.csv"
    file.write_bytes(export(SHEETS, SETUP, organisations=2))

    table = TABLES.read(str(file))

    assert [each.sheet for each in table.workbook] == ["Place 1, check 1", "Place 2, check 1"]


def test_an_export_of_results_alone_says_that_nobodys_answers_are_in_it(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="nobody’s answers") as refused:
        looked(export(SHEETS, replace(SETUP, rows_may_leave=False)), tmp_path)

    assert "Nothing was taken." in str(refused.value)
