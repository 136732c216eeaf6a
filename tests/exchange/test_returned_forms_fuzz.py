"""Damaged and twisted forms by the hundred: each ends in a sheet that makes sense or in a reason, soon."""

import time
from random import Random

import pytest

from tests.builders import questionnaire
from tests.forms import filled, order, some_answers
from trustcheck.app.collecting.forms import FormOrder
from trustcheck.exchange.forms.fields import FormNotTaken, read_fields
from trustcheck.exchange.forms.returned import sheet_from

SECONDS = 2.0
WORDS = [b"/Kids", b"/Fields", b"/V", b"/T", b"/Parent", b"/Root", b"obj", b"endobj", b"R", b"<<", b">>", b"[", b"]"]


@pytest.fixture(scope="module")
def small() -> FormOrder:
    """Few questions: a damaged file is read as slowly as it is long."""
    return order(asks=questionnaire({"people": {"A": 3}}))


@pytest.fixture(scope="module")
def whole(small: FormOrder) -> bytes:
    return filled(small, {**some_answers(small), "note1": "Once we did.", "note1-to": "2"})


def twisted(content: bytes, chance: Random) -> bytes:
    found = bytearray(content)
    for _each in range(chance.choice((1, 3, 20, 200))):
        at = chance.randrange(len(found))
        match chance.randrange(6):
            case 0:
                found[at] = chance.randrange(256)
            case 1:
                del found[at : at + chance.choice((1, 10, 1000, 40_000))]
            case 2:
                found[at:at] = found[max(0, at - 300) : at]
            case 3:
                found[at:at] = chance.choice(WORDS) * chance.choice((1, 2, 500))
            case 4:
                _swap(found, chance)
            case _:
                digits = str(chance.choice((0, -1, 1, 7, 99999999999999999999))).encode()
                found[at : at + 2] = digits
        if not found:
            return b"%PDF-"
    return bytes(found)


def _swap(found: bytearray, chance: Random) -> None:
    one, other = chance.sample(WORDS, 2)
    at = found.find(one, chance.randrange(len(found)))
    if at >= 0:
        found[at : at + len(one)] = other


@pytest.mark.parametrize("seed", range(8))
def test_no_twisted_file_breaks_the_reader_or_brings_an_answer_nobody_could_give(
    whole: bytes, small: FormOrder, seed: int
) -> None:
    chance = Random(seed)
    for _each in range(40):
        began = time.monotonic()

        def patience(began: float = began) -> None:
            assert time.monotonic() - began < 10 * SECONDS

        try:
            read = sheet_from(read_fields(twisted(whole, chance), patience), small)
        except FormNotTaken:
            continue
        assert all(item_id in small.asked for item_id, _answer in read.sheet.response)
        assert all(-2 <= answer.code <= 5 for _item, answer in read.sheet.response)
        assert all(len(note) <= 4000 for note in read.sheet.notes.values())
