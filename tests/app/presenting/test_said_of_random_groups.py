"""Whoever holds the sheets finds no headline, gap, count or mark of a random group that they contradict."""

from fractions import Fraction
from functools import cache
from random import Random

import pytest

from tests.builders import answers
from tests.group_builders import LEADER, STAFF, group_round, setup, shipped
from trustcheck.app.portraits.result import group_result_of
from trustcheck.app.presenting.group_gaps import compared, gap_row, sides_headline
from trustcheck.app.presenting.group_themes import theme_row
from trustcheck.app.presenting.group_unseen import UnseenShare, number_of, part_of
from trustcheck.app.results.group import GapShown, GroupResult, Shown
from trustcheck.domain.checks.group_round import GroupRound
from trustcheck.domain.questionnaire.answers import Answer, Response
from trustcheck.domain.questionnaire.model import Form, Perspective

ASKED = shipped()
SEEDS = range(40)


@cache
def made(seed: int) -> tuple[GroupRound, GroupResult]:
    """Leaders and staff of some size whose themes lie where chance puts them; now and then somebody does not know."""
    chance = Random(seed)
    sheets = []
    for perspective, number in ((LEADER, chance.randint(5, 9)), (STAFF, chance.randint(5, 16))):
        around = {theme.id: chance.randint(1, 5) for theme in ASKED.themes}
        blind = {item.id for item in ASKED.items if chance.random() < 0.15}
        for _ in range(number):
            given: dict[str, Answer] = {}
            for item in ASKED.items:
                point = min(5, max(1, around[item.theme] + chance.choice((-2, -1, 0, 0, 1, 2))))
                told = answers({item.id: 6 - point if item.reverse else point})[item.id]
                given[item.id] = Answer.DONT_KNOW if item.id in blind and chance.random() < 0.5 else told
            sheets.append(Response(perspective, Form.FULL, given))
    of = group_round(sheets, set_up=setup(12, 20))
    return of, group_result_of(of)


def mean_of(of: GroupRound, perspective: Perspective, theme_id: str) -> Fraction:
    """The mean of the people's means, from their sheets alone."""
    scores = []
    for sheet in of.of(perspective):
        points = [(sheet.answers[item.id].point, item.reverse) for item in ASKED.items_of(theme_id)]
        known = [Fraction(25 * ((5 - point) if turned else point - 1)) for point, turned in points if point]
        if len(known) >= 2:
            scores.append(sum(known) / len(known))
    return sum(scores) / len(scores)


def rounded(points: Fraction) -> int:
    """Half away from zero."""
    return int(abs(points) + Fraction(1, 2)) * (1 if points >= 0 else -1)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_mark_stands_where_the_sheets_put_it(seed: int) -> None:
    of, result = made(seed)
    for theme in result.themes:
        for mark in theme_row(result, theme).marks:
            if mark.mean is not None:
                assert mark.mean == rounded(mean_of(of, mark.perspective, theme.theme.id))


@pytest.mark.parametrize("seed", SEEDS)
def test_every_gap_is_as_wide_as_the_sheets_say_and_bold_by_its_class(seed: int) -> None:
    of, result = made(seed)
    for theme in result.themes:
        if isinstance(theme.gap, GapShown):
            difference = mean_of(of, LEADER, theme.theme.id) - mean_of(of, STAFF, theme.theme.id)
            row = gap_row(theme.theme.name, theme.views, theme.gap)
            assert (row.apart, theme.gap.difference) == (abs(rounded(difference)), rounded(difference))
            assert theme.gap.kind.is_named is (abs(difference) >= Fraction(25, 2))


@pytest.mark.parametrize("seed", SEEDS)
def test_the_headline_names_the_widest_difference_and_its_direction(seed: int) -> None:
    of, result = made(seed)
    shown = [each for each in compared(result) if each.shown]
    wide = {each.id: mean_of(of, LEADER, each.id) - mean_of(of, STAFF, each.id) for each in shown}
    said = sides_headline(result)
    if not any(abs(each) >= Fraction(25, 2) for each in wide.values()):
        assert "more of" not in said
        return
    furthest = max(abs(rounded(each)) for each in wide.values())
    (named,) = [each for each in shown if f"more of {each.name} than" in said]
    assert abs(rounded(wide[named.id])) == furthest
    assert said.startswith("Leaders" if wide[named.id] > 0 else "Staff")


@pytest.mark.parametrize("seed", SEEDS)
def test_who_could_not_see_is_counted_from_the_sheets(seed: int) -> None:
    of, result = made(seed)
    for found in result.unseen:
        given = [sheet.answers[found.item.id] for sheet in of.of(found.perspective)]
        unknown = sum(each == Answer.DONT_KNOW for each in given)
        assert (number_of(found), found.n) == (unknown, len(given))
        assert (part_of((found,)) is UnseenShare.SOME) is (2 * unknown < len(given))
        assert (part_of((found,)) is UnseenShare.ALL) is (unknown == len(given))


def test_the_random_groups_hold_what_is_looked_for() -> None:
    results = [made(seed)[1] for seed in SEEDS]
    gaps = [theme.gap for each in results for theme in each.themes if isinstance(theme.gap, GapShown)]
    assert {gap.kind.is_named for gap in gaps} == {True, False}
    assert {gap.difference > 0 for gap in gaps} == {True, False}
    assert sum(len(each.unseen) for each in results) > 10
    assert any(isinstance(value, Shown) for each in results for value in each.overall.values())
