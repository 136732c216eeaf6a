"""A data file with a passphrase, as a person meets it: opened, locked, left alone, and searched by somebody else."""

import gc
import logging
import os
from collections.abc import Callable, Collection
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QPlainTextEdit
from shiboken6 import isValid

from tests.person.attacking import closed_check_in
from tests.person.dropping import drop
from tests.person.ending import ended_without_goodbye
from tests.person.going_round import begin_going_round
from tests.person.going_round import check_in as group_check_in
from tests.person.locked import (
    ASKED,
    CTRL,
    NOTE,
    PASSPHRASE,
    PLACE,
    check_in,
    kept_by_all,
    locking,
    settled,
    unlocks,
)
from tests.person.not_saved import NOT_SAVED, full_disk
from tests.person.program import SYSTEM_DIALOG, Program, menu_actions
from trustcheck.app.application import Application
from trustcheck.app.ports import NotSaved, Report
from trustcheck.app.results.group import GroupResult
from trustcheck.commands.crash.log_book import kept
from trustcheck.settings import Settings
from trustcheck.storage.file import key
from trustcheck.storage.file.key import FileKey
from trustcheck.storage.store import SqliteStore
from trustcheck.ui.answering.question_page import QuestionPage
from trustcheck.ui.datafile.lock_page import LockPage
from trustcheck.ui.flow.group_flow import GroupFlow
from trustcheck.ui.results.pdf_desk import PdfSheet
from trustcheck.ui.shell.opening import OpenFile
from trustcheck.ui.shell.places import OUTSIDE, Place
from trustcheck.ui.shell.sidebar import NavItem

Key = Qt.Key
Start = Callable[[], Program]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return check_in(tmp_path_factory.mktemp("made") / "private.trustcheck").read_bytes()


@pytest.fixture
def path(made: bytes, tmp_path: Path) -> Path:
    path = tmp_path / "private.trustcheck"
    path.write_bytes(made)
    path.chmod(0o600)
    return path


@pytest.fixture
def opened(program: Start, path: Path) -> Program:
    """The window with the file open, on its first page."""
    running = program()
    unlocks(running.start(str(path)))
    running.person.arrives_at(Place.HOME)
    return running


@pytest.fixture
def answering(opened: Program) -> Program:
    """At the first question, its note unfolded and copied."""
    person = opened.person
    person.choose("Go on")
    person.arrives_at(Place.QUESTION)
    person.press(Key.Key_E)
    person.press(Key.Key_End, CTRL)
    person.write(" and its nest")
    person.press(Key.Key_A, CTRL)
    focus = QApplication.focusWidget()
    assert isinstance(focus, QPlainTextEdit)
    focus.copy()
    return opened


def lock_page(running: Program) -> LockPage:
    page = running.window.page(Place.LOCK)
    assert isinstance(page, LockPage)
    return page


# -- opening


def test_enter_opens_it_and_only_its_name_was_to_be_seen(program: Start, path: Path) -> None:
    running = program()
    person = running.start(str(path))
    person.arrives_at(Place.LOCK)
    person.sees("private.trustcheck")
    assert str(path.parent) not in "\n".join(kept_by_all())
    assert not running.window.sidebar.isVisible()

    unlocks(person)

    person.arrives_at(Place.HOME)
    person.sees("You stopped at question 1 of 4.")
    person.sees("It is encrypted.")
    assert not running.window.has_page(Place.LOCK)


def test_a_wrong_one_is_met_calmly_as_often_as_it_takes(program: Start, path: Path) -> None:
    running = program()
    person = running.start(str(path))
    said = []
    for _try in range(4):
        unlocks(person, "another one")
        page = lock_page(running)
        person.waits_for(lambda page=page: page.open.isEnabled() and bool(page.passphrase.complaint))
        said.append(page.passphrase.complaint)
        assert page.passphrase.words == ""
        assert QApplication.focusWidget() is page.passphrase.line

    assert said[:2] == 2 * ["That did not open it. Check Caps Lock, then the keyboard language."]
    assert said[2:] == 2 * ["That did not open it. Take your time. There is no limit."]
    unlocks(person)
    person.arrives_at(Place.HOME)


