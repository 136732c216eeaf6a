"""The clipboard: what came from this window is taken out again, and nothing else is."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from trustcheck.ui.kit.look import Look
from trustcheck.ui.shell.main_window import MainWindow


@pytest.fixture
def clipboard(qapp: QApplication) -> Iterator[QClipboard]:
    """Holding what another program put there."""
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("a shopping list")
    yield clipboard
    clipboard.clear()


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, look: Look, clipboard: QClipboard) -> MainWindow:
    window = MainWindow(look, qapp)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


def test_what_was_there_before_stays(window: MainWindow, clipboard: QClipboard) -> None:
    window.clipboard.clean()

    assert clipboard.text() == "a shopping list"


def test_what_was_copied_here_goes(window: MainWindow, clipboard: QClipboard) -> None:
    clipboard.setText("what somebody wrote")

    window.clipboard.clean()

    assert clipboard.text() == ""


def test_what_another_program_put_there_since_stays(
    window: MainWindow, clipboard: QClipboard, monkeypatch: pytest.MonkeyPatch
) -> None:
    clipboard.setText("what somebody wrote")
    # The person is in another window, which is not ours.
    monkeypatch.setattr(QGuiApplication, "focusWindow", lambda: None)
    clipboard.setText("a letter")

    window.clipboard.clean()

    assert clipboard.text() == "a letter"


def test_where_it_is_emptied_nothing_stays_whoever_put_it_there(
    window: MainWindow, clipboard: QClipboard, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.clipboard.hand_out("the details of what went wrong")
    window.clipboard.empty()
    assert clipboard.text() == ""
    monkeypatch.setattr(QGuiApplication, "focusWindow", lambda: None)
    clipboard.setText("a letter")

    window.clipboard.empty()

    assert clipboard.text() == ""


def test_what_was_handed_out_to_be_taken_along_stays(window: MainWindow, clipboard: QClipboard) -> None:
    window.clipboard.hand_out("the details of what went wrong")

    window.clipboard.clean()

    assert clipboard.text() == "the details of what went wrong"


def test_hiding_the_screen_takes_it_out(window: MainWindow, clipboard: QClipboard) -> None:
    clipboard.setText("what somebody wrote")

    window.commands.action("hide-screen").trigger()
    window.cover()

    assert clipboard.text() == ""


def test_one_key_hides_the_screen(window: MainWindow) -> None:
    keys = [each.toString() for each in window.commands.action("hide-screen").shortcuts()]

    assert keys == ["F9", "Ctrl+Shift+H"]
