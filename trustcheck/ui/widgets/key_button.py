"""A quiet button that also shows the single key which does the same."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from trustcheck.ui.look import Look
from trustcheck.ui.widgets.button import Button

_KEY, _GAP, _PADDING = 22, 10, 12


class KeyButton(Button):
    """Signals: those of a button; the page listens for the key itself."""

    def __init__(self, look: Look, words: str, key: str, *, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(look, words, "quiet", icon=icon, height=40, parent=parent)
        self._key, self._shows_key = key, True

    def show_key(self, *, shown: bool) -> None:
        """Show the key, or not where single keys are switched off."""
        self._shows_key = shown
        self._relayout()

    def sizeHint(self) -> QSize:
        plain = super().sizeHint()
        return QSize(plain.width() + (self._look.px(_KEY + _GAP) if self._shows_key else 0), plain.height())

    def _paint_words(self, painter: QPainter) -> None:
        if not self._shows_key:
            super()._paint_words(painter)
            return
        taken = self._look.px(_KEY + _GAP)
        painter.save()
        painter.translate(-taken / 2, 0)
        super()._paint_words(painter)
        painter.restore()
        side = self._look.px(_KEY)
        cap = QRectF(self.width() - side - self._look.px(_PADDING), (self.height() - side) / 2, side, side)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._look.ink("line_strong"), 1))
        painter.drawRoundedRect(cap, self._look.px(5), self._look.px(5))
        painter.setPen(self._look.ink("ink2"))
        painter.setFont(self._look.font("key"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._key)
