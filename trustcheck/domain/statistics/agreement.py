"""How far people's answers lie apart: average deviation, rwg and a_wg, and the same in words (measurement 2.5).

Everything is worked out from counts: how many people chose each point of the scale, item by item. An item counts with
its own number of people, so that nobody's gap removes somebody else's answer.
"""

from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from trustcheck.domain.statistics.exact import Points
from trustcheck.domain.statistics.group_words import MUCH_THE_SAME, Spread, some_variety

Counts = NDArray[np.int64]

FEWEST_FOR_CAMPS = 10
CAMP = Fraction(3, 10)
"""From this share of answers at each end on, people are in two camps."""

_SLIGHT_SKEW = 1.34
"""Variance of the slightly skewed null of five options (LeBreton and Senter 2008); there is none for other scales."""
_FIVE = 5
_FEWEST_FOR_AWG = 4
_LOW_END, _HIGH_END = 37.5, 62.5


@dataclass(frozen=True, slots=True, eq=False)
class ItemAgreement:
    """Indices of each item on its own, (items,) each; ``nan`` where an index is not defined."""

    n: Counts
    mean: Points
    variance: Points
    """With n - 1; ``nan`` below two people."""
    ad_mean: Points
    """Average deviation from the mean, in answer steps."""
    ad_median: Points
    a_wg: Points
    """Brown and Hauenstein 2005; ``nan`` below four people and where the mean lies too near an end."""

    def r_wg(self, null_variance: float) -> Points:
        """1 - s^2 / null variance, 0 where people differ more than chance would."""
        raw: Points = 1 - self.variance / null_variance
        return np.maximum(raw, 0.0)


@dataclass(frozen=True, slots=True)
class Agreement:
    """One value's items together; ``None`` where an index is not defined."""

    ad_mean: float
    """Mean of the items' average deviations, in answer steps."""
    ad_median: float
    rwg_uniform: float | None
    """rwg(J) when chance would choose each option alike."""
    rwg_slight: float | None
    """rwg(J) under a slightly skewed null; only for scales of five."""
    a_wg: float | None


def uniform_variance(options: int) -> float:
    """The variance of answers that choose each of ``options`` points alike."""
    return (options * options - 1) / 12


def item_agreement(counts: Counts) -> ItemAgreement:
    """Indices of items from ``counts`` (items, options): how many people chose point 1, 2 ... of the scale."""
    options = counts.shape[1]
    points = np.arange(1, options + 1, dtype=np.float64)
    n = counts.sum(axis=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = counts @ points / n
        variance = np.where(n > 1, (counts * (points - mean[:, None]) ** 2).sum(axis=1) / (n - 1), np.nan)
        ad_mean = (counts * np.abs(points - mean[:, None])).sum(axis=1) / n
        ad_median = (counts * np.abs(points - _medians(counts, n)[:, None])).sum(axis=1) / n
        a_wg = _a_wg(mean, variance, n, options)
    return ItemAgreement(n, mean, variance, ad_mean, ad_median, a_wg)


def agreement(items: ItemAgreement, options: int) -> Agreement | None:
    """The items of one value together; ``None`` where nobody answered any of them."""
    if not items.n.any():
        return None
    variances = items.variance[~np.isnan(items.variance)]
    slight = r_wg_j(variances, _SLIGHT_SKEW) if options == _FIVE else None
    defined = items.a_wg[~np.isnan(items.a_wg)]
    return Agreement(
        ad_mean=float(np.nanmean(items.ad_mean)),
        ad_median=float(np.nanmean(items.ad_median)),
        rwg_uniform=r_wg_j(variances, uniform_variance(options)),
        rwg_slight=slight,
        a_wg=float(defined.mean()) if len(defined) else None,
    )


def r_wg_j(variances: Points, null_variance: float) -> float | None:
    """rwg(J) of J items from their variances (J,): rises with J by construction. ``None`` without an item."""
    if not len(variances):
        return None
    items = len(variances)
    share = min(float(variances.mean()), null_variance) / null_variance
    return items * (1 - share) / (items * (1 - share) + share)


def average_deviation(counts: Counts) -> Fraction:
    """The mean of the items' average deviations from their means, in answer steps and exact.

    ``counts`` (items, options) as for :func:`item_agreement`; at least one item was answered.
    """
    found = [_deviation(each) for row in counts.tolist() if any(each := [int(count) for count in row])]
    return sum(found, Fraction(0)) / len(found)


def _deviation(counts: list[int]) -> Fraction:
    n, total = sum(counts), sum(at * count for at, count in enumerate(counts))
    return Fraction(sum(count * abs(at * n - total) for at, count in enumerate(counts)), n * n)


def spread(counts: Counts, people: int) -> Spread:
    """The words for answers ``counts`` (items, options) of ``people`` people. Two camps are named from ten people."""
    options = counts.shape[1]
    levels, answers = np.linspace(0.0, 100.0, options), counts.sum(axis=0)
    ends = int(answers[levels < _LOW_END].sum()), int(answers[levels > _HIGH_END].sum())
    if people >= FEWEST_FOR_CAMPS and min(ends) >= CAMP * int(answers.sum()):
        return Spread.TWO_CAMPS
    apart = average_deviation(counts)
    if apart <= MUCH_THE_SAME:
        return Spread.MUCH_THE_SAME
    return Spread.SOME_VARIETY if apart <= some_variety(options) else Spread.DIFFERENT


def _a_wg(mean: Points, variance: Points, n: Counts, options: int) -> Points:
    low, high = 1, options
    widest = ((high + low) * mean - mean**2 - high * low) * n / (n - 1)
    found = 1 - 2 * variance / widest
    lowest, highest = (low * (n - 1) + high) / n, (high * (n - 1) + low) / n
    found = np.where((mean >= lowest) & (mean <= highest), found, np.nan)
    found = np.where(variance == 0, 1.0, found)
    return np.where(n >= _FEWEST_FOR_AWG, found, np.nan)


def _medians(counts: Counts, n: Counts) -> Points:
    """Medians of items from counts: the mean of the two middle answers. 1 where nobody answered."""
    reached = counts.cumsum(axis=1)
    lower = (reached < ((n + 1) // 2)[:, None]).sum(axis=1)
    upper = (reached < (n // 2 + 1)[:, None]).sum(axis=1)
    return np.where(n > 0, (lower + upper) / 2 + 1, 1.0)