def test_what_is_typed_can_be_seen_until_it_is_handed_over(program: Start, path: Path) -> None:
    running = program()
    person = running.start(str(path))
    person.arrives_at(Place.LOCK)
    line = lock_page(running).passphrase.line
    person.write("another one")
    assert line.displayText() != "another one"
    person.choose("Show what is typed")
    assert line.displayText() == "another one"

    person.choose("Open the file")

    assert (line.text(), line.isUndoAvailable()) == ("", False)
    assert line.echoMode() is QLineEdit.EchoMode.Password
    person.sees("That did not open it.")


def test_it_can_be_pasted(program: Start, path: Path) -> None:
    QGuiApplication.clipboard().setText(PASSPHRASE)
    running = program()
    person = running.start(str(path))
    person.arrives_at(Place.LOCK)

    person.press(Key.Key_V, CTRL)
    person.press(Key.Key_Return)

    person.arrives_at(Place.HOME)


def test_nothing_stays_in_the_line_when_the_page_is_left(program: Start, path: Path) -> None:
    running = program()
    person = running.start(str(path))
    person.arrives_at(Place.LOCK)
    person.write("amber otter")
    person.press(Key.Key_F1)
    person.arrives_at(Place.HELP)
    assert lock_page(running).passphrase.words == ""

    person.press(Key.Key_Home, Qt.KeyboardModifier.AltModifier)

    person.arrives_at(Place.LOCK)


