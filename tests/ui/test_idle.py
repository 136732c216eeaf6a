"""Nobody there: told after a while without a touch, and at once where the computer slept meanwhile."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from trustcheck.ui.kit.idle import Idle


class Clock:
    """A clock on the wall that a test turns."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def line(qtbot: QtBot) -> QLineEdit:
    line = QLineEdit()
    qtbot.addWidget(line)
    with qtbot.waitExposed(line):
        line.show()
    return line


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def idle(qapp: QApplication, line: QLineEdit, clock: Clock) -> Idle:
    return Idle(qapp, line, clock)


def test_a_touch_begins_the_wait_anew(idle: Idle, line: QLineEdit, clock: Clock, qtbot: QtBot) -> None:
    told: list[bool] = []
    idle.reached.connect(lambda: told.append(True))
    idle.wait(60)
    for _touch in range(5):
        clock.now += 50
        qtbot.keyClick(line, Qt.Key.Key_A)

    assert told == []
    assert line.text() == "aaaaa"


def test_after_a_sleep_the_first_touch_is_not_taken(idle: Idle, line: QLineEdit, clock: Clock, qtbot: QtBot) -> None:
    idle.wait(60)
    clock.now += 8 * 3600

    with qtbot.waitSignal(idle.reached):
        qtbot.keyClick(line, Qt.Key.Key_A)

    assert line.text() == ""


def test_nobody_is_told_where_it_is_never(idle: Idle, line: QLineEdit, clock: Clock, qtbot: QtBot) -> None:
    idle.wait(60)
    idle.wait(0)
    clock.now += 8 * 3600

    with qtbot.assertNotEmitted(idle.reached):
        qtbot.keyClick(line, Qt.Key.Key_A)

    assert line.text() == "a"


def test_a_clock_that_is_put_back_changes_nothing(idle: Idle, line: QLineEdit, clock: Clock, qtbot: QtBot) -> None:
    idle.wait(60)
    clock.now -= 3600

    with qtbot.assertNotEmitted(idle.reached):
        qtbot.keyClick(line, Qt.Key.Key_A)
