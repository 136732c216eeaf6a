"""An interval tells how sure a mean is, and not how far five people's answers lie apart."""

from collections import Counter
from itertools import combinations_with_replacement

import numpy as np
import pytest

from tests.group_builders import LEADER, STAFF, both
from trustcheck.app.portraits.result import group_result_of
from trustcheck.app.presenting.explanations import FigureKey, FigureKind, explained
from trustcheck.app.results.group import GapShown, Range, Shown
from trustcheck.app.results.group_values import difference_ends_shown, ends_shown
from trustcheck.domain.statistics.groups import Interval, t_interval

FIVE, STEP = 5, 6.25
"""People, and what one answer adds to a person's score of four questions."""


def test_ends_are_whole_from_fourteen_people_on_and_on_fives_below_always_outwards() -> None:
    found = Interval(41.2, 63.7)

    assert ends_shown(found, 14) == Range(41, 64)
    assert ends_shown(found, 13) == Range(40, 65)
    assert ends_shown(Interval(0.0, 100.0), 5) == Range(0, 100)


@pytest.mark.parametrize(
    ("found", "shown"),
    [
        (Interval(2.1, 31.0), Range(1, 35)),
        (Interval(-31.0, -2.1), Range(-35, -1)),
        (Interval(-2.1, 31.0), Range(-5, 35)),
        (Interval(12.0, 31.0), Range(10, 35)),
    ],
)
def test_a_difference_that_leaves_out_zero_goes_on_leaving_it_out(found: Interval, shown: Range) -> None:
    assert difference_ends_shown(found, 6) == shown


def seen(scores: tuple[float, ...]) -> tuple[int, int, int]:
    """What is shown of five people's scores: mean and interval."""
    known = np.array(scores)
    interval = t_interval(float(known.mean()), float(known.std(ddof=1)), FIVE)
    assert interval is not None
    ends = ends_shown(interval, FIVE)
    return int(known.mean() + 0.5), ends.low, ends.high


def test_what_is_shown_of_five_people_leaves_many_sets_of_scores() -> None:
    """An attacker who lists every set of five scores keeps those that give the same mean and interval."""
    fitting = Counter(seen(each) for each in combinations_with_replacement([STEP * at for at in range(17)], FIVE))
    draw = np.random.default_rng(3)
    groups = np.clip(np.round(draw.normal(draw.normal(9, 2, (400, 1)), 3, (400, FIVE))), 0, 16) * STEP
    left = np.array([fitting[seen(tuple(sorted(each)))] for each in groups])

    assert np.median(left) >= 20
    assert np.mean(left == 1) < 0.02
    assert np.mean(left <= 3) < 0.08


def test_below_fourteen_people_an_effect_is_said_without_the_spread_it_is_made_of() -> None:
    small, large = group_result_of(both(leaders=6, staff=14)), group_result_of(both(leaders=14, staff=14))
    of_small, of_large = (next(each.effect for each in of.technical if each.effect) for of in (small, large))

    assert "Hedges" in of_large
    assert "Hedges" not in of_small
    exact, least = of_small.split("; ")
    assert "below 0.0" in exact or "0.10 or more" in exact
    assert "the smallest p" in least


def test_why_an_interval_ends_on_fives_is_said_where_it_does() -> None:
    result = group_result_of(both(leaders=6, staff=14))
    value, gap = result.theme("SS").views[LEADER], result.theme("SS").gap
    assert isinstance(value, Shown)
    assert isinstance(gap, GapShown)
    assert value.interval is not None
    assert {value.interval.low % 5, value.interval.high % 5} == {0}

    for key, coarse in (
        (FigureKey(FigureKind.INTERVAL, "SS", LEADER), True),
        (FigureKey(FigureKind.INTERVAL, "SS", STAFF), False),
        (FigureKey(FigureKind.GAP, "SS"), True),
    ):
        assert ("rounded outwards to fives" in " ".join(explained(result, key))) is coarse
