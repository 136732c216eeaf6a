"""Something breaks while a laptop goes round: no way past the PIN, and no word of anybody before or beside."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.person.attacking import HARMLESS, closed_check_in, stations, try_everything, written
from tests.person.broken import (
    HAPPENED,
    Watched,
    fail,
    is_interrupted,
    quotes_nobody,
    said_on_the_sheet,
    sheet,
    shows_nothing,
)
from tests.person.going_round import SECRET, answer_all, begin_going_round, check_in, sit_down
from tests.person.locked import kept_by_all, settled
from tests.person.program import Program
from tests.ui.room import ASKED, PIN
from trustcheck.app.ports import Refused
from trustcheck.exchange.sealed_sheet import ScryptSealer
from trustcheck.storage.store import GroupPart
from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.laptop.hand_over import ALLOWED
from trustcheck.ui.laptop.hand_over_page import HandOverPage
from trustcheck.ui.shell.opening_page import OpeningPage
from trustcheck.ui.shell.places import Place

Key, ALT = Qt.Key, Qt.KeyboardModifier.AltModifier
OTHER = "Harbour Trust"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "answers.trustcheck"


@pytest.fixture
def going_round(watched: Watched, path: Path) -> Program:
    """A laptop between two people, with the result of somebody else in the same file."""
    round_id = check_in(path)
    closed_check_in(path, OTHER)
    running = watched.start()
    person = running.start(str(path))
    person.waits_for(lambda: running.navigator.flow is not None)
    running.flow.group.take_up(round_id)
    begin_going_round(person)
    return running


def buttons(running: Program) -> list[str]:
    return [each.accessibleName() for each in sheet(running).findChildren(Button) if each.isVisible()]


def says_nothing_of_anybody(running: Program) -> None:
    settled()
    told = "\n".join(kept_by_all())
    assert SECRET not in told
    assert OTHER not in told
    quotes_nobody(said_on_the_sheet(running))


def test_from_no_station_the_sheet_leads_anywhere(
    watched: Watched, going_round: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    running, person, led = going_round, going_round.person, []
    monkeypatch.setattr(QDesktopServices, "openUrl", led.append)
    running.window.chosen.connect(led.append)
    for at, station in enumerate(stations(running)):
        before = running.window.place
        watched.unforeseen.heard(f"  trustcheck.ui.home.home, line {at}, in show")
        QCoreApplication.processEvents()
        if running.window.is_covered:
            assert (station, is_interrupted(running)) == (station, False)
            person.press(Key.Key_Space)
        person.waits_for(lambda: is_interrupted(running))

        assert (station, buttons(running)) == (station, ["Details", "Go on", "Copy details"])
        try_everything(running)
        sheet(running).close_asked.emit()
        sheet(running).folder_asked.emit()
        running.window.uncover()
        QCoreApplication.processEvents()
        assert (station, set(map(str, led)) - ALLOWED) == (station, set())
        assert (station, running.window.place) == (station, before)
        assert running.window.place in HARMLESS
        assert is_interrupted(running)
        assert not running.window.menuBar().isVisible()
        quotes_nobody(said_on_the_sheet(running))
        person.choose("Go on")
        assert not is_interrupted(running)
        if station == "behind the cover":
            running.window.cover()


def test_whoever_finds_the_sheet_of_somebody_who_went_reads_nothing_of_theirs(
    watched: Watched, going_round: Program
) -> None:
    """The screen hides itself, the answers are put away, and the sheet still lies there for the next person."""
    running, person = going_round, going_round.person
    words = sit_down(person)
    written(person)
    watched.meets_something(running)
    turns = running.flow.group.desks.hand_over.turns

    turns.idle.timer.start(1)
    person.waits_for(lambda: running.window.is_covered)
    turns.away.start(1)
    person.arrives_at(Place.HAND_OVER)

    assert is_interrupted(running)
    says_nothing_of_anybody(running)
    assert words not in "\n".join(kept_by_all())
    assert sheet(running).isAncestorOf(QApplication.focusWidget())
    person.press(Key.Key_Space)
    assert not is_interrupted(running)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert running.window.page(Place.HAND_OVER).isAncestorOf(focus)
    sit_down(person)


def test_a_page_between_two_people_that_cannot_be_shown_shows_no_other(
    going_round: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is behind it are the pages of whoever passed the laptop on."""
    running, person = going_round, going_round.person
    sit_down(person)
    written(person)
    with monkeypatch.context() as broken:
        broken.setattr(HandOverPage, "show_hand_over", fail)
        for _question in ASKED.order:
            person.write("4")
            person.press(Key.Key_Return)
        person.arrives_at(Place.REVIEW)
        person.choose("Finish and put away")
        person.sees(HAPPENED)
        says_nothing_of_anybody(running)
        assert shows_nothing(running)
        assert "Collecting" not in person.reads()

    person.waits_for(lambda: not running.is_busy)
    person.press(Key.Key_Escape)

    person.arrives_at(Place.HAND_OVER)
    assert running.window.keeps_closed
    if is_interrupted(running):
        person.press(Key.Key_Escape)
    person.sees("1 of 14 people have answered")
    sit_down(person)
    answer_all(person)


