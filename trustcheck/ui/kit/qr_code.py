"""A QR code to be read from the screen: dark on light in every look, as cameras expect it."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from trustcheck.charts.qr import QUIET, modules
from trustcheck.ui.kit.look import Look


def paint_qr(painter: QPainter, rows: Sequence[Sequence[bool]], within: QRectF) -> None:
    """Paint it as large as whole pixels allow, with its quiet zone."""
    across = len(rows) + 2 * QUIET
    side = max(1, int(min(within.width(), within.height()) // across))
    left = within.x() + (within.width() - side * across) / 2
    top = within.y() + (within.height() - side * across) / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.fillRect(QRectF(left, top, side * across, side * across), Qt.GlobalColor.white)
    for y, row in enumerate(rows, QUIET):
        for x, dark in enumerate(row, QUIET):
            if dark:
                painter.fillRect(QRectF(left + x * side, top + y * side, side, side), Qt.GlobalColor.black)
    painter.restore()


class QrCode(QWidget):
    def __init__(self, look: Look, size: int = 232) -> None:
        super().__init__()
        self._look, self._size = look, size
        self._rows: tuple[tuple[bool, ...], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_code(self, text: str, name: str) -> None:
        """``name`` is what a screen reader says of it."""
        self._rows = modules(text)
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        side = self._look.px(self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._rows:
            paint_qr(painter, self._rows, QRectF(self.rect()))
        painter.end()
