"""An open data file as it is read beside the database that writes it: by one handle, and by several threads."""

import os
from collections.abc import Iterator
from threading import Lock

_CHUNK = 1 << 20
_HEAD = 100
"""Bytes at the beginning of a database, among them its size in pages and its counter of changes."""

FileLook = tuple[int, int, int, bytes]


class ReadHandle:
    """Never opened again while the database has the file: to close a second one would drop the locks of the database.
    Each method raises ``OSError``."""

    def __init__(self, path: str) -> None:
        self._handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        # Where it is read next is one place for all threads, and Windows has no reading that says where.
        self._turn = Lock()

    @property
    def size(self) -> int:
        """Bytes."""
        return os.fstat(self._handle).st_size

    @property
    def times(self) -> tuple[int, int]:
        """When it was read and written last, in nanoseconds."""
        found = os.fstat(self._handle)
        return found.st_atime_ns, found.st_mtime_ns

    def look(self) -> FileLook:
        """What changes with nearly every change of the file: size, times, and head."""
        found = os.fstat(self._handle)
        # Some tools put the old time back; the system itself keeps when something was last done to a file.
        return found.st_size, found.st_mtime_ns, found.st_ctime_ns, self._at(0, _HEAD)

    def pieces(self) -> Iterator[bytes]:
        """All of it, from its beginning."""
        place = 0
        while some := self._at(place, _CHUNK):
            yield some
            place += len(some)

    def close(self) -> None:
        os.close(self._handle)

    def _at(self, place: int, length: int) -> bytes:
        with self._turn:
            os.lseek(self._handle, place, os.SEEK_SET)
            return os.read(self._handle, length)
