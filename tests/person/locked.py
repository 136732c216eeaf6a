"""A data file with a passphrase that a person opens, and what a window still holds of one."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from tests.builders import questionnaire
from tests.person.hearing import said_by
from tests.person.keyboard import Person
from tests.person.program import Program
from trustcheck.app.ports import NewRound
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.storage.store import open_store
from trustcheck.ui.datafile.locking import Locking
from trustcheck.ui.shell.places import Place

PASSPHRASE = "amber otter lantern brook"
PLACE = "the Bellwater archive"
NOTE = "the ferret in the archive"
CTRL = Qt.KeyboardModifier.ControlModifier
ASKED = questionnaire({"people": {"A": 2}, "openness": {"B": 2}})


def check_in(path: Path, passphrase: str = PASSPHRASE) -> Path:
    """A file with one person's check, half answered, and a note in it."""
    store = open_store(str(path), passphrase=passphrase)
    asked = replace(ASKED, frame="Think of the last three months.")
    new = NewRound(PLACE, Form.FULL, Perspective.STAFF, asked, "the board", date(2026, 3, 1))
    round_id = store.rounds.begin(new)
    store.rounds.save_answer(round_id, "A1", Answer(4))
    store.rounds.save_note(round_id, "A1", NOTE)
    store.rounds.save_place(round_id, "A1")
    store.close()
    return path


def unlocks(person: Person, passphrase: str = PASSPHRASE) -> None:
    """Type it where the keyboard is, and press Enter."""
    person.arrives_at(Place.LOCK)
    person.write(passphrase)
    person.press(Qt.Key.Key_Return)


def locking(running: Program) -> Locking:
    return running.navigator.files.locking


def settled() -> None:
    """What was let go has gone."""
    for _round in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()


def kept_by_all() -> list[str]:
    """Everything that any widget of the program says or keeps, whether it can be seen or not."""
    return [said for each in QApplication.topLevelWidgets() for said in _kept_in(each)]


def _kept_in(root: QObject) -> Iterator[str]:
    for each in (root, *root.findChildren(QObject)):
        yield each.objectName()
        if isinstance(each, QWidget):
            yield from said_by(each)
        if isinstance(each, QLineEdit):
            yield each.text()
