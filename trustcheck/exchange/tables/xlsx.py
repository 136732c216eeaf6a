"""The rows of a workbook: its first sheet with anything in it."""

import re
import zipfile
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from trustcheck.app.ports import Cancelled, Refused
from trustcheck.exchange.tables.text_tables import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, too_many_columns, too_many_rows
from trustcheck.words import gettext as _

if TYPE_CHECKING:
    from python_calamine import CalamineSheet


# The XML of a workbook's part, seen piece by piece before its reader sees it, and never through half a tag.


_LONGEST_TAG = 1024 * 1024


class TagWatch(ABC):
    """Override :meth:`watch`. Raises :class:`Refused` for what is no XML of a workbook."""

    def __init__(self, name: str) -> None:
        self.name, self._rest = name, b""

    def look_at(self, piece: bytes) -> None:
        """Look at the next piece, up to the last tag that begins in it; that one waits for what follows."""
        text = self._rest + piece
        whole = max(text.rfind(b"<"), 0)
        self._rest = text[whole:]
        if b"\0" in piece or len(self._rest) > _LONGEST_TAG:
            raise unreadable(self.name)
        self.watch(text[:whole])

    def settle(self) -> None:
        """Look at what is left once the part ends."""
        self.watch(self._rest)

    @abstractmethod
    def watch(self, text: bytes) -> None:
        """Called with whole tags and what stands between them."""


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


class AnnouncedCounts(TagWatch):
    """Raises :class:`~trustcheck.app.ports.Refused` where more is announced than can be there."""

    def watch(self, text: bytes) -> None:
        announced = _ANNOUNCED.findall(text)
        if not all(announced) or any(int(each) > MOST_ANNOUNCED for each in announced):
            raise unreadable(self.name)
        if any(int(each) > 2 * MOST_ANNOUNCED for each in _COUNT.findall(text)):
            raise unreadable(self.name)


# How far the cells of a sheet reach, seen before a reader makes room for all that lies between them.
#
# Two cells in far corners are a few bytes in a file and many gigabytes in memory. A reader of cells makes room for
# the whole rectangle, so the rectangle is measured first.


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


# A workbook before anything reads it: unpacked within limits, and packed anew with nothing but its cells.
#
# An XLSX file is an archive, and an archive can lie about its sizes, unpack a thousandfold, or name a part twice.
# What the reader of cells gets to see is a copy in which every size is true.


