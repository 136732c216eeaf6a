"""Mean and deviation of a theme in whole points beside its classes: in how many groups do they tell of a class that it
holds one person or two?

The attack goes through every set of scores there is. ``-m long -s`` prints the counts that stand in ``docs/TRUST.md``.
"""

from collections.abc import Callable
from functools import cache
from random import Random

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.builders import response
from tests.domain.classes_told import FEW, Counts, partitions, shown, sizes
from tests.domain.insider_attack import ASKED, ITEMS, OPTIONS, Sheet
from tests.domain.random_groups import some_group
from trustcheck.app.results.group_values import SPREAD_FROM
from trustcheck.domain.privacy.suppressed import Suppressed
from trustcheck.domain.questionnaire.model import Form
from trustcheck.domain.statistics.classes import told_apart
from trustcheck.domain.statistics.groups import GroupScore
from trustcheck.domain.statistics.points import whole
from trustcheck.domain.views.group_statistics import group_statistics
from trustcheck.domain.views.group_view import GroupTerms

TOP = ITEMS * (OPTIONS - 1)
VALUES = [
    [value for value in range(TOP + 1) if place(100 * value / TOP)]
    for place in (lambda points: points < 37.5, lambda points: 37.5 <= points < 62.5, lambda points: points >= 62.5)
]
"""The sums of a person's answers to a theme that belong to each class."""
UNIONS = ((0,), (1,), (2,), (0, 1), (1, 2), (0, 2))
GROUPS = 2000
HIGHEST = 0.04
"""The share of groups of twelve or more in which a class is known to hold one person or two."""


@cache
def _sums(counts: Counts) -> NDArray[np.bool_]:
    """Which sums and sums of squares people have of whom so many are in each class: shape (sums, sums of squares)."""
    most = sum(counts) * TOP
    found = np.zeros((most + 1, most * TOP + 1), bool)
    if not any(counts):
        found[0, 0] = True
        return found
    at = next(place for place, count in enumerate(counts) if count)
    fewer = [count - (place == at) for place, count in enumerate(counts)]
    before = _sums((fewer[0], fewer[1], fewer[2]))
    for value in VALUES[at]:
        found[value : value + before.shape[0], value**2 : value**2 + before.shape[1]] |= before
    return found


@cache
def told_of(counts: Counts) -> frozenset[tuple[int, int]]:
    """Every mean and deviation in whole points that people may have of whom so many are in each class."""
    n = sum(counts)
    sums, squares = np.nonzero(_sums(counts))
    means = np.floor(100 * sums / TOP / n + 0.5).astype(int)
    deviations = np.sqrt((squares - sums**2 / n) / (n - 1)) * 100 / TOP
    return frozenset(zip(means.tolist(), np.floor(deviations + 0.5).astype(int).tolist(), strict=True))


@cache
def looks_like(seen: tuple[object, ...], n: int) -> tuple[Counts, ...]:
    return tuple(each for each in partitions(n) if shown(each, told_apart) == seen)


def theme_of(sheets: list[Sheet]) -> GroupScore | Suppressed:
    """By the program itself. The second theme varies, so that nothing of the first is hidden for its pillar's sake."""
    rows = [
        {f"A{at + 1}": place + 1 for at, place in enumerate(sheet)}
        | {f"B{at + 1}": 1 + (at + number) % OPTIONS for at in range(ITEMS)}
        for number, sheet in enumerate(sheets)
    ]
    terms = GroupTerms(threshold=5)
    found = group_statistics([response(row) for row in rows], ["all"] * len(rows), ASKED, Form.FULL, terms)
    return found.perspectives["all"].themes["A"]


def tells_of_a_small_class(sheets: list[Sheet]) -> bool:
    """Whether somebody who goes through all sets of scores knows of a class, or of two, that one or two are in it."""
    n, theme = len(sheets), theme_of(sheets)
    if isinstance(theme, Suppressed) or theme.sd is None:
        return False
    sums = [sum(each) for each in sheets]
    low, middle, high = (sum(each in values for each in sums) for values in VALUES)
    told = (whole(theme.mean), whole(theme.sd))
    fits = [each for each in looks_like(shown((low, middle, high), told_apart), n) if told in told_of(each)]
    assert (low, middle, high) in fits
    return any(sizes(fits, wanted) <= FEW for wanted in UNIONS)


def telling(people: int, groups: int) -> int:
    chance = Random(people)
    return sum(tells_of_a_small_class(some_group(chance, people)) for _group in range(groups))


def test_the_attack_finds_small_classes_where_deviations_of_fewer_would_be_told() -> None:
    assert telling(SPREAD_FROM - 2, 100) > 3


def test_from_twelve_people_on_few_deviations_tell_of_a_small_class() -> None:
    assert SPREAD_FROM == 12
    assert telling(SPREAD_FROM, 100) <= HIGHEST * 100


@pytest.mark.long
def test_how_many_groups_would_be_told_of(print_figures: Callable[..., None]) -> None:
    found = {people: telling(people, GROUPS) for people in range(SPREAD_FROM - 2, SPREAD_FROM + 3)}

    print_figures(*(f"{people} people: {number} of {GROUPS} groups" for people, number in found.items()))
    assert all(number <= HIGHEST * GROUPS for people, number in found.items() if people >= SPREAD_FROM)
