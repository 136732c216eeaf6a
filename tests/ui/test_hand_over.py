"""The laptop that goes round: the eight points of a hand-over without leaks, each as a person would try it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.room import Room
from trustcheck.domain.questionnaire import Perspective
from trustcheck.ui.look import Look


@pytest.fixture
def room(tmp_path: Path, look: Look, qapp: QApplication, qtbot: QtBot) -> Iterator[Room]:
    room = Room(tmp_path / "answers.trustcheck", look, qapp, qtbot)
    yield room
    room.file.let_go()


def test_one_person_answers_and_the_next_one_is_asked(room: Room) -> None:
    room.open_check()
    room.begin()
    room.sit_down("As a leader")
    room.answer_all("12345012")
    room.finish()

    room.sees("Thank you. Your answers are put away.")
    room.sees("1 of 14 people have answered")
    assert room.store.arrived(room.round_id).finished[Perspective.LEADER] == 1
    assert room.store.sealed_sheets(room.round_id) == ()
    assert room.said == []
