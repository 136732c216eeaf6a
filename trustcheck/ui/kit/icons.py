"""A line of text with its icon in front, in line with the first line where the text wraps."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from trustcheck.ui.kit.layout import ReadingPainter
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.text import Text

IconSentence = tuple[str, str]
"""An icon's name and a sentence or two that it stands before."""


# The sign of the product: two dots and the line between them.


class Mark(QWidget):
    def __init__(self, look: Look, width: int = 34, height: int = 20, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._size = look, (width, height)
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.setFixedSize(*(self._look.px(length) for length in self._size))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = ReadingPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height, middle = self.height(), self.height() / 2
        radius = height * 0.36
        left, right = radius + 1.5, self.width() - radius - 1.5
        painter.setPen(QPen(self._look.ink("ink"), height * 0.11))
        painter.drawLine(QPointF(left + radius, middle), QPointF(right - radius, middle))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.ink("accent"))
        painter.drawEllipse(QPointF(left, middle), radius, radius)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._look.ink("staff"), height * 0.15))
        painter.drawEllipse(QPointF(right, middle), radius - height * 0.075, radius - height * 0.075)
        painter.end()


# One icon in one ink.


class Icon(QLabel):
    """Decoration beside a word; screen readers pass it by."""

    def __init__(self, look: Look, name: str, ink: str = "ink2", size: int = 20, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._name, self._ink, self._size = look, name, ink, size
        look.changed.connect(self._redraw)
        self._redraw()

    def show_icon(self, name: str, ink: str) -> None:
        self._name, self._ink = name, ink
        self._redraw()

    def _redraw(self) -> None:
        self.setPixmap(self._look.icon(self._name, self._ink, self._size, self.devicePixelRatioF()))
        self.setFixedSize(self._look.px(self._size), self._look.px(self._size))


_ROOM_FOR_A_VALUE = 440
_TOP = Qt.AlignmentFlag.AlignTop


class IconLine(QWidget):
    """``value`` stands at the end of the line where there is room; the words say it too."""

    def __init__(
        self, look: Look, icon: str, words: str, *, ink: str = "ink2", role: str = "small", value: str = ""
    ) -> None:
        super().__init__()
        self._look, self._role = look, role
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(10))
        self._hung = QVBoxLayout()
        self._hung.addWidget(Icon(look, icon, ink, 18), 0, _TOP)
        self._hung.addStretch(1)
        row.addLayout(self._hung)
        row.addWidget(Text(look, words, role), 1, _TOP)
        self._value = Text(look, value, "small_strong", "ink2", wrap=False)
        row.addWidget(self._value, 0, _TOP)
        look.changed.connect(self._hang)
        self._hang()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hang()

    def _hang(self) -> None:
        self._value.setVisible(bool(self._value.text()) and self.width() >= self._look.px(_ROOM_FOR_A_VALUE))
        line = QFontMetricsF(self._look.font(self._role)).height()
        self._hung.setContentsMargins(0, max(0, round((line - self._look.px(18)) / 2)), 0, 0)
