"""A row of a list that opens what it stands for wherever it is pressed; its buttons stay what they are."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from trustcheck.ui.look import Look

_CORNER = 8


class OpeningRow(QWidget):
    """For the mouse alone: who uses the keyboard or a screen reader has the row's button. Signals: ``opened``."""

    opened = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._opens, self._is_pressed = look, False, False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def open_by_press(self, *, can_be: bool) -> None:
        """Whether pressing the row opens it: not while it asks something."""
        self._opens = can_be
        self.setCursor(Qt.CursorShape.PointingHandCursor if can_be else Qt.CursorShape.ArrowCursor)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._is_pressed = self._opens and event.button() is Qt.MouseButton.LeftButton
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Moving off the row before letting go is a change of mind."""
        was_pressed, self._is_pressed = self._is_pressed, False
        if was_pressed and self._opens and self.rect().contains(event.position().toPoint()):
            self.opened.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not (self._opens and self.underMouse()):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.ink("sunk"))
        painter.drawRoundedRect(QRectF(self.rect()), self._look.px(_CORNER), self._look.px(_CORNER))
        painter.end()
