"""The pages of a PDF one below the other: the very bytes, drawn sharp, only where somebody looks."""

from collections.abc import Callable

from PySide6.QtCore import QSizeF, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QImage
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from trustcheck.ui.announce import announce
from trustcheck.ui.look import Look
from trustcheck.ui.pdf_reader import PdfReader
from trustcheck.ui.widgets.pdf_bar import PdfBar
from trustcheck.ui.widgets.pdf_desk import PdfDesk
from trustcheck.ui.widgets.pdf_sheet import PdfSheet
from trustcheck.ui.widgets.pdf_size import Fit, PdfSize
from trustcheck.words import gettext as _

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
        if number == self._number and page in self._kept(self.desk.near()):
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
        kept = self._kept(near)
        wanted = set()
        for at, sheet in enumerate(self.desk.sheets):
            width = round(sheet.width() * self.devicePixelRatioF())
            if at in near and sheet.sharp_width != width:
                wanted.add((at, width))
            elif at not in kept:
                sheet.show_picture(None)
        self._reader.draw(frozenset(wanted))

    def _kept(self, near: list[int]) -> range:
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
