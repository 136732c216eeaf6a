"""What rows, tiles and list entries share: a button that paints itself, as high as its words need at its width."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from trustcheck.ui.look import Look

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WITH_CONTROL = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class Pressable(QPushButton):
    """Override :meth:`heightForWidth` and ``paintEvent``. Signals: ``asked`` on a click, Space or Enter."""

    asked = Signal()
    corner = 8
    usual_width = 220
    least = QSize(180, 34)
    """At 100 % text size."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self.asked)
        look.changed.connect(self._relayout)

    def stretch_down(self) -> None:
        """Be as high as what stands beside it."""
        policy = self.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        self.setSizePolicy(policy)

    def _relayout(self) -> None:
        self.updateGeometry()
        self.update()

    def paint_plate(self, painter: QPainter) -> None:
        """What lies under it while the mouse does, or while it is pressed."""
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.ink("sunk"))
            corner = self._look.px(self.corner)
            painter.drawRoundedRect(QRectF(self.rect()), corner, corner)

    def hasHeightForWidth(self) -> bool:
        return True

    def sizeHint(self) -> QSize:
        usual = self._look.px(self.usual_width)
        return QSize(usual, self.heightForWidth(max(self.width(), usual)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(self.least.width()), self._look.px(self.least.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and not event.modifiers() & _WITH_CONTROL:
            self.click()
        else:
            super().keyPressEvent(event)
