"""How often chance alone would part two views as far: all relabellings, or many drawn ones (measurement 2.9)."""

from dataclasses import dataclass
from itertools import chain, combinations
from math import comb

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]

MOST_EXACT = 20_000
"""Up to so many relabellings all of them are looked at."""
DRAWS = 9_999
SEED = 20_261_122
"""The same answers give the same p, always and everywhere."""

_ALIKE = 1e-9
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

    def chance(self, leaders: Points, staff: Points) -> Chance:
        """The p of the absolute difference of two means; each view (n,) without ``nan``."""
        fewer, more = sorted((leaders, staff), key=len)
        together = np.concatenate((fewer, more))
        ways = comb(len(together), len(fewer))
        observed = abs(float(leaders.mean() - staff.mean()))
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


def _reached(sums: Points, together: Points, chosen: int, observed: float) -> NDArray[np.bool_]:
    rest = float(together.sum()) - sums
    reached: NDArray[np.bool_] = np.abs(sums / chosen - rest / (len(together) - chosen)) >= observed - _ALIKE
    return reached


def _drawn(together: Points, chosen: int) -> Points:
    """Sums of ``chosen`` people drawn at random, :data:`DRAWS` times; the order of the people changes nothing.

    Three ways to the same distribution, each the quickest for its size: shuffle few people many at a time; draw how
    many of each score where many people share few scores; otherwise draw people.
    """
    chance, ordered = np.random.default_rng(SEED), np.sort(together)
    if len(ordered) <= _FEW_PEOPLE:
        return _shuffled(ordered, chosen, chance)
    scores, counts = np.unique(ordered, return_counts=True)
    if len(scores) <= _FEW_SCORES + chosen // _PEOPLE_PER_SCORE:
        return _by_score(scores, counts, chosen, chance)
    picks = (chance.choice(len(ordered), chosen, replace=False) for _draw in range(DRAWS))
    return np.fromiter((ordered[pick].sum() for pick in picks), dtype=np.float64, count=DRAWS)


def _shuffled(ordered: Points, chosen: int, chance: np.random.Generator) -> Points:
    sums = np.empty(DRAWS)
    at_a_time = max(_CELLS // len(ordered), 1)
    for start in range(0, DRAWS, at_a_time):
        part = sums[start : start + at_a_time]
        lots = chance.random((len(part), len(ordered)))
        part[:] = ordered[np.argpartition(lots, chosen - 1, axis=1)[:, :chosen]].sum(axis=1)
    return sums


def _by_score(scores: Points, counts: NDArray[np.int64], chosen: int, chance: np.random.Generator) -> Points:
    sums = np.empty(DRAWS)
    at_a_time = max(_CELLS // len(scores), 1)
    for start in range(0, DRAWS, at_a_time):
        part = sums[start : start + at_a_time]
        part[:] = chance.multivariate_hypergeometric(counts, chosen, size=len(part), method="marginals") @ scores
    return sums
