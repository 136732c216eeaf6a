"""Things in a line go on in the next line where there is no room, and their height follows what they hold."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.finding import enlarge
from trustcheck.ui.kit.buttons import Button
from trustcheck.ui.kit.layout import FlowLayout
from trustcheck.ui.kit.look import Look


@pytest.fixture
def line(look: Look, qtbot: QtBot) -> QWidget:
    place = QWidget()
    flow = FlowLayout(look, place)
    for words in ("Back", "Go on", "Leave it"):
        flow.addWidget(Button(look, words))
    qtbot.addWidget(place)
    place.resize(600, 200)
    place.show()
    return place


def height(line: QWidget, width: int) -> int:
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    return line.layout().heightForWidth(width)


def test_a_narrow_place_takes_more_lines(line: QWidget) -> None:
    assert height(line, 120) > 2 * height(line, 600)


def test_longer_words_take_more_lines_at_once(line: QWidget) -> None:
    before = height(line, 400)

    line.findChildren(Button)[0].say("Back to what was there before anything of this was begun")

    assert height(line, 400) > before


def test_larger_text_takes_more_room_at_once(line: QWidget, look: Look) -> None:
    before = height(line, 400)

    enlarge(look, 1.5)

    assert height(line, 400) > before


def test_what_is_hidden_takes_no_line(line: QWidget) -> None:
    before = height(line, 120)

    line.findChildren(Button)[1].hide()

    assert height(line, 120) < before
