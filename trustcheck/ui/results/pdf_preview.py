"""The pages of a PDF one below the other: the very bytes, drawn sharp, only where somebody looks."""

import atexit
import logging
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QSizeF, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QImage
from PySide6.QtWidgets import QApplication, QSizePolicy, QVBoxLayout, QWidget

from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.layout import FlowLayout
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.segmented import Segmented
from trustcheck.ui.kit.text import Text, announce
from trustcheck.ui.results.pdf_desk import Fit, PdfDesk, PdfSheet, PdfSize
from trustcheck.words import gettext as _

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor


# Reads and draws PDF pages on one thread of its own: PDFium may not be entered by two threads at once.


_log = logging.getLogger(__name__)
LIBRARY = threading.Lock()
"""PDFium is one for the whole process: previews and printing share one key to it."""


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
            with LIBRARY:
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
        with LIBRARY:
            self._let_go()


# What stands over a preview: which page is in view, how large it is, and buttons for larger, smaller and fitting.


_FITS = (Fit.WIDTH, Fit.PAGE)


class PdfBar(QWidget):
    """Signals: ``stepped`` with 1 or -1, ``fitted`` with a :class:`Fit`."""

    stepped = Signal(int)
    fitted = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.page = Text(look, "", "caption", "ink2", wrap=False)
        self.size_said = Text(look, "", "caption", "ink2", wrap=False)
        self.smaller = Button(look, "", "quiet", icon="minus", height=40)
        self.larger = Button(look, "", "quiet", icon="plus", height=40)
        for button, name in ((self.smaller, _("Smaller pages")), (self.larger, _("Larger pages"))):
            button.setAccessibleName(name)
        self.smaller.setToolTip(_("Smaller pages: Ctrl and minus while the preview has the keyboard"))
        self.larger.setToolTip(_("Larger pages: Ctrl and plus while the preview has the keyboard"))
        self.fit = Segmented(look, _("Size of the pages"), [_("Fit width"), _("Whole page")])
        line = FlowLayout(look, self, gap=8)
        for part in (self.page, self.smaller, self.size_said, self.larger, self.fit):
            line.addWidget(part)
        self.smaller.clicked.connect(lambda: self.stepped.emit(-1))
        self.larger.clicked.connect(lambda: self.stepped.emit(1))
        self.fit.chosen.connect(lambda at: self.fitted.emit(_FITS[at]))
        self.show_place("")

    def show_place(self, words: str) -> None:
        """Which page is in view; without one there is nothing to make larger."""
        self.page.setText(words)
        for part in (self.smaller, self.larger, self.size_said, self.fit):
            part.setVisible(bool(words))

    def show_size(self, fit: Fit, percent: int) -> None:
        self.size_said.setText(_("{percent} %").format(percent=percent))
        self.fit.show_choice(_FITS.index(fit) if fit in _FITS else None)


_SETTLED_MS = 40
_KEPT = 5
"""Pages either side of those in view whose pictures are kept, at most."""
_PIXELS = 8_000_000
"""Of all pictures kept on one side of the view."""


