"""A large choice at the very beginning: an icon, two or three words, and what they mean."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from trustcheck.ui.look import Look

_SIDE = 22
_ICON = 28
_HEAD_TOP = 64
_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
_OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ChoiceTile(QPushButton):
    """A real button; Enter, Space and a click open it. Signals: ``moved`` (-1 or 1) when an arrow key leaves it."""

    moved = Signal(int)
    corner = 14
    always_ringed = True

    def __init__(self, look: Look, icon: str, words: str, detail: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._look, self._icon, self._detail = look, icon, detail
        self.setAccessibleName(words)
        self.setAccessibleDescription(detail)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._relayout)

    def _relayout(self) -> None:
        self.updateGeometry()
        self.update()

    def _height(self, words: str, role: str, width: int) -> int:
        room = QRectF(0, 0, max(width - 2 * self._look.px(_SIDE), 1), 10_000)
        return int(QFontMetricsF(self._look.font(role)).boundingRect(room, _WRAP, words).height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        words = self._height(self.text(), "card_strong", width) + self._height(self._detail, "small", width)
        return self._look.px(_HEAD_TOP) + words + self._look.px(30)

    def sizeHint(self) -> QSize:
        width = max(self.width(), self._look.px(260))
        return QSize(self._look.px(260), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(200), self._look.px(120))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self.moved.emit(step)
        elif event.key() in _OPENS:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, corner = self._look.px(_SIDE), self._look.px(self.corner)
        lit = self.underMouse() or self.isDown()
        painter.setBrush(self._look.ink("accent_soft" if lit else "surface"))
        painter.setPen(QPen(self._look.ink("line_strong"), 1.25))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75), corner, corner)
        picture = self._look.icon(self._icon, "accent", _ICON, self.devicePixelRatioF())
        painter.drawPixmap(side, self._look.px(22), picture)
        room, top = self.width() - 2 * side, self._look.px(_HEAD_TOP)
        painter.setPen(self._look.ink("ink"))
        painter.setFont(self._look.font("card_strong"))
        head = self._height(self.text(), "card_strong", self.width())
        painter.drawText(QRect(side, top, room, head), _WRAP, self.text())
        painter.setPen(self._look.ink("ink2"))
        painter.setFont(self._look.font("small"))
        below = top + head + self._look.px(4)
        painter.drawText(QRect(side, below, room, self.height() - below), _WRAP, self._detail)
        painter.end()
