"""Every page, as assistive technology and people with large text and a small window meet it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
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

RESULT_PAGES = (Place.OVERVIEW, Place.THEMES, Place.SAY_DO, Place.SUGGESTIONS, Place.PROMISE, Place.REPORT)
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


def test_everything_one_can_operate_has_a_name_a_role_and_a_size(running: Program) -> None:
    for place in tour(running):
        assert (place, nameless(running.window)) == (place, [])
        assert (place, loose_choices(running.window)) == (place, [])
        # What was just made has no size yet.
        running.person.waits_for(lambda: too_small(running.window) == [])


def test_every_chart_has_a_sentence_and_a_table(running: Program) -> None:
    for place in tour(running):
        assert (place, silent_charts(running.window)) == (place, [])


def test_tab_reaches_everything(running: Program) -> None:
    for place in tour(running):
        assert (place, out_of_reach(running.window)) == (place, [])


def test_the_keyboard_is_on_the_page_that_was_gone_to(running: Program) -> None:
    for place in tour(running):
        focus = running.window.focusWidget()
        assert focus is not None, place
        assert running.window.page(place).isAncestorOf(focus), (place, focus.accessibleName())


@pytest.mark.parametrize(("width", "height", "text_size"), [(1280, 800, 100), (720, 560, 150), (720, 560, 200)])
def test_nothing_reaches_over_the_edge(running: Program, width: int, height: int, text_size: int) -> None:
    running.navigator.prefer(replace(running.application.settings.load(), text_size=text_size))
    running.window.resize(width, height)
    for place in tour(running):
        running.person.waits_for(lambda: running.window.width() == width)
        assert (place, cut_off(running.window)) == (place, [])


def test_the_window_never_grows_beyond_what_the_person_gave_it(running: Program) -> None:
    running.navigator.prefer(replace(running.application.settings.load(), text_size=200))
    running.window.resize(720, 560)
    for place in tour(running):
        assert (place, running.window.width(), running.window.height()) == (place, 720, 560)


def test_focus_is_given_back_by_a_page_that_is_left(running: Program) -> None:
    for _place in tour(running):
        running.person.press(Qt.Key.Key_Tab)
        focus = running.window.focusWidget()
        assert focus is not None
        assert focus.isVisible()
