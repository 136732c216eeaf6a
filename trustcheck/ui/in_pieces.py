"""Long work on what is on the screen, a piece between two frames: the keyboard never waits for it."""

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

_PIECE = 0.008
"""Seconds: half of a frame at sixty a second. The other half is for laying out and painting what was made."""


class InPieces(QObject):
    """Takes steps one after the other, as many at a time as fit into a piece. It goes with its ``parent``, and with it
    whatever was still to be done.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Iterator[object] = iter(())
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._take_some)

    @property
    def is_under_way(self) -> bool:
        return self._soon.isActive()

    def do(self, steps: Iterator[object]) -> None:
        """Begin with these steps; what was left of others is dropped."""
        self._steps = steps
        self._soon.start()

    def rest(self) -> None:
        """Do nothing until :meth:`go_on`: nobody looks at what would be made."""
        self._soon.stop()

    def go_on(self) -> None:
        self._soon.start()

    def _take_some(self) -> None:
        until = perf_counter() + _PIECE
        for _step in self._steps:
            if perf_counter() >= until:
                self._soon.start()
                return
