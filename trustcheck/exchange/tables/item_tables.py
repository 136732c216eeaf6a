"""Tables of questions: read from a workbook or a text file within its limits, and an empty one to fill in."""

import csv
from io import BytesIO, StringIO
from pathlib import Path

from trustcheck.app.authoring.item_table import COLUMNS, REQUIRED, ItemRow, ItemTable
from trustcheck.app.collecting.tables import RawTable
from trustcheck.domain.questionnaire.fitting import MOST_ITEMS
from trustcheck.exchange.exports.xlsx_lines import MADE
from trustcheck.exchange.tables.strict_reading import shortened
from trustcheck.exchange.tables.taking import read_table
from trustcheck.words import gettext as _

_WIDTHS = {"theme": 24, "question": 70, "reverse": 10, "example": 70}


class ItemTableFiles:
    """Fits :class:`~trustcheck.app.authoring.author.ItemTables`."""

    def read(self, path: str) -> ItemTable:
        return items_in(read_table(path))

    def template(self, kind: str) -> bytes:
        """The same bytes each time."""
        return _as_csv() if kind == "csv" else _as_xlsx()


def items_in(table: RawTable) -> ItemTable:
    """The rows below the head, whose columns may stand in any order. A head that is not understood is a mistake."""
    name = Path(table.name).name
    head = [each.strip().casefold() for each in table.row(0)] if table.rows else []
    mistakes = tuple(_wrong_columns(head))
    if not mistakes and table.rows - 1 > MOST_ITEMS:
        mistakes = (_("A questionnaire has at most {most} questions, and here are more.").format(most=MOST_ITEMS),)
    if mistakes:
        return ItemTable(name, (), mistakes)
    rows = (_row(table, at, head) for at in range(1, table.rows))
    return ItemTable(name, tuple(each for each in rows if any((each.theme, each.question, each.example))))


def _wrong_columns(head: list[str]) -> list[str]:
    said = [_("The column {name} is missing.").format(name=each) for each in REQUIRED if each not in head]
    known = ", ".join(COLUMNS)
    for at, each in enumerate(head):
        if each and each not in COLUMNS:
            told = _("The column {name} is not known. There can be: {known}.")
            said.append(told.format(name=shortened(each), known=known))
        elif each and each in head[:at]:
            said.append(_("The column {name} stands there twice.").format(name=each))
    return said


def _row(table: RawTable, at: int, head: list[str]) -> ItemRow:
    cells = dict(zip(head, (" ".join(each.split()) for each in table.row(at)), strict=False))
    return ItemRow(table.lines[at], *(cells.get(name, "") for name in COLUMNS))


def _as_csv() -> bytes:
    written = StringIO(newline="")
    csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerow(COLUMNS)
    return ("\ufeff" + written.getvalue()).encode()


def _as_xlsx() -> bytes:
    from xlsxwriter import Workbook

    written = BytesIO()
    never = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(written, {"in_memory": True, **never}) as book:
        book.set_properties({"created": MADE, "author": "", "title": "TrustCheck"})
        sheet, bold = book.add_worksheet(_("Questions")), book.add_format({"bold": True})
        for at, name in enumerate(COLUMNS):
            sheet.set_column(at, at, _WIDTHS[name])
            sheet.write_string(0, at, name, bold)
        sheet.data_validation(1, 2, MOST_ITEMS, 2, {"validate": "list", "source": ["yes", "no"]})
        sheet.freeze_panes(1, 0)
    return written.getvalue()
