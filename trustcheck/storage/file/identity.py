"""Knowing the open data file again: by more than its name, because other programs write to folders as well.

What brings folders up to date on several computers puts another version over a file, takes it away, or writes into it,
and asks nobody. The database notices none of it: what it saves then goes to a file without a name, or into another one.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from pathlib import Path

from trustcheck.storage.file.atomic_files import make_private, put, remove, sync
from trustcheck.storage.file.log_owner import LastState
from trustcheck.storage.file.read_handle import ReadHandle
from trustcheck.storage.file.wal_guard import identity_of

_OPEN: set[str] = set()


class FoundFile(Enum):
    """What lies where the file was opened."""

    SAME = "same"
    GONE = "gone"
    REPLACED = "replaced"
    OVERWRITTEN = "overwritten"
    LOG_OVERWRITTEN = "log overwritten"
    """The file itself is the one that was opened, without what was saved last."""


class KnownFile:
    """One data file that is open for writing, and what is known of it."""

    def __init__(self, path: str) -> None:
        """``path`` is open with a log, which only this program reads into it until :meth:`close`."""
        self._path = path
        self._handle = ReadHandle(path)
        self._identity = identity_of(Path(path))
        _OPEN.add(path)
        self.last = LastState(path, self._handle)

    def found(self) -> FoundFile:
        """What lies there now. Costs two questions to the system, and reading the file where somebody touched it."""
        identity = identity_of(Path(self._path))
        if identity is None:
            return FoundFile.GONE
        if identity != self._identity:
            return FoundFile.REPLACED
        return FoundFile.SAME if self.last.is_that_of_now() else FoundFile.OVERWRITTEN

    @contextmanager
    def changing(self, *, at_end: bool = False) -> Iterator[None]:
        """This program reads the log into the file, and knows it afterwards as it is then, but for ``at_end``."""
        with self.last.changing(at_end=at_end):
            yield

    def give_away(self) -> None:
        """What another program wrote into the file that is open becomes a file of its own in its place, byte for byte,
        and what is open has no name any more. Raises ``OSError``; all is as it was then."""
        place = Path(self._path)
        fresh = place.with_name(f".{place.name}.part")
        try:
            make_private(fresh)
            with fresh.open("r+b") as written:
                for some in self._handle.pieces():
                    written.write(some)
            sync(fresh)
            os.utime(fresh, ns=self._handle.times)
            put(fresh, place)
        finally:
            remove(fresh)

    def close(self) -> None:
        """Once the database has let go of the file."""
        _OPEN.discard(self._path)
        self.last.stop()
        self._handle.close()


def is_open_here(path: str) -> bool:
    """Whether this very program has the file open for writing."""
    return path in _OPEN
