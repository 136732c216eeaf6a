"""One theme in the list of themes: its name and its number; the one on show is marked."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from trustcheck.ui.look import Look
from trustcheck.ui.soft_breaks import broken_to_fit
from trustcheck.ui.widgets.pressable import Pressable

_SIDE = 12
_LEAST = 38
_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignVCenter)


class ThemeItem(Pressable):
    corner = 10
    least = QSize(150, _LEAST)

    def __init__(self, look: Look, name: str, number: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(look, sentence, parent)
        self._name, self._number = name, number
        self.setCheckable(True)

    def nextCheckState(self) -> None:
        self.setChecked(True)

    def _room(self, width: int) -> int:
        """What is left for the name beside the number."""
        return width - 2 * self._look.px(_SIDE) - self._look.width_of("100", "small_strong") - self._look.px(8)

    def heightForWidth(self, width: int) -> int:
        metrics = QFontMetricsF(self._look.font("small_strong"))
        room = max(self._room(width), 1)
        words = metrics.boundingRect(QRectF(0, 0, room, 10_000), _WRAP, broken_to_fit(self._name, metrics, room))
        return max(self._look.px(_LEAST), int(words.height()) + self._look.px(14))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen, side = self.isChecked(), self._look.px(_SIDE)
        if chosen or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.ink("accent_soft" if chosen else "sunk"))
            corner = self._look.px(self.corner)
            painter.drawRoundedRect(QRectF(self.rect()), corner, corner)
        painter.setFont(self._look.font("small_strong" if chosen else "row"))
        painter.setPen(self._look.ink("ink" if chosen else "ink2"))
        room = QRect(side, 0, self._room(self.width()), self.height())
        painter.drawText(room, _WRAP, broken_to_fit(self._name, QFontMetricsF(painter.font()), room.width()))
        painter.setFont(self._look.font("small_strong"))
        right = int(Qt.AlignmentFlag.AlignRight) | int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(self.rect().adjusted(0, 0, -side, 0), right, self._number)
        painter.end()
