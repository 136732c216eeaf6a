"""The program with its window and a slow disk, in which somebody answers and says what stands beside the answers.

Run as ``answering_in_window.py FILE``; the file holds one check that is under way. After each answer, and again as soon
as it is so, one line says how many answers are on the screen and what assistive technology reads of them: ``7 saved``
or ``7 waiting``. Others end it by force.
"""

import os
import sys
import time

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.faults.killing import READY, say
from tests.reader import found_by_a_reader
from trustcheck.bootstrap import build
from trustcheck.commands import window
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.storage.store import RoundPart
from trustcheck.ui.navigation.navigator import Navigator
from trustcheck.ui.shell.places import Place

SLOW = 0.03
"""Seconds until a slow disk has taken an answer."""

_arrived, _save = Navigator.arrived, RoundPart.save_answer


def code_of(at: int) -> int:
    """The answer to each question in turn."""
    return 1 + at % 5


def save_slowly(rounds: RoundPart, round_id: int, item_id: str, answer: Answer | None) -> None:
    time.sleep(SLOW)
    _save(rounds, round_id, item_id, answer)


class Somebody(QObject):
    def __init__(self, navigator: Navigator) -> None:
        super().__init__(navigator)
        self._navigator, self._answers = navigator, 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._said = ""

    def begin(self) -> None:
        say(READY)
        assert self._navigator.flow is not None
        self._navigator.flow.begin_or_go_on()
        self._timer.start(1)

    def _look(self) -> None:
        """Go on once this answer is saved, but not with every third: then two wait at once."""
        if self._navigator.window.place is Place.REVIEW:
            # Nobody waits for more than there is.
            os._exit(0)
        if self._navigator.window.place is not Place.QUESTION:
            return
        self._tell()
        if self._answers % 3 == 1 or self._said.endswith(" saved"):
            self._answer()

    def _answer(self) -> None:
        if self._answers:
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
        if self._navigator.window.place is not Place.QUESTION:
            return
        QTest.keyClicks(QApplication.focusWidget(), str(code_of(self._answers)))
        self._answers += 1
        self._tell()

    def _tell(self) -> None:
        is_saved = "Saved" in found_by_a_reader()
        said = f"{self._answers} {'saved' if is_saved else 'waiting'}"
        if said != self._said:
            self._said = said
            say(said)


def arrived(navigator: Navigator) -> None:
    _arrived(navigator)
    if navigator.window.place is Place.HOME:
        QTimer.singleShot(0, navigator.window, Somebody(navigator).begin)


if __name__ == "__main__":
    Navigator.arrived = arrived
    RoundPart.save_answer = save_slowly
    sys.exit(window.run(build(os.environ), sys.argv[1], os.environ))
