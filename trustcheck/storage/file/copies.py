"""The automatic copies beside a data file: the last seven days on which something changed, one for each.

They lie in a private folder beside the file, numbered, because a clock may be set back; the day is for people to read.
Their own times say no more than that day. Whatever must not be told by two states of a file side by side is told by
none of them: an open check is in the newest copy only, and one that was closed only as it stands closed.
"""

import glob
import os
import re
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path

from trustcheck.app.store.safekeeping import COPIES_KEPT, Copy
from trustcheck.storage.file.atomic_files import put, remove, remove_companions

_SUFFIX = ".trustcheck"
SET_ASIDE = "set aside "
"""Before the day, in the name of what stood in the place of a file before a copy was put back."""
KEPT_HERE = "kept here, "
"""Before the day, in the name of what was open when another program put something else in its place."""
OTHER_LOG = "log brought, "
"""Before the day, in the name of a log that another program put in the place of the one of the same file."""
_FOLDER = " copies"
_NAME = re.compile(r"(\d{4,9}) (\d{4}-\d{2}-\d{2})\.trustcheck")
_KEPT_AS = re.compile(rf"(.+?)(?:\.schema-\d+| \({SET_ASIDE}[^)]*\))")
_HALF_COPY = re.compile(r"\.\d{4,9}(?: \d{4}-\d{2}-\d{2})?\.part")

_HALF = (".restoring", ".part", ".rescued", ".rescued-wal", ".rescued-shm")
MADE_IN = ".trustcheck-"
"""How the folders begin in which a new file is made before it has its place."""

MakeCopy = Callable[[Path], None]
"""Writes a whole copy into a new file."""


def folder_of(path: str) -> Path:
    """Where the automatic copies of a data file lie."""
    file = Path(path)
    own = file.stem if file.suffix == _SUFFIX else file.name
    return file.with_name(f"{own}{_FOLDER}")


def copies_of(path: str) -> tuple[Copy, ...]:
    """The copies beside a data file, the newest first; after them what was kept before an update or a restoring."""
    numbered = sorted(_numbered(path), reverse=True)
    daily = [Copy(str(each), _day(each)) for _number, each in numbered]
    return (*daily, *(Copy(str(each), None) for each in _kept_beside(path)))


def original_of(copy: str) -> str:
    """The data file beside which a file lies as one of its copies; empty where there is none."""
    file = Path(copy)
    kept = _KEPT_AS.fullmatch(file.stem)
    beside = [file.with_name(kept[1] + file.suffix)] if kept else []
    if _NAME.fullmatch(file.name) and file.parent.name.endswith(_FOLDER):
        own = file.parent.with_name(file.parent.name.removesuffix(_FOLDER))
        beside += [own.with_name(own.name + _SUFFIX), own]
    return next((str(each) for each in beside if each.is_file()), "")


def is_set_aside(copy: Copy) -> bool:
    """Whether it is what stood in the place of the file before a copy was put back, and perhaps nowhere else."""
    return copy.made_on is None and f" ({SET_ASIDE}" in Path(copy.path).name


def half_written(place: Path) -> list[Path]:
    """What may lie half written beside the place where a whole file is to be put."""
    return [place.with_name(f".{place.name}{each}") for each in _HALF]


def left_over(path: str) -> list[Path]:
    """What a program that was stopped by force left half-written beside a data file and among its copies."""
    file = Path(path)
    stem, suffix = re.escape(file.stem), re.escape(file.suffix)
    kept_here = rf"\.{stem} \({KEPT_HERE}[^)]*\){suffix}\.part"
    name = re.compile(rf"\.{_kept_names(file)}\.part|{stem}\.schema-\d+{suffix}\.new|{kept_here}")
    found = [*_half_copies(folder_of(path)), *file.parent.glob(f"{MADE_IN}*/{glob.escape(file.name)}*")]
    # What is open is put together there from what it was before and from its log.
    found += file.parent.glob(f"{MADE_IN}*/.{glob.escape(file.stem)} ({KEPT_HERE}*")
    found += half_written(file)
    with suppress(OSError):
        found += [each for each in file.parent.iterdir() if name.fullmatch(each.name)]
    return found


def add_copy(path: str, make: MakeCopy, on: date) -> Copy:
    """Make today's copy, in the place of an earlier one of the same day, and let go of those beyond the last seven."""
    folder = folder_of(path)
    folder.mkdir(mode=0o700, exist_ok=True)
    # A link leads to a folder that somebody made for more than this; the copies in it are private all the same.
    if not folder.is_symlink():
        folder.chmod(0o700)
    for each in _half_copies(folder):
        remove(each)
    known = sorted(_numbered(path))
    number = 1 + max((each for each, _copy in known), default=0)
    if known and _day(known[-1][1]) == on:
        number = known[-1][0]
    target = folder / f"{number:04} {on.isoformat()}.trustcheck"
    fresh = folder / f".{number:04}.part"
    try:
        make(fresh)
        date_by_day(fresh, on)
        remove_companions(target)
        put(fresh, target)
    finally:
        remove(fresh)
    for _number, old in sorted(_numbered(path))[:-COPIES_KEPT]:
        remove(old)
    return Copy(str(target), on)


def _numbered(path: str) -> list[tuple[int, Path]]:
    with suppress(OSError):
        found = [(_NAME.fullmatch(each.name), each) for each in folder_of(path).iterdir()]
        return [(int(name[1]), each) for name, each in found if name and each.is_file() and _day(each) is not None]
    return []


def _half_copies(folder: Path) -> list[Path]:
    """Copies that were never finished, and nothing that another program has there."""
    with suppress(OSError):
        return [each for each in folder.iterdir() if _HALF_COPY.fullmatch(each.name)]
    return []


def _day(copy: Path) -> date | None:
    name = _NAME.fullmatch(copy.name)
    try:
        return date.fromisoformat(name[2]) if name else None
    except ValueError:
        return None


def _kept_beside(path: str) -> list[Path]:
    file = Path(path)
    name = re.compile(_kept_names(file) + re.escape(file.suffix))
    with suppress(OSError):
        return sorted((each for each in file.parent.iterdir() if name.fullmatch(each.name)), reverse=True)
    return []


def _kept_names(file: Path) -> str:
    return rf"{re.escape(file.stem)}(?:\.schema-\d+| \({SET_ASIDE}[^)]*\))"


def date_by_day(path: Path, on: date) -> None:
    """A file says when it was written, to the second; a day is enough."""
    noon = datetime(on.year, on.month, on.day, 12, tzinfo=UTC).timestamp()
    with suppress(OSError, OverflowError, ValueError):
        os.utime(path, (noon, noon))
