"""How leaders and staff see the same theme: difference, precision, chance, and a class in words (measurement 2.9)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import chain, combinations
from math import exp, isfinite, sqrt
from typing import overload

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaln, nctdtrinc, ndtri, stdtr, stdtrit

from trustcheck.domain.statistics.exact import Sample, Whole, side_by_side
from trustcheck.domain.statistics.group_words import WIDE, GapKind
from trustcheck.domain.statistics.groups import SMALLEST_GROUP, Interval

# How often chance alone would part two views as far: all relabellings, or many drawn ones (measurement 2.9).


MOST_EXACT = 20_000
"""Up to so many relabellings all of them are looked at."""
DRAWS = 9_999
SEED = 20_261_122
"""The same answers give the same p, always and everywhere."""

_FEW_PEOPLE, _FEW_SCORES, _PEOPLE_PER_SCORE = 2000, 30, 4
"""Where one way of drawing becomes slower than the next, as measured; no p depends on them by more than chance."""
_SEVERAL = 255
"""People whose draws are kept for the next theme: so few that a byte names each of them."""
_CELLS = 100_000
"""Numbers that are held at once while drawing."""


@dataclass(frozen=True, slots=True)
class Chance:
    """``p``: the share of relabellings whose difference is at least as large, whatever its direction."""

    p: float
    method: str
    """"exact" or "monte carlo"."""
    smallest_p: float
    """The smallest p that so many people could reach."""
    p_holm: float = 1.0
    """Holm's p over all themes (or all pillars) that are compared."""


class Relabellings:
    """Ways to part the same people in two. Keeps those it has listed, for themes that as many people answered."""

    def __init__(self) -> None:
        self._listed: dict[tuple[int, int], NDArray[np.intp]] = {}

    def chance(self, leaders: Sample, staff: Sample) -> Chance:
        """The p of the absolute difference of two means."""
        fewer, more = sorted(side_by_side(leaders, staff), key=len)
        together = np.sort(np.concatenate((fewer, more)))
        ways = _ways(len(together), len(fewer))
        observed = int(_apart(fewer.sum(keepdims=True), together, len(fewer))[0])
        if ways <= MOST_EXACT:
            sums = together[self._parts(len(together), len(fewer))].sum(axis=1)
            mirrored = 2 if len(fewer) == len(more) else 1
            return Chance(float(_reached(sums, together, len(fewer), observed).mean()), "exact", mirrored / ways)
        sums = _drawn(together, len(fewer))
        reached = int(_reached(sums, together, len(fewer), observed).sum())
        return Chance((reached + 1) / (DRAWS + 1), "monte carlo", 1 / (DRAWS + 1))

    def _parts(self, people: int, chosen: int) -> NDArray[np.intp]:
        if (people, chosen) not in self._listed:
            flat = np.fromiter(chain.from_iterable(combinations(range(people), chosen)), dtype=np.intp)
            self._listed[people, chosen] = flat.reshape(-1, chosen)
        return self._listed[people, chosen]


def _ways(people: int, chosen: int) -> int:
    """In how many ways ``chosen`` people, at most half of all, can be taken out of them; of too many not the number."""
    ways = 1
    for at in range(chosen):
        ways = ways * (people - at) // (at + 1)
        if ways > MOST_EXACT:
            break
    return ways


def _reached(sums: Whole, together: Whole, chosen: int, observed: int) -> NDArray[np.bool_]:
    reached: NDArray[np.bool_] = np.asarray(_apart(sums, together, chosen) >= observed, dtype=np.bool_)
    return reached


def _apart(sums: Whole, together: Whole, chosen: int) -> Whole:
    """How far two means lie apart, as a whole number: both brought to the product of the two numbers of people.

    ``sums`` (relabellings,) are those of the ``chosen`` people; with all of them ``sum / chosen`` less
    ``rest / others`` is this by ``chosen * others``.
    """
    apart: Whole = np.abs(sums * len(together) - chosen * together.sum())
    return apart


