"""The six cards of the criticism drill, by the rules for questions."""

import re

from tests.reading_grade import BANNED, reading_grade
from trustcheck.domain.questionnaire.model import Perspective, Questionnaire, tokens_in
from trustcheck.domain.questionnaire.scenarios import RUNGS

NAMES = {
    "D1": "A customer's complaint spreads",
    "D2": "A colleague tells of a mistake",
    "D3": "A journalist asks for a document",
    "D4": "A bad review as an employer",
    "D5": "A leaked memo",
    "D6": "Somebody disagrees with the head",
}


def outcomes(shipped: Questionnaire) -> list[str]:
    return [
        shipped.in_words(outcome.text, perspective)
        for card in shipped.scenarios
        for outcome in card.next
        for perspective in Perspective
    ]


def test_six_cards_each_have_five_outcomes_from_the_closed_end_to_the_open_one(shipped: Questionnaire) -> None:
    assert {each.id: each.name for each in shipped.scenarios} == NAMES
    assert {each.rungs for each in shipped.scenarios} == {tuple(range(RUNGS))}


def test_an_outcome_is_one_plain_sentence_of_at_most_twenty_words(shipped: Questionnaire) -> None:
    said = outcomes(shipped)
    assert [each for each in said if len(each.split()) > 20 or not re.fullmatch(r"[A-Z][^.!?]*\.", each)] == []
    assert [each for each in said if BANNED.search(each)] == []
    assert sum(map(reading_grade, said)) / len(said) < 8


def test_a_card_says_what_happens_in_at_most_twenty_words(shipped: Questionnaire) -> None:
    for card in shipped.scenarios:
        text = shipped.in_words(card.text, Perspective.STAFF)
        assert len(text.split()) <= 20, card.id
        assert not BANNED.search(text), card.id


def test_leaders_read_we_where_the_outcome_is_theirs(shipped: Questionnaire) -> None:
    card = shipped.scenario_by_id["D2"]
    both = [shipped.in_words(card.next[-1].text, each) for each in (Perspective.STAFF, Perspective.LEADER)]
    assert both == [
        "Leaders here tell in public about a mistake they made themselves.",
        "We leaders tell in public about a mistake we made ourselves.",
    ]
    own = {each.id for each in shipped.scenarios if any(tokens_in(outcome.text) for outcome in each.next)}
    assert own == {"D2", "D3", "D4", "D5", "D6"}


def test_every_card_has_something_to_try_and_a_question_for_the_room(shipped: Questionnaire) -> None:
    for card in shipped.scenarios:
        assert card.suggestion.title, card.id
        assert len(card.suggestion.this_week.split()) >= 12, card.id
        assert card.suggestion.ask.endswith("?"), card.id
