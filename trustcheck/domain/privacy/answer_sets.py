"""How many sets of answers fit what is told of a question: their sum, and how many of them are favourable.

Who gave which answer is not in a set. Only whether there are several matters, so counting stops at a few.
"""

from collections.abc import Sequence
from functools import lru_cache

from trustcheck.domain.statistics.points import FAVOURABLE

AnswerSet = tuple[int, ...]
"""One set of answers to a question, as places on the scale from 0 up, in rising order: who gave which is not in it."""

_ENOUGH = 8
"""Sums this far from either end of what is possible leave many sets of answers; no exact number of them is needed."""


def ways(total: int, people: int, high: Sequence[int], options: int) -> int:
    """How many sets of answers of ``people`` have this sum and so many favourable ones; counted up to a few."""
    first, found = high_from(options), 0
    most_above, most_below = options - 1 - first, first - 1
    for number in high:
        above, others = total - number * first, people - number
        if number < 0 or others < 0:
            continue
        for below in range(max(0, above - number * most_above), min(above, others * most_below) + 1):
            found += how_many(above - below, number, most_above) * how_many(below, others, most_below)
            if found >= _ENOUGH:
                return found
    return found


def how_many(total: int, people: int, most: int) -> int:
    """How many sets of ``people`` numbers from 0 to ``most`` have this sum, or fewer than that where there are many.

    Their number is the same from either end and grows towards the middle, so far from both ends a smaller sum will do.
    """
    near = min(total, people * most - total)
    return _partitions(min(near, _ENOUGH), min(people, _ENOUGH), most) if near >= 0 else 0


@lru_cache(maxsize=1024)
def _partitions(total: int, parts: int, most: int) -> int:
    """In how many ways ``total`` is a sum of at most ``parts`` whole numbers from 1 to ``most``."""
    if total == 0:
        return 1
    if total < 0 or parts == 0 or most == 0:
        return 0
    return _partitions(total - most, parts - 1, most) + _partitions(total, parts, most - 1)


def high_from(options: int) -> int:
    """The lowest place on the scale that counts as favourable."""
    return next(place for place in range(options) if place * 100 >= FAVOURABLE * (options - 1))
