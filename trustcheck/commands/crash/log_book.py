"""What went wrong unforeseen, kept in one private file on this computer; it is sent nowhere.

Only kinds of failures and places in the code are kept. What a failure says of itself is left out: it may quote an
answer, a note, or a name.
"""

import ctypes
import logging
import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from copy import copy
from io import TextIOWrapper
from pathlib import Path
from types import TracebackType

from trustcheck.app.unforeseen import Unforeseen, described
from trustcheck.words import gettext as _

# Nobody else looks into the memory of the window: no core dump, and no debugger, where the system lets us say so.


_PR_SET_DUMPABLE = 4


def keep_memory_to_ourselves() -> None:
    """From now on, for this process. Whoever runs the computer still can."""
    if sys.platform == "win32":
        return
    import resource

    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


LARGEST = 256 * 1024
"""Bytes; a longer file is begun anew."""

_OURS = "trustcheck"

Raised = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class _Places(logging.Formatter):
    """Writes a failure as the lines of code it came through and its kind, and lets no library quote anything."""

    def format(self, record: logging.LogRecord) -> str:
        # Another handler may have left its own, wordier text of the failure in the record.
        bare = copy(record)
        bare.exc_text = bare.stack_info = None
        if record.name.split(".", 1)[0] != _OURS:
            # A library names what it stumbled over, which is what somebody wrote, or where their file lies.
            bare.msg, bare.args = f"{record.levelname.lower()} in {record.module}, line {record.lineno}", ()
        return super().format(bare)

    def formatException(self, ei: Raised) -> str:  # noqa: N802 - logging's own name
        return "" if ei[1] is None else described(ei[1])


class LogBook(logging.FileHandler):
    """Appends to a file that is made when there is something to say, readable by its owner only."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, encoding="utf-8", delay=True, errors="backslashreplace")
        self.setLevel(logging.WARNING)
        self.setFormatter(_Places("%(asctime)s %(name)s: %(message)s", datefmt="%Y-%m-%d"))

    def _open(self) -> TextIOWrapper:
        path = Path(self.baseFilename)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        if os.fstat(handle).st_size > LARGEST:
            os.ftruncate(handle, 0)
        return os.fdopen(handle, "a", encoding=self.encoding, errors=self.errors)

    def emit(self, record: logging.LogRecord) -> None:
        # Opening the file is not covered by handleError.
        with suppress(OSError):
            super().emit(record)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's own name
        """A log that cannot be written must not become the next trouble."""


def wrote(path: Path, failure: BaseException) -> bool:
    """Whether the details of a failure could be kept at ``path``."""
    book = LogBook(path)
    try:
        book.emit(_record(described(failure)))
        return book.stream is not None
    finally:
        book.close()


@contextmanager
def kept(path: Path) -> Iterator[Unforeseen]:
    """While the window is open, whatever nobody caught goes to ``path`` instead of a terminal nobody looks at."""
    book, root = LogBook(path), logging.getLogger()

    def keep(details: str) -> None:
        book.handle(_record(details))
        if sys.stderr:
            print(
                _("TrustCheck met something unexpected; the details are in {path}.").format(path=path), file=sys.stderr
            )

    unforeseen = Unforeseen(keep)
    root.addHandler(book)
    try:
        with _hooked(unforeseen):
            yield unforeseen
    finally:
        root.removeHandler(book)
        book.close()


@contextmanager
def _hooked(unforeseen: Unforeseen) -> Iterator[None]:
    """Failures of buttons and clocks, of threads, and of things that go while nobody holds them."""
    before = sys.excepthook, threading.excepthook, sys.unraisablehook

    def met(kind: type[BaseException], failure: BaseException | None, trace: TracebackType | None) -> None:
        # A thread may leave by this way; that is no failure.
        if not issubclass(kind, SystemExit):
            unforeseen.met((failure or kind()).with_traceback(trace))
        _forget_the_last()

    sys.excepthook = met
    threading.excepthook = lambda raised: met(raised.exc_type, raised.exc_value, raised.exc_traceback)
    # Not the object it happened to: what it says of itself may be what somebody wrote.
    sys.unraisablehook = lambda raised: met(raised.exc_type, raised.exc_value, raised.exc_traceback)
    try:
        yield
    finally:
        sys.excepthook, threading.excepthook, sys.unraisablehook = before


def _forget_the_last() -> None:
    """Python keeps the last failure for a debugger, and with it all that its functions held: a file, its key."""
    for name in ("last_type", "last_value", "last_traceback", "last_exc"):
        if hasattr(sys, name):
            delattr(sys, name)


def _record(details: str) -> logging.LogRecord:
    return logging.LogRecord(_OURS, logging.ERROR, __file__, 0, "unexpected\n%s", (details,), None)
