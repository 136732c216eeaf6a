"""How often chance alone would part two views as far: all relabellings, or many drawn ones (measurement 2.9)."""

from dataclasses import dataclass
from itertools import chain, combinations
from math import comb

import numpy as np
from numpy.typing import NDArray

from trustcheck.domain.exact import Sample, Whole, side_by_side

MOST_EXACT = 20_000
"""Up to so many relabellings all of them are looked at."""
DRAWS = 9_999
SEED = 20_261_122
"""The same answers give the same p, always and everywhere."""

_FEW_PEOPLE, _FEW_SCORES, _PEOPLE_PER_SCORE = 2000, 30, 4
"""Where one way of drawing becomes slower than the next, as measured; no p depends on them by more than chance."""
_CELLS = 100_000
"""Numbers that are held at once while drawing."""


@dataclass(frozen=True, slots=True)
class Chance:
    """``p``: the share of relabellings whose difference is at least as large, whatever its direction."""

    p: float
    method: str
    smallest_p: float


class Relabellings:
    """Ways to part the same people in two. Keeps those it has listed, for themes that as many people answered."""

    def __init__(self) -> None:
        self._listed: dict[tuple[int, int], NDArray[np.intp]] = {}

    def chance(self, leaders: Sample, staff: Sample) -> Chance:
        """The p of the absolute difference of two means."""
        fewer, more = sorted(side_by_side(leaders, staff), key=len)
        together = np.sort(np.concatenate((fewer, more)))
        ways = comb(len(together), len(fewer))
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
    chance, ordered = np.random.default_rng(SEED), together
    if len(ordered) <= _FEW_PEOPLE:
        return _shuffled(ordered, chosen, chance)
    scores, counts = np.unique(ordered, return_counts=True)
    if len(scores) <= _FEW_SCORES + chosen // _PEOPLE_PER_SCORE:
        return _by_score(scores, counts, chosen, chance)
    picks = (chance.choice(len(ordered), chosen, replace=False) for _draw in range(DRAWS))
    return np.fromiter((ordered[pick].sum() for pick in picks), dtype=ordered.dtype, count=DRAWS)


def _shuffled(ordered: Whole, chosen: int, chance: np.random.Generator) -> Whole:
    sums = np.empty(DRAWS, dtype=ordered.dtype)
    at_a_time = max(_CELLS // len(ordered), 1)
    for start in range(0, DRAWS, at_a_time):
        part = sums[start : start + at_a_time]
        lots = chance.random((len(part), len(ordered)))
        part[:] = ordered[np.argpartition(lots, chosen - 1, axis=1)[:, :chosen]].sum(axis=1)
    return sums


def _by_score(scores: Whole, counts: NDArray[np.int64], chosen: int, chance: np.random.Generator) -> Whole:
    sums = np.empty(DRAWS, dtype=scores.dtype)
    at_a_time = max(_CELLS // len(scores), 1)
    for start in range(0, DRAWS, at_a_time):
        part = sums[start : start + at_a_time]
        part[:] = chance.multivariate_hypergeometric(counts, chosen, size=len(part), method="marginals") @ scores
    return sums
