"""A person who looks at the checks of several clients."""

from tests.person.keyboard import Person
from trustcheck.ui.shell.places import Place


def look_at_the_check_of(person: Person, name: str) -> None:
    person.choose(f"Open: {name}")
    person.arrives_at(Place.ORGANISATION)
    person.choose("Look at it, check of 25 September 2026")
    person.arrives_at(Place.OVERVIEW)
