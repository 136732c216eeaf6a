"""Two questionnaires are compared on the questions both asked in the same words, and on no others."""

from dataclasses import replace
from typing import Any

import pytest

from tests import builders
from trustcheck.domain.questionnaire.model import (
    Form,
    Perspective,
    Questionnaire,
    Token,
    languages_apart,
    shared_questions,
)

STAFF, LEADER = Perspective.STAFF, Perspective.LEADER
FIRST = builders.questionnaire({"people": {"A": 2}, "openness": {"B": 2}}, pulse=("B1", "A1"))


def with_words(asked: Questionnaire, item_id: str, **changed: Any) -> Questionnaire:
    items = tuple(replace(each, **changed) if each.id == item_id else each for each in asked.items)
    return replace(asked, version="1.1.0", items=items)


def test_a_questionnaire_shares_every_question_with_itself() -> None:
    assert shared_questions(FIRST, FIRST, STAFF) == FIRST.order


def test_a_changed_word_is_another_question_under_the_same_id() -> None:
    later = with_words(FIRST, "A2", text="{Leaders} often do A2.")

    assert shared_questions(FIRST, later, STAFF) == ("A1", "B1", "B2")
    assert shared_questions(later, FIRST, LEADER) == ("A1", "B1", "B2")


def test_a_changed_example_leaves_a_question_what_it_was() -> None:
    assert shared_questions(FIRST, with_words(FIRST, "A2", meaning="A door stands ajar."), STAFF) == FIRST.order


@pytest.mark.parametrize("changed", [{"reverse": True}, {"theme": "B"}])
def test_a_question_that_counts_another_way_is_another_question(changed: dict[str, Any]) -> None:
    assert shared_questions(FIRST, with_words(FIRST, "A2", **changed), STAFF) == ("A1", "B1", "B2")


def test_a_word_for_one_view_changes_the_questions_of_that_view_alone() -> None:
    later = replace(FIRST, tokens=(Token("leaders", "leaders here", "those of us who lead"),))

    assert shared_questions(FIRST, later, STAFF) == FIRST.order
    assert shared_questions(FIRST, later, LEADER) == ()


def test_a_question_that_only_one_of_them_asks_is_not_shared() -> None:
    larger = builders.questionnaire({"people": {"A": 3}, "openness": {"B": 2}})

    assert shared_questions(larger, FIRST, STAFF) == FIRST.order


def test_a_full_form_and_a_pulse_share_what_the_pulse_asks() -> None:
    assert shared_questions(FIRST, FIRST, STAFF, forms=(Form.PULSE, Form.FULL)) == ("B1", "A1")
    assert shared_questions(FIRST, FIRST, STAFF, forms=(Form.FULL, Form.PULSE)) == ("A1", "B1")


@pytest.mark.parametrize(
    "other",
    [
        replace(FIRST, id="another"),
        replace(FIRST, language="de", version="2"),
        replace(FIRST, frame="Think of last year."),
        replace(FIRST, scale=("Never", "Seldom", "Sometimes", "Often", "Always")),
    ],
)
def test_equal_words_answered_in_another_way_are_not_shared(other: Questionnaire) -> None:
    assert shared_questions(FIRST, other, STAFF) == ()


def test_a_translation_of_the_same_version_asks_the_same_questions_and_says_so() -> None:
    said = with_words(FIRST, "A2", text="Die T\u00fcr steht offen.")
    german = replace(said, language="de", version=FIRST.version, frame="In drei Monaten")

    assert shared_questions(FIRST, german, STAFF) == FIRST.order
    assert languages_apart(FIRST, german) == (FIRST.language, "de")
    assert languages_apart(FIRST, FIRST) == ("", "")


@pytest.mark.parametrize("change", [{"reverse": True}, {"theme": "B"}])
def test_what_is_scored_otherwise_is_no_translation(change: dict[str, object]) -> None:
    german = replace(with_words(FIRST, "A2", **change), language="de", version=FIRST.version)

    assert shared_questions(FIRST, german, STAFF) == ()
    assert languages_apart(FIRST, german) == ("", "")
