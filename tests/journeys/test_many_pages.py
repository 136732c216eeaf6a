"""From page to page five hundred times, and faster than pages are made: nothing of what was left stays behind."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.group_builders import STAFF, people, setup, shipped
from tests.person.keyboard import Person
from tests.person.program import Program
from trustcheck.app.ports import NewGroupRound
from trustcheck.domain.checks.group_round import Sheet
from trustcheck.storage.store import open_store
from trustcheck.ui.results.group_themes_page import NoteList
from trustcheck.ui.shell.places import Place

NOTES = 30
"""From each of so many people one to every question: 1,200 of them."""
MIB = 1024 * 1024
MOST = 20 * MIB
KEYS = {
    Place.OVERVIEW: Qt.Key.Key_1,
    Place.THEMES: Qt.Key.Key_2,
    Place.SAY_DO: Qt.Key.Key_3,
    Place.SUGGESTIONS: Qt.Key.Key_4,
    Place.PROMISE: Qt.Key.Key_5,
    Place.GAPS: Qt.Key.Key_7,
    Place.UNSEEN: Qt.Key.Key_8,
    Place.STRENGTHS: Qt.Key.Key_9,
}


@pytest.fixture
def person(program: Callable[[], Program], tmp_path: Path) -> Person:
    """At the result of a check with 1,200 notes, whose pages were all seen once."""
    path = tmp_path / "answers.trustcheck"
    check = closed_check_in(path)
    running = program()
    person = running.start(str(path))
    person.waits_for(lambda: running.navigator.flow is not None)
    running.flow.group.take_up(check)
    person.arrives_at(Place.OVERVIEW)
    for _tour in range(2):
        goes_round(person, len(KEYS))
    return person


def closed_check_in(path: Path) -> int:
    asked = shipped()
    store = open_store(str(path))
    new = NewGroupRound(store.organisations.add("Harbour Trust"), asked, setup(0, NOTES), date(2026, 9, 7))
    round_id = store.groups.prepare(new)
    store.groups.open(round_id)
    said = {
        item: f"What I saw of it, told in a line or two that anybody could have written: {item}."
        for item in asked.order
    }
    store.sheets.add(round_id, [Sheet(each, said) for each in people(STAFF, NOTES)])
    store.groups.close(round_id, date(2026, 9, 22))
    store.close()
    return round_id


def presses(person: Person, place: Place) -> None:
    QTest.keyClick(person.window, KEYS[place], Qt.KeyboardModifier.ControlModifier)


def goes_round(person: Person, changes: int) -> None:
    """Along the pages, waiting for each."""
    places = list(KEYS)
    for at in range(changes):
        place = places[(at + 1) % len(places)]
        presses(person, place)
        person.arrives_at(place)
        person.waits_for(partial(is_whole, person.window.page(place)))
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def is_whole(page: QWidget) -> bool:
    return all(each.is_complete for each in page.findChildren(NoteList))


def parts_of(person: Person) -> int:
    """How many parts the window has, seen or not, and not of other windows."""
    return len(person.window.findChildren(QWidget))


def test_all_that_was_written_to_a_theme_is_there(person: Person) -> None:
    presses(person, Place.THEMES)
    person.arrives_at(Place.THEMES)

    lists = person.window.page(Place.THEMES).findChildren(NoteList)
    assert sum(len(each.notes) for each in lists) == len(lists) * NOTES


def test_a_key_held_down_makes_the_page_where_it_stops_and_none_between(person: Person) -> None:
    before = len(QApplication.allWidgets())

    for at in range(200):
        presses(person, list(KEYS)[at % 3])
    presses(person, Place.THEMES)

    # Nothing was let go yet: what is to be destroyed is still counted.
    assert len(QApplication.allWidgets()) < 1.5 * before
    person.arrives_at(Place.THEMES)


def test_forty_page_changes_leave_nothing_behind(person: Person) -> None:
    before = parts_of(person)

    goes_round(person, 5 * len(KEYS))

    person.waits_for(lambda: parts_of(person) <= before)


@pytest.mark.long
def test_memory_after_five_hundred_page_changes_is_what_it_was_after_the_first(person: Person) -> None:
    before, parts = resident(), parts_of(person)

    goes_round(person, 504)

    person.waits_for(lambda: parts_of(person) <= parts)
    assert resident() - before < MOST


def resident() -> int:
    """Bytes of memory the program has. Linux alone tells them in a file."""
    told = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) * 1024 for line in told if line.startswith("VmRSS"))
