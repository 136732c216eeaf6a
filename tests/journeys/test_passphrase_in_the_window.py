"""A passphrase while it is typed, set, changed, mistyped and removed: dots on its line, and nowhere else at all."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.person.keyboard import Person
from tests.person.locked import CTRL, check_in, settled, unlocks
from tests.person.passphrases import asks_for
from tests.person.passphrases import opened as opens
from tests.person.program import Program
from tests.person.told import told
from trustcheck.app.application import Application
from trustcheck.ui.shell.places import Place

Key = Qt.Key
PASSPHRASE, OTHER, WRONG = "amber otter lantern brook", "a heron stood in the shallows", "ember other lanterns crook"
Told = Callable[[], list[str]]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return check_in(tmp_path / "private.trustcheck", "")


def here() -> QLineEdit:
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    return line


def types_in_secret(person: Person, application: Application, *lines: str) -> None:
    """One line after the other. While each is typed, and whatever is tried with it, it stands on none but its own."""
    for words in lines:
        line = here()
        person.write(words)
        assert line.text() == words
        for key in (Key.Key_A, Key.Key_C, Key.Key_X, Key.Key_Insert):
            person.press(key, CTRL)
        person.press(Key.Key_Z, CTRL)
        if line.text() != words:
            person.press(Key.Key_A, CTRL)
            person.write(words)
        assert told(application, words, line) == but_where_it_was_typed_before(lines, line, words)
        reader = QAccessible.queryAccessibleInterface(line)
        assert reader.state().passwordEdit
        assert set(reader.text(QAccessible.Text.Value)) == {line.displayText()[0]}
        person.press(Key.Key_Return)


def but_where_it_was_typed_before(lines: tuple[str, ...], line: QLineEdit, words: str) -> list[str]:
    """The line above holds the same, where it is asked for twice."""
    above = [each for each in line.window().findChildren(QLineEdit) if each is not line and each.text() == words]
    assert len(above) == (1 if lines.count(words) > 1 and above else 0)
    return [f"{type(line).__name__}.text"] if above else []


def stands_nowhere(application: Application, *secrets: str) -> None:
    settled()
    assert [(each, where) for each in secrets for where in told(application, each)] == []
    undone = [each for top in QApplication.topLevelWidgets() for each in top.findChildren(QLineEdit)]
    assert not [each for each in undone if each.isUndoAvailable() or each.isRedoAvailable()]


def test_from_the_first_to_the_last_passphrase_of_a_file(
    program: Callable[[], Program], application: Application, path: Path
) -> None:
    running = opens(program, path)
    person = running.person
    asks_for(person, "Protect it with a passphrase")
    types_in_secret(person, application, PASSPHRASE, PASSPHRASE)
    person.sees("The data file is protected.")
    stands_nowhere(application, PASSPHRASE)

    person.press(Key.Key_L, CTRL)
    person.arrives_at(Place.LOCK)
    stands_nowhere(application, PASSPHRASE)
    types_in_secret(person, application, WRONG)
    person.sees("That did not open it.")
    stands_nowhere(application, PASSPHRASE, WRONG)
    types_in_secret(person, application, PASSPHRASE)
    person.arrives_at(Place.HOME)
    stands_nowhere(application, PASSPHRASE, WRONG)

    asks_for(person, "Change the passphrase")
    types_in_secret(person, application, PASSPHRASE, OTHER, OTHER)
    person.sees("The passphrase is changed.")
    stands_nowhere(application, PASSPHRASE, OTHER)

    person.choose("Remove the passphrase")
    person.arrives_at(Place.PROTECTING)
    types_in_secret(person, application, WRONG)
    person.sees("That is not the present one.")
    stands_nowhere(application, PASSPHRASE, OTHER, WRONG)
    types_in_secret(person, application, OTHER)
    person.sees("The passphrase is removed.")
    stands_nowhere(application, PASSPHRASE, OTHER, WRONG)
    running.close()
    stands_nowhere(application, PASSPHRASE, OTHER, WRONG)


def test_a_newcomer_who_protects_the_file_and_one_who_thinks_again(
    program: Callable[[], Program], application: Application
) -> None:
    running = program()
    person = running.start()
    for ends in ("Back", ""):
        person.arrives_at(Place.WELCOME)
        person.choose("My organisation")
        person.arrives_at(Place.NEW_FILE)
        person.choose("Protect it with a passphrase")
        if ends:
            types_in_secret(person, application, PASSPHRASE)
            person.choose(ends)
            stands_nowhere(application, PASSPHRASE)
        else:
            types_in_secret(person, application, PASSPHRASE, PASSPHRASE)
    person.arrives_at(Place.HOME)
    stands_nowhere(application, PASSPHRASE)


def test_one_that_was_shown_and_copied_is_gone_once_it_is_used(
    program: Callable[[], Program], application: Application, path: Path
) -> None:
    """Whoever asks to see it may copy it; it does not wait in the clipboard for whoever comes next."""
    running = opens(program, path)
    person = running.person
    asks_for(person, "Protect it with a passphrase")
    line = here()
    person.write(PASSPHRASE)
    person.choose("Show what is typed")
    line.setFocus()
    person.press(Key.Key_A, CTRL)
    person.press(Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == PASSPHRASE
    person.press(Key.Key_Return)
    person.write(PASSPHRASE)
    person.press(Key.Key_Return)
    person.sees("The data file is protected.")

    stands_nowhere(application, PASSPHRASE)
    person.press(Key.Key_L, CTRL)
    unlocks(person, PASSPHRASE)
    person.arrives_at(Place.HOME)
    stands_nowhere(application, PASSPHRASE)
