"""Putting a copy in the place of a data file; what stood there is set aside with its log, and never thrown away."""

import os
import shutil
from contextlib import closing, suppress
from datetime import date
from pathlib import Path

from trustcheck.storage.file import engine as engines
from trustcheck.storage.file.atomic_files import (
    free_name,
    make_private,
    put,
    remove,
    remove_companions,
    sync,
    sync_folder,
)
from trustcheck.storage.file.copies import SET_ASIDE
from trustcheck.storage.file.copy_refusals import require_name_of_its_own, require_place_for_file
from trustcheck.storage.file.key import FileKey
from trustcheck.storage.file.opening import make_folders, take_lock
from trustcheck.storage.file.strange_log import set_strange_aside
from trustcheck.storage.file.whole_copy import copy_of

_KEPT = ("-wal", "-journal")
"""What holds a part of a file beside it."""


def restore(copy: str, path: str, key: FileKey | None, on: date) -> str:
    """Put a whole copy of ``copy`` at ``path``; where what stood there lies now, or empty.

    Raises ``InUse`` while the file is open somewhere, ``OSError`` and the driver's errors, with the old file in place.
    """
    target = Path(os.path.realpath(path))
    require_place_for_file(target)
    require_name_of_its_own(target)
    make_folders(target)
    fresh = target.with_name(f".{target.name}.restoring")
    lock = take_lock(str(target))
    try:
        set_strange_aside(str(target))
        with closing(engines.driver_on(copy, engines.how_to_look(copy), key)) as source:
            copy_of(source, key, fresh)
        if not target.exists() and not engines.is_unfinished(str(target)):
            remove_companions(target)
            put(fresh, target)
            return ""
        return _put_over(fresh, target, on)
    finally:
        remove(fresh)
        lock.release()


def aside_name(path: Path, on: date) -> Path:
    """A free name beside a data file, under which what stood there is found again."""
    return free_name(path, f"{SET_ASIDE}{on.isoformat()}")


def _put_over(fresh: Path, target: Path, on: date) -> str:
    """Set aside what stands there, and put the fresh file in its place: both, or it is as it was."""
    aside = aside_name(target, on)
    try:
        _set_aside(target, aside)
        # A log that belongs to another file would be read into this one.
        remove_companions(target)
        sync_folder(target.parent)
        put(fresh, target)
    except BaseException:
        if fresh.exists():
            _take_back(target, aside)
        raise
    return next(str(each) for each in (aside, *(Path(f"{aside}{each}") for each in _KEPT)) if each.exists())


def _set_aside(target: Path, aside: Path) -> None:
    """Keep a file under another name, with the log or journal that belongs to it; the file stays in its place
    meanwhile."""
    for each in _KEPT:
        if Path(f"{target}{each}").exists():
            _copy(Path(f"{target}{each}"), Path(f"{aside}{each}"))
    if not target.exists():
        # Of a file that is gone the log alone.
        return
    try:
        os.link(target, aside)
    except OSError:
        # Some disks know no second name for a file.
        _copy(target, aside)


def _take_back(target: Path, aside: Path) -> None:
    """The file is still in its place: its log goes back to it, and it has no second name."""
    for each in _KEPT:
        with suppress(OSError):
            if not Path(f"{target}{each}").exists():
                Path(f"{aside}{each}").replace(f"{target}{each}")
    remove_companions(aside)
    remove(aside)


def _copy(path: Path, to: Path) -> None:
    make_private(to)
    shutil.copyfile(path, to)
    sync(to)
