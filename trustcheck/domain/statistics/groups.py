"""One number for a group of people: mean, spread, precision.

Whether it may be told is asked of :func:`trustcheck.domain.privacy.group_hiding.group_score`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from scipy.special import ndtri, stdtrit

from trustcheck.domain.questionnaire.model import DEFAULT_CUTS, band_index
from trustcheck.domain.statistics.agreement import Agreement
from trustcheck.domain.statistics.classes import Classes, may_stand_apart, told_apart
from trustcheck.domain.statistics.exact import Sample
from trustcheck.domain.statistics.group_words import Solidity, Spread
from trustcheck.domain.statistics.points import FAVOURABLE

# How far a number could be off: the t interval, the guaranteed range, and Wilson's interval for a share.


SMALLEST_GROUP = 5
"""Below this many people a mean has no interval (measurement 2.8)."""


@dataclass(frozen=True, slots=True)
class Interval:
    low: float
    high: float


def t_interval(mean: float, sd: float, n: int, confidence: float = 0.95) -> Interval | None:
    """Student's interval for the mean of ``n`` scores on 0 to 100, clipped to that range; ``None`` below five."""
    if n < SMALLEST_GROUP:
        return None
    half = float(stdtrit(n - 1, 0.5 + confidence / 2)) * sd / sqrt(n)
    return Interval(max(mean - half, 0.0), min(mean + half, 100.0))


def guaranteed_range(mean: float, n: int, invited: int) -> Interval:
    """Where the mean of all ``invited`` people would lie, those without a score counted as 0 and as 100.

    Raises ``ValueError`` where fewer people were invited than have a score.
    """
    if invited < max(n, 1):
        message = f"{invited} invited people cannot have given {n} scores"
        raise ValueError(message)
    known = n * mean / invited
    return Interval(known, known + 100.0 * (invited - n) / invited)


def wilson(successes: int, n: int, confidence: float = 0.95) -> Interval:
    """Wilson's score interval for the share ``successes / n``, on 0 to 1. ``n`` is at least 1."""
    z = float(ndtri(0.5 + confidence / 2))
    share, square = successes / n, z * z
    middle = (share + square / (2 * n)) / (1 + square / n)
    half = z / (1 + square / n) * sqrt(share * (1 - share) / n + square / (4 * n * n))
    return Interval(max(middle - half, 0.0), min(middle + half, 1.0))


UNFAVOURABLE = 37.5
"""Below this a person's score counts to the lowest of three classes."""


@dataclass(frozen=True, slots=True)
class Share:
    """How many of ``n`` people, with Wilson's 95 % interval on 0 to 1."""

    count: int
    n: int
    interval: Interval

    @property
    def share(self) -> float:
        return self.count / self.n


@dataclass(frozen=True, slots=True)
class GroupScore:
    """People weigh alike. All on 0 to 100 and unrounded; ``sd`` needs two people, ``interval`` five."""

    n: int
    """People with a score; everything here rests on them and on nobody else."""
    mean: float
    sd: float | None
    median: float
    interval: Interval | None
    """95 % t interval: the group as it would usually answer."""
    favourable: Share | None
    """People from :data:`FAVOURABLE` on; ``None`` where they, or the others, are fewer than three."""
    classes: Classes
    """People below :data:`UNFAVOURABLE`, between, and from :data:`FAVOURABLE` on, as they may be told."""
    guaranteed: Interval | None = None
    """Where the mean of all invited would lie, the silent ones counted as 0 and as 100; where their number is known."""
    band: str | None = None
    """The band of the mean; ``None`` where too few of the invited answered."""
    band_range: str | None = None
    """Both names where the interval crosses a cut ("Patchy to Usual"); ``None`` like ``band``."""
    solidity: Solidity | None = None
    """Whether the band hangs on one person; ``None`` without a band or an interval."""
    spread: Spread | None = None
    """How far the answers lie apart, in words."""
    agreement: Agreement | None = None
    """The same as indices, for the appendix."""
    dont_know: float = 0.0
    """The share of *don't know* among answered and *don't know*, 0 to 1."""


@dataclass(frozen=True, slots=True)
class ItemScore:
    """One item as a group answered it: points keyed so that more is better, on 0 to 100 and unrounded."""

    n: int
    """People who chose a point of the scale."""
    mean: float
    favourable: Share | None
    """People whose answer is favourable; ``None`` where they, or the others, are fewer than three."""
    dont_know: float
    """The share of *don't know* among answered and *don't know*, 0 to 1."""
    nearest: float | None = None
    """Below ten people, and where some joined late, the points of the answer nearest to the mean: all that is told."""

    @property
    def told(self) -> float:
        """What a page may say, order by, or hold against a cut."""
        return self.mean if self.nearest is None else self.nearest


@dataclass(frozen=True, slots=True)
class DontKnow:
    """How many could not see one item's matter: of ``asked`` people who answered it or said *don't know*."""

    asked: int
    count: int

    @property
    def share(self) -> float:
        return self.count / self.asked


def described(known: Sample) -> GroupScore:
    """Mean and company of at least one person's score, without asking whether it may be shown."""
    n, mean = len(known), known.mean
    sd = sqrt(known.variance) if n > 1 else None
    return GroupScore(
        n=n,
        mean=mean,
        sd=sd,
        median=known.median,
        interval=None if sd is None else t_interval(mean, sd, n),
        favourable=told_share(favourable_share(known)),
        classes=three_classes(known),
    )


def three_classes(known: Sample) -> Classes:
    """How many of the scores lie below 37.5, between, and from 62.5 on, as it may be told."""
    n, high = len(known), known.count_from(FAVOURABLE)
    low = n - known.count_from(UNFAVOURABLE)
    return told_apart(low, n - low - high, high)


def favourable_share(known: Sample) -> Share:
    """How many of the scores or levels on 0 to 100 are favourable, told or not; at least one is given."""
    count = known.count_from(FAVOURABLE)
    return Share(count, len(known), wilson(count, len(known)))


def told_share(found: Share) -> Share | None:
    """The share where it may be told; ``None`` where a few people would stand alone."""
    return found if may_stand_apart(found.count, found.n) else None


# Would one person change it? Whether a group's band stays the same whoever is left out. Words, never numbers.


def solidity(known: Sample, interval: Interval | None, cuts: Sequence[float] = DEFAULT_CUTS) -> Solidity | None:
    """How firmly the band of the mean of ``known`` stands; ``None`` where there is no interval (below five).

    Nobody has to be left out one by one: a mean without one person is lowest without the highest score and highest
    without the lowest one, and a band between two equal ones is the same.
    """
    if interval is None:
        return None
    band = band_index(known.mean, cuts)
    if any(band_index(mean, cuts) != band for mean in (known.without_highest(), known.without_lowest())):
        return Solidity.HANGS_ON_ONE
    crosses = band_index(interval.low, cuts) != band_index(interval.high, cuts)
    return Solidity.BORDERLINE if crosses else Solidity.SOLID
