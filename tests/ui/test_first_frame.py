"""The first frame: it looks like the page that comes after it, and no key is lost that is pressed meanwhile."""

import tomllib
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from trustcheck import assets
from trustcheck.ui.shell.first_frame import DARK, LIGHT, FirstFrame, UntilPainted
from trustcheck.ui.shell.main_window import MainWindow


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    made = MainWindow()
    qtbot.addWidget(made)
    made.setCentralWidget(FirstFrame("light", 1.0))
    return made


@pytest.mark.parametrize(("inks", "theme"), [(LIGHT, "light"), (DARK, "dark")])
def test_its_inks_are_those_of_the_theme(inks: dict[str, str], theme: str) -> None:
    read = tomllib.loads(Path(assets.path("themes", f"{theme}.toml")).read_text(encoding="utf-8"))["inks"]

    assert inks == {name: read[name] for name in inks}


@pytest.mark.parametrize(("look", "inks"), [("light", LIGHT), ("dark", DARK)])
def test_it_is_painted_in_the_look_that_was_chosen(qtbot: QtBot, look: str, inks: dict[str, str]) -> None:
    frame = FirstFrame(look, 1.0)
    qtbot.addWidget(frame)
    frame.resize(400, 300)
    seen = frame.grab().toImage()

    assert seen.pixelColor(5, 5).name().upper() == inks["canvas"]
    colours = {seen.pixelColor(x, y).name().upper() for x in range(seen.width()) for y in range(seen.height())}
    assert set(inks.values()) <= colours


def test_a_key_that_is_pressed_before_there_is_a_page_is_answered_by_the_page(window: MainWindow, qtbot: QtBot) -> None:
    painted = UntilPainted(window)
    window.show()
    pressed = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")
    QApplication.postEvent(window.windowHandle(), pressed)
    assert painted.wait()
    QApplication.processEvents()

    page = QLineEdit()
    window.setCentralWidget(page)
    window.activateWindow()
    page.setFocus()
    qtbot.waitUntil(page.hasFocus)
    assert page.text() == ""
    painted.hand_over()

    assert page.text() == "a"


def test_a_window_that_is_closed_at_once_is_not_waited_for(window: MainWindow) -> None:
    painted = UntilPainted(window)
    window.show()
    window.close()

    assert not painted.wait()
