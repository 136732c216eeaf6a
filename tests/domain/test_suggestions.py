"""Which suggestions a result earns, why, and what a gate keeps for later."""

from collections.abc import Mapping

import pytest

from tests.builders import answers, facts, questionnaire, suggestion
from trustcheck.domain.findings.practice import contradictions
from trustcheck.domain.findings.priorities import Gates, ThemeNeed, chosen, gates, ranked
from trustcheck.domain.findings.suggestions import (
    Proposal,
    by_right,
    held_suggestions,
    proposals,
    quick_wins,
    strengths,
)
from trustcheck.domain.findings.view import View
from trustcheck.domain.questionnaire.model import Form, Perspective, Practice

ASKED = questionnaire(
    {"people": {"FR": 4, "RD": 4}, "openness": {"SS": 4, "RV": 4, "WD": 4}},
    reverse=["SS4"],
    practices=[
        Practice("K1", "SS", "Concerns have a route.", quick_win=True),
        Practice("K2", "RD", "The rules fit on two pages."),
    ],
    suggestions=[
        suggestion("ss-late", "SS", effort=3),
        suggestion("ss-c", "SS", effort=1, evidence="C"),
        suggestion("ss-b", "SS", effort=1, evidence="B"),
        suggestion("rd-public", "RD", sends_public=True),
        suggestion("rd-promise", "RD", new_promise=True),
        suggestion("rd-listen", "RD", listening=True),
        suggestion("rv", "RV", sends_public=True),
    ],
)
LOW = {"FR": 60.0, "RD": 40.0, "SS": 30.0, "RV": 20.0, "WD": 60.0}


def offered(
    themes: Mapping[str, float | None] = LOW,
    *,
    given: Mapping[str, int | str] | None = None,
    known: Mapping[str, str] | None = None,
    pillars: Mapping[str, float | None] | None = None,
) -> dict[str, Proposal]:
    told = facts(known or {})
    against = contradictions(themes, told, ASKED)
    around = pillars or {"people": 50.0, "openness": 36.0}
    seen = View(ASKED, Perspective.LEADER, Form.FULL, themes, around, answers(given or {}), told, against)
    shut = gates(themes, ASKED)
    needs = [
        ThemeNeed(each.id, each.pillar, score, say_do=sum(one.theme_id == each.id for one in against))
        for each in ASKED.themes
        if (score := themes[each.id]) is not None
    ]
    found = proposals(chosen(ranked(needs), shut, 2), shut, seen)
    return {each.theme_id: each for each in found}


def sentences(proposal: Proposal) -> list[str]:
    return [reason.sentence for reason in proposal.reasons]


def test_easy_suggestions_come_first_then_the_better_proven() -> None:
    assert [each.id for each in offered()["SS"].suggestions] == ["ss-b", "ss-c", "ss-late"]


def test_g1_keeps_suggestions_that_send_people_into_public_whatever_their_theme() -> None:
    found = offered()

    assert list(found) == ["SS", "RD"]
    assert [each.id for each in found["RD"].suggestions] == ["rd-promise", "rd-listen"]


def test_g2_keeps_suggestions_that_make_a_new_promise() -> None:
    found = offered({**LOW, "SS": 70.0, "FR": 70.0, "WD": 30.0, "RV": 70.0})

    assert list(found) == ["WD", "RD"]
    assert [each.id for each in found["RD"].suggestions] == ["rd-public", "rd-listen"]
    assert found["WD"].rule.startswith("Repair comes before promise")


def test_what_a_gate_keeps_is_listed_with_the_gate() -> None:
    shut = Gates(safety="Not safe yet.", promise="Not repaired yet.")
    order = chosen(ranked([ThemeNeed("RD", "people", 40)]), shut)

    held = held_suggestions(order, shut, ASKED)

    assert [(each.gate, each.what, each.why) for each in held] == [
        ("G1", "rd-public", "Not safe yet."),
        ("G2", "rd-promise", "Not repaired yet."),
    ]


def test_open_gates_keep_nothing() -> None:
    order = chosen(ranked([ThemeNeed("RD", "people", 40)]), Gates())

    assert held_suggestions(order, Gates(), ASKED) == ()


def test_the_lowest_answers_are_quoted_in_the_persons_own_words() -> None:
    given = {"SS1": 2, "SS2": 3, "SS3": 4, "SS4": 5}

    told = sentences(offered(given=given)["SS"])

    assert told[:2] == [
        "You answered \u201calmost always\u201d to: We leaders do SS4.",
        "You answered \u201cseldom\u201d to: We leaders do SS1.",
    ]


