"""A name that can be opened: it reads like a heading and is a button."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent

from trustcheck.ui.look import Look
from trustcheck.ui.soft_breaks import broken_to_fit
from trustcheck.ui.widgets.pressable import Pressable

_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)


class NameLink(Pressable):
    corner = 6

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(look, name)
        self.words = name
        # Layouts ask for the same few widths over and over again, in every row of a list.
        self._heights: dict[tuple[int, float], int] = {}

    def _fitting(self, width: int) -> str:
        return broken_to_fit(self.words, QFontMetricsF(self._look.font("strong")), width)

    def heightForWidth(self, width: int) -> int:
        key = width, self._look.scale
        if key not in self._heights:
            self._heights[key] = self._height(width)
        return self._heights[key]

    def _height(self, width: int) -> int:
        metrics = QFontMetricsF(self._look.font("strong"))
        words = metrics.boundingRect(QRectF(0, 0, max(width, 1), 100_000), _WRAP, self._fitting(width))
        return max(int(words.height()) + 1, self._look.px(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = self._look.font("strong")
        font.setUnderline(self.underMouse() or self.isDown())
        painter.setFont(font)
        painter.setPen(self._look.ink("ink"))
        painter.drawText(QRectF(self.rect()), _WRAP, self._fitting(self.width()))
        painter.end()
