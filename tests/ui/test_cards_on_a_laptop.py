"""Scenario cards on a laptop that goes round: after the questions, picked alone, sealed and put away with the sheet."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.drill import with_cards
from tests.ui.room import ASKED, Room, open_check, setup
from trustcheck.ui.answering.answer_cards import AnswerCard
from trustcheck.ui.kit.look import Look
from trustcheck.ui.laptop.put_away_page import PutAwayPage
from trustcheck.ui.shell.places import Place

Key = Qt.Key


@pytest.fixture
def room(tmp_path: Path, look: Look, qapp: QApplication, qtbot: QtBot) -> Iterator[Room]:
    room = Room(tmp_path / "answers.trustcheck", look, qapp, qtbot)
    room.round_id = open_check(room.store, setup(drill=True), with_cards(ASKED))
    room.begin()
    yield room
    room.file.let_go()


def answer_the_questions(room: Room) -> None:
    for key in "44444444":
        room.write(key)
        room.press(Key.Key_Return)
    room.arrives_at(Place.CARD)


def picked(room: Room) -> list[dict[str, int]]:
    room.store.groups.close(room.round_id, date(2026, 11, 30))
    return [dict(each.beside.drill) for each in room.store.groups.round(room.round_id).responses]


def test_after_the_questions_everybody_picks_what_would_really_happen(room: Room) -> None:
    room.sit_down("As a leader")
    answer_the_questions(room)
    room.sees("What would really happen? Card 1 of 2")
    room.sees("A memo leaks.")
    room.sees("We leaders do thing 0.")
    room.write("1")
    room.press(Key.Key_Return)
    room.sees("A review is harsh.")
    room.write("4")
    room.press(Key.Key_Return)
    room.arrives_at(Place.REVIEW)
    room.sees("2 of 2 cards picked")
    room.finish()

    assert picked(room) == [{"memo": 0, "review": 4}]


def test_a_card_is_passed_over_gone_back_to_and_taken_back(room: Room) -> None:
    room.sit_down()
    answer_the_questions(room)
    room.write("s")
    room.sees("Card 2 of 2")
    room.write("2")
    room.press(Key.Key_Backspace)
    room.sees("Card 1 of 2")
    room.write("3")
    room.press(Key.Key_Delete)
    room.press(Key.Key_Backspace)
    room.arrives_at(Place.QUESTION)
    room.press(Key.Key_Return)
    room.arrives_at(Place.CARD)
    room.write("s")
    room.press(Key.Key_Return)
    room.arrives_at(Place.REVIEW)
    room.press(Key.Key_Backspace)
    room.arrives_at(Place.CARD)
    room.press(Key.Key_Return)
    room.arrives_at(Place.REVIEW)
    room.finish()

    assert picked(room) == [{"review": 2}]


def test_arrows_only_look_and_nothing_is_picked_by_going_on(room: Room) -> None:
    room.sit_down()
    answer_the_questions(room)
    room.press(Key.Key_Down)
    room.press(Key.Key_Return)
    room.sees("Nothing chosen yet. S skips it.")
    assert not [each for each in room.page.findChildren(AnswerCard) if each.isChecked()]
    room.press(Key.Key_Down)
    room.press(Key.Key_Space)
    room.press(Key.Key_Return)
    room.sees("Card 2 of 2")
    room.press(Key.Key_Backspace)
    assert [each.text() for each in room.page.findChildren(AnswerCard) if each.isChecked()] == [
        "Leaders here do thing 1."
    ]


def test_what_was_picked_waits_sealed_for_whoever_has_its_words(room: Room) -> None:
    room.sit_down()
    answer_the_questions(room)
    room.write("5")
    room.choose("Leave for now")
    room.arrives_at(Place.PUT_AWAY)
    assert isinstance(room.page, PutAwayPage)
    words = room.page.card.phrase.text()
    room.choose("Put away and hand over")
    room.arrives_at(Place.HAND_OVER)
    assert all(b"memo" not in each.sealed for each in room.store.sheets.sealed_sheets(room.round_id))

    room.sees("I left my answers half filled")
    room.choose("I left my answers half filled")
    room.arrives_at(Place.COME_BACK)
    room.write(words)
    room.press(Key.Key_Return)
    room.arrives_at(Place.REVIEW)
    room.finish()

    assert picked(room) == [{"memo": 4}]
