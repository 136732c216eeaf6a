"""The one sentence: every rule is reached, in its order, and says what it may and no more."""

import re
from collections.abc import Mapping
from dataclasses import replace

import pytest

from tests.builders import answers, facts, questionnaire
from trustcheck.domain.findings.practice import contradictions
from trustcheck.domain.findings.story import Story
from trustcheck.domain.findings.story_rules import story
from trustcheck.domain.findings.view import View
from trustcheck.domain.questionnaire.model import Form, Perspective, Practice, Questionnaire

ASKED = questionnaire(
    {"people": {"TT": 4, "RD": 4, "GI": 4}, "openness": {"SI": 4, "SC": 4, "WD": 4}},
    practices=[Practice("K1", "SC", "There is a guide."), Practice("K2", "TT", "There is a list.")],
)
SEEN = questionnaire({"people": {"FR": 4, "GI": 4}, "openness": {"SC": 4, "RV": 4}})
LEVEL = {"TT": 70.0, "RD": 70.0, "GI": 70.0, "SI": 65.0, "SC": 65.0, "WD": 65.0}


def view(
    themes: Mapping[str, float | None],
    pillars: Mapping[str, float | None],
    *,
    given: Mapping[str, int | str] | None = None,
    known: Mapping[str, str] | None = None,
    perspective: Perspective = Perspective.STAFF,
    form: Form = Form.FULL,
    asked: Questionnaire = ASKED,
) -> View:
    told = facts(known or {})
    return View(
        asked, perspective, form, themes, pillars, answers(given or {}), told, contradictions(themes, told, asked)
    )


CASES: dict[str, View] = {
    "too-few": view(dict.fromkeys(LEVEL), {"people": None, "openness": None}, known={"K1": "yes"}),
    "say-do": view(
        {**LEVEL, "SC": 30.0}, {"people": 70, "openness": 50}, known={"K1": "yes"}, given={"TT1": 5, "RD1": 1}
    ),
    "tasks-not-words": view({**LEVEL, "RD": 31.0}, {"people": 90, "openness": 40}, given={"TT1": 4, "RD1": 2}),
    "quieter-after-criticism": view(
        {"FR": 30.0, "GI": 70.0, "SC": 31.0, "RV": 60.0}, {"people": 50, "openness": 45}, asked=SEEN
    ),
    "good-to-be-seen": view(
        {"FR": 70.0, "GI": 70.0, "SC": 65.0, "RV": 75.0}, {"people": 70, "openness": 70}, asked=SEEN
    ),
    "pillars-apart": view({**LEVEL, "SC": 10.0}, {"people": 70, "openness": 48}),
    "theme-below": view({**LEVEL, "SC": 31.0}, {"people": 65, "openness": 60}),
    "mixed": view({**LEVEL, "SC": 35.0, "TT": 64.0}, {"people": 65, "openness": 60}),
    "level-between": view(dict.fromkeys(LEVEL, 40.0), {"people": 44, "openness": 36}),
    "level-low": view(dict.fromkeys(LEVEL, 30.0), {"people": 36, "openness": 36}),
    "level-middling": view(dict.fromkeys(LEVEL, 50.0), {"people": 50, "openness": 45}),
    "level-high": view(LEVEL, {"people": 70, "openness": 65}),
    "level-highest": view(dict.fromkeys(LEVEL, 95.0), {"people": 95, "openness": 90}),
}


@pytest.mark.parametrize("rule", CASES)
def test_every_rule_is_reached(rule: str) -> None:
    assert story(CASES[rule]).rule == rule


def both(case: View) -> list[Story]:
    from dataclasses import replace

    return [story(replace(case, perspective=each)) for each in Perspective]


@pytest.mark.parametrize("rule", CASES)
def test_leaders_and_staff_read_two_phrasings_of_one_finding(rule: str) -> None:
    to_leader, to_staff = both(CASES[rule])

    assert to_leader.sentence != to_staff.sentence
    assert (to_leader.rule, len(to_leader.why)) == (to_staff.rule, len(to_staff.why))


@pytest.mark.parametrize("rule", CASES)
def test_a_sentence_is_short_without_numbers_superlatives_or_blame(rule: str) -> None:
    for told in both(CASES[rule]):
        assert len(told.sentence.split()) <= 22
        assert not re.search(r"\d|!", told.sentence)
        words = set(re.findall(r"[a-z]+", told.sentence.lower()))
        assert not words & {"best", "worst", "most trusted", "fault", "fail", "failed", "poor", "bad", "leaders"}
        assert "{" not in told.sentence


@pytest.mark.parametrize("rule", CASES)
def test_the_rule_is_told_in_words_with_its_numbers(rule: str) -> None:
    why = story(CASES[rule]).why

    assert why
    assert all(line and "{" not in line.replace("{Leaders}", "") for line in why)


def test_the_same_answers_always_give_the_same_sentence() -> None:
    assert story(CASES["pillars-apart"]) == story(CASES["pillars-apart"])


def test_the_lowest_theme_with_a_contradiction_speaks() -> None:
    told = story(
        view({**LEVEL, "SC": 30.0, "TT": 20.0}, {"people": 50, "openness": 50}, known={"K1": "yes", "K2": "yes"})
    )

    assert "Theme TT" in told.sentence
    assert told.why[1:] == ("Theme TT stands at 20 of 100.", "The fact: There is a list.")


def test_a_theme_at_the_cut_reads_as_patchy_and_is_not_called_seldom() -> None:
    told = story(view({**LEVEL, "SC": 37.5}, {"people": 70, "openness": 60}, known={"K1": "yes"}))

    assert told.rule != "say-do"


def test_a_high_theme_against_a_no_leaves_the_sentence_to_other_rules() -> None:
    told = story(view(LEVEL, {"people": 70, "openness": 65}, known={"K2": "no"}))

    assert told.rule == "level-high"


