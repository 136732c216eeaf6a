"""The XML of a workbook's part, seen piece by piece before its reader sees it, and never through half a tag."""

import html
import re
from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass, field
from sys import intern

from trustcheck.app.ports import Refused
from trustcheck.exchange.tables.text_tables import (
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    too_many_columns,
    too_many_rows,
    too_many_unread,
)
from trustcheck.words import gettext as _

_LONGEST_TAG = 1024 * 1024
"""Bytes of a tag, and of a cell: many times what a cell of a spreadsheet can hold."""


class TagWatch(ABC):
    """Override :meth:`watch`. Raises :class:`Refused` for what is no XML of a workbook."""

    def __init__(self, name: str) -> None:
        self.name, self._rest = name, b""
        self._has_runs = False

    def look_at(self, piece: bytes) -> bytes:
        """Look at the next piece, up to the last tag that begins in it; that one waits for what follows.

        What is returned is to be read in its place.
        """
        text = self._rest + piece
        whole = self._cut(text)
        self._rest = text[whole:]
        if b"\0" in piece or len(self._rest) > _LONGEST_TAG:
            raise unreadable(self.name)
        return self._watched(text[:whole])

    def settle(self) -> bytes:
        """Look at what is left once the part ends."""
        return self._watched(self._rest)

    @abstractmethod
    def watch(self, text: bytes) -> None:
        """Called with whole tags and what stands between them."""

    def _cut(self, text: bytes) -> int:
        return max(text.rfind(b"<"), 0)

    def _watched(self, text: bytes) -> bytes:
        self.watch(text)
        self._has_runs = self._has_runs or b"<r>" in text
        # Words in several looks are several runs. Not every program says that the spaces at their ends belong to
        # them, and the reader takes them away: "very good" would be "verygood".
        return text.replace(b"<t>", b'<t xml:space="preserve">') if self._has_runs else text


def unreadable(name: str) -> Refused:
    """The XML may be sound, and is still written in a way no spreadsheet program writes it."""
    return Refused(
        _("{name} is not written the way a spreadsheet program writes it.").format(name=name),
        _("Nothing was taken."),
        _("Open it in a spreadsheet program, save it as XLSX or CSV UTF-8, and try again."),
    )


# How many of a thing a part announces, seen before a reader makes room for them.
#
# A reader trusts the number in the first line: four billion words announced, and none there, end the whole program.


MOST_ANNOUNCED = 4_000_000
"""More words than fit into the bytes a workbook's words may take."""
_ANNOUNCED = re.compile(rb"""uniqueCount\s*=\s*["']?([0-9]{0,20})""")
_COUNT = re.compile(rb"""count\s*=\s*["']([0-9]{1,20})""")
_NO_PLACE_FOR = (b"<sheetData", b":sheetData", b"<!DOCTYPE")
"""Cells are measured where sheets are kept; a part that calls itself otherwise may not hold any."""


class AnnouncedCounts(TagWatch):
    """Raises :class:`~trustcheck.app.ports.Refused` where more is announced than can be there."""

    def watch(self, text: bytes) -> None:
        announced = _ANNOUNCED.findall(text)
        if not all(announced) or any(int(each) > MOST_ANNOUNCED for each in announced):
            raise unreadable(self.name)
        if any(int(each) > 2 * MOST_ANNOUNCED for each in _COUNT.findall(text)):
            raise unreadable(self.name)
        if any(each in text for each in _NO_PLACE_FOR):
            raise unreadable(self.name)


# How far the cells of a sheet reach, seen before a reader makes room for all that lies between them.
#
# Two cells in far corners are a few bytes in a file and many gigabytes in memory. A reader of cells makes room for
# the whole rectangle, so the rectangle is measured first. Cells that hold a look and nothing else take no room.


