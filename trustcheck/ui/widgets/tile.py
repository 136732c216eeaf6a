"""A tile: a heading with its icon, a sentence, and an arrow that says it leads on."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from trustcheck.ui.look import Look
from trustcheck.ui.soft_breaks import softly_broken

_PADDING = 16
_ICON = 18
_HEAD = 26
_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)


class Tile(QPushButton):
    """A real button whose name is heading and sentence together. Signals: ``asked`` when it is pressed."""

    asked = Signal()
    corner = 14

    def __init__(self, look: Look, icon: str, heading: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._icon = look, icon
        self._heading, self._sentence = heading, softly_broken(sentence)
        self.setAccessibleName(f"{heading}: {sentence}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self.asked)
        look.changed.connect(self._relayout)

    def _relayout(self) -> None:
        self.updateGeometry()
        self.update()

    def _words_height(self, text: str, role: str, width: int) -> float:
        room = QRectF(0, 0, max(width, 1), 10_000)
        return float(QFontMetricsF(self._look.font(role)).boundingRect(room, _WRAP, text).height())

    def _head(self, width: int) -> tuple[int, int, float]:
        """Left edge, width and height of the heading's words."""
        left = self._look.px(_PADDING + _ICON + 8)
        room = width - left - self._look.px(_PADDING + _ICON + 4)
        return left, room, max(self._words_height(self._heading, "small_strong", room), self._look.px(_HEAD))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        inside = width - 2 * self._look.px(_PADDING)
        words = self._words_height(self._sentence, "small", inside)
        return int(self._head(width)[2] + words) + self._look.px(30)

    def sizeHint(self) -> QSize:
        width = max(self.width(), self._look.px(220))
        return QSize(self._look.px(220), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(180), self._look.px(64))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

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
        painter.drawText(words, _WRAP, self._sentence)
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
