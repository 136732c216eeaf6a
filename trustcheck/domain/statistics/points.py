"""Points on 0 to 100, and how they are said: whole, and never more exactly than they are known."""

from math import floor

ABOUT_THE_SAME = 5.0
"""Differences below this many points are never mentioned in words (measurement 2.13)."""

FAVOURABLE = 62.5
"""From here on a score, or an answer, counts as favourable: nearer to "often" than to the middle."""


def whole(points: float) -> int:
    """Points rounded to the nearest whole number; a half goes up, so that 62.5 reads as the 63 of its band."""
    return floor(points + 0.5)


def apart(difference: float) -> int:
    """A difference in whole points, rounded half away from zero: 12.5 and -12.5 are as wide as each other."""
    return whole(difference) if difference >= 0 else -whole(-difference)


def level(point: int, high: int, *, reverse: bool = False) -> float:
    """A scale point (1 to ``high``) on 0 to 100, turned first where the item is reversed (measurement 2.1)."""
    keyed = 1 + high - point if reverse else point
    return 100.0 * (keyed - 1) / (high - 1)
