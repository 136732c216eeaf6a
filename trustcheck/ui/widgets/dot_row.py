"""One theme of the profile as something to press: name, margin, dot, number. It leads to the theme."""

from functools import lru_cache, partial

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from trustcheck.charts.profile import ProfileRow
from trustcheck.charts.profile_row import profile_row
from trustcheck.charts.scene import Scene
from trustcheck.ui.look import Look
from trustcheck.ui.scene_painter import paint_scene
from trustcheck.ui.widgets.pressable import Pressable

SIDE = 8
"""What the plate reaches beyond the row at either side."""
SIZE = 16.0
_LEAST = 36.0


class DotRow(Pressable):
    usual_width = 240
    least = QSize(200, int(_LEAST))

    def __init__(self, look: Look, row: ProfileRow, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(look, sentence, parent)
        # A layout asks for the height at a few widths, many times over.
        self._drawn = lru_cache(maxsize=8)(partial(profile_row, row, size=SIZE))
        self.setToolTip(sentence)
        self.stretch_down()

    def _scene(self, width: int, least: float = _LEAST) -> Scene:
        points = max(width - 2 * self._look.px(SIDE), self._look.px(160)) / self._look.scale
        return self._drawn(points, least=least)

    def heightForWidth(self, width: int) -> int:
        return self._look.px(self._scene(width).height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_plate(painter)
        painter.translate(QPointF(self._look.px(SIDE), 0))
        painter.scale(self._look.scale, self._look.scale)
        scene = self._scene(self.width(), self.height() / self._look.scale)
        paint_scene(painter, scene, self._look)
        painter.end()
