"""Lines as CSV that spreadsheet programs open as it is: UTF-8 with its mark, and no cell that is a formula."""

import csv
from collections.abc import Sequence
from io import StringIO
from itertools import chain, zip_longest

from trustcheck.app.carrying.export_lines import COLUMNS, ExportLine, cells, lines_of, told
from trustcheck.app.carrying.exporting import ExportWriter
from trustcheck.app.ports import Progress
from trustcheck.exchange.files.safe_cells import safe_cell

_MARK = "\ufeff"


def lines_to_csv(lines: Sequence[ExportLine], progress: Progress | None = None) -> bytes:
    """A heading and a row for each line; texts in quotes, numbers without."""
    written = StringIO(newline="")
    writer = csv.writer(written, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(_row(line) for line in told(lines, progress))
    return (_MARK + written.getvalue()).encode()


def csv_holds(content: bytes, lines: Sequence[ExportLine]) -> bool:
    """Whether the bytes read back as these lines."""
    text = content.decode("utf-8-sig")
    read = csv.reader(StringIO(text, newline=""))
    wanted = chain([list(COLUMNS)], ([str(cell) for cell in _row(line)] for line in lines))
    return all(one == other for one, other in zip_longest(read, wanted))


def _row(line: ExportLine) -> list[str | int]:
    return ["" if cell is None else cell for cell in map(safe_cell, cells(line))]


WRITER = ExportWriter(gather=lines_of, write=lines_to_csv, holds=csv_holds)
