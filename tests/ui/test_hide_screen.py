"""Hide screen: what a person sees and presses when somebody walks past."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.look import Look
from trustcheck.ui.shell.hide_screen import HideScreen


class Window(QWidget):
    """Two buttons and the sheet that can cover them."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        self.first, self.second = Button(look, "First"), Button(look, "Second")
        column.addWidget(self.first)
        column.addWidget(self.second)
        self.cover = HideScreen(look, self)


@pytest.fixture
def window(qtbot: QtBot, look: Look) -> Window:
    window = Window(look)
    qtbot.addWidget(window)
    window.resize(800, 600)
    window.show()
    window.activateWindow()
    window.second.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is window.second)
    return window


def test_it_covers_the_whole_window(window: Window) -> None:
    window.cover.cover()

    assert window.cover.geometry() == window.rect()
    assert window.childAt(window.second.geometry().center()) in (window.cover, *window.cover.findChildren(QWidget))


def test_it_keeps_covering_a_window_that_grows(window: Window, qtbot: QtBot) -> None:
    window.cover.cover()

    window.resize(1000, 700)

    qtbot.waitUntil(lambda: window.cover.geometry() == window.rect())


def test_going_on_gives_the_keyboard_back(window: Window, qtbot: QtBot) -> None:
    window.cover.cover()
    assert QApplication.focusWidget() is window.cover.go_on

    with qtbot.waitSignal(window.cover.left):
        qtbot.keyClick(window.cover.go_on, Qt.Key.Key_Space)

    assert not window.cover.isVisible()
    assert QApplication.focusWidget() is window.second


def test_tab_reaches_nothing_below(window: Window, qtbot: QtBot) -> None:
    window.cover.cover()

    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        qtbot.keyClick(QApplication.focusWidget(), key)

        assert QApplication.focusWidget() is window.cover.go_on


def test_covering_twice_still_gives_the_keyboard_back(window: Window, qtbot: QtBot) -> None:
    window.cover.cover()
    window.cover.cover()

    qtbot.mouseClick(window.cover.go_on, Qt.MouseButton.LeftButton)

    assert QApplication.focusWidget() is window.second


def test_a_widget_that_went_away_meanwhile_is_not_missed(window: Window, qtbot: QtBot) -> None:
    window.cover.cover()
    with qtbot.waitSignal(window.second.destroyed):
        window.second.deleteLater()

    window.cover.uncover()

    assert not window.cover.isVisible()
