"""An own questionnaire in its other language goes round on a laptop, and the check keeps it as it was answered."""

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.own_questionnaire import own_in_german
from tests.ui.room import Room, open_check, setup
from trustcheck.ui.kit.look import Look


def test_somebody_answers_it_in_german_and_puts_the_sheet_away(
    tmp_path: Path, look: Look, qapp: QApplication, qtbot: QtBot
) -> None:
    asked = own_in_german()
    room = Room(tmp_path / "answers.trustcheck", look, qapp, qtbot)
    room.round_id = open_check(room.store, setup(), asked)
    room.begin()
    # Both sides read the same words, so that each is asked which it is all the same.
    room.sit_down("As staff")
    room.sees("Wer kommt, findet jemanden zum Reden.")
    room.sees("Manchmal")
    room.answer_all("514022")
    room.finish()

    room.store.groups.close(room.round_id, date(2026, 11, 30))
    kept = room.store.groups.round(room.round_id)
    assert kept.questionnaire == asked
    (sheet,) = kept.responses
    assert {key: given.code for key, given in sheet} == {"TI1": 5, "TI2": 1, "FA1": 4, "FA2": -1, "QU1": 2, "QU2": 2}
    room.file.let_go()
