"""An own questionnaire is asked on phones in the language that was chosen for it, and its sheet comes out whole."""

import pytest

from tests.forms import setup, summary
from tests.own_questionnaire import own, own_in_german
from tests.room.here import RoomHere
from tests.room.phones import CODES
from trustcheck.app.collecting.phone_room import CheckForPhones
from trustcheck.domain.questionnaire.model import Perspective, Questionnaire


@pytest.mark.parametrize("asked", [own(), own_in_german()], ids=lambda each: each.language)
def test_six_questions_in_its_words_make_a_sheet(asked: Questionnaire) -> None:
    room = RoomHere(given=CheckForPhones(summary(), setup(), asked).order("127.0.0.1", CODES, {}))
    phone = room.phone()

    first = phone.come_in(CODES[0], "staff")
    assert first.heading == asked.wording("TI1", Perspective.STAFF)
    assert asked.frame in first.words
    assert all(each in first.words for each in asked.scale)
    assert f'lang="{asked.language}"' in first.text
    phone.answer("5", "1", "4", "-1", "2", "-2")
    phone.finish()

    assert room.sheets[0]["answers"] == {"TI1": 5, "TI2": 1, "FA1": 4, "FA2": -1, "QU1": 2, "QU2": -2}
