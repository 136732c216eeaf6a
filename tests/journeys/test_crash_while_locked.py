"""Something breaks before, during and after a data file is locked: it stays locked, and nothing of it is to be seen."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication

from tests.person.broken import (
    HAPPENED,
    Watched,
    fail,
    is_interrupted,
    quotes_nobody,
    said_on_the_sheet,
    shows_nothing,
)
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
from tests.person.program import Program, menu_actions
from trustcheck.storage.store import SqliteStore
from trustcheck.ui.datafile.keeping_copies import KeepingCopies
from trustcheck.ui.datafile.lock_page import LockPage
from trustcheck.ui.datafile.locking import Locking
from trustcheck.ui.datafile.safe_files import SafeFiles
from trustcheck.ui.shell.places import OUTSIDE, Place

Key, ALT = Qt.Key, Qt.KeyboardModifier.AltModifier
SECRETS = (NOTE, PLACE, "the board", PASSPHRASE, *(item.text for item in ASKED.items))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return check_in(tmp_path / "private.trustcheck")


@pytest.fixture
def answering(watched: Watched, path: Path) -> Program:
    """At the first question, with the note that was written there."""
    running = watched.start()
    unlocks(running.start(str(path)))
    running.person.arrives_at(Place.HOME)
    running.person.choose("Go on")
    running.person.sees(NOTE)
    return running


def nothing_is_left(running: Program) -> None:
    settled()
    told = "\n".join(kept_by_all())
    assert [each for each in SECRETS if each in told] == []
    assert running.navigator.flow is None
    assert running.window.is_locked


def test_before_the_lock_no_key_and_no_button_leads_past_it(
    watched: Watched, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    running = watched.start()
    person = running.start(str(path))
    person.arrives_at(Place.LOCK)
    with monkeypatch.context() as broken:
        broken.setattr(LockPage, "tell_wrong", fail)
        person.write("another one")
        person.press(Key.Key_Return)
        person.sees(HAPPENED)
    person.sees("No data file is open, so nothing of yours was touched.")

    for command, action in menu_actions(running.window).items():
        if command not in ("quit", "full-screen", "hide-screen"):
            action.trigger()
            assert (command, running.window.place) == (command, Place.LOCK)
            assert is_interrupted(running)
    person.choose("Copy details")
    quotes_nobody(QGuiApplication.clipboard().text())
    quotes_nobody(said_on_the_sheet(running))
    assert "another one" not in "\n".join(kept_by_all())
    person.choose("Open log folder")
    assert [each.toLocalFile() for each in opened] == [str(running.application.folders.data)]

    person.press(Key.Key_Escape)
    unlocks(person)
    person.arrives_at(Place.HOME)


@pytest.mark.parametrize("by", ["a key", "nobody there"])
def test_a_file_locks_itself_below_the_sheet_and_the_keyboard_stays_on_it(
    watched: Watched, answering: Program, by: str
) -> None:
    person = answering.person
    watched.meets_something(answering)

    if by == "a key":
        person.press(Key.Key_L, CTRL)
    else:
        locking(answering).idle.timer.start(1)
    person.arrives_at(Place.LOCK)

    nothing_is_left(answering)
    quotes_nobody(said_on_the_sheet(answering))
    assert is_interrupted(answering)
    person.write("typed to nobody")
    page = answering.window.page(Place.LOCK)
    assert isinstance(page, LockPage)
    assert page.passphrase.words == ""
    assert page.isVisible(), "the lock is what lies below"
    person.press(Key.Key_Escape)
    assert QApplication.focusWidget() is page.passphrase.line
    unlocks(person)
    person.arrives_at(Place.HOME)


@pytest.mark.parametrize(
    ("of", "what"),
    [
        (LockPage, "show_file"),
        pytest.param(LockPage, "first_focus", marks=pytest.mark.long),
        pytest.param(Locking, "show", marks=pytest.mark.long),
        pytest.param(SafeFiles, "let_go", marks=pytest.mark.long),
        pytest.param(KeepingCopies, "forget", marks=pytest.mark.long),
        (SqliteStore, "close"),
    ],
    ids=lambda each: each if isinstance(each, str) else each.__name__,
)
def test_what_breaks_on_the_way_to_the_lock_leaves_nothing_open(
    answering: Program, path: Path, of: type, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file closes, and its pages go, whichever step fails."""
    person, window = answering.person, answering.window
    close = SqliteStore.close
    with monkeypatch.context() as broken:
        broken.setattr(of, what, lambda *given: (close(given[0]) if of is SqliteStore else None, fail()))
        person.press(Key.Key_L, CTRL)
        nothing_is_left(answering)

    if window.is_covered:
        person.press(Key.Key_Space)
    person.waits_for(lambda: is_interrupted(answering))
    nothing_is_left(answering)
    quotes_nobody(said_on_the_sheet(answering))
    person.press(Key.Key_Escape)
    person.waits_for(lambda: not shows_nothing(answering))
    assert window.place in OUTSIDE
    nothing_is_left(answering)

    answering.files.to_open = str(path)
    if window.place is Place.LOCK:
        unlocks(person)
    else:
        person.press(Key.Key_O, CTRL)
        unlocks(person)
    person.arrives_at(Place.HOME)


def test_a_copy_that_fails_in_an_unforeseen_way_does_not_keep_the_file_open(
    answering: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    answering.flow.file.before_closing = fail

    answering.person.press(Key.Key_L, CTRL)

    answering.person.arrives_at(Place.LOCK)
    nothing_is_left(answering)