_CELL = re.compile(rb"<(?:[^\s<>/:]+:)?c[\s/>]")
_PLACED = re.compile(rb"""<(?:[^\s<>/:]+:)?c(?:\s[^<>]*?)?\sr\s*=\s*["']([A-Za-z]{1,3})([0-9]{1,7})["']""")
# The way all well-known programs write a cell, for which the search can run ahead.
_PLAIN = re.compile(rb'<c r="([A-Z]{1,3})([0-9]{1,7})"')
# Every place that is said at all: a tag may say two, and the reader of cells may believe the second.
_SAID = re.compile(rb"""r\s*=\s*["'][A-Za-z]+[0-9]+["']""")
_CELLS = (b"<c ", b"<c>", b"<c/", b"<c\t", b"<c\n", b"<c\r", b"<c\f", b"<c\v", b":c")
_ROWS = (b"<row", b":row")
_EMPTY = re.compile(rb"<c(?:\s[^<>]*)?(?:/>|>\s*</c>)")
_MOST_LINES = 1_048_576
"""Rows of a sheet as the format allows them, most of them with a look and nothing else."""

Places = list[tuple[bytes, bytes]]


@dataclass
class SheetMarks:
    """What a reader of cells does not tell of a sheet. Rows and columns are counted from 1."""

    hidden: set[int] = field(default_factory=set)
    """The rows nobody sees: hidden one by one, or by a filter."""
    unread: dict[tuple[int, int], str] = field(default_factory=dict)
    """Cells that are read as blank and are none: an error, or a formula without its value, as it stands there."""


