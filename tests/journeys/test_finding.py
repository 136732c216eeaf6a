"""Ctrl+F: an organisation by its name from wherever one stands, words where the help is read."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.person.program import Program
from tests.person.several_clients import look_at_the_check_of
from trustcheck.ui.shell.places import Place

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def running(program: Callable[[], Program], clients: str) -> Program:
    begun = program()
    begun.start(str(clients)).arrives_at(Place.HOME)
    return begun


def here() -> str:
    focus = QApplication.focusWidget()
    return focus.accessibleName() if focus is not None else ""


def test_from_another_page_it_leads_to_the_list_and_there_to_the_name(running: Program) -> None:
    person = running.person
    look_at_the_check_of(person, "Bellwater Council")
    person.press(Qt.Key.Key_F, CONTROL)
    person.arrives_at(Place.HOME)
    person.waits_for(lambda: here() == "Find an organisation")
    person.write("fern")
    person.press(Qt.Key.Key_Return)
    assert here() == "Ferngate Libraries"
    person.press(Qt.Key.Key_Return)
    person.arrives_at(Place.ORGANISATION)
    person.sees("Ferngate Libraries")


def test_in_the_help_it_looks_for_words(running: Program) -> None:
    person = running.person
    person.press(Qt.Key.Key_F1)
    person.arrives_at(Place.HELP)
    person.press(Qt.Key.Key_F, CONTROL)
    assert here() == "Look for words in the help"
    person.write("return words")
    person.press(Qt.Key.Key_Escape)
    person.sees("A first look, alone")


def test_where_there_is_nothing_to_look_for_it_says_so(program: Callable[[], Program]) -> None:
    running = program()
    person = running.start()
    person.arrives_at(Place.WELCOME)
    person.press(Qt.Key.Key_F, CONTROL)

    person.sees("There is nothing to look for here.")
