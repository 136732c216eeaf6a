"""The sheets of a workbook, unpacked within limits, and the rows of each."""

import posixpath
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from trustcheck.app.ports import Cancelled, Refused
from trustcheck.exchange.tables.sheet_rows import NumberedRows, SheetRows
from trustcheck.exchange.tables.sheet_xml import AnnouncedCounts, Extent, SheetMarks, TagWatch, unreadable
from trustcheck.words import gettext as _

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

# A workbook before anything reads it: unpacked within limits, and packed anew with nothing but its cells.
#
# An XLSX file is an archive, and an archive can lie about its sizes, unpack a thousandfold, or name a part twice.
# What the reader of cells gets to see is a copy in which every size is true.


MOST_PARTS = 200
"""Sheets and what belongs to their cells; pictures and charts beside them are not unpacked."""
MOST_UNPACKED = 256 * 1024 * 1024
"""Bytes; the cells of a hundred thousand people take two thirds of it."""
MOST_WORDS = 64 * 1024 * 1024
"""Bytes of everything but the sheets: the words that cells share are held in memory while a sheet is read."""
MOST_GROWTH = 100
_SMALL = 1024 * 1024
"""Up to here a part may unpack as far as it likes: an empty sheet of few words is mostly repetition."""
PIECE = 1024 * 1024
_WORKBOOK, _LINKS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_OF_CELLS = re.compile(
    r"\[content_types\]\.xml|_rels/\.rels|xl/_rels/[^/]+\.rels|xl/[^/]+\.xml|xl/worksheets/[^/]+\.xml", re.IGNORECASE
)
_SHEET = re.compile(r"xl/worksheets/", re.IGNORECASE)
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""All that a workbook uses. Other ways to pack may ask for gigabytes before they give a byte."""


@dataclass(frozen=True, slots=True)
class CleanCopy:
    """The parts of a workbook that make up its cells, and what a reader of cells would not tell of them."""

    content: BytesIO
    marks: Mapping[str, SheetMarks]
    """By the name of the part, in small letters."""


def clean_copy(content: bytes, name: str, still_wanted: Callable[[], None]) -> CleanCopy:
    """Raises :class:`Refused` in one sentence."""
    target, marks = BytesIO(), {}
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed, _new_archive(target) as clean:
            for part in _wanted(packed, name):
                watch = Extent(name) if _SHEET.match(part.filename) else AnnouncedCounts(name)
                for _piece in _copied(packed, part, clean, watch):
                    still_wanted()
                if isinstance(watch, Extent):
                    marks[part.filename.lower()] = watch.marks
    except (Refused, Cancelled, MemoryError):
        raise
    except Exception as problem:
        # Whatever it is that a broken archive breaks.
        raise damaged(name) from problem
    target.seek(0)
    return CleanCopy(target, marks)


def damaged(name: str) -> Refused:
    return Refused(
        _("{name} is damaged, or is no workbook.").format(name=name),
        _("Nothing was taken."),
        _("Save it once more as XLSX, or as CSV UTF-8, and try again."),
    )


def unpacks_too_far(name: str) -> Refused:
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
    if len(wanted) > MOST_PARTS or sum(each.file_size for each in wanted) > MOST_UNPACKED:
        raise unpacks_too_far(name)
    known = all(part.compress_type in _PACKED for part in parts)
    if not known or len(set(names)) < len(names) or _WORKBOOK not in names:
        raise damaged(name)
    if sum(part.file_size for part in wanted if not _SHEET.match(part.filename)) > MOST_WORDS:
        raise unpacks_too_far(name)
    if not all(map(is_within_limits, wanted)):
        raise unpacks_too_far(name)
    return wanted


def is_within_limits(part: zipfile.ZipInfo) -> bool:
    """Whether a part says of itself that it unpacks no further than the cells of a table do."""
    return part.compress_type in _PACKED and part.file_size <= max(_SMALL, part.compress_size * MOST_GROWTH)


def _copied(packed: zipfile.ZipFile, part: zipfile.ZipInfo, clean: zipfile.ZipFile, watch: TagWatch) -> Iterator[bytes]:
    """One part, piece by piece: its length is checked by unpacking it, its check sum at the end."""
    with packed.open(part) as source, clean.open(part.filename, "w") as target:
        while piece := source.read(PIECE):
            target.write(watch.look_at(piece))
            yield piece
        target.write(watch.settle())


def _new_archive(target: BytesIO) -> zipfile.ZipFile:
    return zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1)


def sheets_of_workbook(content: bytes, name: str, still_wanted: Callable[[], None]) -> Iterator[SheetRows]:
    """Every sheet with anything in it, in the order of the workbook; each is loaded when it is asked for.

    ``still_wanted`` is called now and then while the file is unpacked, and may raise ``Cancelled``. Raises
    :class:`Refused` where the file is damaged, or larger than a table can be.
    """
    clean = clean_copy(content, name, still_wanted)
    marks = _marks_in_order(clean, name)
    workbook = _opened(clean, name)
    if marks and len(marks) != len(workbook.sheets_metadata):
        raise unreadable(name)
    for at, said in enumerate(workbook.sheets_metadata):
        own = marks[at] if marks else SheetMarks()
        sheet = _sheet(workbook, at, name)
        if sheet is None or (sheet.start is None and not own.unread):
            continue
        still_wanted()
        is_hidden = said.visible != type(said.visible).Visible
        rows = _rows(sheet, own.unread, name)
        yield SheetRows(said.name, rows, max(sheet.total_height, 1), is_hidden=is_hidden, hidden=own.hidden)


def _opened(clean: CleanCopy, name: str) -> "CalamineWorkbook":
    import python_calamine

    try:
        return python_calamine.CalamineWorkbook.from_filelike(clean.content)
    except BaseException as problem:
        raise _damage(problem, name) from problem


def _sheet(workbook: "CalamineWorkbook", at: int, name: str) -> "CalamineSheet | None":
    """A sheet of cells; ``None`` for one that is a chart."""
    from python_calamine import SheetTypeEnum

    if workbook.sheets_metadata[at].typ != SheetTypeEnum.WorkSheet:
        return None
    try:
        return workbook.get_sheet_by_index(at)
    except BaseException as problem:
        raise _damage(problem, name) from problem


def _rows(sheet: "CalamineSheet", unread: Mapping[tuple[int, int], str], name: str) -> NumberedRows:
    """The rows with what was not read put where it stands."""
    try:
        if unread:
            yield from _mended(sheet, unread)
            return
        for line, cells in enumerate(sheet.iter_rows(), start=1):
            if cells.count("") < len(cells):
                yield line, cells
    except Cancelled:
        raise
    except BaseException as problem:
        raise _damage(problem, name) from problem


def _mended(sheet: "CalamineSheet", unread: Mapping[tuple[int, int], str]) -> NumberedRows:
    # The reader leaves out the blank columns before the first that it sees anything in, and the rows after the last.
    first = sheet.start[1] + 1 if sheet.start is not None else 1
    begins = min(first, *(column for _row, column in unread))
    width = max(first + sheet.width - 1, *(column for _row, column in unread)) - begins + 1
    by_row: dict[int, list[tuple[int, str]]] = {}
    for (row, column), told in unread.items():
        by_row.setdefault(row, []).append((column - begins, told))
    read = enumerate(sheet.iter_rows(), start=1) if sheet.start is not None else iter(())
    line = 0
    for line, cells in read:
        whole: list[object] = [*[""] * (first - begins), *cells]
        whole += [""] * (width - len(whole))
        for at, told in by_row.pop(line, ()):
            whole[at] = told
        if whole.count("") < len(whole):
            yield line, whole
    for after in sorted(by_row):
        beyond: list[object] = [""] * width
        for at, told in by_row[after]:
            beyond[at] = told
        yield after, beyond


def _damage(problem: BaseException, name: str) -> BaseException:
    """What a failure of the reader means. One that it did not foresee is no ordinary exception to Python."""
    ordinary = isinstance(problem, Exception) or type(problem).__name__ == "PanicException"
    return damaged(name) if ordinary and not isinstance(problem, (Refused, Cancelled, MemoryError)) else problem


# Which part a sheet is kept in: its name leads to a number, and the number to the part.


_SHEET_TAG = re.compile(rb"<(?:[^\s<>/:]+:)?sheet\s([^<>]*)>")
_LINK_TAG = re.compile(rb"<(?:[^\s<>/:]+:)?Relationship\s([^<>]*)>")
_SAID = re.compile(rb"""([\w.:-]+)\s*=\s*["']([^"']*)["']""")


def _marks_in_order(clean: CleanCopy, name: str) -> list[SheetMarks]:
    """Of every sheet of the workbook; none at all where nothing is marked.

    What is marked in a part that no sheet names cannot be told, and is not passed over.
    """
    marked = {part: marks for part, marks in clean.marks.items() if marks.hidden or marks.unread}
    if not marked:
        return []
    with zipfile.ZipFile(clean.content) as packed:
        parts = {part.lower(): part for part in packed.namelist()}
        links, sheets = (packed.read(parts[each]) if each in parts else b"" for each in (_LINKS, _WORKBOOK))
    clean.content.seek(0)
    targets = {each.get("id"): _part(each.get("target", "")) for each in _tags(_LINK_TAG, links)}
    found = [targets.get(_link(each), "") for each in _tags(_SHEET_TAG, sheets)]
    if not marked.keys() <= set(found):
        raise unreadable(name)
    return [marked.get(part, SheetMarks()) for part in found]


def _tags(kind: re.Pattern[bytes], text: bytes) -> Iterator[dict[str, str]]:
    """The attributes of every tag of a kind."""
    for inside in kind.findall(text):
        yield {key.decode().lower(): value.decode("utf-8", "replace") for key, value in _SAID.findall(inside)}


def _link(tag: Mapping[str, str]) -> str | None:
    return next((value for key, value in tag.items() if key.endswith(":id")), None)


def _part(target: str) -> str:
    return posixpath.normpath(posixpath.join("/xl", target)).lstrip("/").lower()
