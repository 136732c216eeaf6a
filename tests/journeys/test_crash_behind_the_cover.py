"""Something breaks or arrives while the screen is hidden: nothing of what lies below is seen, read aloud or reached."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.person.attacking import closed_check_in
from tests.person.broken import HAPPENED, Watched, fail, is_interrupted
from tests.person.listening import Listener
from tests.person.locked import CTRL, NOTE, check_in, settled
from tests.person.program import Program
from trustcheck.ui.answering.question_page import QuestionPage
from trustcheck.ui.kit import text
from trustcheck.ui.shell.hide_screen import HideScreen
from trustcheck.ui.shell.places import Place

Key = Qt.Key
CLIENT = "Harbour Trust"


@pytest.fixture
def answering(watched: Watched, tmp_path: Path) -> Program:
    """At a question with a note in it."""
    running = watched.start()
    person = running.start(str(check_in(tmp_path / "mine.trustcheck", "")))
    person.arrives_at(Place.HOME)
    person.choose("Go on")
    person.sees(NOTE)
    return running


@pytest.fixture
def read_aloud(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every announcement, for readers that hear them."""
    monkeypatch.setattr(text, "HEARS_ANNOUNCEMENTS", True)
    heard: list[str] = []
    said = text.QAccessibleAnnouncementEvent

    def hear(widget: object, words: str) -> object:
        heard.append(words)
        return said(widget, words)  # type: ignore[arg-type]

    monkeypatch.setattr(text, "QAccessibleAnnouncementEvent", hear)
    return heard


@pytest.fixture
def listener(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Listener]:
    """A reader that hears none, only what becomes the description of what has the keyboard."""
    monkeypatch.setattr(text, "HEARS_ANNOUNCEMENTS", False)
    begun = Listener(qtbot)
    yield begun
    begun.leave()


def on_the_screen(running: Program) -> QImage:
    """What a person before the window sees."""
    settled()
    picture = QApplication.primaryScreen().grabWindow(running.window.winId())
    return picture.toImage()


def inks_outside_the_middle(running: Program) -> set[str]:
    """The colours there are where the cover itself has neither word nor button."""
    seen, middle = on_the_screen(running), running.window.rect().center()
    return {
        QColor(seen.pixel(x, y)).name()
        for x in range(0, seen.width(), 3)
        for y in range(0, seen.height(), 3)
        if (QPoint(x, y) - middle).manhattanLength() > 330
    }


def test_what_is_met_behind_it_changes_nothing_that_is_seen(watched: Watched, answering: Program) -> None:
    person = answering.person
    person.press(Key.Key_F9)
    before = on_the_screen(answering)

    watched.meets_something(answering)

    assert on_the_screen(answering) == before
    assert not is_interrupted(answering)
    for keys in ((Key.Key_O, CTRL), (Key.Key_Comma, CTRL), (Key.Key_Tab,), (Key.Key_4,), (Key.Key_Escape,)):
        person.press(*keys)
        assert answering.window.is_covered
        assert on_the_screen(answering) == before
    person.press(Key.Key_Space)
    person.sees(HAPPENED)
    person.press(Key.Key_Escape)
    person.sees(NOTE)


@pytest.mark.parametrize("look", [pytest.param("light", marks=pytest.mark.long), "dark"])
def test_a_cover_that_cannot_be_painted_is_a_blank_sheet(
    watched: Watched, tmp_path: Path, look: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(HideScreen, "paintEvent", lambda cover, event: fail(), raising=False)
    running = watched.start()
    person = running.start(str(check_in(tmp_path / "mine.trustcheck", "")))
    person.arrives_at(Place.HOME)
    person.choose("Go on")
    person.sees(NOTE)
    running.window.commands.action(f"look-{look}").trigger()
    assert len(inks_outside_the_middle(running)) > 1, "there is something to be seen"

    person.press(Key.Key_F9)

    assert inks_outside_the_middle(running) == {running.window.look.ink("canvas").name()}


def test_a_page_that_fails_below_it_shows_nothing_through_it(
    watched: Watched, answering: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    person, window = answering.person, answering.window
    person.press(Key.Key_F9)
    before = on_the_screen(answering)
    monkeypatch.setattr(QuestionPage, "paintEvent", lambda page, event: fail(), raising=False)

    for size in ((1100, 700), (1280, 800)):
        window.resize(*size)
        settled()
    window.page(Place.QUESTION).update()

    assert on_the_screen(answering) == before
    assert not is_interrupted(answering)


def covered_while_a_result_is_on_its_way(program: Callable[[], Program], folder: Path) -> Program:
    path = folder / "clients.trustcheck"
    closed = closed_check_in(path, CLIENT)
    running = program()
    running.start(str(path)).arrives_at(Place.HOME)
    running.flow.group.take_up(closed)
    running.person.press(Key.Key_F9)
    return running


def test_a_result_that_arrives_behind_it_is_neither_read_aloud_nor_reached(
    program: Callable[[], Program], tmp_path: Path, read_aloud: list[str]
) -> None:
    running = covered_while_a_result_is_on_its_way(program, tmp_path)
    person = running.person
    del read_aloud[:]

    person.arrives_at(Place.OVERVIEW)
    running.window.say(f"Something about {CLIENT}.")

    cover = QApplication.focusWidget()
    assert running.window.is_covered
    assert cover is running.window.findChild(HideScreen).go_on
    assert read_aloud == []
    assert inks_outside_the_middle(running) == {running.window.look.ink("canvas").name()}
    person.press(Key.Key_Tab)
    assert QApplication.focusWidget() is cover

    person.press(Key.Key_Space)
    assert not running.window.is_covered
    focus = QApplication.focusWidget()
    assert focus is not None
    assert running.window.page(Place.OVERVIEW).isAncestorOf(focus)
    running.window.say("Read aloud again.")
    assert read_aloud == ["Read aloud again."]


def test_a_reader_that_hears_no_announcements_is_told_nothing_of_it_either(
    program: Callable[[], Program], tmp_path: Path, listener: Listener
) -> None:
    running = covered_while_a_result_is_on_its_way(program, tmp_path)
    person = running.person
    listener.hears("Go on button")

    person.arrives_at(Place.OVERVIEW)
    running.window.say(f"Something about {CLIENT}.")

    assert CLIENT not in listener.hears("Go on brings it back.")
    person.press(Key.Key_Space)
    assert not running.window.is_covered
    running.window.say("Read aloud again.")
    assert "Something about" not in listener.hears("Read aloud again.")
