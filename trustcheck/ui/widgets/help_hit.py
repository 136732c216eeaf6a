"""One place in the help that has the words somebody looks for: press it to read it there."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent

from trustcheck.ui.help.searching import Hit
from trustcheck.ui.look import Look
from trustcheck.ui.soft_breaks import broken_to_fit
from trustcheck.ui.widgets.pressable import Pressable
from trustcheck.words import gettext as _

_SIDE, _TOP, _GAP = 14, 10, 3
_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)


class HelpHit(Pressable):
    def __init__(self, look: Look, hit: Hit) -> None:
        heading = _("{heading} ({topic})").format(heading=hit.section.heading, topic=hit.topic.words)
        super().__init__(look, heading)
        self.setAccessibleDescription(hit.sentence)
        self.hit = hit
        self._lines = ((heading, "strong", "ink"), (hit.sentence, "body", "ink2"))

    def heightForWidth(self, width: int) -> int:
        heights = [self._box(words, role, width).height() for words, role, _ink in self._lines if words]
        return round(sum(heights)) + self._look.px(2 * _TOP + _GAP)

    def _box(self, words: str, role: str, width: int) -> QRectF:
        metrics = QFontMetricsF(self._look.font(role))
        return metrics.boundingRect(QRectF(0, 0, self._room(width), 10_000), _WRAP, self._fitting(words, role, width))

    def _fitting(self, words: str, role: str, width: int) -> str:
        return broken_to_fit(words, QFontMetricsF(self._look.font(role)), self._room(width))

    def _room(self, width: int) -> int:
        return max(width - self._look.px(2 * _SIDE), 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_plate(painter)
        top = float(self._look.px(_TOP))
        for words, role, ink in self._lines:
            box = self._box(words, role, self.width())
            painter.setFont(self._look.font(role))
            painter.setPen(self._look.ink(ink))
            place = QRectF(self._look.px(_SIDE), top, self._room(self.width()), box.height() + 1)
            painter.drawText(place, _WRAP, self._fitting(words, role, self.width()))
            top += box.height() + self._look.px(_GAP)
        painter.end()
