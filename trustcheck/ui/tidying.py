"""Python's tidying of forgotten objects, on the main thread only.

Left alone, it happens on whichever thread makes the next object. A worker may thus destroy a window's object with its
clock still running, which Qt does not survive.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_OFTEN_ENOUGH_MS = 500


class Tidying(QObject):
    """From its making to :meth:`stop`, forgotten objects go while the main thread is idle, oldest kinds seldom."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._was_on = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_OFTEN_ENOUGH_MS)
        self._timer.timeout.connect(tidy)
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()
        if self._was_on:
            gc.enable()


def tidy() -> None:
    """Collect the oldest generation that has reached Python's own threshold, if any."""
    for generation, (count, limit) in reversed(list(enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)))):
        if count > limit > 0:
            gc.collect(generation)
            return
