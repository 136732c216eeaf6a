"""What is asked beside the questions on a laptop that goes round: dots before the first one, guesses after the last."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.room import ASKED, Room, open_check, setup
from trustcheck.domain.questionnaire.answers import SaidBeside
from trustcheck.ui.kit.look import Look
from trustcheck.ui.laptop.before_page import BeforePage
from trustcheck.ui.laptop.put_away_page import PutAwayPage
from trustcheck.ui.shell.places import Place

Key = Qt.Key
MEANT = replace(ASKED, themes=tuple(replace(each, meaning=f"What {each.id} means.") for each in ASKED.themes))


@pytest.fixture
def room(tmp_path: Path, look: Look, qapp: QApplication, qtbot: QtBot) -> Iterator[Room]:
    room = Room(tmp_path / "answers.trustcheck", look, qapp, qtbot)
    room.round_id = open_check(room.store, setup(dots=True, guesses=True), MEANT)
    room.begin()
    yield room
    room.file.let_go()


def begin(room: Room, who: str, *, agrees: bool) -> None:
    room.read_the_promises()
    room.choose(who)
    page = room.window.page(Place.BEFORE)
    assert isinstance(page, BeforePage)
    assert not page.dots.isChecked()
    if agrees:
        room.choose("I agree to dots")
    room.choose("Begin")
    room.arrives_at(Place.QUESTION)


def answer_the_questions(room: Room, then: Place) -> None:
    for key in "44444444":
        room.write(key)
        room.press(Key.Key_Return)
    room.arrives_at(then)


def said(room: Room) -> list[SaidBeside]:
    room.store.groups.close(room.round_id, date(2026, 11, 30))
    return [each.beside for each in room.store.groups.round(room.round_id).responses]


def test_a_leader_agrees_to_dots_and_guesses_what_staff_will_answer(room: Room) -> None:
    begin(room, "As a leader", agrees=True)
    answer_the_questions(room, Place.CARD)
    room.sees("And what will staff answer? 1 of 4")
    for key in "24":
        room.write(key)
        room.press(Key.Key_Return)
    room.write("s")
    room.sees("And what will staff answer? 4 of 4")
    room.write("5")
    room.press(Key.Key_Return)
    room.arrives_at(Place.REVIEW)
    room.finish()

    assert said(room) == [SaidBeside(dots=True, guesses={"A": 2, "B": 4, "D": 5})]


def test_staff_are_asked_for_no_guess_and_nobody_agrees_by_saying_nothing(room: Room) -> None:
    begin(room, "As staff", agrees=False)
    answer_the_questions(room, Place.REVIEW)
    room.finish()

    assert said(room) == [SaidBeside()]


def test_who_comes_back_finds_what_they_agreed_to_and_their_guesses(room: Room) -> None:
    begin(room, "As a leader", agrees=True)
    answer_the_questions(room, Place.CARD)
    room.write("3")
    room.press(Key.Key_Return)
    room.choose("Leave for now")
    room.arrives_at(Place.PUT_AWAY)
    assert isinstance(room.page, PutAwayPage)
    words = room.page.card.phrase.text()
    room.choose("Put away and hand over")
    room.sees("I left my answers half filled")
    room.choose("I left my answers half filled")
    room.arrives_at(Place.COME_BACK)
    room.write(words)
    room.press(Key.Key_Return)
    room.arrives_at(Place.REVIEW)
    room.finish()

    assert said(room) == [SaidBeside(dots=True, guesses={"A": 3})]