def _drawn(together: Whole, chosen: int) -> Whole:
    """Sums of ``chosen`` people drawn at random, :data:`DRAWS` times, from scores in rising order: so the order in
    which people came changes nothing.

    Three ways to the same distribution, each the quickest for its size: shuffle few people many at a time; draw how
    many of each score where many people share few scores; otherwise draw people.
    """
    ordered = together
    if len(ordered) <= _FEW_PEOPLE:
        return _shuffled(ordered, chosen)
    chance = np.random.default_rng(SEED)
    scores, counts = np.unique(ordered, return_counts=True)
    if len(scores) <= _FEW_SCORES + chosen // _PEOPLE_PER_SCORE:
        return _by_score(scores, counts, chosen, chance)
    picks = (chance.choice(len(ordered), chosen, replace=False) for _draw in range(DRAWS))
    return np.fromiter((ordered[pick].sum() for pick in picks), dtype=ordered.dtype, count=DRAWS)


def _shuffled(ordered: Whole, chosen: int) -> Whole:
    people = len(ordered)
    parts = _kept_draws(people, chosen) if people <= _SEVERAL else _draws(people, chosen)
    return np.concatenate([ordered[each].sum(axis=1) for each in parts])


@lru_cache(maxsize=8)
def _kept_draws(people: int, chosen: int) -> Sequence[NDArray[np.integer]]:
    """The same for every theme that so many people answered, whatever they answered."""
    return tuple(each.astype(np.uint8) for each in _draws(people, chosen))


def _draws(people: int, chosen: int) -> Iterator[NDArray[np.integer]]:
    """(draws, chosen), some at a time: the places of those who are drawn each time."""
    chance, at_a_time = np.random.default_rng(SEED), max(_CELLS // people, 1)
    for start in range(0, DRAWS, at_a_time):
        lots = chance.random((min(at_a_time, DRAWS - start), people))
        yield np.argpartition(lots, chosen - 1, axis=1)[:, :chosen]


def _by_score(scores: Whole, counts: NDArray[np.int64], chosen: int, chance: np.random.Generator) -> Whole:
    sums = np.empty(DRAWS, dtype=scores.dtype)
    at_a_time = max(_CELLS // len(scores), 1)
    for start in range(0, DRAWS, at_a_time):
        part = sums[start : start + at_a_time]
        part[:] = chance.multivariate_hypergeometric(counts, chosen, size=len(part), method="marginals") @ scores
    return sums


SURE = 0.05

_LARGE = 2000
"""From these degrees of freedom on the noncentral t is as good as normal, and far quicker."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Leaders minus staff on one theme or pillar, unrounded, in points."""

    difference: float
    interval: Interval
    """Welch's 95 % interval."""
    hedges_g: float | None
    """With the exact correction; ``None`` where nobody differs within the views."""
    hedges_interval: Interval | None
    """From the noncentral t distribution."""
    kind: GapKind
    family: Sequence[Chance]
    """Of all gaps that are corrected together. Drawing them may take longer than all else, so ask for what is told."""
    place: int = 0

    @property
    def chance(self) -> Chance:
        return self.family[self.place]


def gaps(pairs: Iterable[tuple[str, Sample, Sample]]) -> dict[str, Gap]:
    """The gap of every (id, leaders' scores, staff's scores), each of two people or more.

    Holm's correction and the classes run over all pairs given: hand in one family, the themes or the pillars.
    """
    names, sides = [], []
    for name, leaders, staff in pairs:
        names.append(name)
        sides.append((leaders, staff))
    family = Chances(sides)
    return {name: _gap(*sides[at], family, at) for at, name in enumerate(names)}


def gap(leaders: Sample, staff: Sample) -> Gap:
    """One gap on its own."""
    return gaps([("", leaders, staff)])[""]


def _gap(leaders: Sample, staff: Sample, family: Sequence[Chance], place: int) -> Gap:
    apart, around = difference(leaders, staff), welch(leaders, staff)
    g, around_g = hedges(leaders, staff)
    return Gap(apart, around, g, around_g, _kind(apart, around, family, place), family, place)


class Chances(Sequence[Chance]):
    """The chances of some pairs, drawn and corrected when one of them is first asked for."""

    def __init__(self, pairs: Sequence[tuple[Sample, Sample]]) -> None:
        self._pairs = pairs

    def __len__(self) -> int:
        return len(self._pairs)

    @overload
    def __getitem__(self, place: int) -> Chance: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Chance]: ...

    def __getitem__(self, place: int | slice) -> Chance | Sequence[Chance]:
        return self._chances[place]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Chances) and self._chances == other._chances

    def __hash__(self) -> int:
        return hash(self._chances)

    @cached_property
    def _chances(self) -> tuple[Chance, ...]:
        relabellings = Relabellings()
        found = [relabellings.chance(*pair) for pair in self._pairs]
        return tuple(replace(each, p_holm=p) for each, p in zip(found, holm([each.p for each in found]), strict=True))


