"""The program with its window, on a protected file that somebody opens, reads, and locks: others search its memory.

Run as ``locking_away.py FILE``, with the passphrase on standard input. It says ``open`` with the note on the screen and
``locked`` once the file is locked and the program has come to rest; each time others may look, until they send a line.
"""

import ctypes
import os
import sys
import time

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.faults.killing import say
from trustcheck.bootstrap import build
from trustcheck.commands import window
from trustcheck.ui.navigation.navigator import Navigator
from trustcheck.ui.shell.places import Place

_MAY_BE_LOOKED_AT = 4
"""PR_SET_DUMPABLE, which the program sets to nobody."""

_arrived = Navigator.arrived


class Somebody(QObject):
    def __init__(self, navigator: Navigator) -> None:
        super().__init__(navigator)
        self._navigator, self._step = navigator, 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(50)
        self._rest = 0.0

    def _look(self) -> None:
        place, steps = self._navigator.window.place, (self._unlock, self._go_on, self._read, self._lock, self._tell)
        if (place, self._step) in _WHERE:
            self._step += 1
            steps[_WHERE[place, self._step - 1]]()

    def _unlock(self) -> None:
        QTest.keyClicks(QApplication.focusWidget(), sys.stdin.readline().rstrip("\n"))
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)

    def _go_on(self) -> None:
        assert self._navigator.flow is not None
        self._navigator.flow.begin_or_go_on()

    def _read(self) -> None:
        self._rest = time.monotonic()

    def _lock(self) -> None:
        if time.monotonic() - self._rest < 1:
            self._step -= 1
            return
        be_looked_at("open")
        self._navigator.files.locking.lock()
        self._rest = time.monotonic()

    def _tell(self) -> None:
        if time.monotonic() - self._rest < 3:
            self._step -= 1
            return
        be_looked_at("locked")
        os._exit(0)


_WHERE = {(Place.LOCK, 0): 0, (Place.HOME, 1): 1, (Place.QUESTION, 2): 2, (Place.QUESTION, 3): 3, (Place.LOCK, 4): 4}


def be_looked_at(state: str) -> None:
    prctl = ctypes.CDLL(None).prctl
    prctl(_MAY_BE_LOOKED_AT, 1, 0, 0, 0)
    say(state)
    sys.stdin.readline()
    prctl(_MAY_BE_LOOKED_AT, 0, 0, 0, 0)


def arrived(navigator: Navigator) -> None:
    _arrived(navigator)
    if navigator.window.place is Place.LOCK and not navigator.findChildren(Somebody):
        Somebody(navigator)


if __name__ == "__main__":
    Navigator.arrived = arrived
    sys.exit(window.run(build(os.environ), sys.argv[1], os.environ))
