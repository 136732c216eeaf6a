"""What a form says of itself travels unharmed, and anything else is no identity."""

import json
from dataclasses import replace
from random import Random

import pytest

from tests.builders import questionnaire
from trustcheck.app.collecting.form_identity import ALPHABET, FormIdentity, digest_of, identity_from, new_codes
from trustcheck.app.ports import Refused
from trustcheck.domain.questionnaire.model import Form, Perspective

KNOWN = FormIdentity(2**63 - 1, "small", "1.0.0", "ab" * 8, Form.PULSE, Perspective.LEADER, "CDFGHJKM")
ASKED = questionnaire()


def test_an_identity_comes_back_as_it_was_written() -> None:
    assert identity_from(KNOWN.text()) == KNOWN


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        "{",
        "[" * 900,
        json.dumps({"format": 2}),
        KNOWN.text().replace("CDFGHJKM", "cdfghjkm"),
        KNOWN.text().replace("pulse", "half"),
        KNOWN.text().replace('"leader"', "7"),
        KNOWN.text().replace('"check":"', '"check":"x'),
        KNOWN.text() + " " * 1000,
    ],
)
def test_anything_else_is_none(text: str) -> None:
    with pytest.raises((ValueError, RecursionError)):
        identity_from(text)


def test_the_digest_changes_with_every_word_a_person_answers_to_and_with_nothing_else() -> None:
    item = replace(ASKED.items[0], text="Something else.")

    assert digest_of(replace(ASKED, items=(item, *ASKED.items[1:]))) != digest_of(ASKED)
    assert digest_of(replace(ASKED, scale=("Never", *ASKED.scale[1:]))) != digest_of(ASKED)
    assert digest_of(replace(ASKED, frame="Think of last year.")) != digest_of(ASKED)
    assert digest_of(replace(ASKED, title="Another title", suggestions=(), cuts=(1.0, 2.0, 3.0))) == digest_of(ASKED)


def test_codes_come_from_chance_each_once_and_none_that_is_taken() -> None:
    first = new_codes(Random(1).choice, 300)
    second = new_codes(Random(1).choice, 300, first)

    assert len({*first, *second}) == 600
    assert all(set(code) <= set(ALPHABET) and len(code) == 3 for code in first)
    assert new_codes(Random(2).choice, 3) != new_codes(Random(3).choice, 3)


def test_more_codes_than_there_are_is_refused() -> None:
    with pytest.raises(Refused, match="not enough codes"):
        new_codes(Random(1).choice, len(ALPHABET) ** 3)
