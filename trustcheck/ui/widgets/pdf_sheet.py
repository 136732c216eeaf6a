"""One page of a document as a sheet of paper, white in every light."""

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from trustcheck.ui.look import Look
from trustcheck.words import gettext as _

_STALE = 0.45


class PdfSheet(QLabel):
    """Blank until its picture comes. Its accessible name says which page it is, its description what stands there."""

    def __init__(self, look: Look, page: int, of: int, points: QSizeF, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self.points = look, points
        self._picture: QImage | None = None
        self._stale = False
        self.setAccessibleName(_("Page {page} of {of}").format(page=page, of=of))
        look.changed.connect(self.update)

    @property
    def has_picture(self) -> bool:
        return self._picture is not None

    @property
    def sharp_width(self) -> int:
        """The width in device pixels for which the picture was drawn; 0 without one."""
        return self._picture.width() if self._picture is not None else 0

    def stand(self, width: int) -> None:
        """Be ``width`` pixels wide, and as high as the page is then."""
        self.setFixedSize(width, round(width * self.points.height() / self.points.width()))

    def show_picture(self, picture: QImage | None) -> None:
        self._picture = picture
        self.update()

    def show_words(self, words: str) -> None:
        self.setAccessibleDescription(words)

    def show_stale(self, *, stale: bool) -> None:
        """Faded: another version of this page is being made."""
        if stale is not self._stale:
            self._stale = stale
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        if self._picture is not None:
            painter.setOpacity(_STALE if self._stale else 1.0)
            painter.drawImage(QRectF(self.rect()), self._picture)
        painter.setOpacity(1.0)
        painter.setPen(QPen(self._look.ink("line"), 1))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()
