"""Reads and draws PDF pages on one thread of its own: PDFium may not be entered by two threads at once."""

import atexit
import logging
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QSizeF, Signal
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

_log = logging.getLogger(__name__)
_library = threading.Lock()
"""PDFium is one for the whole process, so two previews share one key to it."""


class PdfVoice(QObject):
    """What a reader tells, on the thread of whoever made it. The first value is always the document's number.

    Signals: ``opened`` with the page sizes in points, ``drawn`` with a page's index and picture, ``worded`` with a
    page's index and words, ``unreadable`` where the bytes are no PDF.
    """

    opened = Signal(int, object)
    drawn = Signal(int, int, QImage)
    worded = Signal(int, int, str)
    unreadable = Signal(int)


class PdfReader:
    """One document at a time. What is asked for and no longer wanted when its turn comes is left out."""

    def __init__(self) -> None:
        self.voice = PdfVoice()
        self._thread: ThreadPoolExecutor | None = None
        self._document: Any = None
        self._number = 0
        self._wanted: frozenset[tuple[int, int]] = frozenset()
        self._closed = False

    def open(self, pdf: bytes) -> int:
        """Read another document; its number."""
        self._number += 1
        self._wanted = frozenset()
        if not self._closed:
            self._ask(self._open, self._number, pdf)
        return self._number

    def draw(self, wanted: frozenset[tuple[int, int]]) -> None:
        """Draw pages, given as index and width in device pixels; what was asked before and is not here is dropped."""
        new = wanted - self._wanted
        self._wanted = wanted
        for page, width in sorted(new) if not self._closed else ():
            self._ask(self._draw, self._number, page, width)

    def close(self) -> None:
        """Let go of document and thread; waits for the page that is being drawn. May be called twice."""
        if not self._closed:
            self._closed = True
            atexit.unregister(self.close)
            if self._thread is not None:
                # Where the program ends first, its thread has gone already.
                with suppress(RuntimeError):
                    self._thread.submit(self._shut)
                self._thread.shutdown(wait=True)
                self._shut()

    def _ask(self, job: Callable[..., None], number: int, *given: object) -> None:
        if self._thread is None:
            from concurrent.futures import ThreadPoolExecutor

            self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="pdf")
        # A thread that is being closed takes nothing more.
        with suppress(RuntimeError):
            self._thread.submit(self._do, job, number, *given)

    def _do(self, job: Callable[..., None], number: int, *given: object) -> None:
        """On the thread, as everything below."""
        if self._closed or number != self._number:
            return
        try:
            with _library:
                job(number, *given)
        except Exception:  # noqa: BLE001 - a page that cannot be drawn stays blank; the program goes on
            _log.exception("A page of the preview could not be drawn")
            self.voice.unreadable.emit(number)

    def _open(self, number: int, pdf: bytes) -> None:
        import pypdfium2

        # For a program that ends without a word: registered after the library, so done before it closes things aloud.
        atexit.unregister(self.close)
        atexit.register(self.close)
        self._let_go()
        self._document = pypdfium2.PdfDocument(pdf)
        pages = range(len(self._document))
        self.voice.opened.emit(number, tuple(QSizeF(*self._document.get_page_size(page)) for page in pages))
        for page in pages:
            self._ask(self._read, number, page)

    def _read(self, number: int, index: int) -> None:
        page = self._document[index]
        words = page.get_textpage()
        text = words.get_text_bounded()
        words.close()
        page.close()
        self.voice.worded.emit(number, index, text)

    def _draw(self, number: int, index: int, width: int) -> None:
        from pypdfium2 import raw

        if (index, width) not in self._wanted:
            return
        page = self._document[index]
        bitmap = page.render(scale=width / page.get_width(), force_bitmap_format=raw.FPDFBitmap_BGRx)
        inside = QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32)
        picture = inside.copy()
        bitmap.close()
        page.close()
        self.voice.drawn.emit(number, index, picture)

    def _let_go(self) -> None:
        if self._document is not None:
            self._document.close()
            self._document = None

    def _shut(self) -> None:
        with _library:
            self._let_go()
