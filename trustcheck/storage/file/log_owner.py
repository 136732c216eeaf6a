"""What an open data file held when its log was begun, in a file beside it: what the log belongs to.

A log says of its pages neither whose they are nor what the others were. Where another program puts another file in the
place of the open one, or writes over it, this copy and the log are still whole together; and a log that was left by
force is read into no other file. A protected file's copy is as unreadable as the file.
"""

import os
import struct
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from trustcheck.storage.file.atomic_files import make_private, remove, sync

COPIED_UP_TO = 16 << 20
"""Bytes of a data file of which a copy is kept while it is open; of a larger one its sum alone."""

_CHUNK = 1 << 20
_MARK = b"TrustCheck was here\0"
_DIGEST = 32
_WHICH_LOG = slice(16, 24)
"""Where a log says which of a file's logs it is: two numbers that are drawn anew as each is begun (its salts)."""
_UNKNOWN = bytes(8)
_ENDS = struct.Struct(f">{len(_MARK)}s?Q{_DIGEST}s8s8s")
"""Which log it is stands there twice: a loss of power may leave one of them half written."""


class Kept(NamedTuple):
    """What stands beside a file about the state its log belongs to."""

    size: int
    digest: bytes
    is_copied: bool
    log: bytes = _UNKNOWN

    def may_belong(self, path: str) -> bool:
        """Whether the log beside ``path`` is, as far as is known, the one that was begun in this state."""
        return self.log == _UNKNOWN or which_log(path) in {b"", self.log}


class LastState:
    """The copy beside one open file. Nothing raises: without room for it, there is none."""

    def __init__(self, path: str, handle: int) -> None:
        """``handle`` reads the data file at ``path``, and is closed by whoever opened it."""
        self.path, self._handle = place_of(path), handle
        self._file, self._size = path, 0
        self._digest, self._log = b"", _UNKNOWN
        self.keep()

    def note_log(self) -> None:
        """Something was written to the log, which has a beginning by now. Costs the disk something for the first time
        alone; without room for it, that is not known."""
        log = which_log(self._file)
        if self._digest and log != self._log:
            with suppress(OSError):
                self._end(self._size, self._digest, log)
                self._log = log

    @contextmanager
    def changing(self, *, at_end: bool = False) -> Iterator[None]:
        """The log is read into the file meanwhile: between two states, it belongs to whatever file is there. ``at_end``
        the file is closed next, and what it holds then need not be known again."""
        with suppress(OSError):
            # On the disk before the first page of the file is another one.
            self._end(0, bytes(_DIGEST), _UNKNOWN, is_whole=False)
        try:
            yield
        finally:
            if not at_end:
                self.keep()

    def keep(self) -> None:
        """Keep the file as it is now; without room for that, know it again all the same."""
        try:
            self._keep()
        except OSError:
            self.forget()
            with suppress(OSError):
                self._digest = _digest_of(self._handle)

    def is_that_of(self, handle: int) -> bool:
        """Whether a file holds, byte for byte, what was kept last."""
        return bool(self._digest) and _digest_of(handle) == self._digest

    def forget(self) -> None:
        self._digest = b""
        remove(self.path)

    def _keep(self) -> None:
        if not self.path.exists():
            make_private(self.path)
        size = os.fstat(self._handle).st_size
        is_copied = size <= COPIED_UP_TO
        digest = blake2b(digest_size=_DIGEST)
        # Written over in its place, so that nothing that was deleted from the file is left in it.
        with self.path.open("r+b") as beside:
            for some in read(self._handle):
                digest.update(some)
                if is_copied:
                    beside.write(some)
            beside.write(_ENDS.pack(_MARK, True, size, digest.digest(), _UNKNOWN, _UNKNOWN))
            beside.truncate()
        self._size, self._digest, self._log = size, digest.digest(), _UNKNOWN

    def _end(self, size: int, digest: bytes, log: bytes, *, is_whole: bool = True) -> None:
        """Raises ``OSError``."""
        with self.path.open("r+b") as beside:
            beside.seek(-_ENDS.size, os.SEEK_END)
            beside.write(_ENDS.pack(_MARK, is_whole, size, digest, log, log))
        sync(self.path)


def place_of(path: str) -> Path:
    return Path(f"{path}-open")


def kept_of(path: str) -> Kept | None:
    """What is known of the state that a log left beside ``path`` belongs to; ``None`` where that is nothing certain."""
    beside = place_of(path)
    try:
        with beside.open("rb") as opened:
            size = opened.seek(0, os.SEEK_END) - _ENDS.size
            opened.seek(max(size, 0))
            mark, is_whole, length, digest, log, again = _ENDS.unpack(opened.read(_ENDS.size))
            if mark != _MARK or not is_whole or size not in (0, length):
                return None
            is_copied = size == length
            # A loss of power may have left any part of it.
            if is_copied and _digest_of(opened.fileno(), length) != digest:
                return None
    except (OSError, struct.error):
        return None
    return Kept(length, digest, is_copied, log if log == again else _UNKNOWN)


def which_log(path: str) -> bytes:
    """What tells the log beside a file from any other log of it; empty where there is none."""
    with suppress(OSError), Path(f"{path}-wal").open("rb") as opened:
        return opened.read(_WHICH_LOG.stop)[_WHICH_LOG]
    return b""


def holds(path: str, kept: Kept) -> bool:
    """Whether the file at ``path`` is in the state that was kept. To be asked of no file that this program has open:
    to read it would drop its locks."""
    try:
        with Path(path).open("rb") as opened:
            return os.fstat(opened.fileno()).st_size == kept.size and _digest_of(opened.fileno()) == kept.digest
    except FileNotFoundError:
        return False


def write_as_it_was(path: str, kept: Kept, fresh: Path) -> None:
    """Write the file as it was kept into a new private one. Raises ``OSError``."""
    make_private(fresh)
    left = kept.size
    with place_of(path).open("rb") as opened, fresh.open("r+b") as written:
        while left and (some := opened.read(min(_CHUNK, left))):
            written.write(some)
            left -= len(some)
    sync(fresh)


def _digest_of(handle: int, length: int | None = None) -> bytes:
    digest = blake2b(digest_size=_DIGEST)
    for some in read(handle, length):
        digest.update(some)
    return digest.digest()


def read(handle: int, length: int | None = None) -> Iterator[bytes]:
    """An open file from its beginning, in pieces, up to ``length`` bytes."""
    os.lseek(handle, 0, os.SEEK_SET)
    left = length
    while some := os.read(handle, _CHUNK if left is None else min(_CHUNK, left)):
        yield some
        left = None if left is None else left - len(some)
