"""Drafts of questionnaires: none is written over by another, and none can be asked before it is finished."""

import os
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from trustcheck.app.application import Application
from trustcheck.app.questionnaires.shelf import askable, askable_alone
from trustcheck.app.refusals import Refused
from trustcheck.bootstrap import build
from trustcheck.ui.authoring.authoring_desk import AuthoringDesk
from trustcheck.ui.kit.asking import FileDialogs
from trustcheck.ui.kit.look import Look
from trustcheck.ui.shell.main_window import MainWindow


@dataclass
class Around:
    """What the desk is handed, without a program around it."""

    application: Application
    window: MainWindow

    def list_pages(self) -> None: ...

    def arrived(self) -> None: ...


@pytest.fixture
def desk(look: Look, qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> AuthoringDesk:
    window = MainWindow(look, qapp)
    qtbot.addWidget(window)
    application = build({**os.environ, "TRUSTCHECK_DATA": str(tmp_path)})
    return AuthoringDesk(Around(application, window), FileDialogs(window))


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
