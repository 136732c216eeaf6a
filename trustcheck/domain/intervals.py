"""How far a number could be off: the t interval, the guaranteed range, and Wilson's interval for a share."""

from dataclasses import dataclass
from math import sqrt

from scipy.special import ndtri, stdtrit

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
