"""Scores written in points, as the whole numbers that statistics are worked out from."""

from collections.abc import Iterable
from fractions import Fraction
from math import lcm

import numpy as np

from trustcheck.domain.statistics.exact import Sample

_FINEST = 10**9
"""Scores in oracles are printed with up to nine decimals of a point."""


def sample(points: Iterable[float]) -> Sample:
    """Known scores on 0 to 100, each as the fraction it was meant to be."""
    shares = [Fraction(float(each)).limit_denominator(_FINEST) / 100 for each in points]
    full = lcm(1, *(each.denominator for each in shares))
    return Sample(np.array([int(each * full) for each in shares], dtype=object), full)
