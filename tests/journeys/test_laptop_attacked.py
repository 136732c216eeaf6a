"""Somebody curious has the laptop: every key of every command, every action, and what the window still holds."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from tests.person.attacking import HARMLESS, closed_check_in, press, stations, try_everything, written
from tests.person.dropping import drop
from tests.person.going_round import SECRET, answer_all, begin_going_round, check_in, sit_down
from tests.person.hearing import said_by
from tests.person.program import Program
from trustcheck.app.refusals import Refused
from trustcheck.ui.answering.answer_cards import AnswerCard
from trustcheck.ui.laptop.hand_over import ALLOWED
from trustcheck.ui.results.pdf_desk import PdfSheet
from trustcheck.ui.results.report_page import ReportPage
from trustcheck.ui.shell.places import Place


@pytest.fixture
def going_round(program: Callable[[], Program], tmp_path: Path) -> Program:
    path = tmp_path / "answers.trustcheck"
    round_id = check_in(path)
    running = program()
    person = running.start(str(path))
    person.waits_for(lambda: running.navigator.flow is not None)
    running.navigator.flow.group.take_up(round_id)
    begin_going_round(person)
    return running


def test_no_command_leads_anywhere_from_any_station(going_round: Program) -> None:
    running, chosen = going_round, []
    running.window.chosen.connect(chosen.append)
    for station in stations(running):
        before = running.window.place
        try_everything(running)
        running.window.uncover()
        QCoreApplication.processEvents()

        assert (station, set(chosen) - ALLOWED) == (station, set())
        assert (station, running.window.place) == (station, before)
        assert running.window.place in HARMLESS
        assert not running.window.sidebar.isVisible()
        assert not running.window.menuBar().isVisible()
        assert running.window.windowTitle() == "TrustCheck"
        assert [each for each in QApplication.topLevelWidgets() if each.isVisible()] == [running.window]


def test_no_file_that_is_dropped_and_no_printing_leads_anywhere_either(going_round: Program, tmp_path: Path) -> None:
    running, dropped = going_round, []
    running.window.dropped.connect(dropped.append)
    running.window.answers_dropped.connect(dropped.append)
    other = tmp_path / "other.trustcheck"
    check_in(other)
    for station in stations(running):
        before = running.window.place
        for brought in (other, tmp_path / "answers.csv", tmp_path):
            drop(running, brought)
        for keys in QKeySequence.keyBindings(QKeySequence.StandardKey.Print):
            press(running.window, keys)
        QCoreApplication.processEvents()

        assert (station, running.window.place, dropped) == (station, before, [])
        assert running.flow.file.path == str(tmp_path / "answers.trustcheck")
        assert [each for each in QApplication.topLevelWidgets() if each.isVisible()] == [running.window]


def test_a_second_program_leads_nowhere_and_the_window_stays_where_it_was(
    program: Callable[[], Program], going_round: Program, tmp_path: Path
) -> None:
    first, path = going_round, tmp_path / "answers.trustcheck"
    for station in ("between two people", "at a question"):
        before = first.window.place
        second = program()
        person = second.start(str(path))
        person.arrives_at(Place.IN_USE)
        person.choose("Look only")
        person.arrives_at(Place.NOT_OPENED)
        person.sees("This file is on its way from person to person.")
        person.choose("Try again")
        person.arrives_at(Place.IN_USE)
        assert (station, second.navigator.flow) == (station, None)
        assert not [said for said in kept_in(second.window) if "Northgate" in said]
        second.close()
        assert (station, first.window.place) == (station, before)
        first.window.activateWindow()
        first.person.waits_for(lambda: QApplication.activeWindow() is first.window)
        if station == "between two people":
            sit_down(first.person)


def test_a_session_that_is_restored_is_where_the_laptop_went_round_and_nowhere_else(
    program: Callable[[], Program], going_round: Program, tmp_path: Path
) -> None:
    """Logged off in the middle of a question, and everything that was open is started again: with the file, and by
    itself, which opens what was open last."""
    running, path = going_round, tmp_path / "answers.trustcheck"
    for started in (str(path), None):
        sit_down(running.person)
        running.close()
        running = program()
        running.start(started).arrives_at(Place.HAND_OVER)

        try_everything(running)
        running.window.uncover()
        QCoreApplication.processEvents()

        assert running.window.place is Place.HAND_OVER
        assert running.window.keeps_closed
        assert not running.window.sidebar.isVisible()
        assert not running.window.menuBar().isVisible()


def kept_in(root: QObject) -> Iterator[str]:
    """Everything that any widget under a window says or keeps, whether it can be seen or not."""
    for each in (root, *root.findChildren(QObject)):
        if isinstance(each, QWidget):
            yield from said_by(each)
        yield each.objectName()


def test_no_widget_of_the_window_keeps_a_word_of_a_sheet_that_was_put_away(going_round: Program) -> None:
    running, person = going_round, going_round.person
    words = sit_down(person)
    written(person)
    assert any(SECRET in said for said in kept_in(running.window)), "the search sees what is there"
    answer_all(person)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    found = [said for each in QApplication.topLevelWidgets() for said in kept_in(each)]
    assert not [said for said in found if SECRET in said or words in said]
    assert not [each for each in QApplication.topLevelWidgets() if each.findChildren(AnswerCard)]


def test_nobody_who_presses_the_next_button_meets_what_was_said_before(going_round: Program) -> None:
    """The promises, the questions and the last page of the second person hold no word of the first one."""
    running, person = going_round, going_round.person
    words = sit_down(person)
    written(person)
    answer_all(person)
    others = sit_down(person)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    assert others != words
    assert not [said for said in kept_in(running.window) if SECRET in said or words in said]


def test_settings_and_window_files_and_the_log_hold_no_word_of_anybody(going_round: Program, tmp_path: Path) -> None:
    running, person = going_round, going_round.person
    words = sit_down(person)
    written(person)
    answer_all(person)
    running.close()

    folder = running.application.settings.folder
    beside = [each for each in folder.rglob("*") if each.is_file() and each.suffix != ".trustcheck"]
    kept = b"".join(each.read_bytes() for each in beside)
    assert beside
    for secret in (SECRET, words, "Northgate", "2468"):
        assert secret.encode() not in kept
    assert SECRET.encode() in b"".join(each.read_bytes() for each in tmp_path.iterdir() if each.is_file())


def test_no_page_holds_another_clients_result_or_report_while_the_laptop_goes_round(
    program: Callable[[], Program], tmp_path: Path
) -> None:
    path, other = tmp_path / "answers.trustcheck", "Harbour Trust"
    open_one, closed_one = check_in(path), closed_check_in(path, other)
    running = program()
    person = running.start(str(path))
    person.waits_for(lambda: running.navigator.flow is not None)
    group = running.navigator.flow.group
    group.take_up(closed_one)
    person.arrives_at(Place.OVERVIEW)
    running.navigator.go(Place.THEMES)
    running.navigator.go(Place.REPORT)
    person.sees("This is the very file that will be saved.")
    group.show_all()
    group.take_up(open_one)
    begin_going_round(person)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    places = (Place.OVERVIEW, Place.THEMES, Place.GAPS, Place.STRENGTHS, Place.SUGGESTIONS, Place.UNSEEN)
    assert not [place for place in places if running.window.has_page(place)]
    report = running.window.page(Place.REPORT)
    assert isinstance(report, ReportPage)
    assert not [said for said in kept_in(report) if other in said or "of 100" in said]
    assert not report.findChildren(PdfSheet)


def test_a_result_that_took_long_stays_out_of_sight_while_the_laptop_goes_round(
    program: Callable[[], Program], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was asked for before, and is ready when somebody else has the laptop already."""
    path = tmp_path / "answers.trustcheck"
    open_one, closed_one = check_in(path), closed_check_in(path, "Harbour Trust")
    running = program()
    person = running.start(str(path))
    person.waits_for(lambda: running.navigator.flow is not None)
    group = running.navigator.flow.group
    group.take_up(open_one)
    begin_going_round(person)

    ready: list[object] = []
    does = group.results.working_out.do

    def do(work: Callable[..., object], then: Callable[[object], None], refuse: Callable[[Refused], None]) -> None:
        does(work, lambda found: (then(found), ready.append(found)), refuse)

    monkeypatch.setattr(group.results.working_out, "do", do)
    group.results.read(closed_one)
    person.waits_for(lambda: bool(ready))

    assert not running.window.has_page(Place.OVERVIEW)
    running.window.add_page(Place.OVERVIEW, QWidget())
    running.window.go_to(Place.OVERVIEW)
    assert running.window.place is Place.HAND_OVER
    assert running.window.stack.currentWidget() is running.window.page(Place.HAND_OVER)
    assert not running.window.sidebar.isVisible()
