"""The sign of the product: two dots and the line between them."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from trustcheck.ui.look import Look


class Mark(QWidget):
    def __init__(self, look: Look, width: int = 34, height: int = 20, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._size = look, (width, height)
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.setFixedSize(*(self._look.px(length) for length in self._size))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height, middle = self.height(), self.height() / 2
        radius = height * 0.36
        left, right = radius + 1.5, self.width() - radius - 1.5
        painter.setPen(QPen(self._look.ink("ink"), height * 0.11))
        painter.drawLine(QPointF(left + radius, middle), QPointF(right - radius, middle))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.ink("accent"))
        painter.drawEllipse(QPointF(left, middle), radius, radius)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._look.ink("staff"), height * 0.15))
        painter.drawEllipse(QPointF(right, middle), radius - height * 0.075, radius - height * 0.075)
        painter.end()