@pytest.mark.parametrize("themes", [{"RD": 40.0}, {"RD": 31.0, "TT": 62.0}, {"RD": None}, {"RD": 31.0, "TT": None}])
def test_two_answers_do_not_stand_against_the_scores_of_their_themes(themes: dict[str, float | None]) -> None:
    told = story(view({**LEVEL, **themes}, {"people": 70, "openness": 65}, given={"TT1": 5, "RD1": 1}))

    assert told.rule != "tasks-not-words"


def test_who_finds_real_voices_usual_is_not_told_that_public_words_are_decided_for_people() -> None:
    asked = questionnaire({"people": {"TT": 4, "RD": 4}, "openness": {"RV": 4, "SI": 4}})
    themes = {"TT": 70.0, "RD": 31.0, "SI": 50.0}
    given = {"TT1": 5, "RD1": 1}

    def rule(voices: float) -> str:
        pillars = {"people": 51.0, "openness": 60.0}
        return story(view({**themes, "RV": voices}, pillars, given=given, asked=asked)).rule

    assert rule(69.0) != "tasks-not-words"
    assert rule(50.0) == "tasks-not-words"


def test_the_short_form_has_no_sentence_on_two_single_answers() -> None:
    pillars = {"people": 70.0, "openness": 65.0}

    told = story(view(dict.fromkeys(LEVEL), pillars, given={"TT1": 5, "RD1": 1}, form=Form.PULSE))

    assert told.rule == "level-high"


def test_themes_that_lie_equally_low_are_named_together() -> None:
    told = story(view({**LEVEL, "SC": 31.0, "WD": 33.0}, {"people": 65, "openness": 60}))

    assert told.sentence.endswith("Theme SC and Theme WD are the parts you see less of.")


def test_two_pillars_in_two_bands_are_not_said_in_one_word() -> None:
    told = story(view(dict.fromkeys(LEVEL, 40.0), {"people": 44, "openness": 36}))

    assert told.sentence.startswith("In what you describe, People is there now and then, Openness seldom;")


def test_every_answer_it_rests_on_is_named_with_its_question_and_never_turned() -> None:
    themes: dict[str, float | None] = {**LEVEL, "SC": 30.0}
    told = story(view(themes, {"people": 70, "openness": 50}, known={"K1": "yes"}, given={"SC1": 2, "SC2": "dk"}))

    assert told.rests_on[:3] == (
        "You answered \u201cseldom\u201d to: Leaders here do SC1.",
        "You answered \u201cI don\u2019t know\u201d to: Leaders here do SC2.",
        "You skipped: Leaders here do SC3.",
    )


@pytest.mark.parametrize("given", [{"TT1": 3, "RD1": 1}, {"TT1": 5, "RD1": 3}, {"TT1": 5}, {"TT1": 5, "RD1": "dk"}])
def test_tasks_and_words_need_both_answers_at_their_ends(given: dict[str, int | str]) -> None:
    assert story(view(LEVEL, {"people": 70, "openness": 65}, given=given)).rule == "level-high"


def test_a_questionnaire_without_those_two_items_never_tells_of_tasks() -> None:
    other = questionnaire()
    themes = dict.fromkeys("ABCD", 70.0)

    told = story(view(themes, {"people": 70, "openness": 70}, given={"A1": 5, "B1": 1}, asked=other))

    assert told.rule == "level-high"


def test_pillars_of_twenty_questions_that_lie_sixteen_apart_are_not_told_apart() -> None:
    asked = questionnaire({"people": dict.fromkeys("ABCDE", 4), "openness": dict.fromkeys("FGHIJ", 4)})
    level = dict.fromkeys("ABCDEFGHIJ", 60.0)

    assert story(view(level, {"people": 70, "openness": 53.6}, asked=asked)).rule != "pillars-apart"
    assert story(view(level, {"people": 70, "openness": 53.4}, asked=asked)).rule == "pillars-apart"


def test_pulse_pillars_of_six_questions_need_twenty_eight_points() -> None:
    none = dict.fromkeys(LEVEL)
    six = [f"{theme}{at}" for theme in LEVEL for at in (1, 2)]
    asked = replace(ASKED, pulse=tuple(six))

    assert story(view(none, {"people": 70, "openness": 43}, form=Form.PULSE, asked=asked)).rule == "level-between"
    assert story(view(none, {"people": 70, "openness": 42}, form=Form.PULSE, asked=asked)).rule == "pillars-apart"


def test_the_higher_pillar_is_named_as_there_and_the_lower_as_missing() -> None:
    told = story(view(LEVEL, {"people": 40, "openness": 70}))

    assert told.sentence == "In what you describe, Openness is there often; People is there now and then."
    assert told.why[1] == "Openness stands at 70, People at 40: 30 points apart."


def test_two_pillars_of_one_band_are_told_apart_by_less_often() -> None:
    told = story(view(LEVEL, {"people": 61, "openness": 40}))

    assert told.sentence.endswith("Openness is there less often.")


def test_a_pillar_without_a_score_is_named_in_the_reasons_and_not_in_the_sentence() -> None:
    told = story(view({**LEVEL, "SI": None}, {"people": 70, "openness": None}))

    assert told.rule == "level-high"
    assert "Openness" not in told.sentence
    assert told.why[-1] == "Openness has too few answers for a score."


def test_many_pillars_are_not_listed() -> None:
    asked = questionnaire({"one": {"A": 2}, "two": {"B": 2}, "three": {"C": 2}})

    told = story(view(dict.fromkeys("ABC", 50.0), {"one": 50, "two": 50, "three": 50}, asked=asked))

    assert "what these questions look at" in told.sentence
