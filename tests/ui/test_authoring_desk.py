"""Drafts of questionnaires: none is written over by another, and none can be asked before it is finished."""

import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.group_builders import shipped
from tests.ui.around_a_desk import Around
from tests.ui.finding import named, words_on
from trustcheck.app.questionnaires.shelf import askable, askable_alone
from trustcheck.app.refusals import Refused
from trustcheck.bootstrap import build
from trustcheck.catalog.authoring import FileAuthor
from trustcheck.domain.questionnaire.model import Questionnaire
from trustcheck.ui.answering.jump_bar import JumpBar
from trustcheck.ui.authoring.authoring_desk import AuthoringDesk
from trustcheck.ui.kit.asking import FileDialogs
from trustcheck.ui.kit.look import Look
from trustcheck.ui.shell.main_window import MainWindow
from trustcheck.ui.shell.places import Place

Open = Callable[[], MainWindow]


@pytest.fixture
def opened(look: Look, qapp: QApplication, qtbot: QtBot) -> Open:
    def window() -> MainWindow:
        made = MainWindow(look, qapp)
        qtbot.addWidget(made)
        return made

    return window


@pytest.fixture
def window(opened: Open) -> MainWindow:
    return opened()


def desk_in(window: MainWindow, tmp_path: Path) -> AuthoringDesk:
    application = build({**os.environ, "TRUSTCHECK_DATA": str(tmp_path)})
    return AuthoringDesk(Around(application, window), FileDialogs(window))


@pytest.fixture
def desk(window: MainWindow, tmp_path: Path) -> AuthoringDesk:
    return desk_in(window, tmp_path)


def writes(desk: AuthoringDesk, words: str) -> None:
    assert desk.page is not None
    desk.page.written.emit(("items", "GI1", "text"), words)
    assert desk.keep()


def library(tmp_path: Path) -> dict[str, str]:
    return {each.name: each.read_text("utf-8") for each in (tmp_path / "questionnaires").iterdir()}


def test_a_second_one_is_begun_beside_a_draft_with_a_mistake_and_not_over_it(
    desk: AuthoringDesk, tmp_path: Path
) -> None:
    desk.begin_copy()
    writes(desk, "")
    before = library(tmp_path)
    desk.begin_copy()
    writes(desk, "Something else.")

    assert len(before) == 1
    assert before.items() <= library(tmp_path).items()
    assert len(library(tmp_path)) == 2


def test_what_is_still_written_is_not_offered_to_be_asked(desk: AuthoringDesk, tmp_path: Path) -> None:
    desk.begin_copy()
    writes(desk, "People here keep their word to each other.")
    application = build({**os.environ, "TRUSTCHECK_DATA": str(tmp_path)})
    catalog, own = application.catalog, application.library()

    assert len(own.listed()) == 1
    assert {each.id for each in askable(catalog, own)} == set(catalog.shipped())
    assert {each.id for each in askable_alone(catalog, own)} == set(catalog.shipped())


