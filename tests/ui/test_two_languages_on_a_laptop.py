"""A laptop that goes round speaks to leaders and to staff in the language each of them is asked in."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.room import ASKED, Room
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.ui.kit.look import Look
from trustcheck.ui.shell.places import Place
from trustcheck.words import gettext as _
from trustcheck.words import language

GERMAN = replace(ASKED, language="de", frame="In den letzten drei Monaten", scale=("Nie", *ASKED.scale[1:]))


@pytest.fixture
def room(tmp_path: Path, look: Look, qapp: QApplication, qtbot: QtBot) -> Iterator[Room]:
    room = Room(tmp_path / "answers.trustcheck", look, qapp, qtbot)
    room.open_check(translated={Perspective.LEADER: GERMAN})
    room.begin()
    yield room
    room.file.let_go()


def test_leaders_read_german_and_staff_after_them_english(room: Room) -> None:
    room.sit_down("As a leader")
    room.sees("In den letzten drei Monaten")
    room.sees("Nie")
    room.sees("Ich wei\u00df es nicht")
    assert language() == "de"
    room.answer_all()
    room.choose(_("Finish and put away"))
    room.arrives_at(Place.HAND_OVER)

    assert language() == "en"
    room.sit_down()
    room.sees("I don\u2019t know")
    room.sees(ASKED.frame)
