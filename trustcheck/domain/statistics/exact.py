"""Scores as whole numbers, so that no sum, comparison or rounding depends on the order in which sheets came in.

A score is a fraction: a sum of answer steps over the answers given, a mean of such sums over the themes answered. All
fractions of one questionnaire have a common denominator, here called ``full``: what would be 100 points. Whole numbers
add up to the same total in every order; a float comes only of one division at the end, which rounds correctly.
"""

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import ceil, gcd, lcm
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from trustcheck.domain.statistics.points import whole

Whole: TypeAlias = NDArray[Any]
"""Of whole numbers: ``int32`` where that is wide enough, else ``int64``, else Python's own, which never end."""
Points: TypeAlias = NDArray[np.float64]

UNKNOWN = -1
"""Stands for a score that too few answers carry."""

_INT32, _INT64 = 2**31 - 1, 2**62


def dtype_for(largest: int) -> np.dtype[Any]:
    """The narrowest kind of whole number that holds ``largest``."""
    if largest <= _INT32:
        return np.dtype(np.int32)
    return np.dtype(np.int64 if largest <= _INT64 else object)


@dataclass(frozen=True, slots=True, eq=False)
class Parts:
    """Scores (n,) or (n, values): ``parts / full`` of 100 points each, :data:`UNKNOWN` where there is none."""

    parts: Whole
    full: int

    def column(self, at: int) -> "Parts":
        """One value's scores (n,) of a table (n, values)."""
        return Parts(self.parts[:, at], self.full)

    @property
    def is_known(self) -> NDArray[np.bool_]:
        known: NDArray[np.bool_] = np.asarray(self.parts >= 0, dtype=np.bool_)
        return known

    def points(self) -> Points:
        """The same on 0 to 100, each the float nearest to it; ``nan`` where unknown."""
        found = _divided(self.parts, self.full)
        found[~self.is_known] = np.nan
        return found

    def known(self) -> "Sample":
        """The scores there are, of one value."""
        return Sample(self.parts[self.is_known], self.full)


class Sample:
    """The known scores of one value, (n,) whole numbers of which ``full`` are 100 points."""

    def __init__(self, parts: Whole, full: int) -> None:
        self.parts, self.full = parts, full

    def __len__(self) -> int:
        return len(self.parts)

    @cached_property
    def total(self) -> int:
        """The sum of all parts."""
        return _total(self.parts, self.full)

    @cached_property
    def mean(self) -> float:
        """In points; at least one score is needed."""
        return 100 * self.total / (len(self) * self.full)

    @property
    def exact_mean(self) -> Fraction:
        """The same as a fraction."""
        return Fraction(100 * self.total, len(self) * self.full)

    @cached_property
    def variance(self) -> float:
        """With n - 1, in squared points; at least two scores are needed."""
        n = len(self)
        return 10_000 * (n * _squares(self.parts, self.full) - self.total**2) / (n * (n - 1) * self.full**2)

    @property
    def average_deviation(self) -> Fraction:
        """How far the scores lie from their mean on average, as part of the whole scale; at least one is needed."""
        n = len(self)
        return Fraction(sum(abs(n * part - self.total) for part in self.parts.tolist()), n * n * self.full)

    @cached_property
    def median(self) -> float:
        """In points."""
        n = len(self)
        middle = np.partition(self.parts, (n // 2, (n - 1) // 2))
        return 100 * (int(middle[n // 2]) + int(middle[(n - 1) // 2])) / (2 * self.full)

    @property
    def are_alike(self) -> bool:
        """Whether no two scores differ; one alone differs from none."""
        return len(self) > 1 and self.parts.min() == self.parts.max()

    def are_near_an_end_but_one(self, step: Fraction = Fraction(0)) -> bool:
        """Whether all scores but one lie at an end of the scale, but for ``step`` (parts of ``full``) among them all:
        whoever knows the odd one knows the others."""
        if len(self) < 2:
            return False
        above_low = self.total - int(self.parts.max())
        below_high = (len(self) - 1) * self.full - (self.total - int(self.parts.min()))
        return min(above_low, below_high) <= step * self.full

    def are_at_an_end_but_two(self, step: Fraction = Fraction(0)) -> bool:
        """Whether all scores but two lie at an end of the scale, and the mean in whole points leaves them nowhere else:
        not even ``step`` (parts of ``full``) nearer to the middle."""
        if len(self) < 3:
            return False
        parts = sorted(self.parts.tolist())
        if not any(parts[:-2]):
            other = self.total + step * self.full
        elif parts[2] == self.full:
            other = self.total - step * self.full
        else:
            return False
        return whole(self.mean) != whole(float(100 * other / (len(self) * self.full)))

    def count_from(self, cut: float) -> int:
        """How many scores reach ``cut`` points."""
        return int(np.count_nonzero(self.parts >= least_part(cut, self.full)))

    def without_lowest(self) -> float:
        """The mean without the lowest score, in points; at least two scores are needed."""
        return self._without(int(self.parts.min()))

    def without_highest(self) -> float:
        """The mean without the highest score, in points."""
        return self._without(int(self.parts.max()))

    def _without(self, part: int) -> float:
        return 100 * (self.total - part) / ((len(self) - 1) * self.full)


def least_part(cut: float, full: int) -> int:
    """The fewest parts of ``full`` that reach ``cut`` points. A cut is meant as it is written: 33.3 is 333/10."""
    return ceil(Fraction(repr(float(cut))) * full / 100)


def side_by_side(one: Sample, other: Sample) -> tuple[Whole, Whole]:
    """The parts of both samples with one and the same ``full``, as small as they can be.

    In whole numbers so wide that the product of their sum and of everybody's number still fits.
    """
    full, n = lcm(one.full, other.full), len(one) + len(other)
    wide = np.dtype(np.int64 if full * n * n < _INT64 else object)
    grown = [each.parts.astype(wide) * (full // each.full) for each in (one, other)]
    common = gcd(*(int(np.gcd.reduce(each)) for each in grown)) or 1
    return grown[0] // common, grown[1] // common


def _total(parts: Whole, full: int) -> int:
    if parts.dtype != object and full * len(parts) < _INT64:
        return int(parts.sum(dtype=np.int64))
    return sum(parts.tolist())


def _squares(parts: Whole, full: int) -> int:
    if parts.dtype != object and full * full * len(parts) < _INT64:
        wide = parts.astype(np.int64)
        return int(wide @ wide)
    return sum(part * part for part in parts.tolist())


def _divided(parts: Whole, full: int) -> Points:
    if parts.dtype != object and 100 * full < 2**53:
        return parts * 100.0 / full
    flat = [100 * part / full for part in parts.ravel().tolist()]
    return np.array(flat, dtype=np.float64).reshape(parts.shape)
