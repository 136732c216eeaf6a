"""Which files hold what people answered: they are neither replaced nor read as anything else."""

import os
import re
import shutil
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from trustcheck.app.ports import Refused
from trustcheck.words import gettext as _

_SUFFIX = ".trustcheck"
_BESIDE = re.compile(r"-(wal|shm|journal|open|lock)$", re.IGNORECASE)
"""What SQLite and the lock lay beside a data file."""


def lies_beside_a_data_file(file: Path) -> bool:
    """Whether a name is that of a log, what it belongs to, a journal or a lock: any may hold a part of a data file."""
    return _BESIDE.search(file.name) is not None


def is_of_a_data_file(file: Path) -> bool:
    """Whether a file is a data file or a part of one, told without opening it: closing any handle on an open one would
    drop the locks that keep its log (POSIX). Links are followed.
    """
    target = Path(os.path.realpath(file))
    held = target.with_name(_BESIDE.sub("", target.name))
    return (
        held.name.lower().endswith(_SUFFIX)
        or (held != target and held.exists())
        # One under any other name that is open in a window.
        or os.path.lexists(f"{target}-lock")
    )


# Too little memory while a file is read is no trouble of the program: it is told like any file that is too large.


@contextmanager
def enough_memory(name: str) -> Iterator[None]:
    """Raises :class:`~trustcheck.app.ports.Refused` in one sentence where memory ends; ``name`` is the file's."""
    try:
        yield
    except MemoryError as problem:
        raise Refused(
            _("{name} needs more memory than there is, and was not read.").format(name=name),
            _("Nothing was taken or changed."),
            _("Close other programs and try again."),
        ) from problem


# What a program that was ended by force left half written beside a report or an export: taken away by the next one.
#
# A name alone proves nothing: whoever is writing still holds a lock on it, which the system lets go with the program.


if sys.platform != "win32":
    import fcntl

PREFIX, SUFFIX = ".trustcheck-", ".part"
_OURS = re.compile(rf"{re.escape(PREFIX)}[a-z0-9_]{{8}}(?:{re.escape(SUFFIX)})?")


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Until the block is left, nobody takes what is written at ``path`` for something that was left."""
    if sys.platform == "win32":
        # Nobody takes anything away there.
        yield
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        # Some disks know no locks; there, none is taken by whoever looks either.
        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        os.close(handle)


def clear_left(folder: Path) -> int:
    """Take away what nobody is writing any more; how many there were. Never raises."""
    cleared = 0
    with suppress(OSError):
        for each in sorted(folder.iterdir()):
            if _OURS.fullmatch(each.name):
                cleared += _cleared(each)
    return cleared


def _cleared(path: Path) -> bool:
    if sys.platform == "win32":
        return False
    with suppress(OSError):
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            found = os.fstat(handle)
            if os.path.samestat(found, path.lstat()) and _is_ours(path, found):
                shutil.rmtree(path) if stat.S_ISDIR(found.st_mode) else path.unlink()
                return True
        finally:
            os.close(handle)
    return False


def _is_ours(path: Path, found: os.stat_result) -> bool:
    """Made by this account for itself alone, and with no second name; a folder with nothing in it that we never put
    into one."""
    if found.st_uid != os.geteuid() or found.st_mode & 0o077:
        return False
    if path.name.endswith(SUFFIX):
        return stat.S_ISREG(found.st_mode) and found.st_nlink == 1
    inside = path.rglob("*") if stat.S_ISDIR(found.st_mode) else iter((path,))
    return all(not each.is_symlink() and (each.is_file() or each.is_dir()) for each in inside) and path.is_dir()
