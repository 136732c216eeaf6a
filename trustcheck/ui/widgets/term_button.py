"""A term one may ask about: quiet words with a dotted line under them, as a dictionary would mark them."""

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen

from trustcheck.ui.look import Look
from trustcheck.ui.widgets.button import Button
from trustcheck.words import gettext as _

_PADDING = 8
_FACE = "caption"


class TermButton(Button):
    """``show_open`` tells eyes and ears whether what is meant by the term stands on the screen."""

    corner = 7

    def __init__(self, look: Look, word: str) -> None:
        super().__init__(look, word, "quiet", height=32)
        self._is_open = False
        self.setText(word.replace("&", "&&"))
        self._word = word
        self.setAccessibleName(_("What is meant by \u201c{word}\u201d?").format(word=word))
        self.show_open(is_open=False)

    @property
    def indent(self) -> int:
        return self._look.px(_PADDING)

    @property
    def is_open(self) -> bool:
        return self._is_open

    def show_open(self, *, is_open: bool) -> None:
        self._is_open = is_open
        self.setAccessibleDescription(_("unfolded") if is_open else _("folded"))
        self.update()

    def sizeHint(self) -> QSize:
        words = self._look.width_of(self._word, _FACE)
        return QSize(words + 2 * self._look.px(_PADDING), self._look.px(32))

    def _paint_words(self, painter: QPainter) -> None:
        px = self._look.px
        words = self._look.width_of(self._word, _FACE)
        painter.setFont(self._look.font(_FACE))
        painter.setPen(self._look.ink("ink" if self._is_open else "ink2"))
        painter.drawText(QRectF(px(_PADDING), 0, words + 4, self.height()), Qt.AlignmentFlag.AlignVCenter, self._word)
        way = Qt.PenStyle.SolidLine if self._is_open else Qt.PenStyle.DotLine
        painter.setPen(
            QPen(self._look.ink("accent" if self._is_open else "ink3"), max(1.0, 1.25 * self._look.scale), way)
        )
        below = self.height() / 2 + px(10)
        painter.drawLine(QLineF(px(_PADDING), below, px(_PADDING) + words, below))
