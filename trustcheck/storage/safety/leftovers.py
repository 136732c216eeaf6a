"""What a program that was ended by force left half written of data files: taken away, what anybody can read first.

Nothing that was saved is in it and nowhere else: what is written here becomes a file once it is whole, and what it is
made from is thrown away later still. A log and what it belongs to are no leftovers, and are read into their file.
"""

import os
from contextlib import suppress
from pathlib import Path

from trustcheck.storage.file.atomic_files import companions, remove
from trustcheck.storage.file.copies import MADE_IN, copies_of, half_written, left_over
from trustcheck.storage.file.engine import has_journal
from trustcheck.storage.file.key import is_protected
from trustcheck.storage.file.lock import FileLock, Held

_LOCK = "-lock"


def anew(path: Path) -> Path:
    """Where a file is written under another passphrase before it takes its place."""
    return path.with_name(f".{path.name}.anew")


def clear_beside(path: str) -> int:
    """Take away what was left of a data file and its copies; how many files. For whoever has the lock of the file."""
    written = [anew(each) for each in (Path(path), *(Path(copy.path) for copy in copies_of(path)))]
    found = [*left_over(path), *(more for each in written for more in (each, *companions(each)))]
    # One with which nothing is undone any more.
    done = [] if has_journal(path) else [Path(f"{path}-journal")]
    return _removed([*found, *done])


def clear_at(path: str) -> int:
    """As :func:`clear_beside`, for a file that nobody has open; and what was left in its folder of others that were to
    be put there. Never raises."""
    cleared = 0
    with suppress(OSError, Held):
        real = os.path.realpath(path)
        if _has_left_over(real):
            lock = FileLock(f"{real}{_LOCK}")
            try:
                cleared = clear_beside(real)
            finally:
                lock.release()
    return cleared + clear_in(Path(path).absolute().parent)


def _has_left_over(path: str) -> bool:
    files = (Path(path), *(Path(copy.path) for copy in copies_of(path)))
    return Path(path).is_file() and any(each.exists() for each in (*map(anew, files), *left_over(path)))


def clear_in(folder: Path) -> int:
    """Take away files that were to be put into a folder and are half written; how many. Whoever writes one has the
    lock beside its place, and whoever was ended by force left that there too."""
    cleared = 0
    with suppress(OSError):
        for each in sorted(folder.glob(f"*{_LOCK}")):
            place = each.with_name(each.name.removesuffix(_LOCK))
            if any(part.exists() for part in half_written(place)) and each.stat().st_size == 0:
                with suppress(OSError, Held):
                    lock = FileLock(str(each))
                    try:
                        cleared += _removed(half_written(place))
                    finally:
                        lock.release()
    return cleared


def _removed(found: list[Path]) -> int:
    there = [each for each in dict.fromkeys(found) if each.is_file() and not each.is_symlink()]
    there.sort(key=lambda each: is_protected(str(each)))
    for each in there:
        remove(each)
        if each.parent.name.startswith(MADE_IN):
            with suppress(OSError):
                each.parent.rmdir()
    return sum(not each.exists() for each in there)
