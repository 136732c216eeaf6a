"""Tables for tests, as text and as workbooks, and one small check that takes them."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

import xlsxwriter

from tests.builders import questionnaire
from trustcheck.app.collecting.tables import LookedThrough, Plan
from trustcheck.domain.checks.group_round import GroupSetup
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.exchange.tables.taking import Tables

ASKED = questionnaire({"people": {"A": 2}, "openness": {"B": 2}}, pulse=["A1", "B1"])
BOTH = GroupSetup(Form.FULL, (Perspective.LEADER, Perspective.STAFF), {}, "The management team")
STAFF = GroupSetup(Form.FULL, (Perspective.STAFF,), {}, "The management team")
TABLES = Tables(Random(5).shuffle)

Rows = Sequence[Sequence[object]]


def workbook(*sheets: Rows, names: Sequence[str] = ()) -> bytes:
    """An XLSX file with these sheets; ``None`` leaves a cell out."""
    content = BytesIO()
    book = xlsxwriter.Workbook(content)
    for at, rows in enumerate(sheets):
        sheet = book.add_worksheet(names[at] if names else None)
        for line, cells in enumerate(rows):
            for place, cell in enumerate(cells):
                if cell is not None:
                    sheet.write(line, place, cell)
    book.close()
    return content.getvalue()


def respelt(content: bytes, before: str, after: str, part: str = "xl/worksheets/sheet1.xml") -> bytes:
    """A workbook in which one part of its first sheet is written otherwise."""
    target = BytesIO()
    with ZipFile(BytesIO(content)) as packed, ZipFile(target, "w", ZIP_DEFLATED) as other:
        for name in packed.namelist():
            text = packed.read(name)
            assert name != part or before.encode() in text
            other.writestr(name, text.replace(before.encode(), after.encode()) if name == part else text)
    return target.getvalue()


def look(path: Path, setup: GroupSetup = BOTH, plan: Plan | None = None) -> LookedThrough:
    """What would be taken from a file, as planned or as the program proposes."""
    table = TABLES.read(str(path))
    return TABLES.look_through(table, plan or TABLES.plan(table, setup, ASKED), setup, ASKED)


def answers(found: LookedThrough) -> list[tuple[str, dict[str, int]]]:
    """Every sheet as its perspective and its codes, in an order of no meaning made comparable."""
    sheets = [
        (each.response.perspective.value, {item: one.code for item, one in each.response}) for each in found.sheets
    ]
    return sorted(sheets, key=str)
