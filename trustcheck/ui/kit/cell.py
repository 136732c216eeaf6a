"""One of many small things to choose from in a grid: the arrow keys walk, Space or Enter chooses."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from trustcheck.ui.kit.look import Look

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
WALKING = {
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down,
    Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
}  # fmt: skip


class Cell(QPushButton):
    """Override ``paintEvent``. Signals: ``walked`` with a key of :data:`WALKING`, ``given_up`` on Esc."""

    walked = Signal(int)
    given_up = Signal()
    corner = 8
    side = 36
    least = 28
    """At 100 % text size."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.let_tab_in(False)
        look.changed.connect(self._relayout)

    def let_tab_in(self, on: bool) -> None:
        """Tab leads to one of the grid."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(self.side), self._look.px(self.side))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(self.least), self._look.px(self.least))

    def _relayout(self) -> None:
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in WALKING:
            self.walked.emit(event.key())
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif event.key() in _ENTER:
            self.click()
        else:
            super().keyPressEvent(event)
