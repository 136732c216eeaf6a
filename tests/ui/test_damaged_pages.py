"""The ways on from a file that does not open: where the keyboard goes, and what is said where nothing helps."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.finding import named, names_of, shown, words_on
from tests.ui.test_copies_pages import NOT_IN_ONE_PIECE, TODAY, YESTERDAY, copy, damaged_page, held
from trustcheck.app.ports import NotOpened
from trustcheck.app.safekeeping import Rescued
from trustcheck.ui.look import Look
from trustcheck.ui.pages.damaged_page import DamagedPage
from trustcheck.ui.pages.rescued_page import RescuedPage
from trustcheck.ui.widgets.button import Button
from trustcheck.ui.widgets.passphrase_line import PassphraseLine

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


def test_nothing_whole_is_called_damaged(look: Look, qtbot: QtBot) -> None:
    page = DamagedPage(look, "answers.trustcheck", NEWER)
    page.show_found(None, TODAY)
    shown(page, qtbot)

    assert "No copy beside it opens either." in words_on(page)
    assert "in one piece" not in words_on(page)


@pytest.mark.parametrize(("refused", "words"), [(NEWER, "Show me the folder"), (NOT_IN_ONE_PIECE, "Show me the file")])
def test_a_file_is_only_shown_where_there_is_one(look: Look, qtbot: QtBot, refused: NotOpened, words: str) -> None:
    page = DamagedPage(look, "answers.trustcheck", refused)
    page.show_found(copy(YESTERDAY), TODAY)
    shown(page, qtbot)

    assert words in names_of(page, Button)


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
