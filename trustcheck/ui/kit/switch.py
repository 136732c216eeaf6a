"""Something that is on or off, in a row with its words. A real check box that paints itself."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from trustcheck.ui.kit.look import Look

_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)
_LEFT = 56


class Switch(QCheckBox):
    """Words and a line of explanation beside it; both wrap where there is little room."""

    corner = 9

    def __init__(self, look: Look, words: str, detail: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._look, self._detail = look, detail
        self.setAccessibleName(words)
        self.setAccessibleDescription(detail)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # Not Fixed: it would never be taller than with its words in one line each, and the second line is cut off.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._relayout)

    def _relayout(self) -> None:
        self.updateGeometry()
        self.update()

    def hitButton(self, point: QPoint) -> bool:
        return self.rect().contains(point)

    def sizeHint(self) -> QSize:
        widest = max(self._look.width_of(self.text(), "body"), self._look.width_of(self._detail, "caption"))
        width = widest + self._look.px(64)
        return QSize(width, self.heightForWidth(width))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """One line each, or as many as the words need in a narrow place."""
        around = self._top() + self._look.px(8)
        words = self._height(self.text(), "body", width) + self._height(self._detail, "caption", width)
        return max(int(words) + around, self._look.px(58 if self._detail else 40))

    def _top(self) -> int:
        return self._look.px(20) - int(QFontMetricsF(self._look.font("body")).height() / 2)

    def _height(self, words: str, role: str, width: int) -> float:
        room = QRectF(0, 0, max(width - self._look.px(_LEFT), 1), 10_000)
        return QFontMetricsF(self._look.font(role)).boundingRect(room, _WRAP, words).height() if words else 0

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(160), self._look.px(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, line = self.isChecked(), self._look.px(20)
        track = QRectF(2, line - self._look.px(11), self._look.px(40), self._look.px(22))
        painter.setBrush(self._look.ink("accent" if on else "surface"))
        painter.setPen(QPen(self._look.ink("accent" if on else "line_strong"), 1.25))
        painter.drawRoundedRect(track, track.height() / 2, track.height() / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.ink("on_accent" if on else "line_strong"))
        knob = track.right() - track.height() / 2 if on else track.left() + track.height() / 2
        painter.drawEllipse(QPointF(knob, line), self._look.px(7), self._look.px(7))
        self._paint_words(painter, self._look.px(_LEFT))
        painter.end()

    def _paint_words(self, painter: QPainter, left: int) -> None:
        painter.setPen(self._look.ink("ink"))
        painter.setFont(self._look.font("body"))
        room, top = self.width() - left, self._top()
        painter.drawText(QRectF(left, top, room, self.height()), _WRAP, self.text())
        if self._detail:
            painter.setPen(self._look.ink("ink3"))
            painter.setFont(self._look.font("caption"))
            below = top + self._height(self.text(), "body", self.width())
            painter.drawText(QRectF(left, below, room, self.height()), _WRAP, self._detail)
