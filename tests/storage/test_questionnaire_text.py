"""Questionnaires as canonical text, and back."""

import json
import random

import pytest

from tests import builders
from trustcheck.domain.questionnaire.model import Practice, Questionnaire, Token
from trustcheck.storage.rounds.questionnaire_text import questionnaire_from_text, questionnaire_to_text


def test_every_shipped_questionnaire_comes_back_equal() -> None:
    from trustcheck.catalog.file_catalog import FileCatalog

    catalog = FileCatalog()
    shipped = [catalog.questionnaire(each) for each in catalog.shipped()]

    assert shipped
    for questionnaire in shipped:
        assert questionnaire_from_text(questionnaire_to_text(questionnaire)) == questionnaire


@pytest.mark.parametrize("points", [4, 5, 6, 7])
def test_own_questionnaires_come_back_equal(points: int) -> None:
    own = builders.questionnaire(
        {"one": {"X": 3}, "two": {"Y": 1, "Z": 2}, "three": {"W": 5}},
        points=points,
        reverse=("X2",),
        pulse=("X1", "W5"),
        practices=[Practice("K1", "X", "There is a page.", quick_win=True)],
        suggestions=[builders.suggestion("x-first", "X", listening=True)],
    )

    assert questionnaire_from_text(questionnaire_to_text(own)) == own


def test_equal_questionnaires_give_equal_texts_and_other_words_give_others() -> None:
    assert questionnaire_to_text(builders.questionnaire()) == questionnaire_to_text(builders.questionnaire())
    assert questionnaire_to_text(builders.questionnaire()) != questionnaire_to_text(builders.questionnaire(points=7))


def test_the_text_does_not_depend_on_what_was_looked_up_before() -> None:
    asked = builders.questionnaire()
    before = questionnaire_to_text(asked)

    assert asked.item_by_id["A1"].id == "A1"

    assert questionnaire_to_text(asked) == before


def test_keys_of_a_later_version_are_ignored() -> None:
    asked = builders.questionnaire()
    text = json.loads(questionnaire_to_text(asked))
    text["mood"] = {"colour": "teal"}
    text["items"][0]["picture"] = "none"

    assert questionnaire_from_text(json.dumps(text)) == asked


def test_keys_of_an_earlier_version_take_their_defaults() -> None:
    asked = builders.questionnaire()
    text = json.loads(questionnaire_to_text(asked))
    for key in ("pulse", "practices", "cuts", "suggestions", "definitions", "before", "format"):
        del text[key]
    for item in text["items"]:
        del item["reverse"]

    assert questionnaire_from_text(json.dumps(text)) == asked


def test_a_cut_written_as_a_whole_number_is_still_a_number() -> None:
    text = json.loads(questionnaire_to_text(builders.questionnaire()))
    text["cuts"] = [25, 50, 75]

    assert questionnaire_from_text(json.dumps(text)).cuts == (25.0, 50.0, 75.0)


@pytest.mark.parametrize(
    ("key", "value", "told"),
    [
        ("items", "none", "questionnaire.items is not a list"),
        ("title", 7, "questionnaire.title holds int, not str"),
        ("cuts", [1.0], "questionnaire.cuts holds 1 values, not 3"),
        ("tokens", [{"name": "x"}], r"questionnaire.tokens\[0\].staff is missing"),
        ("pillars", [3], r"questionnaire.pillars\[0\] is not a record"),
    ],
)
def test_a_damaged_text_is_named_where_it_is_damaged(key: str, value: object, told: str) -> None:
    text = json.loads(questionnaire_to_text(builders.questionnaire()))
    text[key] = value

    with pytest.raises(ValueError, match=told):
        questionnaire_from_text(json.dumps(text))


def test_damaged_texts_are_refused_and_never_half_read() -> None:
    text = questionnaire_to_text(builders.questionnaire())
    chance = random.Random(5)
    refused = 0
    for _ in range(300):
        at = chance.randrange(len(text))
        broken = text[:at] + chance.choice('0"[]{},:x') + text[at + chance.randrange(3) :]
        try:
            assert isinstance(questionnaire_from_text(broken), Questionnaire)
        except ValueError:
            refused += 1
    assert refused > 50


def test_half_a_character_in_the_words_comes_back_too() -> None:
    own = builders.questionnaire()
    odd = Questionnaire(
        **{**{name: getattr(own, name) for name in own.__dataclass_fields__}, "tokens": (Token("x", "\ud83d", "é"),)}
    )

    assert questionnaire_from_text(questionnaire_to_text(odd)) == odd


def test_a_number_of_hundreds_of_digits_is_no_questionnaire() -> None:
    text = json.loads(questionnaire_to_text(builders.questionnaire()))
    text["cuts"][0] = 10**400

    with pytest.raises(ValueError, match="cuts"):
        questionnaire_from_text(json.dumps(text))
