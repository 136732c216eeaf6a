"""A tile: a heading with its icon, a sentence, and an arrow that says it leads on."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from trustcheck.ui.look import Look
from trustcheck.ui.soft_breaks import broken_to_fit
from trustcheck.ui.widgets.pressable import Pressable

_PADDING = 16
_ICON = 18
_HEAD = 26
_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)


class Tile(Pressable):
    """A real button whose name is heading and sentence together."""

    corner = 14
    least = QSize(180, 64)

    def __init__(self, look: Look, icon: str, heading: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(look, f"{heading}: {sentence}", parent)
        self._icon, self._heading, self._sentence = icon, heading, sentence
        self.stretch_down()

    def _words_height(self, text: str, role: str, width: int) -> float:
        room, metrics = QRectF(0, 0, max(width, 1), 10_000), QFontMetricsF(self._look.font(role))
        return float(metrics.boundingRect(room, _WRAP, broken_to_fit(text, metrics, width)).height())

    def _head(self, width: int) -> tuple[int, int, float]:
        """Left edge, width and height of the heading's words."""
        left = self._look.px(_PADDING + _ICON + 8)
        room = width - left - self._look.px(_PADDING + _ICON + 4)
        return left, room, max(self._words_height(self._heading, "small_strong", room), self._look.px(_HEAD))

    def heightForWidth(self, width: int) -> int:
        inside = width - 2 * self._look.px(_PADDING)
        words = self._words_height(self._sentence, "small", inside)
        return int(self._head(width)[2] + words) + self._look.px(24)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        corner, padding, top = self._look.px(self.corner), self._look.px(_PADDING), self._look.px(11)
        lit = self.underMouse() or self.isDown()
        painter.setBrush(self._look.ink("accent_soft" if lit else "surface"))
        painter.setPen(QPen(self._look.ink("line"), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)
        height = self._paint_head(painter, padding, top)
        painter.setPen(self._look.ink("ink"))
        painter.setFont(self._look.font("small"))
        words = QRect(padding, int(top + height), self.width() - 2 * padding, self.height())
        painter.drawText(words, _WRAP, broken_to_fit(self._sentence, QFontMetricsF(painter.font()), words.width()))
        painter.end()

    def _paint_head(self, painter: QPainter, padding: int, top: int) -> float:
        left, room, height = self._head(self.width())
        icon, ratio = self._look.px(_ICON), self.devicePixelRatioF()
        along = top + (self._look.px(_HEAD) - icon) // 2
        painter.drawPixmap(padding, along, self._look.icon(self._icon, "accent", _ICON, ratio))
        arrow = self._look.icon("chevron-right", "ink2", _ICON, ratio)
        painter.drawPixmap(self.width() - padding - icon + self._look.px(4), along, arrow)
        painter.setPen(self._look.ink("accent"))
        painter.setFont(self._look.font("small_strong"))
        painter.drawText(QRect(left, top + self._look.px(1), room, int(height)), _WRAP, self._heading)
        return height
