"""Every page, as assistive technology and people with large text and a small window meet it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.person.accessible import (
    cut_off,
    loose_choices,
    nameless,
    out_of_reach,
    silent_charts,
    too_small,
)
from tests.person.locked import check_in, unlocks
from tests.person.program import Program
from trustcheck.ui.kit.protection_row import ProtectionChange
from trustcheck.ui.shell.places import Place

RESULT_PAGES = (Place.OVERVIEW, Place.THEMES, Place.SAY_DO, Place.DRILL, Place.SUGGESTIONS, Place.PROMISE, Place.REPORT)
STANDING_PAGES = (Place.SETTINGS, Place.HELP, Place.ABOUT)


def tour(running: Program) -> Iterator[Place]:
    """Every page there is, one after the other, with the sample in it and laid out."""
    for place in visited(running):
        QApplication.processEvents()
        yield place


def visited(running: Program) -> Iterator[Place]:
    person, navigator = running.person, running.navigator
    person.arrives_at(Place.WELCOME)
    yield Place.WELCOME
    navigator.files.work_with_organisations()
    yield Place.NEW_FILE
    person.choose("Protect it with a passphrase")
    yield Place.NEW_FILE
    yield from locked_and_protected(running)
    navigator.files.open_sample()
    person.arrives_at(Place.OVERVIEW)
    for place in RESULT_PAGES:
        navigator.go(place)
        person.arrives_at(place)
        if place is Place.REPORT:
            person.sees("This is the very file that will be saved.")
        yield place
    for place in STANDING_PAGES:
        navigator.go(place)
        yield place
    navigator.go_home()
    person.sees("Look at it")
    yield Place.HOME
    flow = navigator.flow
    flow.start()
    person.arrives_at(Place.START)
    yield Place.START
    flow.answer(flow.rounds()[0].id)
    yield Place.QUESTION
    flow.sitting.show_review()
    yield Place.REVIEW


def locked_and_protected(running: Program) -> Iterator[Place]:
    """The pages where passphrases are typed."""
    person, files = running.person, running.navigator.files
    path = check_in(Path(running.application.own_data_file).with_name("private.trustcheck"))
    files.open_file(str(path))
    person.arrives_at(Place.LOCK)
    yield Place.LOCK
    person.tab_to("Passphrase")
    unlocks(person, "another one")
    person.sees("That did not open it.")
    yield Place.LOCK
    person.tab_to("Passphrase")
    unlocks(person)
    person.arrives_at(Place.HOME)
    yield Place.HOME
    for change in ProtectionChange:
        files.passphrases.ask(change)
        yield Place.PROTECTING
    running.navigator.go(Place.SETTINGS)
    yield Place.SETTINGS


@pytest.fixture
def running(program: Callable[[], Program]) -> Program:
    begun = program()
    begun.start()
    return begun


def keyboard_elsewhere(running: Program, place: Place) -> list[str]:
    """What has the keyboard, where that is not on the page."""
    focus = running.window.focusWidget()
    here = focus is not None and focus.isVisible() and running.window.page(place).isAncestorOf(focus)
    return [] if here else [focus.accessibleName() if focus is not None else "nothing"]


def test_every_page_can_be_heard_and_used_with_the_keyboard_alone(running: Program) -> None:
    """The keyboard comes along to the page; everything one can operate has a name, a role and a size; every chart has
    a sentence and a table; Tab reaches everything, and what has the keyboard gives it back when its page is left.
    """
    for place in tour(running):
        assert (place, keyboard_elsewhere(running, place)) == (place, [])
        assert (place, nameless(running.window)) == (place, [])
        assert (place, loose_choices(running.window)) == (place, [])
        assert (place, silent_charts(running.window)) == (place, [])
        # What was just made has no size yet.
        running.person.waits_for(lambda: too_small(running.window) == [])
        assert (place, out_of_reach(running.window)) == (place, [])


SIZES = [
    pytest.param(1280, 800, 100, marks=pytest.mark.long),
    pytest.param(720, 560, 150, marks=pytest.mark.long),
    (720, 560, 200),
]


@pytest.mark.parametrize(("width", "height", "text_size"), SIZES)
def test_nothing_reaches_over_the_edge_nor_makes_the_window_grow(
    running: Program, width: int, height: int, text_size: int
) -> None:
    running.navigator.prefer(replace(running.application.settings.load(), text_size=text_size))
    running.window.resize(width, height)
    for place in tour(running):
        assert (place, running.window.width(), running.window.height()) == (place, width, height)
        assert (place, cut_off(running.window)) == (place, [])
