"""The sentence of a group's result: one rule after the other, each with the numbers that made it true."""

from dataclasses import replace

import pytest

from tests.group_builders import LEADER, STAFF, shipped
from trustcheck.app.portraits.group_story import group_story
from trustcheck.app.portraits.group_story_facts import GroupView
from trustcheck.domain.findings.practice import Contradiction, ContradictionKind
from trustcheck.domain.statistics.gaps import Chance, Gap
from trustcheck.domain.statistics.group_words import GapKind
from trustcheck.domain.statistics.groups import Interval, ItemScore, Share

EVEN = {theme.id: 55.0 for theme in shipped().themes}
LEVEL = GroupView(shipped(), STAFF, themes=EVEN, pillars={"people": 55.0, "openness": 55.0})


def gap(difference: float, kind: GapKind) -> Gap:
    around = Interval(difference - 9, difference + 9)
    return Gap(difference, around, 1.0, Interval(0.2, 1.8), kind, [Chance(0.01, "exact", 0.001, 0.04)])


def with_gap(difference: float, kind: GapKind, theme: str = "SS", leaders: float = 70.0) -> GroupView:
    return replace(
        LEVEL,
        leaders={**EVEN, theme: leaders},
        staff={**EVEN, theme: leaders - difference},
        themes={**EVEN, theme: leaders - difference},
        gaps={theme: gap(difference, kind)},
    )


def test_nothing_to_show_is_said_first() -> None:
    assert group_story(GroupView(shipped(), None)).rule == "too-few"


@pytest.mark.parametrize("kind", [GapKind.CLEAR, GapKind.POSSIBLE])
def test_a_clear_or_possible_gap_in_a_low_theme_speaks(kind: GapKind) -> None:
    story = group_story(with_gap(30, kind))

    assert story.rule == "gap-in-a-low-theme"
    assert story.sentence == "Leaders see Safe to speak often; staff see it now and then."
    assert "Safe to speak: leaders 70, staff 40, 30 points apart." in story.why


def test_staff_seeing_more_is_said_as_plainly() -> None:
    story = group_story(replace(with_gap(-25, GapKind.CLEAR, leaders=30.0), themes=EVEN))

    assert story.sentence == "Staff see Safe to speak now and then; leaders themselves see it seldom."


@pytest.mark.parametrize("kind", [GapKind.WORTH_ASKING, GapKind.TOO_FEW, GapKind.SIMILAR])
def test_a_difference_that_chance_could_make_tells_no_story(kind: GapKind) -> None:
    assert group_story(with_gap(20, kind)).rule == "level-middling"


def test_a_gap_in_a_theme_that_is_usual_anyway_tells_no_story() -> None:
    assert group_story(with_gap(20, GapKind.CLEAR, leaders=90.0)).rule != "gap-in-a-low-theme"


def test_a_paper_that_nobody_lives_by_speaks() -> None:
    found = Contradiction("SS", "K15", ContradictionKind.WRITTEN_NOT_LIVED, 30.0)
    story = group_story(replace(LEVEL, themes={**EVEN, "SS": 30.0}, contradictions=(found,)))

    assert story.rule == "say-do"
    assert story.sentence == "Something is in place for Safe to speak, but staff seldom see it."


def test_what_leaders_built_and_staff_do_not_feel_speaks() -> None:
    found = Contradiction("SS", "K15", ContradictionKind.BUILT_NOT_FELT, 70.0)
    seen = replace(LEVEL, staff={"SS": 30.0}, leaders={"SS": 70.0}, contradictions=(found,))

    assert (
        group_story(seen).sentence == "Leaders have put something in place for Safe to speak; staff hardly notice it."
    )


def with_items(tasks: float, words: float, **themes: float) -> GroupView:
    items = {each: ItemScore(14, mean, None, 0.0) for each, mean in (("TT1", tasks), ("RD1", words))}
    return replace(LEVEL, themes={**EVEN, **themes}, items={STAFF: items})


def test_important_tasks_in_their_hands_and_public_words_decided_for_them_speak() -> None:
    story = group_story(with_items(70.0, 30.0, TT=64.0, RD=45.0))

    assert story.rule == "tasks-not-words"
    assert story.sentence.startswith("Staff describe important tasks left in their hands;")
    assert [line.split(": ")[1] for line in story.rests_on] == [
        shipped().wording(each, STAFF) for each in ("TT1", "RD1")
    ]


@pytest.mark.parametrize(
    "seen",
    [
        with_items(60.0, 30.0, TT=64.0),
        with_items(70.0, 40.0, TT=64.0),
        with_items(70.0, 30.0, TT=60.0),
        with_items(70.0, 30.0, TT=64.0, RD=63.0),
        with_items(70.0, 30.0, TT=64.0, RV=63.0),
        replace(with_items(70.0, 30.0, TT=64.0), items={}),
        replace(with_items(70.0, 30.0, TT=64.0), questionnaire=replace(shipped(), roles=())),
    ],
    ids=["tasks", "words", "theme of tasks", "theme of words", "voices", "hidden", "no roles"],
)
def test_it_speaks_of_tasks_and_words_only_where_all_of_it_may_be_told_and_agrees(seen: GroupView) -> None:
    assert group_story(seen).rule != "tasks-not-words"


