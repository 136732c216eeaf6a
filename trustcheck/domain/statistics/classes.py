"""People counted in classes: below 37.5, between, and from 62.5 on; and how many answered "often" or more.

A class of fewer than three people is never told apart, whatever the size of the group: it is counted with its
neighbour, and where even so fewer than three would stand on one side nothing is counted at all. An empty class goes
the same way. If only one and two were joined, a joined class would say that there is somebody in it.
"""

from dataclasses import dataclass

FEWEST_APART = 3
"""People that a class needs to stand apart, and that must be left beside it."""


@dataclass(frozen=True, slots=True)
class ClassRange:
    """Some of the people: those of the classes ``first`` to ``last``, where 0 is the lowest of three."""

    first: int
    last: int
    people: int


@dataclass(frozen=True, slots=True)
class Classes:
    """How many of ``n`` people stand in each class; ``None`` where a class is told together with its neighbour."""

    n: int
    low: int | None = None
    middle: int | None = None
    high: int | None = None

    @property
    def parts(self) -> tuple[ClassRange, ...]:
        """What may be told, from the lowest upwards: three classes, two, or everybody together."""
        if self.low is not None and self.middle is not None and self.high is not None:
            return ClassRange(0, 0, self.low), ClassRange(1, 1, self.middle), ClassRange(2, 2, self.high)
        if self.high is not None:
            return ClassRange(0, 1, self.n - self.high), ClassRange(2, 2, self.high)
        if self.low is not None:
            return ClassRange(0, 0, self.low), ClassRange(1, 2, self.n - self.low)
        return (ClassRange(0, 2, self.n),)


def may_stand_apart(count: int, n: int) -> bool:
    """Whether ``count`` of ``n`` people may be told: neither they nor the others are fewer than three."""
    return min(count, n - count) >= FEWEST_APART


def told_apart(low: int, middle: int, high: int) -> Classes:
    """The three classes of a group as they may be told. Who is usual stands apart before who is rare."""
    n = low + middle + high
    if min(low, middle, high) >= FEWEST_APART:
        return Classes(n, low, middle, high)
    if may_stand_apart(high, n):
        return Classes(n, high=high)
    return Classes(n, low=low) if may_stand_apart(low, n) else Classes(n)
