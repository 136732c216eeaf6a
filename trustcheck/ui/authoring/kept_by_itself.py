"""What is written is kept by itself: a moment after the last key, and where the program ends before that."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QTimer

MOMENT = 700
"""Milliseconds after the last key until what was written is put on the disk."""


def kept_by_itself(owner: QObject, pause: Callable[[], None], keep: Callable[[], object]) -> QTimer:
    """Started with each key, it has ``pause`` called once nobody writes; ``keep`` is called before the program ends."""
    waits = QTimer(owner)
    waits.setSingleShot(True)
    waits.setInterval(MOMENT)
    waits.timeout.connect(pause)
    application = QCoreApplication.instance()
    assert application is not None
    application.aboutToQuit.connect(keep)
    return waits
