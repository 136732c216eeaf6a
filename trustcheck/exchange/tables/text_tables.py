"""The rows of a table that is kept as text: comma, semicolon or tab between the cells."""

import csv
from collections.abc import Iterable, Iterator
from io import BytesIO, StringIO, TextIOWrapper

from trustcheck.app.ports import Refused
from trustcheck.exchange.tables.strict_reading import text_in
from trustcheck.words import gettext as _

# How large a table may be, and the one sentence about one that is larger.


MOST_COLUMNS = 1_000
MOST_ROWS = 110_000
"""Headings and a hundred thousand people, with room for what stands above them."""
MOST_CELLS = 8_000_000
"""Rows times columns, filled or not; a hundred thousand people with eighty columns."""
MOST_KINDS = 2_000
"""Different texts of one column. What holds more is nothing of ours, and no more of it is kept."""


def too_many_rows(name: str) -> Refused:
    return _too_large(name, _("more than {limit} rows").format(limit=f"{MOST_ROWS:,}"))


def too_many_columns(name: str) -> Refused:
    return _too_large(name, _("more than {limit} columns").format(limit=f"{MOST_COLUMNS:,}"))


def too_many_cells(name: str) -> Refused:
    return _too_large(name, _("more than {limit} cells").format(limit=f"{MOST_CELLS:,}"))


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
_PARTING = "".join(_SEPARATORS) + " \r\n"
_MOST_SEPARATORS = 100_000
"""In one row, those inside quoted words among them."""
_LOOKED_AT = 256 * 1024
_ROWS_LOOKED_AT = 12


def rows_of_text(content: bytes, name: str) -> Iterator[tuple[int, list[str]]]:
    """Every row that is not blank, with the line on which it begins. Raises :class:`Refused`.

    The text is read piece by piece: a hundred thousand rows never stand in memory twice.
    """
    separator = _separator(text_in(content, name))
    with TextIOWrapper(BytesIO(content), encoding="utf-8-sig", newline="") as text:
        lines = _Lines(text, separator, name)
        reader = csv.reader(lines, delimiter=separator, strict=True)
        begins = 1
        try:
            for cells in reader:
                lines.begin_row()
                if len(cells) > MOST_COLUMNS:
                    raise too_many_columns(name)
                if _says_something(cells):
                    yield begins, cells
                begins = reader.line_num + 1  # a quoted cell may run over several lines
        except csv.Error as problem:
            raise Refused(
                _("{name}, line {line}: the quoting or the text breaks off here.").format(
                    name=name, line=reader.line_num
                ),
                _("Nothing was taken."),
                _("Open the file in the program it came from, save it as CSV UTF-8 and try again."),
            ) from problem


def _says_something(cells: list[str]) -> bool:
    """A row of nothing but signs that part cells is blank, whichever of them it is that parts the others."""
    return any(map(str.strip, cells)) and bool("".join(cells).strip(_PARTING))


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
