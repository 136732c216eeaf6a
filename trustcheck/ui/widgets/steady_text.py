"""Text that keeps the room of the longest of several, so that what stands below it stands still."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF

from trustcheck.ui.look import Look
from trustcheck.ui.soft_breaks import fitting
from trustcheck.ui.widgets.text import Text


class SteadyText(Text):
    """As tall as the tallest of the words it may be asked to show, whichever of them it shows now."""

    def __init__(self, look: Look, role: str = "body", ink: str = "ink") -> None:
        self._may_show: tuple[str, ...] = ()
        self._tallest: dict[tuple[str, int], int] = {}
        super().__init__(look, "", role, ink)

    def keep_room_for(self, words: Sequence[str]) -> None:
        """``words``: everything this text will show in its place, or none for the room of its own words."""
        if tuple(words) != self._may_show:
            self._may_show, self._tallest = tuple(words), {}
            self._measure_anew()
            self.updateGeometry()

    def _height(self, width: int) -> int:
        return max(super()._height(width), self._tallest_at(width))

    def _tallest_at(self, width: int) -> int:
        """Measured once for each face and width: a question comes every few seconds, its neighbours stay the same."""
        key = (self.font().key(), width)
        if key not in self._tallest:
            margins = self.contentsMargins()
            inside = width - margins.left() - margins.right()
            around = margins.top() + margins.bottom()
            metrics = QFontMetricsF(self.font())
            self._tallest[key] = around + max((_tall(words, metrics, inside) for words in self._may_show), default=0)
        return self._tallest[key]


def _tall(words: str, metrics: QFontMetricsF, width: int) -> int:
    room = QRectF(0, 0, max(width, 1), 1_000_000)
    said = fitting(words, metrics, width)
    return ceil(metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), said).height())