def test_a_pin_that_cannot_be_tried_is_a_pin_that_did_not_open(
    going_round: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    running, person = going_round, going_round.person
    person.choose("Facilitator")
    person.arrives_at(Place.PIN)
    with monkeypatch.context() as broken:
        broken.setattr(ScryptSealer, "unlocks", fail)
        person.write(PIN)
        person.press(Key.Key_Return)
        person.sees("That did not work.")

    assert running.window.place is Place.PIN
    assert running.window.keeps_closed
    says_nothing_of_anybody_else(running)


def says_nothing_of_anybody_else(running: Program) -> None:
    settled()
    assert OTHER not in "\n".join(kept_by_all())


def refuses(*_given: object) -> None:
    raise Refused("The file cannot be read right now.", "Nothing was changed.", "Try it again.")


@pytest.mark.parametrize("how", [fail, pytest.param(refuses, marks=pytest.mark.long)])
def test_a_check_that_cannot_be_read_at_the_next_start_is_not_open_to_all(
    going_round: Program, watched: Watched, path: Path, how: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    going_round.close()
    with monkeypatch.context() as broken:
        broken.setattr(GroupPart, "setup", how)
        running = watched.start()
        person = running.start(str(path))
        person.waits_for(lambda: running.navigator.flow is not None and not running.is_busy)
        person.sees("Try again")
        for keys in ((Key.Key_Home, ALT), (Key.Key_Comma, Qt.KeyboardModifier.ControlModifier), (Key.Key_Escape,)):
            QTest.keyClick(QApplication.focusWidget() or running.window, *keys)
        person.waits_for(lambda: not running.is_busy)
        assert running.window.keeps_closed
        assert running.window.place is Place.OPENING
        opening = running.window.page(Place.OPENING)
        assert isinstance(opening, OpeningPage)
        assert not opening.is_waiting, "nothing is being opened any more"
        assert opening.cancel.isHidden()
        says_nothing_of_anybody_else(running)

    person.choose("Try again")
    person.arrives_at(Place.HAND_OVER)
    assert running.window.keeps_closed
    person.choose("Facilitator")
    person.arrives_at(Place.PIN)
    person.write(PIN)
    person.press(Key.Key_Return)
    person.arrives_at(Place.COLLECT)
    assert not running.window.keeps_closed


@pytest.mark.parametrize("how", [pytest.param(fail, marks=pytest.mark.long), refuses])
def test_while_nobody_knows_whether_there_is_a_pin_nothing_of_the_file_is_open(
    going_round: Program, watched: Watched, path: Path, how: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    going_round.close()
    with monkeypatch.context() as broken:
        broken.setattr(GroupPart, "locked_round", how)
        running = watched.start()
        person = running.start(str(path))
        person.arrives_at(Place.NOT_OPENED)
        assert running.navigator.flow is None
        says_nothing_of_anybody_else(running)

    running.navigator.files.open_file(str(path))
    person.arrives_at(Place.HAND_OVER)
    assert running.window.keeps_closed
