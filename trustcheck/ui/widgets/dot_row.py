"""One theme of the profile as something to press: name, margin, dot, number. It leads to the theme."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from trustcheck.charts.profile import ProfileRow
from trustcheck.charts.profile_row import profile_row
from trustcheck.charts.scene import Scene
from trustcheck.ui.look import Look
from trustcheck.ui.scene_painter import paint_scene

SIDE = 8
"""What the plate reaches beyond the row at either side."""
SIZE = 16.0
_LEAST = 36.0


class DotRow(QPushButton):
    corner = 8

    def __init__(self, look: Look, row: ProfileRow, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._row = look, row
        self.setAccessibleName(sentence)
        self.setToolTip(sentence)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._relayout)

    def _relayout(self) -> None:
        self.updateGeometry()
        self.update()

    def _scene(self, width: int) -> Scene:
        points = max(width - 2 * self._look.px(SIDE), self._look.px(160)) / self._look.scale
        return profile_row(self._row, points, size=SIZE, least=_LEAST)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._look.px(self._scene(width).height)

    def sizeHint(self) -> QSize:
        width = max(self.width(), self._look.px(240))
        return QSize(self._look.px(240), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(200), self._look.px(_LEAST))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.ink("sunk"))
            corner = self._look.px(self.corner)
            painter.drawRoundedRect(QRectF(self.rect()), corner, corner)
        painter.translate(QPointF(self._look.px(SIDE), 0))
        painter.scale(self._look.scale, self._look.scale)
        paint_scene(painter, self._scene(self.width()), self._look)
        painter.end()
