"""Ends of intervals fit for eyes: whole points, and coarser below twelve people.

From a mean and the ends of its interval in whole points the standard deviation of five people follows nearly as well
as if it stood there: six sets of scores fit on average, and in one group of four no more than three. With ends on
fives, rounded outwards, it is twenty-six, and more than three in 24 groups of 25. Of ten people whole points would
tell, beside the shares, that a class holds one person or two in one group of six; of twelve in none.
"""

from math import ceil, floor

from trustcheck.app.group_result import COARSE, Range
from trustcheck.domain.intervals import Interval
from trustcheck.domain.points import apart

SPREAD_FROM = 12
"""From this many people on standard deviation, median and agreement are shown, and an interval's ends in whole points:
of ten people they would tell, beside the shares, that a class holds one or two."""


def ends_shown(found: Interval, n: int) -> Range:
    """The ends of an interval that rests on ``n`` people, the smaller number of two sides."""
    if n >= SPREAD_FROM:
        return Range(apart(found.low), apart(found.high))
    return Range(COARSE * floor(found.low / COARSE), COARSE * ceil(found.high / COARSE))


def difference_ends_shown(found: Interval, n: int) -> Range:
    """The same for a difference: ends that leave out 0 go on leaving it out, since its class says that they do."""
    ends = ends_shown(found, n)
    if found.low > 0:
        return Range(max(ends.low, 1), ends.high)
    return Range(ends.low, min(ends.high, -1)) if found.high < 0 else ends
