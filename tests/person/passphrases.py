"""A person who is asked for a passphrase."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt

from tests.person.keyboard import Person
from tests.person.locked import unlocks
from tests.person.program import Program
from trustcheck.ui.shell.places import Place

Start = Callable[[], Program]


CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def opened(program: Start, path: Path, passphrase: str = "") -> Program:
    running = program()
    person = running.start(str(path))
    if passphrase:
        unlocks(person, passphrase)
    person.arrives_at(Place.HOME)
    return running


def asks_for(person: Person, button: str) -> None:
    """From anywhere to the page where passphrases are typed."""
    person.press(Qt.Key.Key_Comma, CTRL)
    person.arrives_at(Place.SETTINGS)
    person.choose(button)
    person.arrives_at(Place.PROTECTING)


def types(person: Person, *lines: str) -> None:
    """One line after the other, Enter after each."""
    for line in lines:
        person.write(line)
        person.press(Qt.Key.Key_Return)
