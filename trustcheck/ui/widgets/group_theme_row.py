"""One theme of a group's profile: a row that leads to the theme, and beside it the numbers that can be asked."""

from functools import lru_cache, partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from trustcheck.charts.group_profile import LANE, GroupRow, group_row, group_row_height, ink_of
from trustcheck.ui.look import Look
from trustcheck.ui.scene_painter import paint_scene
from trustcheck.ui.widgets.pressable import Pressable

SIDE = 8
"""What the plate reaches beyond the row at either side."""
SIZE = 16.0
NUMBERS = 46
_LEAST = 34.0


class GroupThemeRow(Pressable):
    usual_width = 240
    least = QSize(180, int(_LEAST))

    def __init__(self, look: Look, row: GroupRow, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(look, sentence, parent)
        # A layout asks for the height at a few widths, many times over.
        self._drawn = lru_cache(maxsize=8)(partial(group_row, row, size=SIZE))
        self._tall = lru_cache(maxsize=8)(partial(group_row_height, row, size=SIZE, least=_LEAST))
        self.setToolTip(sentence)
        self.stretch_down()

    def _points(self, width: int) -> float:
        return max(width - 2 * self._look.px(SIDE), self._look.px(140)) / self._look.scale

    def heightForWidth(self, width: int) -> int:
        return self._look.px(self._tall(self._points(width)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_plate(painter)
        painter.translate(QPointF(self._look.px(SIDE), 0))
        painter.scale(self._look.scale, self._look.scale)
        scene = self._drawn(self._points(self.width()), least=self.height() / self._look.scale)
        paint_scene(painter, scene, self._look)
        painter.end()


class RowNumbers(Pressable):
    """The numbers of one row below each other, each in its view's ink: together one button."""

    least = QSize(NUMBERS, int(_LEAST))

    def __init__(self, look: Look, row: GroupRow, name: str, parent: QWidget | None = None) -> None:
        super().__init__(look, name, parent)
        self.stretch_down()
        self._numbers = [(str(each.mean), ink_of(each.perspective)) for each in row.marks if each.mean is not None]

    def heightForWidth(self, width: int) -> int:
        return self._look.px(max(_LEAST, len(self._numbers) * LANE * SIZE + 0.4 * SIZE))

    def sizeHint(self) -> QSize:
        width = self._look.px(NUMBERS)
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_plate(painter)
        painter.setFont(self._look.font("row_strong"))
        lane = LANE * SIZE * self._look.scale
        top = (self.height() - lane * len(self._numbers)) / 2
        right = int(Qt.AlignmentFlag.AlignRight) | int(Qt.AlignmentFlag.AlignVCenter)
        for at, (number, ink) in enumerate(self._numbers):
            painter.setPen(self._look.ink(ink))
            painter.drawText(QRectF(0, top + at * lane, self.width() - self._look.px(SIDE), lane), right, number)
        painter.end()
