"""How far the cells of a sheet reach, seen before a reader makes room for all that lies between them.

Two cells in far corners are a few bytes in a file and many gigabytes in memory. A reader of cells makes room for the
whole rectangle, so the rectangle is measured first.
"""

import re

from trustcheck.app.ports import Refused
from trustcheck.exchange.tables_limits import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, too_many_columns, too_many_rows
from trustcheck.exchange.xlsx_tags import TagWatch, unreadable
from trustcheck.words import gettext as _

_CELL = re.compile(rb"<(?:[^\s<>/:]+:)?c[\s/>]")
_PLACED = re.compile(rb"""<(?:[^\s<>/:]+:)?c(?:\s[^<>]*?)?\sr\s*=\s*["']([A-Za-z]{1,3})([0-9]{1,7})["']""")
# The way all well-known programs write a cell, for which the search can run ahead.
_PLAIN = re.compile(rb'<c r="([A-Z]{1,3})([0-9]{1,7})"')
# Every place that is said at all: a tag may say two, and the reader of cells may believe the second.
_SAID = re.compile(rb"""r\s*=\s*["'][A-Za-z]+[0-9]+["']""")
_CELLS = (b"<c ", b"<c>", b"<c/", b"<c\t", b"<c\n", b"<c\r", b"<c\f", b"<c\v", b":c")
_ROWS = (b"<row", b":row")

Places = list[tuple[bytes, bytes]]


class Extent(TagWatch):
    """Raises :class:`~trustcheck.app.ports.Refused` where a sheet reaches too far."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._rows, self._columns, self._begun = 0, 0, 0

    def watch(self, text: bytes) -> None:
        self._begun += sum(map(text.count, _ROWS))
        if found := self._places(text):
            self._columns = max(self._columns, *map(_number, {letters for letters, _digits in found}))
            self._rows = max(self._rows, *map(int, {digits for _letters, digits in found}))
        self._check()

    def _places(self, text: bytes) -> Places:
        """The column and the row of every cell; each has to say where it stands."""
        found: Places = _PLAIN.findall(text)
        if len(found) != sum(map(text.count, _CELLS)):
            found = _PLACED.findall(text)
            if len(found) != len(_CELL.findall(text)):
                raise unreadable(self.name)
        if len(_SAID.findall(text)) > len(found):
            raise unreadable(self.name)
        return found

    def _check(self) -> None:
        if max(self._rows, self._begun) > MOST_ROWS:
            raise too_many_rows(self.name)
        if self._columns > MOST_COLUMNS:
            raise too_many_columns(self.name)
        if self._rows * self._columns > MOST_CELLS:
            raise Refused(
                _("The cells of {name} lie too far apart to be read together.").format(name=self.name),
                _("Nothing was taken."),
                _("Copy the columns with answers into a new workbook, and try again."),
            )


def _number(letters: bytes) -> int:
    """The column that a workbook calls A, Z, AA ..., from 1."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number