MOST_PARTS = 200
MOST_UNPACKED = 256 * 1024 * 1024
"""Bytes; the cells of a hundred thousand people take two thirds of it."""
MOST_WORDS = 64 * 1024 * 1024
"""Bytes of everything but the sheets: the words that cells share are held in memory while a sheet is read."""
MOST_GROWTH = 100
_SMALL = 1024 * 1024
"""Up to here a part may unpack as far as it likes: an empty sheet of few words is mostly repetition."""
_PIECE = 1024 * 1024
_OF_CELLS = re.compile(
    r"\[content_types\]\.xml|_rels/\.rels|xl/_rels/[^/]+\.rels|xl/[^/]+\.xml|xl/worksheets/[^/]+\.xml", re.IGNORECASE
)
_SHEET = re.compile(r"xl/worksheets/", re.IGNORECASE)
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""All that a workbook uses. Other ways to pack may ask for gigabytes before they give a byte."""


def clean_copy(content: bytes, name: str, still_wanted: Callable[[], None]) -> BytesIO:
    """The parts of a workbook that make up its cells. Raises :class:`Refused` in one sentence."""
    target = BytesIO()
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed, _new_archive(target) as clean:
            for part in _wanted(packed, name):
                watch = Extent(name) if _SHEET.match(part.filename) else AnnouncedCounts(name)
                for piece in _copied(packed, part, clean):
                    still_wanted()
                    watch.look_at(piece)
                watch.settle()
    except (Refused, Cancelled, MemoryError):
        raise
    except Exception as problem:
        # Whatever it is that a broken archive breaks.
        raise damaged(name) from problem
    target.seek(0)
    return target


def damaged(name: str) -> Refused:
    return Refused(
        _("{name} is damaged, or is no workbook.").format(name=name),
        _("Nothing was taken."),
        _("Save it once more as XLSX, or as CSV UTF-8, and try again."),
    )


def _unpacks_too_far(name: str) -> Refused:
    return Refused(
        _("{name} unpacks to far more than a table of answers holds, and was not read.").format(name=name),
        _("Nothing was taken."),
        _("Copy the columns with answers into a new workbook, and try again."),
    )


def _wanted(packed: zipfile.ZipFile, name: str) -> list[zipfile.ZipInfo]:
    """The parts to read, once what the archive says of itself is within the limits."""
    parts = packed.infolist()
    names = [part.filename.lower() for part in parts]
    wanted = [part for part in parts if _OF_CELLS.fullmatch(part.filename)]
    if len(parts) > MOST_PARTS or sum(part.file_size for part in wanted) > MOST_UNPACKED:
        raise _unpacks_too_far(name)
    known = all(part.compress_type in _PACKED for part in parts)
    if not known or len(set(names)) < len(names) or "xl/workbook.xml" not in names:
        raise damaged(name)
    if sum(part.file_size for part in wanted if not _SHEET.match(part.filename)) > MOST_WORDS:
        raise _unpacks_too_far(name)
    for part in wanted:
        if part.file_size > max(_SMALL, part.compress_size * MOST_GROWTH):
            raise _unpacks_too_far(name)
    return wanted


def _copied(packed: zipfile.ZipFile, part: zipfile.ZipInfo, clean: zipfile.ZipFile) -> Iterator[bytes]:
    """One part, piece by piece: its length is checked by unpacking it, its check sum at the end."""
    with packed.open(part) as source, clean.open(part.filename, "w") as target:
        while piece := source.read(_PIECE):
            target.write(piece)
            yield piece


def _new_archive(target: BytesIO) -> zipfile.ZipFile:
    return zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1)


def rows_of_workbook(
    content: bytes, name: str, still_wanted: Callable[[], None]
) -> tuple[Iterator[tuple[int, Sequence[object]]], int]:
    """Every row that is not blank with its number in the sheet, and how many rows the sheet has.

    ``still_wanted`` is called now and then while the file is unpacked, and may raise ``Cancelled``. Raises
    :class:`Refused` where the file is damaged, or larger than a table can be.
    """
    sheet = _first_sheet(clean_copy(content, name, still_wanted), name)
    return _rows(sheet, name), max(sheet.total_height, 1)


def _first_sheet(clean: BytesIO, name: str) -> "CalamineSheet":
    import python_calamine

    try:
        workbook = python_calamine.CalamineWorkbook.from_filelike(clean)
        sheets = (workbook.get_sheet_by_index(at) for at in range(len(workbook.sheet_names)))
        found = next((sheet for sheet in sheets if sheet.start is not None), None)
    except BaseException as problem:
        raise _damage(problem, name) from problem
    if found is None:
        raise Refused(_("{name} is empty.").format(name=name), _("Nothing was taken."))
    return found


def _rows(sheet: "CalamineSheet", name: str) -> Iterator[tuple[int, Sequence[object]]]:
    try:
        for line, cells in enumerate(sheet.iter_rows(), start=1):
            if cells.count("") < len(cells):
                yield line, cells
    except Cancelled:
        raise
    except BaseException as problem:
        raise _damage(problem, name) from problem


def _damage(problem: BaseException, name: str) -> BaseException:
    """What a failure of the reader means. One that it did not foresee is no ordinary exception to Python."""
    ordinary = isinstance(problem, Exception) or type(problem).__name__ == "PanicException"
    return damaged(name) if ordinary and not isinstance(problem, (Refused, Cancelled, MemoryError)) else problem
