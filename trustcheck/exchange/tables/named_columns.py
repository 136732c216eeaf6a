"""Tables whose columns are known by name: what is wrong with a head, and an empty or filled one as a file."""

import csv
from collections.abc import Sequence
from io import BytesIO, StringIO
from typing import TYPE_CHECKING, Any

from trustcheck.exchange.exports.xlsx_lines import MADE
from trustcheck.exchange.files.safe_cells import safe_cell
from trustcheck.exchange.tables.strict_reading import shortened
from trustcheck.words import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable


def wrong_columns(head: Sequence[str], columns: Sequence[str], required: Sequence[str]) -> list[str]:
    """One sentence for each column that is missing, not known, or there twice."""
    said = [_("The column {name} is missing.").format(name=each) for each in required if each not in head]
    known = ", ".join(columns)
    for at, each in enumerate(head):
        if each and each not in columns:
            told = _("The column {name} is not known. There can be: {known}.")
            said.append(told.format(name=shortened(each), known=known))
        elif each and each in head[:at]:
            said.append(_("The column {name} stands there twice.").format(name=each))
    return said


def as_csv(columns: Sequence[str], rows: Sequence[Sequence[str]] = ()) -> bytes:
    written = StringIO(newline="")
    writer = csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([safe_cell(each) for each in row] for row in rows)
    return ("\ufeff" + written.getvalue()).encode()


def as_xlsx(
    name: str,
    widths: dict[str, int],
    rows: Sequence[Sequence[str]] = (),
    also: "Callable[[Any], None] | None" = None,
) -> bytes:
    """The same bytes each time. ``widths`` of the columns by their names; ``also`` is done to the sheet."""
    from xlsxwriter import Workbook

    written = BytesIO()
    never = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(written, {"in_memory": True, **never}) as book:
        book.set_properties({"created": MADE, "author": "", "title": "TrustCheck"})
        sheet = book.add_worksheet(name)
        bold, wrap = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
        for at, (column, width) in enumerate(widths.items()):
            sheet.set_column(at, at, width)
            sheet.write_string(0, at, column, bold)
        for line, row in enumerate(rows, 1):
            for at, each in enumerate(row):
                sheet.write_string(line, at, str(safe_cell(each)), wrap)
        if also is not None:
            also(sheet)
        sheet.freeze_panes(1, 0)
    return written.getvalue()
