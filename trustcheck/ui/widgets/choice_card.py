"""One of a few choices before the first question: a radio button with a line that says what it means."""

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from trustcheck.ui.look import Look
from trustcheck.ui.widgets.radio_card import WRAP, Face, RadioCard

_SIDE, _MARK = 18, 34


class ChoiceCard(RadioCard):
    """The chosen one has a tinted plate, an accent edge and a tick."""

    always_ringed = False
    indent = 0
    """Pixels at 100 % text size that stay free before the words."""

    def __init__(self, look: Look, face: Face, *, parent: QWidget | None = None) -> None:
        super().__init__(look, face, parent=parent)
        self.setAccessibleDescription(face.detail)

    def explain(self, detail: str) -> None:
        """Change the line that says what the choice means."""
        self.face = replace(self.face, detail=detail)
        self.setAccessibleDescription(detail)
        self._relayout()

    def heightForWidth(self, width: int) -> int:
        room = self._words_room(width)
        words = self._height(self.text(), "strong", room) + self._height(self.face.detail, "small", room)
        return int(words) + self._look.px(32)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(180), self._look.px(60))

    def _words_room(self, width: int) -> float:
        return max(width - self._look.px(2 * _SIDE + _MARK + self.indent), 1)

    def _height(self, words: str, role: str, room: float) -> float:
        return QFontMetricsF(self._look.font(role)).boundingRect(QRectF(0, 0, room, 10_000), WRAP, words).height()

    def _paint_plate(self, painter: QPainter) -> None:
        on = self.isChecked()
        painter.setBrush(self._look.ink("accent_soft" if on or self.underMouse() else "surface"))
        painter.setPen(QPen(self._look.ink("accent" if on else "line_strong"), 2 if on else 1.25))
        corner = self._look.px(self.corner)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), corner, corner)

    def _paint_inside(self, painter: QPainter) -> None:
        side, top = self._look.px(_SIDE), self._look.px(15)
        room = self._words_room(self.width())
        left = side + self._look.px(self.indent)
        head = self._height(self.text(), "strong", room)
        self._paint_mark(painter, QPointF(self.width() - side - self._look.px(9), top + self._look.px(11)))
        painter.setFont(self._look.font("strong"))
        painter.setPen(self._look.ink("ink"))
        painter.drawText(QRectF(left, top, room, head), WRAP, self.text())
        painter.setFont(self._look.font("small"))
        painter.setPen(self._look.ink("ink2"))
        below = top + head + self._look.px(2)
        painter.drawText(QRectF(left, below, room, self.height() - below), WRAP, self.face.detail)

    def _mark_inks(self) -> tuple[str, str]:
        return "accent", "on_accent"
