"""What is painted before anything else is loaded: the canvas, and the sign where the opening page has it.

It names no enumeration of Qt and reads no theme: each of them takes a part of the time until the window is there.
"""

from PySide6.QtCore import QEvent, QEventLoop, QObject, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

LIGHT = {"canvas": "#FAF8F4", "ink": "#1D2225", "accent": "#0B5F63", "staff": "#B9520A"}
DARK = {"canvas": "#14181A", "ink": "#F2EFE9", "accent": "#74C7C1", "staff": "#F2A766"}
"""The inks of ``resources/themes`` that are needed; a test holds them together."""

_WIDTH, _HEIGHT = 68, 40
_BELOW = 150
"""Pixels at 100 % that stand below the sign on the opening page, beside its air."""


class FirstFrame(QWidget):
    """Stands in the window until it is furnished. Its shapes are written as Qt's style sheets have them."""

    def __init__(self, look: str, scale: float) -> None:
        """``look`` is ``light``, ``dark`` or ``system``, as the person chose it; ``scale`` that of their text."""
        super().__init__()
        dark = look == "dark" or (look == "system" and QApplication.palette().window().color().lightness() < 128)
        self._scale, inks = scale, DARK if dark else LIGHT
        self._line, self._dot, self._ring = parts = QWidget(self), QWidget(self), QWidget(self)
        radius = self._px(_HEIGHT * 0.36)
        rules = (
            f"background: {inks['ink']};",
            f"background: {inks['accent']}; border-radius: {radius}px;",
            f"border: {self._px(_HEIGHT * 0.15)}px solid {inks['staff']}; border-radius: {radius}px;",
        )
        self._ground = QWidget(self)
        self._ground.setStyleSheet(f"background: {inks['canvas']};")
        self._ground.lower()
        for part, rule in zip(parts, rules, strict=True):
            part.setStyleSheet(rule)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Two dots and the line between them."""
        width, height, round_ = self._px(_WIDTH), self._px(_HEIGHT), 2 * self._px(_HEIGHT * 0.36)
        left = (self.width() - width) // 2
        top = max(self.height() - height - self._px(_BELOW), 0) * 2 // 5
        thick, rim = self._px(_HEIGHT * 0.11), (height - round_) // 2
        self._ground.setGeometry(0, 0, self.width(), self.height())
        self._line.setGeometry(left + round_, top + (height - thick) // 2, width - 2 * round_, thick)
        self._dot.setGeometry(left + 1, top + rim, round_, round_)
        self._ring.setGeometry(left + width - round_ - 1, top + rim, round_, round_)

    def _px(self, length: float) -> int:
        return round(length * self._scale)


class UntilPainted(QObject):
    """Waits until a window has been painted once, or was closed, and keeps the keys that are pressed meanwhile.

    Signals: ``over``, sent by whoever waited, when the rest may begin.
    """

    over = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window, self._loop, self._keys = window, QEventLoop(), list[QKeyEvent]()
        window.installEventFilter(self)

    def wait(self) -> bool:
        """Whether the window is there to go on with."""
        if self._window.isVisible():
            self._loop.exec()
        return self._window.isVisible()

    def hand_over(self) -> None:
        """Press the keys that were kept, now that there is a page that answers them."""
        self._window.removeEventFilter(self)
        window = self._window.windowHandle()
        for key in self._keys:
            QApplication.sendEvent(window, key)

    def eventFilter(self, watched: QObject, event: object) -> bool:
        if isinstance(event, QKeyEvent) and event.type() != QEvent.Type.ShortcutOverride:
            self._keys.append(event.clone())
            return True
        if isinstance(event, (QPaintEvent, QHideEvent)):
            self._loop.quit()
        return False
