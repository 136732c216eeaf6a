"""Long work on what is on the screen, one step between two frames: the keyboard never waits for it."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer


class InPieces(QObject):
    """Takes one step at each turn of the event loop. What it makes is laid out and painted in the same turn, which
    takes far longer than making it; so steps are small, and no clock is asked how many of them fit.

    It goes with its ``parent``, and with it whatever was still to be done.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Iterator[object] = iter(())
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._take_one)

    def do(self, steps: Iterator[object]) -> None:
        """Begin with these steps; what was left of others is dropped."""
        self._steps = steps
        self._soon.start()

    def rest(self) -> None:
        """Do nothing until :meth:`go_on`: nobody looks at what would be made."""
        self._soon.stop()

    def go_on(self) -> None:
        self._soon.start()

    def _take_one(self) -> None:
        for _step in self._steps:
            self._soon.start()
            return
