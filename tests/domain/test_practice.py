"""Say and do: the practice index of a pillar, and what contradicts what."""

import pytest

from tests.builders import facts, questionnaire
from trustcheck.domain.findings.practice import ContradictionKind, PillarPractice, contradictions, pillar_practice
from trustcheck.domain.questionnaire.model import Practice

TEN = [Practice(f"K{at}", "A" if at < 5 else "B", f"Fact {at}.") for at in range(10)]
ASKED = questionnaire(practices=[*TEN, Practice("L1", "C", "Another fact.")])
PEOPLE = ASKED.pillars[0]


def test_yes_partly_and_no_are_100_50_and_0() -> None:
    given = {"K0": "yes", "K1": "yes", "K2": "partly", "K3": "no", "K4": "yes", "K5": "partly"}

    assert pillar_practice(facts(given), PEOPLE, ASKED) == PillarPractice("people", 6, 10, 400 / 6)


@pytest.mark.parametrize("declined", ["dk", "na"])
def test_below_six_known_of_ten_there_is_no_index(declined: str) -> None:
    given = {"K0": "yes", "K1": "yes", "K2": "yes", "K3": "no", "K4": "no", "K5": declined, "K6": declined}

    assert pillar_practice(facts(given), PEOPLE, ASKED) == PillarPractice("people", 5, 10, None)


def test_the_share_that_must_be_known_holds_for_any_number_of_facts() -> None:
    three = questionnaire(practices=[Practice(f"K{at}", "A", "A fact.") for at in range(3)])

    assert pillar_practice(facts({"K0": "yes"}), three.pillars[0], three).index is None
    assert pillar_practice(facts({"K0": "yes", "K1": "no"}), three.pillars[0], three).index == 50


def test_a_pillar_without_facts_has_no_index() -> None:
    empty = questionnaire()

    assert pillar_practice({}, empty.pillars[0], empty) == PillarPractice("people", 0, 0, None)


@pytest.mark.parametrize(
    ("score", "fact", "kind"),
    [
        (62.5, "no", ContradictionKind.SAID_NOT_BUILT),
        (62.4, "no", None),
        (37.5, "yes", ContradictionKind.WRITTEN_NOT_LIVED),
        (37.6, "yes", None),
        (100.0, "yes", None),
        (0.0, "no", None),
        (100.0, "partly", None),
        (0.0, "partly", None),
        (100.0, "dk", None),
        (0.0, "na", None),
    ],
)
def test_a_high_theme_against_no_and_a_low_theme_against_yes(
    score: float, fact: str, kind: ContradictionKind | None
) -> None:
    found = contradictions({"A": score}, facts({"K0": fact}), ASKED)

    assert [each.kind for each in found] == ([] if kind is None else [kind])


def test_contradictions_name_theme_fact_and_score_in_the_questionnaires_order() -> None:
    found = contradictions({"A": 80.0, "B": 70.0, "C": None}, facts({"K7": "no", "K1": "no", "L1": "no"}), ASKED)

    assert [(each.theme_id, each.practice_id, each.score) for each in found] == [("A", "K1", 80.0), ("B", "K7", 70.0)]
