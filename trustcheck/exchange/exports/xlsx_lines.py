"""Lines as a workbook with three sheets: answers, results, promises. It holds no author, no clock time, no formula."""

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from trustcheck.app.carrying.export_lines import COLUMNS, ExportLine, Sort, cells, lines_of, told
from trustcheck.app.carrying.exporting import ExportWriter
from trustcheck.app.ports import Progress, Refused
from trustcheck.exchange.files.safe_cells import safe_cell
from trustcheck.words import gettext as _
from trustcheck.words.numbers import grouped

MOST_ROWS = 200_000
"""Of one sheet. It could hold five times as many, which hardly a program opens."""
MADE = datetime(2000, 1, 1, tzinfo=UTC)
"""A day that says nothing; a workbook has to name one."""
_WIDTHS = {"organisation": 24, "check": 7, "begun": 11, "closed": 11, "kind": 14, "view": 8, "row": 6, "what": 11,
           "id": 14, "words": 60, "answer": 20, "points": 8, "low": 6, "high": 6, "n": 6, "text": 60,
           "who": 20, "status": 9, "questions": 14}  # fmt: skip


def lines_to_xlsx(lines: Sequence[ExportLine], progress: Progress | None = None) -> bytes:
    """The same lines give the same bytes. Raises :class:`Refused` where a sheet cannot hold as many."""
    from xlsxwriter import Workbook

    written = BytesIO()
    # In memory: what is written beside goes into a folder that others use too.
    never = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(written, {"in_memory": True, **never}) as book:
        book.set_properties({"created": MADE, "author": "", "title": "TrustCheck"})
        formats = {"bold": book.add_format({"bold": True}), "wrap": book.add_format({"text_wrap": True})}
        for sort, name in _names().items():
            _fill(book.add_worksheet(name), [each for each in lines if each.sort is sort], formats, progress)
    return written.getvalue()


def xlsx_holds(content: bytes, lines: Sequence[ExportLine]) -> bool:
    """Whether the bytes read back as these lines."""
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_filelike(BytesIO(content))
    return book.sheet_names == list(_names().values()) and all(
        _read(book.get_sheet_by_name(name)) == [list(COLUMNS), *(_wanted(each) for each in lines if each.sort is sort)]
        for sort, name in _names().items()
    )


def _names() -> dict[Sort, str]:
    return {Sort.ANSWER: _("Answers"), Sort.RESULT: _("Results"), Sort.PROMISE: _("Promises")}


def _fill(sheet: Any, lines: Sequence[ExportLine], formats: dict[str, Any], progress: Progress | None) -> None:
    if len(lines) > MOST_ROWS:
        raise Refused(
            _("A workbook of ours ends after {limit} rows a sheet; this needs {number}.").format(
                limit=grouped(MOST_ROWS), number=grouped(len(lines))
            ),
            _("Nothing was written."),
            _("Choose CSV or JSON, or one organisation alone."),
        )
    for at, name in enumerate(COLUMNS):
        sheet.set_column(at, at, _WIDTHS[name])
        sheet.write_string(0, at, name, formats["bold"])
    sheet.freeze_panes(1, 0)
    for number, line in enumerate(told(lines, progress), start=1):
        for at, cell in enumerate(map(safe_cell, cells(line))):
            if isinstance(cell, str) and cell:
                sheet.write_string(number, at, cell, formats["wrap"])
            elif isinstance(cell, int):
                sheet.write_number(number, at, cell)


def _wanted(line: ExportLine) -> list[str | float]:
    return ["" if cell is None else cell for cell in map(safe_cell, cells(line))]


def _read(sheet: Any) -> list[list[Any]]:
    """Every row as wide as the heading: what is empty at its end is left out by some readers."""
    rows = sheet.to_python(skip_empty_area=False)
    return [[*row, *[""] * (len(COLUMNS) - len(row))] for row in rows]


WRITER = ExportWriter(gather=lines_of, write=lines_to_xlsx, holds=xlsx_holds)
