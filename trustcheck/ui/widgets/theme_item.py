"""One theme in the list of themes: its name and its number; the one on show is marked."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from trustcheck.ui.look import Look
from trustcheck.ui.soft_breaks import softly_broken

_SIDE = 12
_LEAST = 38
_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignVCenter)


class ThemeItem(QPushButton):
    """Signals: ``asked`` when it is pressed."""

    asked = Signal()
    corner = 10

    def __init__(self, look: Look, name: str, number: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._name, self._number = look, softly_broken(name), number
        self.setAccessibleName(sentence)
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self.asked)
        look.changed.connect(self._relayout)

    def nextCheckState(self) -> None:
        self.setChecked(True)

    def _relayout(self) -> None:
        self.updateGeometry()
        self.update()

    def _room(self, width: int) -> int:
        """What is left for the name beside the number."""
        return width - 2 * self._look.px(_SIDE) - self._look.width_of("100", "small_strong") - self._look.px(8)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        metrics = QFontMetricsF(self._look.font("small_strong"))
        words = metrics.boundingRect(QRectF(0, 0, max(self._room(width), 1), 10_000), _WRAP, self._name)
        return max(self._look.px(_LEAST), int(words.height()) + self._look.px(14))

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(220), self.heightForWidth(max(self.width(), self._look.px(180))))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(150), self._look.px(_LEAST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

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
        painter.drawText(QRect(side, 0, self._room(self.width()), self.height()), _WRAP, self._name)
        painter.setFont(self._look.font("small_strong"))
        right = int(Qt.AlignmentFlag.AlignRight) | int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(self.rect().adjusted(0, 0, -side, 0), right, self._number)
        painter.end()
