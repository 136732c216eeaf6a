"""Every row of every worksheet has one fate, with rows hidden, cells in error and worksheets joined or not."""

from collections import Counter
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from random import Random

import pytest
import xlsxwriter

from tests.exchange.opendocument import cell, opendocument, row, sheet
from tests.exchange.random_tables import RandomTable, random_table
from tests.exchange.tables import ASKED, BOTH, TABLES
from trustcheck.app.collecting.tables import SHEETS
from trustcheck.app.ports import Refused
from trustcheck.domain.questionnaire.model import Perspective

FILES = (25, pytest.param(3_000, marks=pytest.mark.long))
NAMES = ("Leaders", "Answers 2026", "Summary")


def as_workbook(tables: Mapping[str, RandomTable], drawn: Random) -> bytes:
    content = BytesIO()
    with xlsxwriter.Workbook(content, {"strings_to_formulas": False}) as book:
        for name, table in tables.items():
            worksheet = book.add_worksheet(name)
            for line, cells in enumerate(table.rows):
                if drawn.random() < 0.05:
                    worksheet.set_row(line, None, None, {"hidden": True})
                for place, each in enumerate(cells):
                    if each.startswith("#"):
                        worksheet.write_formula(line, place, "=NA()", None, each)
                    elif each:
                        worksheet.write_string(line, place, each)
    return content.getvalue()


def as_opendocument(tables: Mapping[str, RandomTable], drawn: Random) -> bytes:
    sheets = []
    for name, table in tables.items():
        hidden = ['table:visibility="collapse"' if drawn.random() < 0.05 else "" for _row in table.rows]
        rows = (row(*map(cell, cells), said=said) for cells, said in zip(table.rows, hidden, strict=True))
        sheets.append(sheet(*rows, name=name))
    return opendocument(*sheets)


def check(tables: Mapping[str, RandomTable], content: bytes, file: Path) -> str:
    """What became of the file, once all that has to hold does."""
    file.write_bytes(content)
    rows = sum(len(each.filled) for each in tables.values())
    try:
        table = TABLES.read(str(file))
        plan = TABLES.plan(table, BOTH, ASKED)
    except Refused:
        return "refused"
    plans = [plan]
    for asked in TABLES.look_through(table, plan, BOTH, ASKED).preview.decisions:
        chosen = [plan.with_decisions({SHEETS: each.value}) for each in asked.choices if asked.id == SHEETS]
        plans += [TABLES.plan(table, BOTH, ASKED, each) for each in chosen]
    for each in plans:
        whole = each if each.says_perspective else each.with_everybody(Perspective.STAFF)
        found = TABLES.look_through(table, whole, BOTH, ASKED)
        assert sum(fate.rows for fate in found.preview.account) == rows
        assert len(found.sheets) in (0, found.preview.account[0].rows)
    return "joined" if len(plans) > len(tables) + 1 else "one"


@pytest.mark.parametrize("number", FILES)
@pytest.mark.parametrize("packed", [as_workbook, as_opendocument])
def test_every_row_of_random_workbooks_has_one_fate(packed: type, number: int, tmp_path: Path) -> None:
    became: Counter[str] = Counter()
    for seed in range(number):
        drawn = Random(seed)
        names = drawn.sample(NAMES, drawn.choice((1, 2, 3)))
        tables = {name: random_table(drawn.randrange(10**9), ASKED) for name in names}
        try:
            became[check(tables, packed(tables, drawn), tmp_path / "answers")] += 1
        except AssertionError as wrong:
            wrong.add_note(f"file {seed}: {tables}")
            raise

    print(dict(became))
    assert all(became[each] > number / 20 for each in ("joined", "one"))
