"""The first page: three ways to begin, a look at a sample first, and where the answers will lie."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from trustcheck.ui.home.welcome_page import WelcomePage
from trustcheck.ui.kit.look import Look


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> WelcomePage:
    shown = WelcomePage(look)
    shown.show_place("/home/asha/TrustCheck/answers.trustcheck")
    qtbot.addWidget(shown)
    shown.resize(1280, 800)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.activateWindow()
    shown.first_focus().setFocus()
    return shown


def tile(page: WelcomePage, name: str) -> QPushButton:
    return next(each for each in page.findChildren(QPushButton) if each.accessibleName() == name)


def words(page: WelcomePage) -> str:
    return "\n".join(each.text() for each in page.findChildren(QLabel)).replace("\u200b", "")


@pytest.mark.parametrize(
    ("name", "signal"),
    [
        ("Just me", "just_me"),
        ("My organisation", "my_organisation"),
        ("I advise others", "advise_others"),
        ("Look at a sample first", "sample_asked"),
        ("Open a data file\u2026", "open_asked"),
    ],
)
def test_enter_space_and_a_click_open_a_choice(page: WelcomePage, qtbot: QtBot, name: str, signal: str) -> None:
    chosen = tile(page, name)

    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        with qtbot.waitSignal(getattr(page, signal)):
            qtbot.keyClick(chosen, key)
    with qtbot.waitSignal(getattr(page, signal)):
        qtbot.mouseClick(chosen, Qt.MouseButton.LeftButton)


def test_the_keyboard_begins_on_just_me(page: WelcomePage) -> None:
    assert page.first_focus() is tile(page, "Just me")


def test_arrow_keys_and_tab_move_between_the_choices_and_open_nothing(page: WelcomePage, qtbot: QtBot) -> None:
    opened: list[str] = []
    page.just_me.connect(lambda: opened.append("just me"))
    page.my_organisation.connect(lambda: opened.append("my organisation"))
    visited = []

    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Tab, Qt.Key.Key_Up):
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, key)
        now = QApplication.focusWidget()
        assert now is not None
        visited.append(now.accessibleName())

    assert visited == [
        "My organisation",
        "I advise others",
        "I advise others",
        "My organisation",
        "I advise others",
        "My organisation",
    ]
    assert opened == []


def test_the_page_says_where_the_answers_lie_and_who_could_open_the_file(page: WelcomePage) -> None:
    said = words(page)

    assert "/home/asha/TrustCheck/answers.trustcheck" in said
    assert "without one, anybody who can use your account can open it" in said
    assert "Nothing is sent anywhere" in said
    assert "forty questions" in said


def test_everything_is_seen_without_scrolling_in_the_smallest_window(page: WelcomePage, qtbot: QtBot) -> None:
    page.resize(720, 560)

    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() == 0)


def test_the_page_is_announced_by_its_question(page: WelcomePage) -> None:
    assert "How much do you trust your people?" in page.announcement()
