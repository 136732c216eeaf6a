"""The words a group's numbers are called by. Light: pages use them without loading what works numbers out."""

from enum import StrEnum
from fractions import Fraction

WIDE = 12.5
"""Points from which on a difference is named: half an answer step between five answers, as if every second person had
answered one higher. A convention, the same for every scale."""
ENOUGH_ANSWERED = Fraction(60, 100)
"""Below this share of the invited a group's mean is not called by a band (measurement 2.8)."""
MUCH_THE_SAME = Fraction(1, 2)
"""Average deviation in answer steps up to which people describe much the same place."""


def some_variety(options: int) -> Fraction:
    """Average deviation in answer steps up to which there is some variety: a sixth of the options (Burke and Dunlap
    2002), which of five is 20.8 of 100 points."""
    return Fraction(options, 6)


class Spread(StrEnum):
    """How far people's answers to one theme lie apart, from the average deviation (measurement 2.5)."""

    MUCH_THE_SAME = "people describe much the same place"
    SOME_VARIETY = "some variety"
    UP_TO_SOME_VARIETY = "no more than some variety"
    """Either of the two: of few people they are not told apart."""
    DIFFERENT = "people describe different places"
    TWO_CAMPS = "two camps"

    @property
    def is_split(self) -> bool:
        """Whether the spread comes before the mean: the theme's listening suggestion goes first."""
        return self in (Spread.DIFFERENT, Spread.TWO_CAMPS)


class Solidity(StrEnum):
    """Whether the band would be another one without one of the people; never without whom."""

    SOLID = "solid"
    """The band stays whoever is left out, and the interval lies within it."""
    BORDERLINE = "borderline"
    """The band stays whoever is left out, but the interval crosses one of its ends."""
    HANGS_ON_ONE = "hanging on one answer"
    """There is somebody without whom the band would be another one."""


class NoOmega(StrEnum):
    """Why there is no omega although enough people answered."""

    IMPROPER = "improper"
    """One item would carry the factor alone (a Heywood case)."""
    NOT_SETTLED = "not settled"
    """The fit does not come to rest."""


class GapKind(StrEnum):
    """What a difference amounts to. None of them says who is right."""

    CLEAR = "clear gap"
    POSSIBLE = "possible gap"
    WORTH_ASKING = "difference worth asking about"
    SIMILAR = "similar views"
    TOO_FEW = "too few to test"

    @property
    def weight(self) -> float:
        """How much it adds to a theme's evidence (measurement 4.1): 1 clear, 0.5 possible, 0 otherwise."""
        return {GapKind.CLEAR: 1.0, GapKind.POSSIBLE: 0.5}.get(self, 0.0)

    @property
    def is_named(self) -> bool:
        """Whether it is half an answer step or more, and worth asking about."""
        return self is not GapKind.SIMILAR

    @property
    def is_strong(self) -> bool:
        """Whether chance alone hardly makes it: drawn bold, wherever it is drawn."""
        return self in (GapKind.CLEAR, GapKind.POSSIBLE)
