"""Putting a copy in the place of a data file; what stood there is set aside with its log, and never thrown away."""

import os
import shutil
from contextlib import closing
from datetime import date
from itertools import count
from pathlib import Path

from trustcheck.storage import engine as engines
from trustcheck.storage.durable_files import put, remove, sync, sync_folder
from trustcheck.storage.file_key import FileKey
from trustcheck.storage.opening import make_folders, take_lock
from trustcheck.storage.whole_copy import copy_of

_COMPANIONS = ("-wal", "-shm", "-journal")


def restore(copy: str, path: str, key: FileKey | None, on: date) -> str:
    """Put a whole copy of ``copy`` at ``path``; where what stood there lies now, or empty.

    Raises ``InUse`` while the file is open somewhere, ``OSError`` and the driver's errors, with the old file in place.
    """
    target = Path(os.path.realpath(path))
    make_folders(target)
    fresh = target.with_name(f".{target.name}.restoring")
    lock = take_lock(str(target))
    try:
        with closing(engines.driver_on(copy, engines.how_to_look(copy), key)) as source:
            copy_of(source, key, fresh)
        aside = _set_aside(target, on) if target.exists() else ""
        # A log that belongs to another file would be read into this one.
        for companion in _COMPANIONS:
            remove(Path(f"{target}{companion}"))
        sync_folder(target.parent)
        put(fresh, target)
        return aside
    finally:
        remove(fresh)
        lock.release()


def aside_name(path: Path, on: date) -> Path:
    """A free name beside a data file, under which what stood there is found again."""
    for number in count(1):
        more = f", {number}" if number > 1 else ""
        aside = path.with_name(f"{path.stem} (set aside {on.isoformat()}{more}){path.suffix}")
        if not aside.exists():
            break
    return aside


def _set_aside(target: Path, on: date) -> str:
    """Keep a file under another name, with the log that belongs to it; the file stays in its place meanwhile."""
    aside = aside_name(target, on)
    log = Path(f"{target}-wal")
    if log.exists():
        shutil.copyfile(log, f"{aside}-wal")
        Path(f"{aside}-wal").chmod(0o600)
        sync(Path(f"{aside}-wal"))
    try:
        os.link(target, aside)
    except OSError:
        # Some disks know no second name for a file.
        shutil.copyfile(target, aside)
        aside.chmod(0o600)
        sync(aside)
    return str(aside)