class PdfPreview(QWidget):
    """Shows a PDF from its bytes.

    Signals: ``shown`` with the number of pages once they lie there, ``unreadable`` where the bytes are no PDF.
    """

    shown = Signal(int)
    unreadable = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._number = look, 0
        self._reader = PdfReader()
        self.desk = PdfDesk(look)
        self.bar = PdfBar(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        column.addWidget(self.bar)
        column.addWidget(self.desk, 1)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLED_MS)
        self._settled.timeout.connect(self._draw)
        self.desk.moved.connect(self._on_moved)
        self.desk.sized.connect(self._on_sized)
        self.bar.stepped.connect(self.desk.step)
        self.bar.fitted.connect(lambda fit: self.desk.show_size(PdfSize(fit)))
        self._listen()
        self._say_page()

    def _listen(self) -> None:
        voice = self._reader.voice
        voice.opened.connect(self._on_opened)
        voice.drawn.connect(self._on_drawn)
        voice.worded.connect(self._on_worded)
        voice.unreadable.connect(self._on_unreadable)
        self.destroyed.connect(_closing(self._reader))
        application = QApplication.instance()
        assert application is not None
        application.aboutToQuit.connect(self._close)

    @property
    def pages(self) -> int:
        return len(self.desk.sheets)

    @property
    def words(self) -> str:
        """What the page count says, such as "3 of 7"."""
        return self.bar.page.text()

    def sheet(self, page: int) -> PdfSheet:
        """The sheet of the page with this index."""
        return self.desk.sheets[page]

    def show_pdf(self, pdf: bytes) -> None:
        """Show another document; the one before stays, faded, until the new pages can lie there."""
        self.show_stale()
        self._number = self._reader.open(pdf)

    def show_stale(self, *, stale: bool = True) -> None:
        """Fade what is shown, because it is no longer what would be saved."""
        for sheet in self.desk.sheets:
            sheet.show_stale(stale=stale)

    def _close(self) -> None:
        self._reader.close()

    def _on_opened(self, number: int, sizes: tuple[QSizeF, ...]) -> None:
        if number == self._number:
            self.desk.lay(sizes)
            self._draw()
            self._say_page()
            self.shown.emit(len(sizes))

    def _on_drawn(self, number: int, page: int, picture: QImage) -> None:
        if number == self._number and page in self.pages_kept(self.desk.near()):
            self.desk.sheets[page].show_picture(picture)

    def _on_worded(self, number: int, page: int, words: str) -> None:
        if number == self._number:
            self.desk.sheets[page].show_words(words)

    def _on_unreadable(self, number: int) -> None:
        if number == self._number:
            self.unreadable.emit()

    def _on_moved(self) -> None:
        self._say_page()
        self._settled.start()

    def _on_sized(self, size: PdfSize) -> None:
        said = {Fit.WIDTH: _("As wide as there is room"), Fit.PAGE: _("Whole pages")}
        announce(self.desk, said.get(size.fit, _("{percent} per cent").format(percent=self.desk.percent)))

    def _draw(self) -> None:
        """Ask for the pages near the view, at this screen's sharpness, and forget pictures far from it."""
        near = self.desk.near()
        kept = self.pages_kept(near)
        wanted = set()
        for at, sheet in enumerate(self.desk.sheets):
            width = round(sheet.width() * self.devicePixelRatioF())
            if at in near and sheet.sharp_width != width:
                wanted.add((at, width))
            elif at not in kept:
                sheet.show_picture(None)
        self._reader.draw(frozenset(wanted))

    def pages_kept(self, near: list[int]) -> range:
        """The pages whose pictures are kept: those near the view, and a few either side where they are small."""
        if not near:
            return range(0)
        sheet, ratio = self.desk.sheets[near[0]], self.devicePixelRatioF()
        aside = min(_KEPT, round(_PIXELS / max(sheet.width() * sheet.height() * ratio * ratio, 1)))
        return range(near[0] - aside, near[-1] + aside + 1)

    def _say_page(self) -> None:
        place = _("{page} of {of}").format(page=self.desk.page + 1, of=self.pages) if self.pages else ""
        self.bar.show_place(place)
        self.bar.show_size(self.desk.size_of_pages.fit, self.desk.percent)
        name = _("Preview of the report, page {place}").format(place=place) if place else _("Preview of the report")
        if name != self.desk.accessibleName():
            self.desk.setAccessibleName(name)
            QAccessible.updateAccessibility(QAccessibleEvent(self.desk, QAccessible.Event.NameChanged))


def _closing(reader: PdfReader) -> Callable[[], None]:
    """Holds the reader itself, never the widget, which is gone by then."""

    def close() -> None:
        reader.close()

    return close
