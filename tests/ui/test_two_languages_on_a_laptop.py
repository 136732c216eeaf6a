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


def sit_down_as_a_leader(room: Room) -> None:
    room.read_the_promises()
    room.choose("As a leader")
    room.sees("Bevor Sie beginnen")
    room.choose(_("Begin"))
    room.arrives_at(Place.QUESTION)


def test_what_is_promised_turns_with_the_view_and_back_when_nobody_sits_down(room: Room) -> None:
    room.read_the_promises()
    assert language() == "en"
    room.choose("As a leader")
    room.sees("Bevor Sie beginnen")
    room.sees("Was mit Ihren Antworten geschieht")
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName().startswith(_("As a leader"))
    room.choose(_("As staff"))
    room.sees("Before you begin")
    room.choose("As a leader")
    room.sees("Bevor Sie beginnen")
    room.choose(_("Not me after all"))
    room.arrives_at(Place.HAND_OVER)

    assert language() == "en"
    room.sees("I\u2019m the next person")


def test_leaders_read_german_and_staff_after_them_english(room: Room) -> None:
    sit_down_as_a_leader(room)
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
