"""Notices that nobody has touched anything for a while."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class Idle(QObject):
    """Signals: ``reached`` after so many seconds without any input. 0 seconds is never."""

    reached = Signal()

    def __init__(self, application: QApplication, owner: QObject) -> None:
        super().__init__(owner)
        self._application = application
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.reached)

    def wait(self, seconds: int) -> None:
        self._timer.stop()
        self._timer.setInterval(seconds * 1000)
        # Everything that happens in the window passes by here: only while somebody wants to know.
        self._application.removeEventFilter(self)
        if seconds:
            self._application.installEventFilter(self)
            self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._timer.isActive() and event.type() in _TOUCHES:
            self._timer.start()
        return False
