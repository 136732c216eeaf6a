"""Somebody curious has the laptop: every key of every command, every action, and what the window still holds."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.journeys.conftest import Program
from tests.journeys.person import Person
from tests.journeys.test_laptop_goes_round import (
    SECRET,
    answer_all,
    begin_going_round,
    check_in,
    sit_down,
)
from tests.ui.test_nobody_singled_out import said_by
from trustcheck.ui.hand_over import ALLOWED
from trustcheck.ui.places import Place
from trustcheck.ui.widgets.answer_card import AnswerCard

Key, Modifier = Qt.Key, Qt.KeyboardModifier
HARMLESS = {Place.HAND_OVER, Place.BEFORE, Place.QUESTION, Place.REVIEW, Place.PUT_AWAY, Place.COME_BACK, Place.PIN}


@pytest.fixture
def going_round(program: Callable[[], Program], tmp_path: Path) -> Program:
    path = tmp_path / "answers.trustcheck"
    round_id = check_in(path)
    running = program()
    person = running.start(str(path))
    person.waits_for(lambda: running.navigator.flow is not None)
    running.navigator.flow.group.take_up(round_id)
    begin_going_round(person)
    return running


def stations(running: Program) -> Iterator[str]:
    """Where the laptop can be while it goes round."""
    person = running.person
    yield "between two people"
    person.choose("Facilitator")
    person.arrives_at(Place.PIN)
    yield "at the PIN"
    person.choose("Back to handing over")
    person.arrives_at(Place.HAND_OVER)
    sit_down(person)
    yield "at a question"
    running.window.cover()
    yield "behind the cover"
    running.window.uncover()
    answer_all(person)
    yield "after a sheet was put away"


def actions(running: Program) -> list[QAction]:
    return [
        each for command, each in running.window.commands._actions.items() if command not in ("quit", "full-screen")
    ]


def try_everything(running: Program) -> None:
    """Every key of every command, every action as an accelerator or a script would choose it, and every shortcut."""
    for action in actions(running):
        for keys in action.shortcuts():
            press(running.window, keys)
        action.trigger()
    for shortcut in running.window.findChildren(QShortcut):
        shortcut.activated.emit()
    for key in (Key.Key_F1, Key.Key_F5, Key.Key_F6, Key.Key_Menu, Key.Key_Alt, Key.Key_Meta, Key.Key_Back):
        QTest.keyClick(QApplication.focusWidget() or running.window, key)


def press(window: QWidget, keys: QKeySequence) -> None:
    pressed = keys[0]
    QTest.keyClick(QApplication.focusWidget() or window, pressed.key(), pressed.keyboardModifiers())


def test_no_command_leads_anywhere_from_any_station(going_round: Program) -> None:
    running, chosen = going_round, []
    running.window.chosen.connect(chosen.append)
    for station in stations(running):
        before = running.window.place
        try_everything(running)
        running.window.uncover()
        QCoreApplication.processEvents()

        assert (station, set(chosen) - ALLOWED) == (station, set())
        assert (station, running.window.place) == (station, before)
        assert running.window.place in HARMLESS
        assert not running.window.sidebar.isVisible()
        assert not running.window.menuBar().isVisible()
        assert running.window.windowTitle() == "TrustCheck"
        assert [each for each in QApplication.topLevelWidgets() if each.isVisible()] == [running.window]


def written(person: Person) -> None:
    person.press(Key.Key_E)
    person.write(SECRET)
    person.press(Key.Key_Escape)


def kept_in(root: QObject) -> Iterator[str]:
    """Everything that any widget under a window says or keeps, whether it can be seen or not."""
    for each in (root, *root.findChildren(QObject)):
        if isinstance(each, QWidget):
            yield from said_by(each)
        yield each.objectName()


def test_no_widget_of_the_window_keeps_a_word_of_a_sheet_that_was_put_away(going_round: Program) -> None:
    running, person = going_round, going_round.person
    words = sit_down(person)
    written(person)
    assert any(SECRET in said for said in kept_in(running.window)), "the search sees what is there"
    answer_all(person)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    found = [said for each in QApplication.topLevelWidgets() for said in kept_in(each)]
    assert not [said for said in found if SECRET in said or words in said]
    assert not [each for each in QApplication.topLevelWidgets() if each.findChildren(AnswerCard)]


def test_nobody_who_presses_the_next_button_meets_what_was_said_before(going_round: Program) -> None:
    """The promises, the questions and the last page of the second person hold no word of the first one."""
    running, person = going_round, going_round.person
    words = sit_down(person)
    written(person)
    answer_all(person)
    others = sit_down(person)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    assert others != words
    assert not [said for said in kept_in(running.window) if SECRET in said or words in said]


def test_settings_and_window_files_and_the_log_hold_no_word_of_anybody(going_round: Program, tmp_path: Path) -> None:
    running, person = going_round, going_round.person
    words = sit_down(person)
    written(person)
    answer_all(person)
    running.close()

    folder = running.application.settings.folder
    beside = [each for each in folder.rglob("*") if each.is_file() and each.suffix != ".trustcheck"]
    kept = b"".join(each.read_bytes() for each in beside)
    assert beside
    for secret in (SECRET, words, "Northgate", "2468"):
        assert secret.encode() not in kept
    assert SECRET.encode() in b"".join(each.read_bytes() for each in tmp_path.iterdir() if each.is_file())
