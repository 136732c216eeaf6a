"""A workbook before anything reads it: unpacked within limits, and packed anew with nothing but its cells.

An XLSX file is an archive, and an archive can lie about its sizes, unpack a thousandfold, or name a part twice. What
the reader of cells gets to see is a copy in which every size is true.
"""

import re
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO

from trustcheck.app.ports import Cancelled, Refused
from trustcheck.exchange.xlsx_counts import Counts
from trustcheck.exchange.xlsx_extent import Extent
from trustcheck.words import gettext as _

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
                watch = Extent(name) if _SHEET.match(part.filename) else Counts(name)
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
