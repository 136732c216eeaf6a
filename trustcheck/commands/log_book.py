"""What went wrong unforeseen, kept in one private file on this computer; it is sent nowhere."""

import logging
import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from gettext import gettext as _
from io import TextIOWrapper
from pathlib import Path
from types import TracebackType

LARGEST = 256 * 1024
"""Bytes; a longer file is begun anew."""


class LogBook(logging.FileHandler):
    """Appends to a file that is made when there is something to say, readable by its owner only."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, encoding="utf-8", delay=True, errors="backslashreplace")
        self.setLevel(logging.WARNING)
        self.setFormatter(logging.Formatter("%(asctime)s %(name)s: %(message)s", datefmt="%Y-%m-%d"))

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
