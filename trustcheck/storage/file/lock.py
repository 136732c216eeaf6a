"""One TrustCheck at a time on one data file, held by the operating system: it vanishes with a killed process."""

import os
import sys
from contextlib import suppress
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

# Whoever handed over the folder may have put a link where the lock will be; Windows asks before it makes one.
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)


class Held(Exception):
    """Somebody else holds the lock."""


class FileLock:
    """A lock on a small empty file beside the data file, which goes when the lock is let go.

    It is not taken on the data file itself: closing any handle on that would drop SQLite's own locks.
    """

    def __init__(self, path: str) -> None:
        """Take the lock, or raise :class:`Held`; :class:`OSError` where the folder cannot be written."""
        self.path = Path(path)
        self._handle = self._taken()

    def _taken(self) -> int:
        while True:
            handle = os.open(self.path, os.O_RDWR | os.O_CREAT | _NO_LINK, 0o600)
            try:
                _lock(handle)
            except OSError as error:
                os.close(handle)
                if isinstance(error, (BlockingIOError, PermissionError)):
                    raise Held from error
                raise
            if self._is_current(handle):
                return handle
            # The one before us removed the file between our opening and our locking it.
            os.close(handle)

    def _is_current(self, handle: int) -> bool:
        try:
            return os.path.samestat(os.fstat(handle), self.path.stat())
        except FileNotFoundError:
            return False

    def release(self) -> None:
        """Remove the file and let go, in the order the system allows."""
        if sys.platform != "win32":
            with suppress(OSError):
                # Where the folder was moved, another window may have put its own there.
                if self._is_current(self._handle):
                    self.path.unlink()
        os.close(self._handle)
        if sys.platform == "win32":
            # Refused while somebody else has it open, and then it is theirs to remove.
            with suppress(OSError):
                self.path.unlink()


def _lock(handle: int) -> None:
    if sys.platform == "win32":
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
