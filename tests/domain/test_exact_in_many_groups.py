"""Whoever comes first, and whoever is called leaders: a hundred thousand random groups, and fewer of them whole.

In the many, whether questions may stand beside their theme is left out: it takes long, and is looked at in the fewer.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import Any

import numpy as np
import pytest

from tests.builders import questionnaire
from tests.domain.turned import turned
from trustcheck.domain.questionnaire.model import Form
from trustcheck.domain.statistics.group_answers import GroupAnswers
from trustcheck.domain.statistics.points import apart, whole
from trustcheck.domain.views import group_view
from trustcheck.domain.views.group_statistics import GroupStatistics, statistics_of
from trustcheck.domain.views.group_view import GroupTerms, ViewStatistics

ASKED = questionnaire({"people": {"A": 4}, "openness": {"B": 3}}, reverse=["A4", "B1"])
VIEWS = ("leader", "staff")
OTHER = {"leader": "staff", "staff": "leader"}


def random_group(chance: np.random.Generator, most: int) -> GroupAnswers:
    """Two views who see a place more or less alike, with gaps in what they answered; no fewer than three people each.

    Half of them answer in whole steps around a common level, so that means lie on cuts more often than by chance.
    """
    sizes = chance.integers(3, most + 1, 2)
    people, items = int(sizes.sum()), len(ASKED.items)
    level, spread = chance.uniform(1.5, 4.5, (1, items)), chance.choice([0.4, 1.0, 1.6])
    given = np.clip(np.rint(level + chance.normal(0, spread, (people, items))), 1, 5).astype(np.int8)
    missing = chance.random((people, items))
    given[missing < 0.06] = 0
    given[missing < 0.04] = -1
    given[missing < 0.02] = -2
    return GroupAnswers(given, VIEWS, np.repeat(np.array([0, 1], dtype=np.int8), sizes), Form.FULL)


def other_way_round(answers: GroupAnswers, order: Any) -> GroupAnswers:
    """The same sheets in another order, those of leaders called staff's and the other way round."""
    return replace(answers, given=answers.given[order], view=1 - answers.view[order])


def mirrored(found: GroupStatistics) -> dict[str, Any]:
    """What was found, as it would be without calling leaders staff."""
    return {
        "perspectives": {OTHER[name]: replace(each, name=OTHER[name]) for name, each in found.perspectives.items()},
        "gaps": {each: turned(value) for each, value in found.gaps.items()},
        "pillar_gaps": {each: turned(value) for each, value in found.pillar_gaps.items()},
    }


def as_told(found: GroupStatistics) -> dict[str, Any]:
    return {"perspectives": dict(found.perspectives), "gaps": dict(found.gaps), "pillar_gaps": dict(found.pillar_gaps)}


def in_whole_points(view: ViewStatistics) -> list[int]:
    return [whole(mean) for each in view.themes.values() if (mean := getattr(each, "mean", None)) is not None]


def holds(answers: GroupAnswers, chance: np.random.Generator) -> int:
    """Assert both properties of one group, digit by digit; how many differences were compared."""
    threshold = int(chance.integers(3, 6))
    invited = {name: int(chance.integers(9, 20)) for name in VIEWS} if chance.random() < 0.5 else {}
    terms, turned_terms = (
        GroupTerms(threshold=threshold, invited=each)
        for each in (invited, {OTHER[name]: number for name, number in invited.items()})
    )
    one = statistics_of(answers, ASKED, terms)
    other = statistics_of(other_way_round(answers, chance.permutation(len(answers.given))), ASKED, turned_terms)

    assert mirrored(other) == as_told(one)
    for name, view in one.perspectives.items():
        assert in_whole_points(view) == in_whole_points(other.perspectives[OTHER[name]])
    told = [(gap, other.gaps[each]) for each, gap in one.gaps.items() if hasattr(gap, "kind")]
    for gap, back in told:
        assert (apart(gap.difference), gap.kind) == (-apart(back.difference), back.kind)
    return len(told)


@pytest.fixture
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rules for single questions: the one that goes by counts alone is remembered, the long one is left out."""
    told = lru_cache(maxsize=None)(lambda counts: group_view_may_be_told(list(counts)))
    monkeypatch.setattr(group_view, "may_be_told", lambda counts: told(tuple(counts)))
    monkeypatch.setattr(group_view, "may_stand_beside_theme", lambda *_group: True)


group_view_may_be_told = group_view.may_be_told
Figures = Callable[..., None]


@pytest.mark.usefixtures("soon")
@pytest.mark.parametrize(
    "number", [pytest.param(200, id="short"), pytest.param(100_000, id="hundred-thousand", marks=pytest.mark.long)]
)
def test_neither_the_order_of_the_sheets_nor_a_name_moves_a_number(number: int, print_figures: Figures) -> None:
    chance = np.random.default_rng(20_261_130)

    compared = sum(holds(random_group(chance, 7), chance) for _group in range(number))

    print_figures(f"in another order and by the other name: {number:,} groups, {compared:,} differences, none moved")
    assert compared > number // 2


@pytest.mark.parametrize(
    "number", [pytest.param(6, id="short"), pytest.param(1_000, id="thousand", marks=pytest.mark.long)]
)
def test_nor_does_it_move_what_is_told_of_a_question(number: int, print_figures: Figures) -> None:
    chance = np.random.default_rng(20_261_201)

    compared = sum(holds(random_group(chance, 8), chance) for _group in range(number))

    print_figures(f"the same with every rule for questions: {number:,} groups, {compared:,} differences, none moved")
    assert compared > number // 2
