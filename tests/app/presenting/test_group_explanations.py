"""Every number of a group's result says how it came about, and a hidden one says only that it is hidden."""

from collections.abc import Iterator
from dataclasses import replace
from math import sqrt

import pytest

from tests import builders
from tests.group_builders import LEADER, STAFF, both, group_round, people, setup, shipped
from trustcheck.app.portraits.result import group_result_of
from trustcheck.app.presenting.explanations import (
    OVERALL,
    FigureKey,
    FigureKind,
    everything,
    explained,
    heading,
    value_of,
)
from trustcheck.app.presenting.group_seen import why_hidden
from trustcheck.app.results.group import GapShown, GroupResult, Shown
from trustcheck.domain.privacy.suppressed import Suppressed
from trustcheck.domain.questionnaire.model import Form, Perspective

HIDDEN = (why_hidden(5),)


@pytest.fixture(scope="module")
def result() -> GroupResult:
    facts = builders.facts({each.id: "yes" if at % 2 else "no" for at, each in enumerate(shipped().practices)})
    return group_result_of(both(facts=facts))


@pytest.fixture(scope="module")
def without_leaders() -> GroupResult:
    return group_result_of(both(leaders=4))


def ids(result: GroupResult) -> Iterator[str]:
    yield OVERALL
    for pillar in result.pillars:
        yield pillar.pillar.id
        for theme in pillar.themes:
            yield theme.theme.id
            yield from (item.item.id for item in theme.items)


def said(result: GroupResult, figure: FigureKind, of: str, perspective: Perspective | None = STAFF) -> str:
    return " ".join(explained(result, FigureKey(figure, of, perspective)))


@pytest.mark.parametrize("perspective", [LEADER, STAFF])
def test_every_mean_is_explained_with_its_number_of_people(result: GroupResult, perspective: Perspective) -> None:
    for of in ids(result):
        value = value_of(result, of, perspective)
        if isinstance(value, Shown):
            words = said(result, FigureKind.MEAN, of, perspective)
            assert f"{value.mean} of 100" in words
            assert ("leaders" if perspective is LEADER else f"{value.n} staff") in words


def test_a_theme_names_its_questions_and_which_are_turned(result: GroupResult) -> None:
    lines = explained(result, FigureKey(FigureKind.MEAN, "SS", STAFF))
    straight = [each for each in shipped().items_of("SS") if not each.reverse]
    turned = [each for each in shipped().items_of("SS") if each.reverse]

    assert all(shipped().wording(each.id, STAFF) in lines[0] for each in straight)
    assert lines[1].startswith("Asked the other way round, and turned")
    assert all(shipped().wording(each.id, STAFF) in lines[1] for each in turned)
    assert "at least two of the four questions, and at least half" in " ".join(lines)


def test_leaders_read_the_questions_as_leaders_did(result: GroupResult) -> None:
    for item in shipped().items_of("SS"):
        assert shipped().wording(item.id, LEADER) in said(result, FigureKind.MEAN, "SS", LEADER)


def test_the_interval_can_be_worked_out_from_what_is_said(result: GroupResult) -> None:
    value = value_of(result, "SS", STAFF)
    assert isinstance(value, Shown)
    assert value.sd is not None
    assert value.interval is not None
    words = said(result, FigureKind.INTERVAL, "SS")

    assert f"from {value.interval.low} to {value.interval.high}" in words
    assert f"{value.mean} \u00b1 2.16 \u00d7 {value.sd} / root of 14" in words
    assert abs(2.16 * value.sd / sqrt(14) - (value.interval.high - value.interval.low) / 2) < 1.5


def test_below_ten_people_no_standard_deviation_is_said(result: GroupResult) -> None:
    words = said(result, FigureKind.INTERVAL, "SS", LEADER)

    assert "\u00d7" not in words
    assert "shown from ten people on" in words
    assert "shown from ten people on" in said(result, FigureKind.CLASSES, "SS", LEADER)
    assert "shown from ten people on" in said(result, FigureKind.FAVOURABLE, "SS", LEADER)


def test_the_guaranteed_range_counts_the_silent_ones(result: GroupResult) -> None:
    value = value_of(result, "SS", STAFF)
    assert isinstance(value, Shown)
    assert value.guaranteed is not None

    assert (
        f"If the two without a score all stood at 0, the mean of everybody would be {value.guaranteed.low}; "
        f"if they all stood at 100, it would be {value.guaranteed.high}."
    ) in said(result, FigureKind.GUARANTEED, "SS")


def test_where_everybody_answered_nobodys_silence_could_move_the_mean() -> None:
    full = group_result_of(group_round(people(STAFF, 8), set_up=setup(0, 8)))

    assert "nobody\u2019s silence could move the mean" in said(full, FigureKind.GUARANTEED, "GI")