def difference(leaders: Sample, staff: Sample) -> float:
    """Of two means, in points: the float nearest to the exact one, so that a difference on a cut lies on it."""
    return float(leaders.exact_mean - staff.exact_mean)


def welch(leaders: Sample, staff: Sample, confidence: float = 0.95) -> Interval:
    """Welch's interval for the difference of two means with unequal variances; the difference itself without any."""
    middle = difference(leaders, staff)
    parts = [each.variance / len(each) for each in (leaders, staff)]
    error = sum(parts)
    if error == 0:
        return Interval(middle, middle)
    degrees = error**2 / sum(part**2 / (len(each) - 1) for part, each in zip(parts, (leaders, staff), strict=True))
    half = float(stdtrit(degrees, 0.5 + confidence / 2)) * sqrt(error)
    return Interval(middle - half, middle + half)


def hedges(leaders: Sample, staff: Sample, confidence: float = 0.95) -> tuple[float | None, Interval | None]:
    """Hedges' g with the exact correction J, and J times the noncentral t limits of Cohen's d."""
    sizes = len(leaders), len(staff)
    degrees = sum(sizes) - 2
    pooled = sum((len(each) - 1) * each.variance for each in (leaders, staff)) / degrees
    if pooled <= 0:
        return None, None
    j = exp(float(gammaln(degrees / 2)) - float(gammaln((degrees - 1) / 2))) / sqrt(degrees / 2)
    d = difference(leaders, staff) / sqrt(pooled)
    scale = sqrt(1 / sizes[0] + 1 / sizes[1])
    limits = _noncentral(d / scale, degrees, confidence)
    return j * d, Interval(j * limits.low * scale, j * limits.high * scale)


def holm(p: list[float]) -> list[float]:
    """Holm's step-down correction, in the order given."""
    order, corrected, so_far = sorted(range(len(p)), key=lambda at: p[at]), [0.0] * len(p), 0.0
    for rank, at in enumerate(order):
        so_far = max(so_far, min(1.0, (len(p) - rank) * p[at]))
        corrected[at] = so_far
    return corrected


def share_below(score: float, staff: Sample) -> float | None:
    """The share of staff (0 to 1) who would be expected to score lower than one leader, by Crawford and Howell.

    ``None`` below five of staff and where they do not differ. Shown only to that leader, who agreed to it.
    """
    n = len(staff)
    sd = sqrt(staff.variance) if n >= SMALLEST_GROUP else 0.0
    if sd == 0:
        return None
    return float(stdtr(n - 1, (score - staff.mean) / (sd * sqrt((n + 1) / n))))


def _kind(apart: float, around: Interval, family: Sequence[Chance], place: int) -> GapKind:
    """The class. Where no answers could have reached a small p, that is said instead of a verdict on these."""
    if abs(apart) < WIDE:
        return GapKind.SIMILAR
    if family[place].p_holm < SURE:
        return GapKind.CLEAR
    if around.low > 0 or around.high < 0:
        return GapKind.POSSIBLE
    return GapKind.TOO_FEW if family[place].smallest_p * len(family) >= SURE else GapKind.WORTH_ASKING


def _noncentral(t: float, degrees: int, confidence: float) -> Interval:
    """The noncentralities under which ``t`` would be just too large, and just too small.

    Those of ``-t`` are those of ``t`` with other signs, to the last digit: who stands first changes nothing else.
    """
    if t < 0:
        mirrored = _noncentral(-t, degrees, confidence)
        return Interval(-mirrored.high, -mirrored.low)
    found = _noncentral_above(t, degrees, confidence)
    return found if t else Interval(-found.high, found.high)


def _noncentral_above(t: float, degrees: int, confidence: float) -> Interval:
    tail = (1 - confidence) / 2
    if degrees < _LARGE:
        low, high = (float(nctdtrinc(degrees, share, t)) for share in (1 - tail, tail))
        if isfinite(low) and isfinite(high):
            return Interval(low, high)
    half = -float(ndtri(tail)) * sqrt(1 + t * t / (2 * degrees))
    return Interval(t - half, t + half)
