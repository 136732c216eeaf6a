"""A result, its exports and the bytes of its reports are the same in whatever order sheets and columns come."""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
import pytest

from tests.group_builders import group_round, setup, shipped
from tests.report.portraits import A4
from trustcheck.app.carrying.export_making import closed_check
from trustcheck.app.carrying.publishable import publishable_check, publishable_values
from trustcheck.app.portraits.result import group_result_of
from trustcheck.app.ports import Edition
from trustcheck.app.results.score_sheet import ScoreOptions, score_sheet
from trustcheck.app.store.export_model import Belongings, Parcel
from trustcheck.commands.score_table import publishable_lines, score_table
from trustcheck.exchange.exports.formats import export_bytes, formats
from trustcheck.exchange.tables.answers_file import answers_in
from trustcheck.report.maker import make_report

HEADINGS = ("perspective", *(item.id for item in shipped().items))
MANY = [pytest.param(1, id="short"), pytest.param(20, id="twenty", marks=pytest.mark.long)]
Table = list[list[str]]


def random_table(chance: np.random.Generator) -> Table:
    """A row for each person, cells as a file has them: leaders and staff who see a place more or less alike."""
    level = chance.uniform(1.5, 4.5, len(HEADINGS) - 1)
    rows = []
    for view, number in (("leader", chance.integers(5, 9)), ("staff", chance.integers(8, 15))):
        for _person in range(number):
            points = np.clip(np.rint(level + chance.normal(0, 1, len(level))), 1, 5).astype(int)
            declined = chance.choice(["", "dk", "na"], len(level))
            given = np.where(chance.random(len(level)) < 0.05, declined, points.astype(str))
            rows.append([view, *(str(each) for each in given)])
    return rows


def read(table: Sequence[Sequence[str]], columns: Sequence[int]) -> str:
    lines = [[HEADINGS[at] for at in columns], *([row[at] for at in columns] for row in table)]
    return "\n".join(",".join(cells) for cells in lines)


def made_of(text: str) -> dict[str, bytes | str]:
    """Everything that is made of a file of answers: scores, what may be passed on, exports and reports."""
    given = answers_in(text, shipped(), "answers.csv")
    asked = ScoreOptions(invited={"leader": 9, "staff": 15})
    sheet, check = score_sheet(given, shipped(), asked), publishable_check(given, shipped(), asked, None, A4.date)
    closed = group_round(given.responses, set_up=replace(setup(9, 15), rows_may_leave=True))
    parcel, result = Parcel((Belongings("Northgate", checks=(closed_check(closed),)),)), group_result_of(closed)
    editions = (Edition.LEADERS, Edition.STAFF, Edition.FACILITATOR)
    return {
        "scores": json.dumps(sheet) + "\n".join(score_table(sheet, shipped())),
        "what may be passed on": json.dumps(publishable_values(check)) + "\n".join(publishable_lines(check)),
        **{f"export as {each}": export_bytes(parcel, each) for each in formats()},
        **{f"report for {each}": make_report(result, replace(A4, edition=each)).pdf for each in editions},
    }


@pytest.mark.parametrize("number", MANY)
def test_neither_the_order_of_rows_nor_that_of_columns_moves_a_byte(
    number: int, print_figures: Callable[[str], None]
) -> None:
    chance = np.random.default_rng(20_261_130)
    compared = 0
    for _group in range(number):
        table = random_table(chance)
        rows, columns = chance.permutation(len(table)), chance.permutation(len(HEADINGS))

        one = made_of(read(table, range(len(HEADINGS))))
        other = made_of(read([table[at] for at in rows], columns))

        assert [name for name, content in one.items() if other[name] != content] == []
        compared += sum(map(len, one.values()))
    print_figures(f"rows and columns in another order: {number} groups, {compared:,} bytes and letters, none moved")