def test_answers_above_the_middle_and_declined_ones_are_no_reason() -> None:
    told = sentences(offered(given={"SS1": 4, "SS2": "dk", "SS3": "na"})["SS"])

    assert not any(line.startswith("You answered") for line in told)


@pytest.mark.parametrize(
    ("around", "expected"),
    [
        (36.0, "Theme SS stands at 30 of 100, Openness at 36."),
        (34.9, "Theme SS stands at 30 of 100, Openness at 35."),
        (34.4, "Theme SS stands at 30 of 100, about the same as Openness."),
        (None, "Theme SS stands at 30 of 100."),
    ],
)
def test_a_theme_is_set_beside_its_pillar(around: float | None, expected: str) -> None:
    assert expected in sentences(offered(pillars={"people": 50.0, "openness": around})["SS"])


def test_a_contradiction_is_a_reason_with_its_fact() -> None:
    proposal = offered(known={"K1": "yes"})["SS"]

    reason = next(each for each in proposal.reasons if each.value == "written, not lived")
    assert reason.sentence.endswith("Concerns have a route.")


def test_a_theme_that_moved_up_says_what_waits() -> None:
    found = offered({**LOW, "SS": 45.0})

    assert any("Theme RV waits for now. Theme SS stands at 45, below 50" in line for line in sentences(found["SS"]))


def test_a_theme_that_stood_before_the_held_one_anyway_does_not_speak_of_it() -> None:
    found = offered({**LOW, "RV": 45.0})

    assert not any("waits" in line for line in sentences(found["SS"]))
    assert not any("waits" in line for line in sentences(found["RD"]))


@pytest.mark.parametrize(("given", "told"), [("no", ["a-right"]), ("partly", []), ("yes", []), ("dk", [])])
def test_what_a_fact_alone_earns_is_offered_where_it_is_no_whatever_the_scores(given: str, told: list[str]) -> None:
    asked = questionnaire(
        practices=[Practice("K9", "A", "Everybody may look."), Practice("K8", "A", "It is written down.")],
        suggestions=[suggestion("a-right", "A", only_when_no="K9"), suggestion("a", "A")],
    )

    assert [each.suggestion.id for each in by_right(facts({"K9": given, "K8": "no"}), asked)] == told
    assert [each.id for each in asked.suggestions_of("A")] == ["a"]


def test_a_fact_that_a_suggestion_answers_is_a_reason() -> None:
    asked = questionnaire(
        practices=[Practice("K9", "A", "It is written down.")],
        suggestions=[suggestion("a", "A", when_practice_no=("K9",))],
    )
    themes = {"A": 50.0, "B": 80.0, "C": 80.0, "D": 80.0}
    told = facts({"K9": "no"})
    seen = View(asked, Perspective.STAFF, Form.FULL, themes, {"people": 65.0, "openness": 80.0}, {}, told)

    (found,) = proposals(chosen(ranked([ThemeNeed("A", "people", 50)]), Gates()), Gates(), seen)

    assert "Your answer to this fact is \u201cno\u201d: It is written down." in sentences(found)


def test_only_a_no_that_a_decision_can_change_is_a_quick_win() -> None:
    assert [each.practice.id for each in quick_wins(facts({"K1": "no", "K2": "no"}), ASKED)] == ["K1"]
    assert quick_wins(facts({"K1": "partly"}), ASKED) == ()


def test_two_strengths_never_a_theme_to_begin_with() -> None:
    found = strengths({"FR": 90.0, "RD": 82.4, "SS": 95.0, "RV": 82.5, "WD": None}, ["SS"], ASKED)

    assert [(each.theme_id, each.relative) for each in found] == [("FR", False), ("RV", False)]
    assert found[0].question == "What do we do here that we could carry over to Theme SS?"


def test_below_eighty_two_and_a_half_a_strength_is_only_relatively_strongest() -> None:
    (first, _second) = strengths({"FR": 82.4, "RD": 60.0}, [], ASKED)

    assert first.relative
    assert first.question.startswith("What keeps this going here")


def test_equal_strengths_keep_the_questionnaires_order() -> None:
    found = strengths(dict.fromkeys(("WD", "RV", "SS", "RD", "FR"), 70.0), [], ASKED)

    assert [each.theme_id for each in found] == ["FR", "RD"]


def test_no_theme_is_called_strongest_that_lies_below_one_to_begin_with() -> None:
    themes = {"FR": 40.0, "RD": 20.0, "SS": 20.0}

    assert strengths(themes, ["FR"], ASKED) == ()
    assert strengths(themes, ["RD"], ASKED)[0].theme_id == "FR"
