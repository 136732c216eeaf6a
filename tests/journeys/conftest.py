"""The whole program in one window, with a folder of its own."""

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.person.data_files import with_checks
from tests.person.program import SYSTEM_DIALOG, Program
from tests.ui.room import quick_sealing
from trustcheck import assets
from trustcheck.app.application import Application
from trustcheck.bootstrap import build
from trustcheck.commands.crash.log_book import kept
from trustcheck.settings import Settings
from trustcheck.ui.kit.look import load_fonts

if TYPE_CHECKING:
    from tests.person.broken import Watched


@pytest.fixture
def application() -> Application:
    as_it_comes = build(os.environ)
    # What is slow on purpose, for whoever guesses, is proved elsewhere, and once in a laptop that goes round.
    built = replace(as_it_comes, sealing=lambda: quick_sealing(as_it_comes.sealing().words))
    # Who types slowly would find themselves at the next question: a busy machine does. What goes on by itself has its
    # own test.
    built.settings.save(Settings(look="light", less_motion=True, go_on_by_itself=False))
    return built


@pytest.fixture
def program(application: Application, qapp: QApplication, qtbot: QtBot) -> Iterator[Callable[[], Program]]:
    """Starts the program; called again, it is started again on the same folder."""
    load_fonts(assets.path("fonts"))
    begun: list[Program] = []
    strays: list[str] = []

    def notice(window: QWindow | None) -> None:
        """Nothing but the program's one window takes the keyboard; a part shown before it has its place would."""
        ours = [each.window.windowHandle() for each in begun]
        if window is not None and window not in ours and not window.objectName().startswith(SYSTEM_DIALOG):
            strays.append(window.objectName())

    qapp.focusWindowChanged.connect(notice)

    def start(other: Application | None = None) -> Program:
        begun.append(Program(other or application, qapp, qtbot))
        return begun[-1]

    yield start
    for each in begun:
        if each.window.isVisible():
            each.close()
    qapp.focusWindowChanged.disconnect(notice)
    assert not strays, "parts of a page were shown as windows of their own"


@pytest.fixture
def clients(application: Application, tmp_path: Path) -> Path:
    """A data file with an invented person and an invented team, and somebody who works with organisations."""
    application.settings.save(replace(application.settings.load(), working="organisations"))
    return with_checks(tmp_path / "clients.trustcheck")


@pytest.fixture
def report_file(tmp_path: Path) -> Path:
    return tmp_path / "report.pdf"


@pytest.fixture
def watched(program: Callable[[], Program], application: Application) -> Iterator["Watched"]:
    """Starts the program with its failures kept and shown, as the real one does."""
    from tests.person.broken import Watched

    with kept(application.folders.log_file) as unforeseen:
        yield Watched(program, unforeseen)
