"""Whether one dot for each person may stand on a wall, and in which columns.

Everybody in the room has agreed that the room sees how many chose which answer (whether they have is asked of the
check). It is not agreed that anybody learns *whose* a dot is. So:

- nobody stands alone at an end: where one does, the columns are merged into three, left, middle and right, and where
  one would stand alone even so, or where the three would tell of the one, there are no dots at all;
- a question whose answers become one and the same once any one sheet is taken away has no dots: everybody would read
  what everybody else said;
- dots have no colours for leaders and staff, and must not let these be told apart. What each view's own result tells
  of the question is taken away from the dots: whoever knows one sheet, or any two below ten people, has to be left with
  more than one way in which the dots may be shared out (:func:`shared_out`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations_with_replacement, product

from trustcheck.domain.privacy.item_release import (
    EXACT_FROM,
    FEWEST_FOR_ITEMS,
    AnswerSet,
    high_from,
    is_alike_but_one,
    may_be_told,
    nearest,
)
from trustcheck.domain.statistics.groups import UNFAVOURABLE, ItemScore

MOST_DOTS = 30
"""As many people as sit in one room."""
_AT_AN_END = 2
"""People that each end needs where columns are merged: with none at one end, the three tell who stands at the other."""


@dataclass(frozen=True, slots=True)
class DotColumn:
    """People who answered from ``first`` to ``last``, places on the scale from 0 up."""

    first: int
    last: int
    people: int


def columns(counts: Sequence[int]) -> tuple[DotColumn, ...] | None:
    """How the answers to a question, counted by place on the scale, may stand as dots; ``None`` where they may not."""
    if not FEWEST_FOR_ITEMS <= sum(counts) <= MOST_DOTS or is_alike_but_one(counts):
        return None
    if not _is_one_alone(counts):
        return tuple(DotColumn(place, place, people) for place, people in enumerate(counts))
    merged = _merged(counts)
    return merged if min(merged[0].people, merged[-1].people) >= _AT_AN_END else None


def _is_one_alone(counts: Sequence[int]) -> bool:
    """Whether the outermost dot at either end of what was answered is one person's."""
    taken = [each for each in counts if each]
    return 1 in (taken[0], taken[-1])


def _merged(counts: Sequence[int]) -> tuple[DotColumn, ...]:
    """Left, middle and right: the classes in which people are counted everywhere. An even scale may have no middle."""
    low = next(place for place in range(len(counts)) if place * 100 >= UNFAVOURABLE * (len(counts) - 1))
    high = high_from(len(counts))
    ends = ((0, low), (low, high), (high, len(counts)))
    return tuple(DotColumn(first, end - 1, sum(counts[first:end])) for first, end in ends if end > first)


@dataclass(frozen=True, slots=True)
class ViewOfDots:
    """The part of the dots that belongs to one view, and what its own result tells of the question."""

    counts: tuple[int, ...]
    """By place on the scale."""
    told: ItemScore | None
    """``None`` where too few people for any."""

    @property
    def people(self) -> int:
        return sum(self.counts)

    def reads_like(self, counts: Sequence[int]) -> bool:
        """Whether other answers of so many people would be told in the same words; exact where it might be rounded."""
        if self.told is None:
            return True
        if not may_be_told(counts):
            return False
        total, was = (sum(place * people for place, people in enumerate(each)) for each in (counts, self.counts))
        if self.told.nearest is not None or self.people < EXACT_FROM:
            return nearest(total, self.people) == nearest(was, self.people)
        first = high_from(len(counts))
        return total == was and sum(counts[first:]) == sum(self.counts[first:])


def shared_out(one: ViewOfDots, other: ViewOfDots) -> list[tuple[int, ...]] | None:
    """All ways in which the dots of two views may be shared out between them, each as the counts of ``one``.

    ``None`` where somebody who knows a sheet, or two together below ten people, would be left with one way only, or
    with one and the same answer for all others of a view.
    """
    every = tuple(mine + theirs for mine, theirs in zip(one.counts, other.counts, strict=True))
    found = [
        mine
        for mine in product(*(range(each + 1) for each in every))
        if sum(mine) == one.people and one.reads_like(mine) and other.reads_like(_less(every, mine))
    ]
    for ours, theirs in _coalitions(one.counts, other.counts):
        left = [each for each in found if _holds(each, ours) and _holds(_less(every, each), theirs)]
        if len(left) < 2 or _all_alike(left, ours) or _all_alike([_less(every, each) for each in left], theirs):
            return None
    return found


def _coalitions(ours: Sequence[int], theirs: Sequence[int]) -> Iterator[tuple[AnswerSet, AnswerSet]]:
    """What one person knows, and below ten people any two: answers of the one view and of the other."""
    known = [(place, side) for side, counts in enumerate((ours, theirs)) for place, n in enumerate(counts) if n]
    sizes = (1, 2) if min(sum(ours), sum(theirs)) < EXACT_FROM else (1,)
    for size in sizes:
        for some in combinations_with_replacement(known, size):
            mine, yours = (tuple(place for place, of in some if of == side) for side in (0, 1))
            if _holds(ours, mine) and _holds(theirs, yours):
                yield mine, yours


def _holds(counts: Sequence[int], known: AnswerSet) -> bool:
    return all(counts[place] >= known.count(place) for place in known)


def _all_alike(left: Sequence[Sequence[int]], known: AnswerSet) -> bool:
    """Whether, without those who know, several others of a view answer alike in every way that is left."""
    rests = [[people - known.count(place) for place, people in enumerate(each)] for each in left]
    return all(sum(rest) > 1 and max(rest) == sum(rest) for rest in rests)


def _less(counts: Sequence[int], some: Sequence[int]) -> tuple[int, ...]:
    return tuple(each - taken for each, taken in zip(counts, some, strict=True))
