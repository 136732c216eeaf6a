"""A person who begins a check of their own and answers it."""

from PySide6.QtCore import Qt

from tests.person.keyboard import Person
from trustcheck.ui.shell.places import Place


def begins(person: Person, *, pulse: bool = False) -> None:
    """From the welcome to the first question."""
    person.arrives_at(Place.WELCOME)
    person.choose("Just me")
    person.arrives_at(Place.START)
    if pulse:
        person.tab_to("All questions")
        person.press(Qt.Key.Key_Right)
        person.press(Qt.Key.Key_Space)
    person.choose("Begin")
    person.arrives_at(Place.QUESTION)


def answers(person: Person, keys: str) -> None:
    """One key for each question, and Enter after it."""
    for number, key in enumerate(keys, start=1):
        person.sees(f"Question {number} of")
        person.write(key)
        person.press(Qt.Key.Key_Return)
