"""Notices that nobody has touched anything for a while."""

from collections.abc import Callable
from time import time

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
    """Signals: ``reached`` after so many seconds without any input. 0 seconds is never.

    A computer that slept counts its sleep: the first touch afterwards is not taken, and tells that time was up.
    """

    reached = Signal()

    def __init__(self, application: QApplication, owner: QObject, clock: Callable[[], float] = time) -> None:
        super().__init__(owner)
        self._application, self._clock, self._touched = application, clock, clock()
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self.reached)

    def wait(self, seconds: int) -> None:
        self.timer.stop()
        self.timer.setInterval(seconds * 1000)
        # Everything that happens in the window passes by here: only while somebody wants to know.
        self._application.removeEventFilter(self)
        if seconds:
            self._application.installEventFilter(self)
            self._begin_anew()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not self.timer.isActive() or event.type() not in _TOUCHES:
            return False
        # Qt's clocks stand still while the computer sleeps, the clock on the wall does not.
        if self._clock() - self._touched > self.timer.interval() / 1000:
            self.timer.stop()
            self.reached.emit()
            return True
        self._begin_anew()
        return False

    def _begin_anew(self) -> None:
        self._touched = self._clock()
        self.timer.start()
