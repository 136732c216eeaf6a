"""What an open data file held when its log was begun, in a file beside it: what the log belongs to.

A log says of its pages neither whose they are nor what the others were. Where another program puts another file in the
place of the open one, or writes over it, this copy and the log are still whole together; and a log that was left by
force is read into no other file. A protected file's copy is as unreadable as the file.
"""

import os
import struct
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from hashlib import blake2b
from pathlib import Path
from threading import Event, Thread
from typing import BinaryIO, NamedTuple

from trustcheck.storage.file.atomic_files import make_private, remove, sync
from trustcheck.storage.file.read_handle import FileLook, ReadHandle

COPIED_UP_TO = 16 << 20
"""Bytes of a data file of which a copy is kept while it is open; of a larger one its sum alone."""

AT_ONCE = 1 << 20
"""Bytes of a data file that is kept as it is opened; a larger one is when it is first needed, or a moment later."""
OPENING = 0.25
"""Seconds after a larger file is open in which it is shown first, where nobody needs the sum sooner."""

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
    """The copy beside one open file. Nothing raises: without room for it, there is none.

    A larger file that is opened is copied and summed up on a thread of its own, behind what a person waits for. Where
    it is touched before, it counts as another one. Whoever is about to write waits for it, as a log must belong to
    something.
    """

    def __init__(self, path: str, handle: ReadHandle) -> None:
        """``handle`` reads the data file at ``path``, and is closed by whoever opened it, after :meth:`stop`."""
        self.path, self._handle = place_of(path), handle
        self._file, self._size = path, 0
        self._digest, self._log = b"", _UNKNOWN
        self._later: _Later | None = None
        self.seen = handle.look()
        """How the file looked when it was kept, or has looked since without being another one."""
        self.keep(after=OPENING)
        if which_log(path):
            # Left by force, and read by nobody but this file.
            self.settle()

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
        self.stop()
        with suppress(OSError):
            # On the disk before the first page of the file is another one.
            self._end(0, bytes(_DIGEST), _UNKNOWN, is_whole=False)
        try:
            yield
        finally:
            if at_end:
                self.seen = self._handle.look()
            else:
                self.keep()

    def keep(self, *, after: float = 0) -> None:
        """Keep the file as it is now; without room for that, know it again all the same. So many seconds ``after``, or
        when it is needed, where it is a larger one."""
        self.stop()
        self._digest, self.seen = b"", self._handle.look()
        self._later = _Later(after, partial(self._keep_what_was, self.seen))
        if after and self._handle.size > AT_ONCE:
            self._later.start()
        else:
            self._later.run()

    def settle(self) -> None:
        """Wait until the file is kept: what is written next must belong to it."""
        if self._later is not None:
            self._later.need()

    def stop(self) -> None:
        """What is not kept by now is not needed any more."""
        if self._later is not None:
            self._later.stop()

    def is_that_of_now(self) -> bool:
        """Whether the file holds, byte for byte, what was kept last. Costs reading it where somebody touched it."""
        now = self._handle.look()
        if now == self.seen:
            return True
        self.settle()
        if not self._digest or _digest_of(self._handle.pieces()) != self._digest:
            return False
        self.seen = now
        return True

    def forget(self) -> None:
        self.stop()
        self._forget()

    def _forget(self) -> None:
        self._digest = b""
        remove(self.path)

    def _keep_what_was(self, seen: FileLook, later: "_Later") -> None:
        """Nothing is kept where another program touched the file since it was ``seen``."""
        with suppress(OSError):
            size, digest = self._written_or_summed(later)
            if later.is_stopped:
                return
            if self._handle.look() == seen:
                self._size, self._digest, self._log = size, digest, _UNKNOWN
                return
        self._forget()

    def _written_or_summed(self, later: "_Later") -> tuple[int, bytes]:
        try:
            return self._write(later)
        except OSError:
            self._forget()
            return self._handle.size, _digest_of(later.pieces_of(self._handle))

    def _write(self, later: "_Later") -> tuple[int, bytes]:
        if not self.path.exists():
            make_private(self.path)
        size = self._handle.size
        is_copied = size <= COPIED_UP_TO
        digest = blake2b(digest_size=_DIGEST)
        # Written over in its place, so that nothing that was deleted from the file is left in it.
        with self.path.open("r+b") as beside:
            for some in later.pieces_of(self._handle):
                digest.update(some)
                if is_copied:
                    beside.write(some)
            if not later.is_stopped:
                beside.write(_ENDS.pack(_MARK, True, size, digest.digest(), _UNKNOWN, _UNKNOWN))
                beside.truncate()
        return size, digest.digest()

    def _end(self, size: int, digest: bytes, log: bytes, *, is_whole: bool = True) -> None:
        """Raises ``OSError``."""
        with self.path.open("r+b") as beside:
            beside.seek(-_ENDS.size, os.SEEK_END)
            beside.write(_ENDS.pack(_MARK, is_whole, size, digest, log, log))
        sync(self.path)


class _Later:
    """Work that begins after a while, or as soon as it is needed, and is left off where nobody will need it."""

    def __init__(self, after: float, work: Callable[["_Later"], None]) -> None:
        """``after`` is seconds."""
        self._after, self._work = after, work
        self._needed, self._stopped = Event(), Event()
        self._thread: Thread | None = None

    def start(self) -> None:
        self._thread = Thread(target=self.run, name="known-again", daemon=True)
        self._thread.start()

    def run(self) -> None:
        if self._thread is not None:
            self._needed.wait(self._after)
        if not self.is_stopped:
            self._work(self)

    def need(self) -> None:
        """Return once it is done."""
        self._needed.set()
        if self._thread is not None:
            self._thread.join()

    def stop(self) -> None:
        self._stopped.set()
        self.need()

    @property
    def is_stopped(self) -> bool:
        return self._stopped.is_set()

    def pieces_of(self, handle: ReadHandle) -> Iterator[bytes]:
        """As far as it is read when nobody needs it any more."""
        for some in handle.pieces():
            if self.is_stopped:
                return
            yield some


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
            if is_copied and _digest_of(_pieces(opened, length)) != digest:
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
            return os.fstat(opened.fileno()).st_size == kept.size and _digest_of(_pieces(opened)) == kept.digest
    except FileNotFoundError:
        return False


def write_as_it_was(path: str, kept: Kept, fresh: Path) -> None:
    """Write the file as it was kept into a new private one. Raises ``OSError``."""
    make_private(fresh)
    with place_of(path).open("rb") as opened, fresh.open("r+b") as written:
        written.writelines(_pieces(opened, kept.size))
    sync(fresh)


def _digest_of(pieces: Iterable[bytes]) -> bytes:
    digest = blake2b(digest_size=_DIGEST)
    for some in pieces:
        digest.update(some)
    return digest.digest()


def _pieces(opened: BinaryIO, length: int | None = None) -> Iterator[bytes]:
    """A file from its beginning, up to ``length`` bytes."""
    opened.seek(0)
    left = length
    while some := opened.read(_CHUNK if left is None else min(_CHUNK, left)):
        yield some
        left = None if left is None else left - len(some)
