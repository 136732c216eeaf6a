"""The sign of an organisation: its picture, or the letters its name begins with."""

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from trustcheck.ui.kit.layout import ReadingPainter
from trustcheck.ui.kit.look import Look

PAPER = QColor(255, 255, 255)
"""A picture is made for white paper, and stands on it in the dark as well."""
_SIDE = 40
_ROOM = 4


class Badge(QWidget):
    """Decoration beside a name; screen readers pass it by."""

    def __init__(self, look: Look, letters: str) -> None:
        super().__init__()
        self._look, self._letters = look, letters
        self._picture = QImage()
        look.changed.connect(self._restyle)
        self._restyle()

    @property
    def has_picture(self) -> bool:
        return not self._picture.isNull()

    def show_picture(self, picture: QImage) -> None:
        self._picture = picture
        self.update()

    def _restyle(self) -> None:
        self.setFixedSize(self._look.px(_SIDE), self._look.px(_SIDE))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = ReadingPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        plate, corner = QRectF(self.rect()), self._look.px(9)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(PAPER if self.has_picture else self._look.ink("accent_soft"))
        painter.drawRoundedRect(plate, corner, corner)
        if self.has_picture:
            clip = QPainterPath()
            clip.addRoundedRect(plate, corner, corner)
            painter.setClipPath(clip)
            painter.drawImage(_fitted(self._picture, plate, self._look.px(_ROOM)), self._picture)
        else:
            painter.setPen(self._look.ink("accent"))
            painter.setFont(self._look.font("small_strong"))
            painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, self._letters)
        painter.end()


def _fitted(picture: QImage, plate: QRectF, room: int) -> QRectF:
    """The largest place for the whole picture inside the plate, in its middle."""
    inside = plate.adjusted(room, room, -room, -room)
    size = QSizeF(picture.size()).scaled(inside.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRectF(inside.topLeft(), size)
    place.moveCenter(inside.center())
    return place
