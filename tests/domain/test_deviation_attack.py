"""Mean, interval and deviation of a theme beside its classes: in how many groups do they tell of a class that it holds
one person or two?

The attack goes through every set of scores there is. ``-m long -s`` prints the counts that stand in ``docs/TRUST.md``.
"""

from collections.abc import Callable, Iterator
from functools import cache
from random import Random

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.builders import response
from tests.domain.classes_told import FEW, Counts, partitions, shown, sizes
from tests.domain.insider_attack import ASKED, ITEMS, OPTIONS, Sheet
from tests.domain.random_groups import some_group
from trustcheck.app.results.group import COARSE
from trustcheck.app.results.group_values import SPREAD_FROM
from trustcheck.domain.privacy.suppressed import Suppressed
from trustcheck.domain.questionnaire.model import Form
from trustcheck.domain.statistics.classes import told_apart
from trustcheck.domain.statistics.exact import Points
from trustcheck.domain.statistics.groups import GroupScore, t_interval
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
"""The share of groups of ten or more in which a class is known to hold one person or two."""


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
def told_of(counts: Counts, spread_from: int) -> frozenset[tuple[int, ...]]:
    """All that is told of mean, interval and deviation of people of whom so many may be in each class."""
    n = sum(counts)
    sums, squares = np.nonzero(_sums(counts))
    deviations = np.sqrt(np.maximum(squares - sums**2 / n, 0) / (n - 1)) * 100 / TOP
    return frozenset(told(100 * sums / TOP / n, deviations, n, spread_from))


def told(means: Points, deviations: Points, n: int, spread_from: int) -> Iterator[tuple[int, ...]]:
    """Mean, ends of the interval and, from ``spread_from`` people on, the deviation: as they stand on a page."""
    reaches = t_interval(50.0, 1.0, n)
    assert reaches is not None
    half = (reaches.high - 50) * deviations
    low, high = np.maximum(means - half, 0), np.minimum(means + half, 100)
    if n < spread_from:
        ends = [COARSE * np.floor(low / COARSE), COARSE * np.ceil(high / COARSE)]
    else:
        ends = [np.floor(low + 0.5), np.floor(high + 0.5), np.floor(deviations + 0.5)]
    columns = [np.floor(means + 0.5), *ends]
    return zip(*(each.astype(int).tolist() for each in columns), strict=True)


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


def tells_of_a_small_class(sheets: list[Sheet], spread_from: int) -> bool:
    """Whether somebody who goes through all sets of scores knows of a class, or of two, that one or two are in it."""
    n, theme = len(sheets), theme_of(sheets)
    if isinstance(theme, Suppressed) or theme.sd is None:
        return False
    (seen,) = told(np.array([theme.mean]), np.array([theme.sd]), n, spread_from)
    sums = [sum(each) for each in sheets]
    low, middle, high = (sum(each in values for each in sums) for values in VALUES)
    alike = looks_like(shown((low, middle, high), told_apart), n)
    fits = [each for each in alike if seen in told_of(each, spread_from)]
    assert (low, middle, high) in fits
    return any(sizes(fits, wanted) <= FEW for wanted in UNIONS)


def telling(people: int, groups: int, spread_from: int = SPREAD_FROM) -> int:
    chance = Random(people)
    return sum(tells_of_a_small_class(some_group(chance, people), spread_from) for _group in range(groups))


def test_the_attack_finds_small_classes_where_deviations_of_fewer_would_be_told() -> None:
    assert telling(10, 100, spread_from=10) > 3


@pytest.mark.parametrize("people", [10, SPREAD_FROM])
def test_intervals_and_deviations_seldom_tell_of_a_small_class(people: int) -> None:
    assert telling(people, 100) <= HIGHEST * 100


@pytest.mark.long
def test_how_many_groups_are_told_of_and_would_be(print_figures: Callable[..., None]) -> None:
    lines = ["people  told of  if deviations were told from ten on"]
    for people in range(10, SPREAD_FROM + 2):
        found = telling(people, GROUPS)
        lines.append(f"{people:6}{found:9}{telling(people, GROUPS, spread_from=10):10} of {GROUPS}")
        assert found <= HIGHEST * GROUPS
    print_figures(*lines)
