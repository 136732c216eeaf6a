"""A questionnaire is asked on phones in the language that was chosen for it, and its sheet comes out whole."""

from dataclasses import replace

import pytest

from tests.forms import setup, summary
from tests.group_builders import LEADER, shipped
from tests.own_questionnaire import own, own_in_german
from tests.room.here import RoomHere
from tests.room.phones import CODES
from trustcheck.app.collecting.phone_room import CheckForPhones
from trustcheck.app.collecting.room_order import order_from
from trustcheck.catalog.file_catalog import FileCatalog
from trustcheck.domain.questionnaire.model import Perspective, Questionnaire
from trustcheck.room.speaking import speaking


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


def test_a_check_in_two_languages_promises_leaders_on_their_phones_everything_in_theirs() -> None:
    german = FileCatalog().questionnaire(shipped().id, "de")
    check = CheckForPhones(summary(), replace(setup(), translated={LEADER: german}), shipped())
    given = check.order("127.0.0.1", CODES, {}, speak_as=lambda asked: speaking(asked.language))
    leaders, staff = (each.words for each in given.views)
    assert leaders is not None
    assert staff is not None
    assert staff.promises == given.promises != leaders.promises

    read = RoomHere(given=order_from(given.line())).phone().come_in(CODES[0], "leader")
    assert read.heading == "Bevor Sie beginnen"
    assert all(each in read.words for each in (*leaders.promises, leaders.how_much))
    assert not any(each in read.words for each in given.promises)
