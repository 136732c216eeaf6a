"""The rows of a table that is kept as text: comma, semicolon or tab between the cells."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO, StringIO, TextIOWrapper
from itertools import islice

from trustcheck.app.ports import Refused
from trustcheck.exchange.tables.strict_reading import check_text
from trustcheck.exchange.tables.text_blocks import CellBlock, block_of
from trustcheck.words import gettext as _
from trustcheck.words.numbers import grouped

# How large a table may be, and the one sentence about one that is larger.


MOST_COLUMNS = 1_000
MOST_ROWS = 110_000
"""Headings and a hundred thousand people, with room for what stands above them."""
MOST_CELLS = 8_000_000
"""RowBatch times columns, filled or not; a hundred thousand people with eighty columns."""
MOST_KINDS = 2_000
"""Different texts of one column. What holds more is nothing of ours, and no more of it is kept."""


def too_many_rows(name: str) -> Refused:
    return _too_large(name, _("more than {limit} rows").format(limit=grouped(MOST_ROWS)))


def too_many_columns(name: str) -> Refused:
    return _too_large(name, _("more than {limit} columns").format(limit=grouped(MOST_COLUMNS)))


def too_many_cells(name: str) -> Refused:
    return _too_large(name, _("more than {limit} cells").format(limit=grouped(MOST_CELLS)))


def too_many_unread(name: str) -> Refused:
    return _too_large(name, _("hundreds of thousands of cells with an error, or with a formula and no value"))


def _too_large(name: str, what: str) -> Refused:
    return Refused(
        _("{name} holds {what}, and was not read.").format(name=name, what=what),
        _("Nothing was taken."),
        _("Keep the columns and rows with answers, and try again."),
    )


_SEPARATORS = (";", "\t", ",")
"""Where two part a text alike, the first of them: a comma may be a number's own."""
PARTING = "".join(_SEPARATORS) + " \r\n"
_MOST_SEPARATORS = 100_000
"""In one row, those inside quoted words among them."""
_MOST_LINES_IN_A_CELL = 1_000
_LOOKED_AT = 256 * 1024
_ROWS_LOOKED_AT = 12


RowBatch = list[tuple[int, Sequence[object]]]
"""RowBatch with the line on which each begins."""

TOP = 30
"""RowBatch at the top, the headings among them; the longest of them says how many columns there are."""
_STEP = 1_000
FIRST_PIECE, PIECE = 32 * 1024, 2 * 1024 * 1024
_MARK = b"\xef\xbb\xbf"


def rows_of_text(content: bytes, name: str) -> "Iterator[RowBatch | CellBlock]":
    """The rows of a text, many at a time; one in which nothing stands may be among those of a block.

    The text is read piece by piece: a hundred thousand rows never stand in memory twice. Raises :class:`Refused`.
    """
    check_text(content, name)
    separator = _separator(content[:_LOOKED_AT].decode("utf-8", "ignore").removeprefix("\ufeff"))
    at, line, width = len(_MARK) * content.startswith(_MARK), 1, 0
    while at < len(content):
        piece = _piece(content, at, PIECE if width else FIRST_PIECE)
        block = block_of(piece, separator.encode(), width, line) if width else None
        reader = _RowReader(piece, separator, name, line)
        try:
            batch: RowBatch | CellBlock = block if block is not None else list(reader)
        except csv.Error:
            # The piece ends inside of a cell, or the text is broken: the rest is read to where that is.
            yield from _one_by_one(content[at:], separator, name, line)
            return
        if isinstance(batch, list):
            width = width or max((len(cells) for _line, cells in batch[:TOP]), default=0)
        if not isinstance(batch, list) or batch:
            yield batch
        line = line + piece.count(b"\n") if block is not None else reader.next_line
        at += len(piece)


def _piece(content: bytes, at: int, size: int) -> bytes:
    """Whole rows from a place on, as many as there are in ``size`` bytes, and one at least."""
    while at + size < len(content):
        piece = content[at : at + size]
        after, quotes = len(piece), piece.count(b'"')
        for _each in range(_MOST_LINES_IN_A_CELL):
            end = piece.rfind(b"\n", 0, after)
            if end < 0:
                break
            quotes -= piece.count(b'"', end, after)
            if quotes % 2 == 0:
                return piece[: end + 1]
            after = end
        size *= 2
    return content[at:]


def _one_by_one(rest: bytes, separator: str, name: str, line: int) -> Iterator[RowBatch]:
    reader = _RowReader(rest, separator, name, line)
    rows = iter(reader)
    try:
        while batch := list(islice(rows, _STEP)):
            yield batch
    except csv.Error as problem:
        raise Refused(
            _("{name}, line {line}: the quoting or the text breaks off here.").format(
                name=name, line=reader.next_line - 1
            ),
            _("Nothing was taken."),
            _("Open the file in the program it came from, save it as CSV UTF-8 and try again."),
        ) from problem


class _RowReader:
    """RowBatch that are not blank, each with the line on which it begins."""

    def __init__(self, piece: bytes, separator: str, name: str, line: int) -> None:
        self._piece, self._separator, self._name, self._line = piece, separator, name, line
        self.next_line = line

    def __iter__(self) -> Iterator[tuple[int, Sequence[object]]]:
        with TextIOWrapper(BytesIO(self._piece), encoding="utf-8", newline="") as text:
            lines = _Lines(text, self._separator, self._name)
            reader = csv.reader(lines, delimiter=self._separator, strict=True)
            begins = self._line
            while True:
                try:
                    cells = next(reader, None)
                finally:
                    self.next_line = self._line + reader.line_num
                if cells is None:
                    return
                lines.begin_row()
                if len(cells) > MOST_COLUMNS:
                    raise too_many_columns(self._name)
                if _says_something(cells):
                    yield begins, cells
                begins = self.next_line  # a quoted cell may run over several lines


def _says_something(cells: list[str]) -> bool:
    """A row of nothing but signs that part cells is blank, whichever of them it is that parts the others."""
    return any(map(str.strip, cells)) and bool("".join(cells).strip(PARTING))


class _Lines:
    """The lines of a text. A row with far too many cells is refused before a list is made of them."""

    def __init__(self, text: Iterable[str], separator: str, name: str) -> None:
        self._text, self._separator, self._name = iter(text), separator, name
        self._separators = 0

    def begin_row(self) -> None:
        self._separators = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._text)
        self._separators += line.count(self._separator)
        if self._separators > _MOST_SEPARATORS:
            raise too_many_columns(self._name)
        return line


def _separator(text: str) -> str:
    """Whichever splits most of the first rows into equally many cells, and into most of them.

    Counting alone would not do: headings that are whole questions hold commas of their own.
    """
    return max(_SEPARATORS, key=lambda each: _fit(text[:_LOOKED_AT], each))


def _fit(text: str, separator: str) -> tuple[int, int]:
    try:
        rows = list(csv.reader(StringIO(text, newline=""), delimiter=separator))
    except csv.Error:
        return 0, 0
    widths = [len(cells) for cells in rows[:_ROWS_LOOKED_AT] if any(map(str.strip, cells))]
    usual = max(widths, key=lambda each: (widths.count(each), each), default=1)
    # Alike rows say more than wide ones. Where most have one cell, whatever parts any of them at all.
    return (widths.count(usual) ** 2 * (usual - 1), 0) if usual > 1 else (0, sum(map(len, rows)) - len(rows))