def test_bands_are_explained_or_why_there_is_none(result: GroupResult) -> None:
    few = group_result_of(group_round(people(STAFF, 8), set_up=setup(0, 20)))

    assert "37.5, 62.5, 87.5" in said(result, FigureKind.BAND, "SS")
    assert "No band is named here" in said(few, FigureKind.BAND, "SS")


@pytest.mark.parametrize(
    "figure", [FigureKind.SPREAD, FigureKind.SOLIDITY, FigureKind.CLASSES, FigureKind.FAVOURABLE, FigureKind.DONT_KNOW]
)
def test_how_people_differ_is_explained(result: GroupResult, figure: FigureKind) -> None:
    assert said(result, figure, "SS")


def test_a_gap_says_welch_the_relabelling_and_holm(result: GroupResult) -> None:
    words, gap = said(result, FigureKind.GAP, "SS", None), result.theme("SS").gap
    assert isinstance(gap, GapShown)

    assert f"a difference of {gap.difference} points, leaders minus staff" in words
    assert "Welch\u2019s 95 % interval" in words
    assert "9,999 ways were drawn, always the same ones." in words
    assert "Holm\u2019s correction allows for having looked at 10 themes at once." in words
    assert "Here: clear gap." in words


def test_few_enough_people_are_dealt_anew_in_every_way() -> None:
    small = group_result_of(both(leaders=5, staff=8))

    assert "All 1,287 ways of dealing them were tried." in said(small, FigureKind.GAP, "SS", None)


def test_the_facts_of_a_pillar_are_counted_aloud(result: GroupResult) -> None:
    words = said(result, FigureKind.PRACTICE, "people", None)

    assert "10 of 10 facts are known: 5 yes, 0 partly and 5 no." in words
    assert "Their mean is 50 of 100." in words


def test_pillars_of_the_short_form_name_their_questions() -> None:
    short = group_result_of(group_round(people(STAFF, 8, Form.PULSE), set_up=setup(0, 8, form=Form.PULSE)))
    words = said(short, FigureKind.MEAN, "people")

    assert "at least four of six" in words
    assert shipped().wording("GI1", STAFF) in words or len(words) > 200


def test_a_hidden_value_says_that_and_nothing_else(without_leaders: GroupResult) -> None:
    for figure in FigureKind:
        if figure in (FigureKind.PRACTICE, FigureKind.ANSWERED, FigureKind.GAP):
            continue
        for of in ids(without_leaders):
            assert explained(without_leaders, FigureKey(figure, of, LEADER)) == HIDDEN
    assert explained(without_leaders, FigureKey(FigureKind.GAP, "SS")) == HIDDEN
    assert everything(without_leaders, "SS", LEADER) == HIDDEN


def test_no_explanation_of_a_shown_view_tells_of_the_hidden_one() -> None:
    """What hidden leaders answered changes no word of any explanation."""
    staff = people(STAFF, 14, SS=2)
    low, high = (
        group_result_of(group_round([*people(LEADER, 4, SS=point), *staff], set_up=setup(6, 16))) for point in (1, 5)
    )
    for of in ids(low):
        for figure in FigureKind:
            if figure not in (FigureKind.PRACTICE, FigureKind.GAP):
                assert said(low, figure, of) == said(high, figure, of)


def test_of_answers_that_are_all_alike_the_panel_says_no_more_than_of_any_hidden_value(result: GroupResult) -> None:
    theme = replace(result.theme("SS"), views={STAFF: Suppressed("answers were close together")})
    pillars = tuple(
        replace(each, themes=tuple(theme if one.theme.id == "SS" else one for one in each.themes))
        for each in result.pillars
    )

    assert explained(replace(result, pillars=pillars), FigureKey(FigureKind.MEAN, "SS", STAFF)) == HIDDEN


def test_a_panel_is_headed_by_what_the_number_is_of(result: GroupResult) -> None:
    assert heading(result, FigureKey(FigureKind.MEAN, "SS", STAFF)) == "Safe to speak"
    assert heading(result, FigureKey(FigureKind.MEAN, "people", STAFF)) == "Trust in your people"
    assert heading(result, FigureKey(FigureKind.MEAN, OVERALL, STAFF)) == "Everything together"
    assert heading(result, FigureKey(FigureKind.ANSWERED, OVERALL, STAFF)) == "Who answered"


def test_a_share_of_fewer_than_twenty_people_is_a_count(result: GroupResult) -> None:
    theme = next(each for each in result.themes if each.views[STAFF].favourable is not None)
    (line, *_rest) = explained(result, FigureKey(FigureKind.FAVOURABLE, theme.theme.id, STAFF))

    assert line == f"{theme.views[STAFF].favourable} of 14 staff stand at 62.5 of 100 or more."


def test_who_answered_is_explained(result: GroupResult) -> None:
    assert said(result, FigureKind.ANSWERED, OVERALL).startswith("16 staff were invited, and 14 finished a sheet.")
