"""The log beside an open data file: kept from other programs, and missed where it was taken away all the same.

POSIX drops every lock a program holds on a file as soon as it closes any handle on that file, and more of a program
than its database opens files: the file dialog of a system looks into what it lists. Another program that then reads the
data file and closes it takes itself for the last one, and removes the log; whatever is written later would go nowhere.
"""

import os
import struct
import sys
from contextlib import suppress
from pathlib import Path

if sys.platform == "linux":
    import fcntl

_SHARED = (0x4000_0002, 510)
"""Where whoever reads holds a lock on the data file (``SHARED_FIRST``, ``SHARED_SIZE`` in SQLite's ``os.h``)."""
_IN_USE = (128, 1)
"""Where whoever uses the index of the log holds one on that (``UNIX_SHM_DMS`` in SQLite's ``os_unix.c``)."""

_HEAD, _END = 32, 4096
"""Bytes of the log by which it is known again: those that say which log it is, and about its last page."""

_LONG = 4 << 20
"""Bytes of the log from which on it is read into the file; SQLite's own 1,000 pages."""


class KeptLog:
    """Holds the same locks as the database once more, for the handles of this object alone (``F_OFD_SETLK``).

    Only Linux lets Python ask for such locks; everywhere, :meth:`is_gone` tells what they would have prevented.
    """

    def __init__(self, path: str) -> None:
        """``path`` is open for writing, with a log, and stays so until :meth:`let_go`."""
        self._log = Path(f"{path}-wal")
        self._identity = identity_of(self._log)
        self._seen, self._overwritten = self._look(), False
        self._long = _LONG
        self._held: list[tuple[int, tuple[int, int]]] = []
        for file, where in ((path, _SHARED), (f"{path}-shm", _IN_USE)):
            # A network folder may know no such locks.
            with suppress(OSError):
                self._hold(file, where)

    def is_gone(self) -> bool:
        """Whether the log that was written to last is no longer the one that lies there."""
        now = identity_of(self._log)
        if self._identity is None:
            self._identity = now
        return now is None or now != self._identity

    def note(self) -> None:
        """What stands in it now was written here."""
        if not self._overwritten:
            self._seen = self._look()

    @property
    def is_overwritten(self) -> bool:
        """Whether another program wrote into it, or cut it short, since the last :meth:`note`: what it holds now is not
        to be read into the file. Known by its length, its head and its end; that stays so."""
        now, seen = self._look(), self._seen
        # Where it is gone, or another one lies there, what was written here is still in the one that is open.
        if now is not None and seen is not None and now[0] == seen[0] and now != seen:
            self._overwritten = True
        return self._overwritten

    def is_long(self) -> bool:
        """Whether it is to be read into the file. Where somebody who reads keeps it from being emptied, that is tried
        again only when it has grown once more."""
        try:
            size = self._log.stat().st_size
        except OSError:
            return False
        if size < _LONG:
            self._long = _LONG
        is_long = size >= self._long
        if is_long:
            self._long = size + _LONG
        return is_long

    @property
    def is_replaced(self) -> bool:
        """Whether another log lies there: somebody else writes to the same file."""
        return identity_of(self._log) not in (None, self._identity)

    def let_go(self) -> None:
        """Let the database be the last one. Only :meth:`close` closes the handles, which would drop its locks too."""
        for handle, where in self._held:
            with suppress(OSError):
                _lock(handle, where, locks=False)

    def close(self) -> None:
        """Once the database has let go of the file."""
        while self._held:
            os.close(self._held.pop()[0])

    def _look(self) -> tuple[int, int, bytes, bytes] | None:
        try:
            with self._log.open("rb") as opened:
                found = os.fstat(opened.fileno())
                head = opened.read(_HEAD)
                opened.seek(max(0, found.st_size - _END))
                return found.st_ino, found.st_size, head, opened.read(_END)
        except OSError:
            return None

    def _hold(self, file: str, where: tuple[int, int]) -> None:
        if sys.platform != "linux":
            return
        handle = os.open(file, os.O_RDONLY)
        # Kept in any case: to close it now would drop the very locks this is about.
        self._held.append((handle, where))
        _lock(handle, where, locks=True)


def _lock(handle: int, where: tuple[int, int], *, locks: bool) -> None:
    if sys.platform == "linux":
        kind = fcntl.F_RDLCK if locks else fcntl.F_UNLCK
        fcntl.fcntl(handle, fcntl.F_OFD_SETLK, struct.pack("hhqqi4x", kind, os.SEEK_SET, *where, 0))


def identity_of(path: Path) -> tuple[int, int] | None:
    """Which file lies at a path, whatever it is called; ``None`` where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
