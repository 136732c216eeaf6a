"""A result that takes long to work out: said once it has, with how far it is, and left whenever the person likes."""

from collections.abc import Callable, Iterator
from threading import Event

import pytest
from PySide6.QtCore import Qt

from tests.person.program import Program
from trustcheck.app.application import Application
from trustcheck.app.portraits.result import group_result_of
from trustcheck.app.ports import Refused
from trustcheck.app.results.group import GroupResult
from trustcheck.domain.checks.group_round import GroupRound
from trustcheck.domain.checks.round import RoundKind, RoundState
from trustcheck.settings import Settings
from trustcheck.ui.results import group_results
from trustcheck.ui.shell.places import Place
from trustcheck.ui.shell.working_out import WaitingPage


class Slow:
    """Works a result out only once it may."""

    def __init__(self) -> None:
        self.may, self.begun = Event(), 0
        self.refuses = False

    def __call__(self, of: GroupRound) -> GroupResult:
        self.begun += 1
        self.may.wait()
        if self.refuses:
            raise Refused("The sheets do not add up.")
        return group_result_of(of)


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[Slow]:
    made = Slow()
    monkeypatch.setattr(group_results, "group_result_of", made)
    yield made
    made.may.set()


@pytest.fixture
def running(program: Callable[[], Program], slow: Slow, clients: str) -> Program:
    """At the list, with a check asked for that takes long."""
    running = program()
    running.start(str(clients)).arrives_at(Place.HOME)
    closed = running.flow.file.store.rounds.summaries(RoundKind.GROUP, RoundState.CLOSED)
    running.flow.group.take_up(closed[0].id)
    return running


def waits(running: Program) -> WaitingPage:
    running.person.arrives_at(Place.OPENING)
    page = running.window.page(Place.OPENING)
    assert isinstance(page, WaitingPage)
    return page


def rests(running: Program) -> None:
    running.person.waits_for(lambda: not running.is_busy)


def test_it_is_said_how_far_it_is_and_then_the_result_is_there(running: Program, slow: Slow) -> None:
    page = waits(running)
    running.person.sees("Working the result out")
    assert (page.bar.value(), page.bar.maximum()) == (1, 3)
    assert page.bar.accessibleName() == "Working the result out"

    slow.may.set()

    running.person.arrives_at(Place.OVERVIEW)
    assert not running.window.has_page(Place.OPENING)


def test_whoever_does_not_wait_is_at_the_list_and_is_not_called_back(running: Program, slow: Slow) -> None:
    page = waits(running)
    running.person.waits_for(page.cancel.hasFocus)

    running.person.press(Qt.Key.Key_Space)

    running.person.arrives_at(Place.HOME)
    slow.may.set()
    rests(running)
    assert running.window.place is Place.HOME
    assert running.flow.group.at is None
    assert running.flow.group.reading is None


def test_whoever_goes_elsewhere_meanwhile_stays_there(running: Program, slow: Slow) -> None:
    waits(running)

    running.navigator.turn_to(Place.SETTINGS)
    slow.may.set()

    rests(running)
    assert running.window.place is Place.SETTINGS


def test_where_it_is_refused_it_is_said_why_above_a_way_back(running: Program, slow: Slow) -> None:
    page = waits(running)
    slow.refuses = True

    slow.may.set()

    running.person.sees("The sheets do not add up.")
    assert not page.bar.isVisible()
    running.person.choose("Back")
    running.person.arrives_at(Place.HOME)


def test_the_result_that_a_file_opens_with_is_waited_for_on_the_page_of_its_opening(
    program: Callable[[], Program], application: Application, slow: Slow
) -> None:
    application.settings.save(Settings(look="light", less_motion=True, working="organisations"))
    running = program()
    running.start().arrives_at(Place.WELCOME)
    running.person.choose("Look at a sample first")
    running.person.sees("Working the result out")

    slow.may.set()

    running.person.arrives_at(Place.OVERVIEW)
    running.person.sees("Bellwater Council")


def test_asked_for_again_and_again_it_is_shown_once(running: Program, slow: Slow) -> None:
    opened: list[str] = []
    running.flow.group.results.opened.connect(opened.append)
    waits(running)
    check = running.flow.group.at
    assert check is not None
    for _time in range(3):
        running.flow.group.results.read(check.id)

    slow.may.set()

    running.person.arrives_at(Place.OVERVIEW)
    rests(running)
    assert opened == [Place.OVERVIEW]