def test_what_could_not_be_written_is_not_left(
    desk: AuthoringDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.begin_copy()
    assert desk.page is not None
    desk.page.written.emit(("items", "GI1", "text"), "Something else.")

    def full(*_given: object) -> None:
        raise Refused("The disk is full.")

    monkeypatch.setattr("trustcheck.catalog.own_questionnaires.FileLibrary.save", full)
    with qtbot.assertNotEmitted(desk.left, wait=0):
        desk.page.left.emit()
    monkeypatch.undo()
    assert desk.keep()


def refuses(monkeypatch: pytest.MonkeyPatch, deed: str, words: str) -> None:
    def refused(*_given: object) -> None:
        raise Refused(words)

    monkeypatch.setattr(f"trustcheck.catalog.own_questionnaires.FileLibrary.{deed}", refused)


def begins_whole(desk: AuthoringDesk, words: str = "People here keep their word to each other.") -> None:
    """A copy of the shipped one, with one question reworded and nothing missing."""
    desk.begin_copy()
    writes(desk, words)


def question_1(desk: AuthoringDesk) -> str:
    assert desk.page is not None
    assert desk.page.editing is not None
    return desk.page.editing.asked.item_by_id["GI1"].text


def test_where_the_draft_stays_behind_the_saved_version_is_saved_once(
    desk: AuthoringDesk, window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begins_whole(desk)
    refuses(monkeypatch, "remove", "It cannot be removed.")
    assert desk.page is not None
    with qtbot.waitSignal(desk.left) as left:
        desk.page.save_asked.emit()
    assert "version 1.0.0, is saved" in left.args[0]
    assert left.args[0].endswith("It cannot be removed.")
    assert not window.has_page(Place.AUTHORING)
    assert sorted(library(tmp_path)) == ["own-questionnaire-1-1_0_0-draft.yaml", "own-questionnaire-1-1_0_0.yaml"]


def test_a_draft_that_is_removed_while_it_is_written_does_not_come_back(desk: AuthoringDesk, tmp_path: Path) -> None:
    begins_whole(desk)
    assert desk.page is not None
    desk.page.written.emit(("title",), "And more")
    desk.forget("own-questionnaire-1-1_0_0-draft")
    (tmp_path / "questionnaires" / "own-questionnaire-1-1_0_0-draft.yaml").unlink()
    assert desk.keep()
    assert library(tmp_path) == {}


def test_what_was_just_written_is_kept_when_another_one_is_begun(desk: AuthoringDesk, tmp_path: Path) -> None:
    desk.begin_copy()
    assert desk.page is not None
    desk.page.written.emit(("items", "GI1", "text"), "Last words.")
    desk.begin_from_nothing()
    assert "Last words." in library(tmp_path)["own-questionnaire-1-1_0_0-draft.yaml"]


def test_what_is_written_is_put_on_the_disk_behind_the_window(
    desk: AuthoringDesk, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    writers = []
    written = FileAuthor.written

    def watched(author: FileAuthor, text: str, asked: Questionnaire) -> str:
        writers.append(threading.current_thread())
        return written(author, text, asked)

    monkeypatch.setattr(FileAuthor, "written", watched)
    desk.begin_copy()
    assert desk.page is not None
    desk.page.written.emit(("items", "GI1", "text"), "Something else.")
    qtbot.waitUntil(lambda: (tmp_path / "questionnaires").exists() and bool(library(tmp_path)))
    assert threading.main_thread() not in writers
    assert desk.keep()
    assert len(writers) == 1


def test_changing_a_version_again_goes_on_with_what_was_begun(desk: AuthoringDesk, tmp_path: Path) -> None:
    begins_whole(desk)
    assert desk.page is not None
    desk.page.save_asked.emit()
    desk.change("own-questionnaire-1-1_0_0")
    writes(desk, "The second version.")
    desk.page.left.emit()
    desk.change("own-questionnaire-1-1_0_0")
    assert question_1(desk) == "The second version."
    writes(desk, "And on.")
    assert sorted(library(tmp_path)) == ["own-questionnaire-1-1_0_0.yaml", "own-questionnaire-1-1_1_0-draft.yaml"]
    assert "And on." in library(tmp_path)["own-questionnaire-1-1_1_0-draft.yaml"]


def test_a_draft_that_is_asked_for_while_it_is_written_keeps_every_step(desk: AuthoringDesk) -> None:
    begins_whole(desk)
    page = desk.page
    desk.change("own-questionnaire-1-1_0_0-draft")
    assert desk.page is page
    assert page is not None
    page.undo_asked.emit()
    assert question_1(desk) != "People here keep their word to each other."


def test_a_draft_that_was_changed_in_another_window_is_kept_beside_what_is_written_here(
    desk: AuthoringDesk, window: MainWindow, opened: Open, tmp_path: Path
) -> None:
    begins_whole(desk)
    other = desk_in(opened(), tmp_path)
    other.change("own-questionnaire-1-1_0_0-draft")
    writes(other, "From there.")
    writes(desk, "From here.")
    assert "was changed elsewhere while you wrote" in window.notice.words
    assert "as version 1.1.0" in window.notice.words
    assert "From there." in library(tmp_path)["own-questionnaire-1-1_0_0-draft.yaml"]
    assert "From here." in library(tmp_path)["own-questionnaire-1-1_1_0-draft.yaml"]
    writes(desk, "Still from here.")
    writes(other, "Still from there.")
    assert len(library(tmp_path)) == 2


def test_somebody_tries_out_what_leaders_read_and_jumps_to_any_question(
    desk: AuthoringDesk, window: MainWindow, qtbot: QtBot
) -> None:
    window.show()
    window.activateWindow()
    desk.begin_copy()
    assert desk.page is not None
    desk.page.written.emit(("items", shipped().order[0], "text"), "{Leaders} come by.")
    desk.page.try_asked.emit()
    shown = window.page(Place.TRYING_OUT)
    qtbot.waitUntil(lambda: "Leaders here come by." in words_on(shown))
    qtbot.keyClick(named(shown, QPushButton, "As leaders read it"), Qt.Key.Key_Space)
    assert "We leaders come by." in words_on(shown)
    bar = shown.findChild(JumpBar)
    bar.setValue(30)
    qtbot.keyClick(bar, Qt.Key.Key_Return)
    assert "Question 30 of 40" in words_on(shown)
