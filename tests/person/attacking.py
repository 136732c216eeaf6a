"""A person at the laptop that goes round who tries whatever a keyboard and a mouse can do."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.group_builders import STAFF, people, setup, shipped
from tests.person.going_round import SECRET, answer_all, sit_down
from tests.person.keyboard import Person
from tests.person.program import Program, menu_actions
from trustcheck.app.ports import NewGroupRound
from trustcheck.domain.checks.group_round import Sheet
from trustcheck.storage.store import open_store
from trustcheck.ui.shell.places import Place

Key, Modifier = Qt.Key, Qt.KeyboardModifier


HARMLESS = {Place.HAND_OVER, Place.BEFORE, Place.QUESTION, Place.REVIEW, Place.PUT_AWAY, Place.COME_BACK, Place.PIN}


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
    return [each for command, each in menu_actions(running.window).items() if command not in ("quit", "full-screen")]


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


def written(person: Person) -> None:
    person.press(Key.Key_E)
    person.write(SECRET)
    person.press(Key.Key_Escape)


def closed_check_in(path: Path, name: str) -> int:
    """A check of somebody else with a result, in the same data file."""
    store = open_store(str(path))
    new = NewGroupRound(store.organisations.add(name), shipped(), setup(0, 8), date(2026, 9, 7))
    round_id = store.groups.prepare(new)
    store.groups.open(round_id)
    store.sheets.add(round_id, [Sheet(each) for each in people(STAFF, 7)])
    store.groups.close(round_id, date(2026, 9, 22))
    store.close()
    return round_id
