"""Pages that are asked for faster than they are made: the last one is, and none between."""

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from trustcheck.ui.navigation.navigator import PageTurns
from trustcheck.ui.shell.places import Place

RESULT = (Place.OVERVIEW, Place.THEMES, Place.GAPS, Place.SAY_DO, Place.SUGGESTIONS)


class Book:
    """Notes which pages are made."""

    def __init__(self) -> None:
        self.made: list[Place] = []
        self._holds = QObject()
        self.turns = PageTurns(self.made.append, self._holds)


def test_one_page_is_made_at_once(qtbot: QtBot) -> None:
    book = Book()

    book.turns.turn_to(Place.THEMES)

    assert book.made == [Place.THEMES]


def test_of_a_hundred_asked_for_at_a_stroke_the_first_and_the_last_are_made(qtbot: QtBot) -> None:
    book = Book()

    for at in range(100):
        book.turns.turn_to(RESULT[at % len(RESULT)])
    assert book.made == [Place.OVERVIEW]

    qtbot.waitUntil(lambda: len(book.made) > 1)
    qtbot.waitUntil(lambda: not book.turns.is_turning)
    assert book.made == [Place.OVERVIEW, Place.SUGGESTIONS]


def test_whoever_waits_for_each_page_gets_each(qtbot: QtBot) -> None:
    book = Book()

    for place in RESULT:
        book.turns.turn_to(place)
        qtbot.waitUntil(lambda: not book.turns.is_turning)

    assert book.made == list(RESULT)


def test_what_was_asked_for_before_something_that_cannot_wait_is_forgotten(qtbot: QtBot) -> None:
    book = Book()
    book.turns.turn_to(Place.THEMES)
    book.turns.turn_to(Place.GAPS)

    book.turns.forget()

    qtbot.waitUntil(lambda: not book.turns.is_turning)
    assert book.made == [Place.THEMES]
