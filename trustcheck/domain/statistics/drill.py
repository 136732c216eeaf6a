"""What a group picked on one scenario card: its usual answer, and whether the answers lie apart.

A rung is a place in an order and no amount, so there is a median and no mean, and nothing adds up over cards. Answers
lie apart where their average deviation from the median in rungs is above a sixth of the ladder, as with answers to a
question (Burke and Dunlap 2002).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from trustcheck.domain.statistics.group_words import some_variety


@dataclass(frozen=True, slots=True)
class CardScore:
    """What is told of one card and one view."""

    n: int
    """People who picked."""
    usual: int
    """The median rung; of two in the middle the more closed one."""
    lie_apart: bool


def usual_rung(counts: Sequence[int]) -> int:
    """The median of picks counted by rung, of two in the middle the lower. Raises ``ValueError`` where nobody picked.

    The lower, because a rung between two is none, and a pair of them would tell more of six or eight people than may
    be told.
    """
    if not (n := sum(counts)):
        message = "nobody picked"
        raise ValueError(message)
    return next(rung for rung in range(len(counts)) if 2 * sum(counts[: rung + 1]) >= n)


def lie_apart(counts: Sequence[int]) -> bool:
    """Whether people see different things coming."""
    return deviation(counts) > some_variety(len(counts))


def deviation(counts: Sequence[int]) -> Fraction:
    """The average deviation from the median, in rungs."""
    middle = usual_rung(counts)
    return Fraction(sum(abs(rung - middle) * count for rung, count in enumerate(counts)), sum(counts))