def test_a_protected_file_that_is_dropped_or_chosen_asks_as_well(
    program: Start, application: Application, path: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.trustcheck"
    other.write_bytes(path.read_bytes())
    running = program()
    person = running.start()
    person.arrives_at(Place.WELCOME)
    drop(running, path)
    person.sees("private.trustcheck")

    running.files.to_open = str(other)
    person.choose("Open another file\u2026")
    person.sees("other.trustcheck")
    unlocks(person)

    person.arrives_at(Place.HOME)
    assert running.navigator.flow.file.path == str(other)


def test_a_file_that_will_not_open_leads_back_to_the_one_that_waits(program: Start, path: Path, tmp_path: Path) -> None:
    letter = tmp_path / "letter.trustcheck"
    letter.write_text("Dear all,", encoding="utf-8")
    running = program()
    person = running.start(str(path))
    person.arrives_at(Place.LOCK)
    drop(running, letter)
    person.sees("not a TrustCheck data file")
    person.sees("private.trustcheck")

    unlocks(person)

    person.arrives_at(Place.HOME)
    assert running.navigator.flow.file.path == str(path)


def test_after_a_crash_the_lock_comes_first_and_the_sentence_about_it_after(program: Start, path: Path) -> None:
    running = ended_without_goodbye(program)
    person = running.start(str(path))
    person.arrives_at(Place.LOCK)
    assert "without saying goodbye" not in person.reads()

    unlocks(person)

    person.arrives_at(Place.HOME)
    person.sees("TrustCheck closed without saying goodbye. Your answers up to question 1 are here.")


# -- locking


def test_ctrl_l_saves_closes_and_asks(answering: Program, path: Path) -> None:
    person = answering.person
    person.press(Key.Key_L, CTRL)
    person.arrives_at(Place.LOCK)

    assert answering.navigator.flow is None
    assert [each.name for each in path.parent.iterdir() if each.suffix != ".trustcheck" and each.is_file()] == []
    unlocks(person)
    person.arrives_at(Place.HOME)
    person.choose("Go on")
    person.sees(NOTE + " and its nest")


@pytest.fixture
def boxes_of_others() -> list[QPlainTextEdit]:
    """What earlier tests left to write in, asked for before the window is there."""
    return boxes()


def boxes() -> list[QPlainTextEdit]:
    return [each for each in QApplication.allWidgets() if isinstance(each, QPlainTextEdit)]


def test_no_widget_title_or_clipboard_keeps_a_word(boxes_of_others: list[QPlainTextEdit], answering: Program) -> None:
    person = answering.person
    questions = [item.text for item in ASKED.items]
    before = "\n".join(kept_by_all())
    assert NOTE in before, "the search sees what is there"
    assert QGuiApplication.clipboard().text() == NOTE + " and its nest"

    person.press(Key.Key_L, CTRL)
    person.arrives_at(Place.LOCK)
    settled()

    told = "\n".join(kept_by_all())
    for secret in (NOTE, PLACE, "nest", "the board", PASSPHRASE, *questions):
        assert secret not in told
    assert QGuiApplication.clipboard().text() == ""
    assert answering.window.windowTitle() == "TrustCheck"
    assert [each for each in boxes() if each not in boxes_of_others] == []
    assert [place for place in Place if answering.window.has_page(place)] == [Place.LOCK]
    assert answering.window.notice.words == ""


@pytest.fixture(autouse=True)
def earlier() -> list[object]:
    """What earlier tests left of such things, kept so that no new one takes the place of one of them."""
    gc.collect()
    kinds = (FileKey, SqliteStore, OpenFile, GroupResult, GroupFlow, Report, PdfSheet)
    EARLIER[:] = [each for each in gc.get_objects() if type(each) in kinds]
    return EARLIER


EARLIER: list[object] = []


def held(*kinds: type, but: Collection[int] = ()) -> list[str]:
    """What of these kinds Python still holds."""
    old = {*but, *map(id, EARLIER)}
    return [type(each).__name__ for each in gc.get_objects() if type(each) in kinds and id(each) not in old]


def test_nothing_of_the_file_and_no_key_stays_in_memory(answering: Program) -> None:
    gc.collect()
    # Pages of windows that earlier tests closed.
    gone = {id(each) for each in gc.get_objects() if type(each) is QuestionPage and not isValid(each)}
    found = set(held(FileKey, SqliteStore, OpenFile, QuestionPage, but=gone))
    assert found == {"FileKey", "OpenFile", "QuestionPage", "SqliteStore"}, "the search sees what is there"

    answering.person.press(Key.Key_L, CTRL)
    answering.person.arrives_at(Place.LOCK)

    answering.person.waits_for(lambda: held(FileKey, SqliteStore, OpenFile, QuestionPage, but=gone) == [])


def test_nor_after_it_went_on_in_another_place(answering: Program, tmp_path: Path) -> None:
    person = answering.person
    person.press(Key.Key_Escape)
    answering.files.place = str(tmp_path / "stick" / "mine.trustcheck")
    gc.collect()
    gone = {id(each) for each in gc.get_objects() if type(each) is QuestionPage and not isValid(each)}
    with full_disk(answering):
        person.write("2")
        person.sees(NOT_SAVED)
        person.choose("Save somewhere else\u2026")
        person.sees("Your data file lies here now")
        person.waits_for(lambda: answering.flow.file.queue.waiting == 0)

    person.press(Key.Key_L, CTRL)
    person.arrives_at(Place.LOCK)

    person.waits_for(lambda: held(FileKey, SqliteStore, OpenFile, QuestionPage, but=gone) == [])


def test_no_result_or_report_of_a_client_stays_either(program: Start, tmp_path: Path) -> None:
    path, client = tmp_path / "clients.trustcheck", "Harbour Trust"
    round_id = closed_check_in(path, client)
    running = program()
    running.application.safekeeping().protect(str(path), "", PASSPHRASE)
    person = running.start(str(path))
    unlocks(person)
    person.waits_for(lambda: running.navigator.flow is not None)
    running.navigator.flow.group.take_up(round_id)
    person.arrives_at(Place.OVERVIEW)
    running.navigator.go(Place.REPORT)
    person.sees("This is the very file that will be saved.")
    assert any(client in said for said in kept_by_all()), "the search sees what is there"

    person.choose("Lock now")
    person.arrives_at(Place.LOCK)
    settled()

    assert not [said for said in kept_by_all() if client in said or "of 100" in said]
    person.waits_for(lambda: held(FileKey, SqliteStore, GroupResult, GroupFlow, Report, PdfSheet) == [])


def test_no_key_and_no_menu_leads_past_the_lock(answering: Program) -> None:
    person, window = answering.person, answering.window
    person.press(Key.Key_L, CTRL)
    person.arrives_at(Place.LOCK)

    for command, action in menu_actions(window).items():
        if command not in ("quit", "full-screen", "sample", "open-file", "new-check", "new-organisation", "go-on"):
            action.trigger()
            assert window.place in OUTSIDE, command
            assert PLACE not in person.reads()
            assert NOTE not in person.reads()


def test_what_arrives_late_stays_out_of_sight_and_goes(opened: Program) -> None:
    """A list that was being read when the file was locked."""
    window = opened.window
    opened.person.press(Key.Key_L, CTRL)
    window.add_page(Place.OVERVIEW, QLabel(PLACE))
    window.go_to(Place.OVERVIEW)

    assert window.place is Place.LOCK
    opened.person.waits_for(lambda: not window.has_page(Place.OVERVIEW))


def test_the_sidebar_offers_it_while_a_protected_file_is_open(opened: Program) -> None:
    person = opened.person

    person.choose("Lock now")

    person.arrives_at(Place.LOCK)


def test_where_there_is_no_passphrase_there_is_nothing_to_lock(program: Start, tmp_path: Path) -> None:
    plain = check_in(tmp_path / "plain.trustcheck", "")
    running = program()
    person = running.start(str(plain))
    person.arrives_at(Place.HOME)

    person.press(Key.Key_L, CTRL)

    assert running.window.place is Place.HOME
    assert "Lock now" not in [each.text() for each in running.window.sidebar.findChildren(NavItem)]
    assert not running.window.commands.action("lock").isEnabled()
    assert not locking(running).idle.timer.isActive()


def test_a_hidden_screen_can_be_locked_and_the_lock_is_what_is_left(opened: Program) -> None:
    person = opened.person
    person.press(Key.Key_F9)
    person.waits_for(lambda: opened.window.is_covered)

    person.press(Key.Key_L, CTRL)

    person.arrives_at(Place.LOCK)
    assert not opened.window.is_covered
    unlocks(person)
    person.arrives_at(Place.HOME)


def test_what_cannot_be_saved_keeps_the_file_open_behind_the_cover(
    answering: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    person, window, flow = answering.person, answering.window, answering.navigator.flow

    def full(*_given: object) -> None:
        raise NotSaved("This answer is not saved yet.")

    rounds = type(flow.file.store.rounds)
    monkeypatch.setattr(rounds, "save_note", full)
    person.write(" of straw")
    person.press(Key.Key_L, CTRL)
    person.waits_for(lambda: window.is_covered)

    assert window.place is Place.QUESTION
    assert answering.navigator.flow is flow
    monkeypatch.undo()
    person.press(Key.Key_Space)
    person.sees("Something is not saved yet, so this stays open.")
    person.sees("Not saved yet")
    person.choose("Try again")
    person.waits_for(lambda: flow.file.queue.waiting == 0)
    person.press(Key.Key_L, CTRL)
    person.arrives_at(Place.LOCK)


def test_a_dialog_of_the_system_is_put_away_first(opened: Program, qapp: QApplication) -> None:
    """What asked for it goes on when it is closed; only then its page may be destroyed."""
    went_on = []

    def asks(_folder: str) -> str:
        dialog = QDialog(opened.window)
        dialog.setObjectName(SYSTEM_DIALOG)
        QTimer.singleShot(0, opened.window, locking(opened).lock)
        dialog.exec()
        went_on.append(opened.navigator.flow is not None)
        return ""

    opened.files.file_to_open = asks
    # From within a loop, as in the program.
    QTimer.singleShot(0, opened.window, opened.navigator.files.ask)

    opened.person.arrives_at(Place.LOCK)
    assert went_on == [True]


def test_closing_the_window_locks_the_file(opened: Program, program: Start, path: Path) -> None:
    opened.person.choose("Go on")
    opened.close()
    assert PLACE.encode() not in path.read_bytes()

    program().start().arrives_at(Place.LOCK)


# -- nobody there


def test_after_a_while_without_input_it_locks_itself(opened: Program) -> None:
    idle = locking(opened).idle
    assert idle.timer.isActive()
    assert idle.timer.interval() == 5 * 60_000

    idle.timer.start(1)

    opened.person.arrives_at(Place.LOCK)


@pytest.mark.parametrize(("minutes", "waits"), [(0, False), (1, True), (15, True)])
def test_how_long_is_a_setting_that_takes_effect_at_once(opened: Program, minutes: int, waits: bool) -> None:
    opened.navigator.prefer(Settings(look="light", less_motion=True, lock_after_minutes=minutes))

    timer = locking(opened).idle.timer
    assert timer.isActive() is waits
    assert not waits or timer.interval() == minutes * 60_000


def test_while_a_laptop_goes_round_nothing_locks_and_closing_does(program: Start, tmp_path: Path) -> None:
    path = tmp_path / "round.trustcheck"
    round_id = group_check_in(path)
    running = program()
    running.application.safekeeping().protect(str(path), "", PASSPHRASE)
    person = running.start(str(path))
    unlocks(person)
    person.waits_for(lambda: running.navigator.flow is not None)
    running.navigator.flow.group.take_up(round_id)
    begin_going_round(person)

    person.press(Key.Key_L, CTRL)
    locking(running).lock()
    assert running.window.place is Place.HAND_OVER
    assert not locking(running).idle.timer.isActive()
    running.close()

    again = program()
    person = again.start(str(path))
    unlocks(person)
    person.arrives_at(Place.HAND_OVER)
    assert again.window.keeps_closed
    assert not again.window.has_page(Place.HOME)


# -- and nowhere else


def test_no_file_beside_and_no_log_keeps_the_passphrase(
    program: Start, application: Application, path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    log = application.folders.log_file

    def breaks(typed: bytes, *_rest: object) -> None:
        raise ZeroDivisionError(typed)

    with kept(log):
        running = program()
        person = running.start(str(path))
        with monkeypatch.context() as broken:
            broken.setattr(key, "derive", breaks)
            unlocks(person)
            person.sees("That did not work.")
        logging.getLogger("trustcheck").error("later")
        unlocks(person)
        person.arrives_at(Place.HOME)
        assert PASSPHRASE not in "\n".join(kept_by_all())
        running.close()

    folders = (tmp_path, application.folders.data, application.folders.settings)
    beside = [each for folder in folders for each in folder.rglob("*") if each.is_file()]
    assert log in beside
    assert "ZeroDivisionError" in log.read_text()
    assert application.settings.window_file in beside
    for secret in (PASSPHRASE, PASSPHRASE.split()[0]):
        assert not [each for each in beside if secret.encode() in each.read_bytes() or secret in each.name]
    assert PASSPHRASE not in "\0".join(os.environ.values())


def test_the_file_does_not_lock_by_itself_while_people_answer_on_their_phones(opened: Program) -> None:
    file, idle = opened.navigator.flow.file, locking(opened).idle
    closed: list[str] = []
    file.close_room = lambda: closed.append("the room")

    idle.reached.emit()
    assert (opened.window.place, closed) == (Place.HOME, [])

    opened.person.press(Key.Key_L, CTRL)
    opened.person.arrives_at(Place.LOCK)
    assert closed == ["the room"]
