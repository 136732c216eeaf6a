"""A team in front of a wall: from the result by F5 to what was decided, in the report and after the file was closed."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.person.program import Program
from tests.person.several_clients import look_at_the_check_of
from trustcheck.ui.presenter.presenter_page import PresenterPage
from trustcheck.ui.presenter.wall import Wall
from trustcheck.ui.shell.places import Place

CTRL = Qt.KeyboardModifier.ControlModifier
DECIDED = "We answer one criticism in public"


@pytest.fixture
def running(program: Callable[[], Program], clients: str) -> Program:
    begun = program()
    begun.start(str(clients)).arrives_at(Place.HOME)
    look_at_the_check_of(begun.person, "Bellwater Council")
    return begun


def presents(running: Program) -> PresenterPage:
    running.person.press(Qt.Key.Key_F5)
    running.person.arrives_at(Place.PRESENT)
    page = running.window.page(Place.PRESENT)
    assert isinstance(page, PresenterPage)
    return page


def puts_it_up(running: Program, page: PresenterPage) -> Wall:
    running.person.choose("Show on the wall")
    running.person.waits_for(lambda: page.wall is not None and page.wall.isVisible())
    assert page.wall is not None
    return page.wall


def test_a_team_goes_from_the_promise_to_what_it_will_do(running: Program) -> None:
    page = presents(running)
    wall = puts_it_up(running, page)
    seen = [wall.accessibleName()]
    for _press in range(60):
        QTest.keyClick(wall, Qt.Key.Key_PageDown)
        if wall.accessibleName() == seen[-1]:
            break
        seen.append(wall.accessibleName())
    assert "What we promise each other in this room" in seen[0]
    assert seen[-1].startswith("See you")
    assert not any("Hollow Lane" in each or "Ferngate" in each for each in seen)

    QTest.keyClick(wall, Qt.Key.Key_P)
    running.person.tab_to("What")
    running.person.write(DECIDED)
    running.person.press(Qt.Key.Key_Return)
    running.person.waits_for(lambda: DECIDED in wall.accessibleName())

    running.navigator.go(Place.OVERVIEW)
    running.person.arrives_at(Place.OVERVIEW)
    assert page.wall is None
    assert DECIDED in [each.text for each in _kept(running)]


def _kept(running: Program) -> list[object]:
    flow = running.navigator.flow
    assert flow is not None
    flow.drained()
    assert flow.group.at is not None
    return list(flow.file.store.groups.round(flow.group.at.id).workshop.decisions)


def test_a_hidden_screen_hides_the_wall_too(running: Program) -> None:
    page = presents(running)
    wall = puts_it_up(running, page)

    running.window.cover()

    assert not wall.isVisible()
    assert page.wall is None


def test_f5_does_nothing_where_nothing_is_read(running: Program) -> None:
    running.navigator.go(Place.HOME)
    running.person.arrives_at(Place.HOME)

    running.person.press(Qt.Key.Key_F5)

    assert running.window.place is Place.HOME
