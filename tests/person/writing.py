"""A person who fills in a line."""

from PySide6.QtWidgets import QLineEdit

from tests.person.keyboard import Person


def types(person: Person, name: str, words: str) -> None:
    field = person.tab_to(name)
    assert isinstance(field, QLineEdit)
    field.selectAll()
    person.write(words)
