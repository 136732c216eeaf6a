"""What went wrong unforeseen, kept in one private file on this computer; it is sent nowhere.

Only kinds of failures and places in the code are kept. What a failure says of itself is left out: it may quote an
answer, a note, or a name.
"""

import logging
import os
import sys
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from copy import copy
from io import TextIOWrapper
from pathlib import Path
from types import TracebackType

from trustcheck.words import gettext as _

LARGEST = 256 * 1024
"""Bytes; a longer file is begun anew."""


Raised = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class _Places(logging.Formatter):
    """Writes a failure as the lines of code it came through and its kind, with what led to it above."""

    def format(self, record: logging.LogRecord) -> str:
        # Another handler may have left its own, wordier text of the failure in the record.
        bare = copy(record)
        bare.exc_text = None
        return super().format(bare)

    def formatException(self, ei: Raised) -> str:  # noqa: N802 - logging's own name
        return "\n".join(line for failure in _led_to(ei[1]) for line in _places(failure))


def _led_to(failure: BaseException | None) -> list[BaseException]:
    """A failure and those before it, the first one first."""
    chain: list[BaseException] = []
    while failure is not None and failure not in chain:
        chain.insert(0, failure)
        failure = failure.__cause__ or (None if failure.__suppress_context__ else failure.__context__)
    return chain


def _places(failure: BaseException) -> Iterator[str]:
    frames = traceback.walk_tb(failure.__traceback__)
    for frame, line in frames:
        # Modules rather than files: a path would name the person it belongs to.
        yield f"  {frame.f_globals.get('__name__', '?')}, line {line}, in {frame.f_code.co_name}"
    number = getattr(failure, "errno", None)
    yield f"{type(failure).__module__}.{type(failure).__qualname__}" + (f" {number}" if number else "")


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
        book.emit(_record(failure))
        return book.stream is not None
    finally:
        book.close()


@contextmanager
def kept(path: Path) -> Iterator[None]:
    """While the window is open, whatever nobody caught goes to ``path`` instead of a terminal nobody looks at."""
    book, root = LogBook(path), logging.getLogger()
    before = sys.excepthook, threading.excepthook

    def unforeseen(kind: type[BaseException], failure: BaseException | None, trace: TracebackType | None) -> None:
        failure = (failure or kind()).with_traceback(trace)
        book.handle(_record(failure))
        if sys.stderr:
            print(
                _("TrustCheck met something unexpected; the details are in {path}.").format(path=path), file=sys.stderr
            )

    root.addHandler(book)
    sys.excepthook = unforeseen
    threading.excepthook = lambda met: unforeseen(met.exc_type, met.exc_value, met.exc_traceback)
    try:
        yield
    finally:
        sys.excepthook, threading.excepthook = before
        root.removeHandler(book)
        book.close()


def _record(failure: BaseException) -> logging.LogRecord:
    about = (type(failure), failure, failure.__traceback__)
    return logging.LogRecord("trustcheck", logging.ERROR, __file__, 0, "unexpected", None, about)
