"""The ways on from a file that does not open: where the keyboard goes, and what is said where nothing helps."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.damaged import TODAY, damaged_page, held
from tests.ui.finding import named, names_of, shown, words_on
from trustcheck.app.ports import NotOpened
from trustcheck.app.store.safekeeping import Rescued
from trustcheck.ui.datafile.not_opened_page import NotOpenedPage
from trustcheck.ui.datafile.rescued_page import RescuedPage
from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.passphrase_form import PassphraseLine

NEWER = NotOpened(
    "This file was written by a newer TrustCheck (2.1).", "It is untouched.", "Open it with the newer one."
)


def test_while_it_is_rescued_the_keyboard_is_where_it_can_be_stopped(look: Look, qtbot: QtBot) -> None:
    page = damaged_page(look)
    shown(page, qtbot)
    page.rescue.setFocus()

    page.show_rescuing(0, 1)
    page.show_rescuing(3, 9)

    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.making.cancel_button)


def test_without_a_copy_rescuing_is_what_the_keyboard_is_on(look: Look, qtbot: QtBot) -> None:
    page = damaged_page(look)
    shown(page, qtbot)
    page.activateWindow()
    page.show_looking()

    page.show_found(None, TODAY)

    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.rescue)


def test_nothing_whole_is_called_damaged_and_what_is_to_be_done_is_said(look: Look, qtbot: QtBot) -> None:
    page = NotOpenedPage(look, "answers.trustcheck", NEWER)
    shown(page, qtbot)

    assert "in one piece" not in words_on(page)
    assert "Open it with the newer one." in words_on(page)
    assert "It is untouched." in words_on(page)
    assert names_of(page, Button) == ["Try again", "Open another file\u2026"]


def test_where_nothing_was_rescued_there_is_nothing_to_open(look: Look, qtbot: QtBot) -> None:
    page = RescuedPage(look, Rescued(held(), ("Answers: none could be read.",)), "/data/new.trustcheck", "/data/a")
    shown(page, qtbot)

    assert names_of(page, Button) == ["Back", "Show me the files"]
    assert page.first_focus() is named(page, Button, "Back")
    assert "The new file is empty: /data/new.trustcheck." in words_on(page)


def test_the_button_of_a_passphrase_stands_right_below_its_line_where_there_is_little_room(
    look: Look, qtbot: QtBot
) -> None:
    line = PassphraseLine(look)
    qtbot.addWidget(line)
    line.ask("", wrong=False)
    line.resize(380, line.heightForWidth(380))

    qtbot.waitUntil(lambda: line.open.geometry().y() == 0)
    line.resize(800, line.heightForWidth(800))
    qtbot.waitUntil(lambda: line.open.geometry().y() > 0)
