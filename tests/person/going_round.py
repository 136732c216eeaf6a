"""People who sit down one after the other at a laptop that goes round."""

from pathlib import Path

from PySide6.QtCore import Qt

from tests.person.keyboard import Person
from tests.ui.room import ASKED, PIN, open_check, setup
from trustcheck.storage.store import open_store
from trustcheck.ui.laptop.hand_over_page import HandOverPage
from trustcheck.ui.shell.places import Place

Key, Modifier = Qt.Key, Qt.KeyboardModifier


SECRET = "the ferret in the archive"


def begin_going_round(person: Person) -> None:
    person.arrives_at(Place.COLLECT)
    person.choose("Pass the laptop")
    person.arrives_at(Place.PIN)
    person.tab_to("A PIN for this round")
    person.write(PIN)
    person.tab_to("The same PIN again")
    person.write(PIN)
    person.press(Key.Key_Return)
    person.arrives_at(Place.HAND_OVER)


def sit_down(person: Person) -> str:
    """Read the promises and begin; the three words."""
    person.arrives_at(Place.HAND_OVER)
    page = person.window.page(Place.HAND_OVER)
    assert isinstance(page, HandOverPage)
    page.guard.stop()
    person.choose("I\u2019m the next person")
    person.arrives_at(Place.BEFORE)
    words: str = person.window.page(Place.BEFORE).phrase.phrase.text()
    person.tab_to("As a leader")
    person.press(Key.Key_Right)
    person.press(Key.Key_Space)
    person.sees("You are counted with staff.")
    person.choose("Begin")
    person.arrives_at(Place.QUESTION)
    return words


def answer_all(person: Person) -> None:
    for _question in ASKED.order:
        person.write("4")
        person.press(Key.Key_Return)
    person.arrives_at(Place.REVIEW)
    person.choose("Finish and put away")
    person.arrives_at(Place.HAND_OVER)


def check_in(path: Path) -> int:
    store = open_store(str(path))
    round_id = open_check(store, setup())
    store.close()
    return round_id