class Extent(TagWatch):
    """Raises :class:`~trustcheck.app.ports.Refused` where a sheet reaches too far. Gathers ``marks``."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._rows, self._columns, self._begun = 0, 0, 0
        self._last_row = 0
        self.marks = SheetMarks()

    def watch(self, text: bytes) -> None:
        self._begun += sum(map(text.count, _ROWS))
        found = self._places(text)
        rows, columns = _reach(found)
        if self._reaches_too_far(rows, columns):
            rows, columns = _reach(self._places(_EMPTY.sub(b"", text)))
        self._rows, self._columns = max(self._rows, rows), max(self._columns, columns)
        self._check()
        self._note_rows(text)
        self.marks.unread.update(_unread(text))
        if len(self.marks.unread) > _MOST_UNREAD:
            raise too_many_unread(self.name)

    def _cut(self, text: bytes) -> int:
        """Before the last cell where its end has not come yet: a formula and its value are seen together."""
        at = max(text.rfind(b"<c "), text.rfind(b":c "))
        if at < 0:
            return super()._cut(text)
        ends = _end_of_cell(text, at)
        return max(super()._cut(text), ends) if ends else max(text.rfind(b"<", 0, at + 1), 0)

    def _places(self, text: bytes) -> Places:
        """The column and the row of every cell; each has to say where it stands."""
        found: Places = _PLAIN.findall(text)
        written_plainly = len(found) == text.count(b"<c") and b":c" not in text
        if not written_plainly and len(found) != sum(map(text.count, _CELLS)):
            found = _PLACED.findall(text)
            if len(found) != len(_CELL.findall(text)):
                raise unreadable(self.name)
        if len(_SAID.findall(text)) > len(found):
            raise unreadable(self.name)
        return found

    def _reaches_too_far(self, rows: int, columns: int) -> bool:
        rows, columns = max(self._rows, rows), max(self._columns, columns)
        return rows > MOST_ROWS or columns > MOST_COLUMNS or rows * columns > MOST_CELLS

    def _check(self) -> None:
        if self._rows > MOST_ROWS or self._begun > _MOST_LINES:
            raise too_many_rows(self.name)
        if self._columns > MOST_COLUMNS:
            raise too_many_columns(self.name)
        if self._rows * self._columns > MOST_CELLS:
            raise Refused(
                _("The cells of {name} lie too far apart to be read together.").format(name=self.name),
                _("Nothing was taken."),
                _("Copy the columns with answers into a new workbook, and try again."),
            )

    def _note_rows(self, text: bytes) -> None:
        """The hidden ones. A row that does not say its number is the next one."""
        if not self.marks.hidden and b"hidden" not in text:
            self._last_row = _last_number(text, self._last_row)
            return
        for said in _ROW.findall(text):
            number = _ROW_NUMBER.search(said)
            self._last_row = int(number.group(1)) if number else self._last_row + 1
            if _HIDDEN.search(said):
                self.marks.hidden.add(self._last_row)


_ROW = re.compile(rb"<(?:[^\s<>/:]+:)?row((?:\s[^<>]*)?)>")
_ROW_NUMBER = re.compile(rb"""\sr\s*=\s*["']([0-9]{1,7})["']""")
_HIDDEN = re.compile(rb"""\shidden\s*=\s*["'](?:1|true)["']""")


def _last_number(text: bytes, before: int) -> int:
    """The number of the last row that begins in a text; rows without one are counted on."""
    at = max(text.rfind(b"<row "), text.rfind(b":row "))
    number = _ROW_NUMBER.search(text, at, text.find(b">", at)) if at >= 0 else None
    return int(number.group(1)) if number else before + sum(map(text.count, _ROWS))


def _reach(places: Places) -> tuple[int, int]:
    if not places:
        return 0, 0
    columns = max(map(_number, {letters for letters, _digits in places}))
    return max(map(int, {digits for _letters, digits in places})), columns


def _number(letters: bytes) -> int:
    """The column that a workbook calls A, Z, AA ..., from 1."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number


# Cells that hold something and are read as if they held nothing.


_MOST_UNREAD = 400_000
_ERROR = re.compile(rb"""\st\s*=\s*["']e["']""")
_WITHOUT_VALUE = re.compile(
    rb"(?:</(?:[^\s<>/:]+:)?f>|<(?:[^\s<>/:]+:)?f(?:\s[^<>]*)?/>)(?!\s*<(?:[^\s<>/:]+:)?v(?:\s[^<>]*)?>[^<])"
)
_WHOLE_CELL = re.compile(rb"<((?:[^\s<>/:]+:)?)c(\s[^<>]*)>(.*?)</\1c>", re.DOTALL)
_CELL_ENDS = re.compile(rb"</(?:[^\s<>/:]+:)?c>")
_PLACE = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{1,3})([0-9]{1,7})["']""")
_FORMULA = re.compile(rb"<(?:[^\s<>/:]+:)?f(?:\s[^<>]*)?(?:/>|>([^<]*)<)")
_VALUE = re.compile(rb"<(?:[^\s<>/:]+:)?v(?:\s[^<>]*)?>([^<]+)<")
_BLANK_VALUE = re.compile(rb"<(?:[^\s<>/:]+:)?v[\s/>]")
_IS_TEXT = re.compile(rb"""\st\s*=\s*["']str["']""")
_LONGEST = 200
"""Letters of a formula or an error that are kept."""


def _end_of_cell(text: bytes, at: int) -> int:
    """Where the cell ends whose first tag begins at or just before ``at``; 0 where its end has not come yet."""
    tag_ends = text.find(b">", at)
    if tag_ends < 0 or text[tag_ends - 1 : tag_ends] == b"/":
        return tag_ends + 1
    end = _CELL_ENDS.search(text, tag_ends)
    return end.end() if end else 0


def _unread(text: bytes) -> Iterator[tuple[tuple[int, int], str]]:
    """The place and the words of each: ``#N/A``, or the formula whose value was never worked out and stored."""
    # Most pieces of most sheets hold neither a formula nor an error, and that is seen at once.
    may_hold_errors = b'"e"' in text or b"'e'" in text
    may_hold_formulas = b"<f" in text or b":f" in text
    if not (may_hold_errors and _ERROR.search(text)) and not (may_hold_formulas and _WITHOUT_VALUE.search(text)):
        return
    for _prefix, said, inside in _WHOLE_CELL.findall(text):
        if (told := _told(said, inside)) and (place := _PLACE.search(said)):
            yield (int(place.group(2)), _number(place.group(1))), told


def _told(said: bytes, inside: bytes) -> str:
    value = _VALUE.search(inside)
    if _ERROR.search(said):
        words = _words(value.group(1)) if value else ""
        return words if len(words) > 1 and words.startswith("#") else "#" + (words or "N/A")
    formula = _FORMULA.search(inside)
    # What was worked out may be no letters at all: that is kept as a text without letters.
    if formula is None or value is not None or (_IS_TEXT.search(said) and _BLANK_VALUE.search(inside)):
        return ""
    # Of several alike, only the first is written out.
    return "=" + (_words(formula.group(1) or b"") or "\u2026")


def _words(said: bytes) -> str:
    return intern(html.unescape(said[:_LONGEST].decode("utf-8", "replace")).strip())