def test_slips_judged_and_criticism_unanswered_ask_what_was_scaled_down() -> None:
    assert group_story(replace(LEVEL, themes={**EVEN, "FR": 30.0, "SC": 33.0})).rule == "quieter-after-criticism"
    assert group_story(replace(LEVEL, themes={**EVEN, "FR": 30.0})).rule != "quieter-after-criticism"


def test_real_voices_and_answers_can_be_a_reason_to_come() -> None:
    seen = replace(LEVEL, themes=dict.fromkeys(EVEN, 65.0) | {"RV": 71.0}, pillars={"people": 65.0, "openness": 66.0})

    assert group_story(seen).rule == "good-to-be-seen"
    assert group_story(replace(seen, themes=dict.fromkeys(EVEN, 65.0))).rule == "level-high"


def test_two_pillars_half_an_answer_step_apart_speak() -> None:
    story = group_story(replace(LEVEL, pillars={"people": 65.0, "openness": 50.0}))

    assert story.rule == "pillars-apart"
    assert story.sentence == "Staff see Trust in your people often; Openness they see now and then."


def test_a_theme_well_below_its_pillar_speaks() -> None:
    story = group_story(replace(LEVEL, themes={**EVEN, "RV": 39.0}))

    assert story.rule == "theme-below"
    assert "Real voices stands at 39, Openness at 55." in story.why


def test_themes_that_lie_equally_low_are_named_together() -> None:
    story = group_story(replace(LEVEL, themes={**EVEN, "RV": 39.0, "WD": 36.0}))

    assert story.sentence.endswith("Words and deeds and Real voices stay behind the rest of it.")


def test_two_pillars_in_two_bands_are_not_said_in_one_word() -> None:
    even = dict.fromkeys(EVEN, 60.0)
    story = group_story(replace(LEVEL, themes=even, pillars={"people": 66.0, "openness": 60.0}))

    assert (
        story.sentence == "Staff see Trust in your people often and Openness now and then; the two lie close together."
    )


def test_a_theme_at_the_cut_is_not_said_to_be_seldom_seen() -> None:
    found = Contradiction("SS", "K15", ContradictionKind.WRITTEN_NOT_LIVED, 37.5)

    assert group_story(replace(LEVEL, themes={**EVEN, "SS": 41.0}, contradictions=(found,))).rule != "say-do"


def test_it_rests_on_counts_of_what_was_answered_to_the_words_of_each_question() -> None:
    asked = shipped()
    turned = next(each for each in asked.items_of("GI") if each.reverse)
    straight = next(each for each in asked.items_of("GI") if not each.reverse)
    few = next(each for each in asked.items_of("GI") if each not in (turned, straight))
    items = {
        turned.id: ItemScore(14, 62.5, Share(9, 14, Interval(0.3, 0.8)), 0.0),
        straight.id: ItemScore(14, 40.0, Share(4, 14, Interval(0.1, 0.5)), 0.0),
        few.id: ItemScore(14, 20.0, None, 0.0),
    }
    told = group_story(replace(LEVEL, split=("GI",), items={STAFF: items})).rests_on

    said = {line.split(": ")[1]: line.split(": ")[0] for line in told}
    assert said[asked.wording(turned.id, STAFF)] == "Nine of fourteen staff answered seldom or less"
    assert said[asked.wording(straight.id, STAFF)] == "Four of fourteen staff answered often or more"
    assert said[asked.wording(few.id, STAFF)].endswith(" staff answered \u201cseldom\u201d on average")


def test_below_ten_people_it_says_the_usual_answer_and_no_count() -> None:
    item = next(each for each in shipped().items_of("GI") if not each.reverse)
    items = {item.id: ItemScore(8, 62.5, Share(5, 8, Interval(0.3, 0.8)), 0.0)}

    told = group_story(replace(LEVEL, split=("GI",), items={STAFF: items})).rests_on

    assert told == (f"Eight staff answered \u201coften\u201d on average: {shipped().wording(item.id, STAFF)}",)


def test_people_who_describe_different_places_are_said_to() -> None:
    story = group_story(replace(LEVEL, split=("TT", "GI")))

    assert story.rule == "opinions-differ"
    assert "Two-way trust" in story.sentence


@pytest.mark.parametrize(
    ("score", "rule"), [(20, "level-low"), (55, "level-middling"), (70, "level-high"), (95, "level-highest")]
)
def test_where_nothing_stands_out_the_level_speaks(score: float, rule: str) -> None:
    even = dict.fromkeys(EVEN, float(score))
    seen = replace(LEVEL, themes=even, pillars={"people": float(score), "openness": float(score)})

    assert group_story(seen).rule == rule
    assert f"Staff put Openness at {score} of 100." in group_story(seen).why


@pytest.mark.parametrize("seen", [LEVEL, replace(LEVEL, pillars={"people": 70.0, "openness": 50.0})])
def test_leaders_alone_are_spoken_to(seen: GroupView) -> None:
    assert group_story(replace(seen, headline=LEADER)).sentence.startswith("You ")


def test_no_sentence_blames_or_grades() -> None:
    views = [LEVEL, with_gap(30, GapKind.CLEAR), replace(LEVEL, split=("TT",))]

    for seen in views:
        words = f" {group_story(seen).sentence.lower()} "
        assert not any(bad in words for bad in (" best ", " worst ", " fail", " poor ", " toxic ", " is not safe "))
