"""When a closed check may show more than it did: never by few enough sheets to work out what those few said.

A result shown twice, without and with somebody's sheet, shows that sheet: their difference is the person's answers
(measurement 2.15, rule 4). Later sheets therefore wait until there are enough of them to hide each other. The same
holds of two checks in a row that are answered by nearly the same sheets.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, combinations
from typing import TypeVar

from trustcheck.domain.privacy.item_release import EXACT_FROM, AnswerSet, high_from, nearest, told_sets, ways
from trustcheck.domain.privacy.suppressed import Suppressed
from trustcheck.domain.statistics.classes import FEWEST_APART
from trustcheck.domain.statistics.groups import GroupScore, ItemScore

Sheet = TypeVar("Sheet", str, bytes)
"""The answers of one sheet in a form in which equal ones are equal."""

# What two results of one check tell of the people who joined in between, and only of them.
#
# Their answers to a question add up to the difference of its two sums. A sum is told as the nearest answer to its
# mean below ten people, and of any number once some joined late; else in whole points, with how many answered
# favourably. The theme beside it, in whole points both times, narrows the sums of its questions further. What is left
# is judged as of a group of their own: for whoever knows one sheet of those who joined, whichever it says, and below
# ten of them for any two who know theirs.
#
# All sums that read alike follow each other without a gap, so that a range says which there are.


@dataclass(frozen=True, slots=True)
class ItemInBoth:
    """One question as both results show it, and what those who joined answered, as places on the scale from 0 up."""

    before: ItemScore | Suppressed
    after: ItemScore | Suppressed
    joined: AnswerSet
    options: int

    @property
    def most(self) -> int:
        """The highest sum that those who joined can have given."""
        return len(self.joined) * (self.options - 1)


def tells_of_joined(
    before: GroupScore | Suppressed, after: GroupScore | Suppressed, questions: Sequence[ItemInBoth], *, complete: bool
) -> bool:
    """Whether one of a theme's questions leaves an insider of those who joined one set of answers of the others.

    ``before`` and ``after`` are the theme's score; where somebody left one of its questions out (not ``complete``) it
    is no sum of them.
    """
    left = [_sums_of_joined(each) for each in questions]
    if complete and not isinstance(before, Suppressed) and not isinstance(after, Suppressed):
        left = _beside(_between(before, after, sum(each.options - 1 for each in questions)), left)
    return any(_is_known(each, sums) for each, sums in zip(questions, left, strict=True) if each.joined)


def _sums_of_joined(asked: ItemInBoth) -> range:
    """The sums that those who joined may have given to one question."""
    if isinstance(asked.before, Suppressed) or isinstance(asked.after, Suppressed):
        return range(asked.most + 1)
    found = _less(_sums(asked.after, asked.options), _sums(asked.before, asked.options))
    return range(max(0, found.start), min(asked.most + 1, found.stop))


def _beside(theme: range, left: Sequence[range]) -> list[range]:
    """The same, as far as all questions together may add up to a sum of the theme."""
    lowest, highest = sum(each[0] for each in left), sum(each[-1] for each in left)
    return [
        range(
            max(each.start, theme.start - (highest - each[-1])),
            min(each.stop, theme.stop - (lowest - each[0])),
        )
        for each in left
    ]


def _between(before: GroupScore, after: GroupScore, full: int) -> range:
    """The sums over all questions that the theme's two scores leave; ``full`` is the highest of one person."""
    return _less(_reading_like(after.mean, after.n * full), _reading_like(before.mean, before.n * full))


def _less(sums: range, others: range) -> range:
    return range(sums[0] - others[-1], sums[-1] - others[0] + 1)


def _sums(told: ItemScore, options: int) -> range:
    """The sums of places that read the same as this."""
    if told.nearest is None:
        return _reading_like(told.mean, told.n * (options - 1))
    place = round(told.nearest * (options - 1) / 100)
    if told.n >= EXACT_FROM:
        first, behind = (-(-(2 * place + end) * told.n // 2) for end in (-1, 1))
        return range(max(first, 0), min(behind, told.n * (options - 1) + 1))
    found = {total for each in told_sets(told.n, options) if nearest(total := sum(each), told.n) == place}
    return range(min(found), max(found) + 1)


def _reading_like(mean: float, full: int) -> range:
    """The sums of which ``full`` are 100 points that read the same in whole points as this mean."""
    points = (200 * round(mean * full / 100) + full) // (2 * full)
    first, behind = (-(-(2 * points + end) * full // 200) for end in (-1, 1))
    return range(max(first, 0), min(behind, full + 1))


def _favourable(told: ItemScore) -> Sequence[int]:
    """How many of the people may have answered favourably, as far as it is told."""
    if told.nearest is not None:
        return range(told.n + 1)
    few = range(FEWEST_APART)
    return sorted({*few, *(told.n - each for each in few)}) if told.favourable is None else [told.favourable.count]


def _favourable_of_joined(asked: ItemInBoth) -> Sequence[int]:
    people = range(len(asked.joined) + 1)
    if isinstance(asked.before, Suppressed) or isinstance(asked.after, Suppressed):
        return people
    before, after = _favourable(asked.before), _favourable(asked.after)
    if len(before) > len(people) or len(after) > len(people):
        return people
    return sorted({end - each for each in before for end in after if end - each in people})


def _is_known(asked: ItemInBoth, sums: range) -> bool:
    """Whether anybody who knows one of the sheets that joined, or two below ten, is left with one set of the others.

    One sheet is judged whatever it says, so that whether there are two results adds nothing to what they tell.
    """
    own: list[AnswerSet] = [(each,) for each in range(asked.options)]
    if len(asked.joined) < EXACT_FROM:
        own += sorted(set(combinations(sorted(asked.joined), 2)))
    high = _favourable_of_joined(asked)
    return any(_is_one(_sets_left(asked, sums, high, each)) for each in own if len(each) < len(asked.joined))


def _is_one(sets: Iterator[int]) -> bool:
    found = 0
    for each in sets:
        found += each
        if found > 1:
            return False
    return found == 1


def _sets_left(asked: ItemInBoth, sums: range, high: Sequence[int], own: AnswerSet) -> Iterator[int]:
    """How many sets of the others' answers there are for each sum, from the middle on, where there are many."""
    first, others = high_from(asked.options), len(asked.joined) - len(own)
    own_high = sum(each >= first for each in own)
    middle = len(sums) // 2
    for total in chain(sums[middle:], reversed(sums[:middle])):
        if total >= sum(own):
            yield ways(total - sum(own), others, [each - own_high for each in high], asked.options)


def may_release(threshold: int, released: int, waiting: int) -> bool:
    """Whether the ``waiting`` sheets of one perspective may join the ``released`` ones that were shown before.

    Yes where nothing of that perspective was shown, because it had fewer sheets than ``threshold``; otherwise only
    where at least ``threshold`` sheets join at once. Ask it for each perspective on its own: leaders and staff are
    never pooled, so that sheets of one say nothing of the other.
    """
    return released < threshold or waiting >= threshold


def may_show_both(threshold: int, everybody: int, without: int) -> bool:
    """Whether a value of ``everybody`` may stand beside the same value ``without`` some (the hurried sheets, say).

    Their difference is the answers of those left out: it is shown only where nobody was left out, or enough people to
    hide each other; and what remains must be enough as well.
    """
    left_out = everybody - without
    return without >= threshold and (left_out == 0 or left_out >= threshold)


def may_follow(threshold: int, before: Counter[Sheet], after: Counter[Sheet]) -> bool:
    """Whether a result of the sheets ``after`` may be shown once that of another check, ``before``, was.

    Both count equal sheets of one perspective; whose they are nobody knows. Where most of them are the same and fewer
    than ``threshold`` came or went, everything that changed is what those few say. Equal sheets among many others are
    chance, and tell nothing.
    """
    went, came = (before - after).total(), (after - before).total()
    few = max(went, came)
    return few == 0 or few >= threshold or not is_repeated(before.total(), went, came)


def is_repeated(before: int, went: int, came: int) -> bool:
    """Whether of ``before`` sheets most were given again, so that what changed is what those say who went or came.

    All of one check may stand in the other among many more. Else equal sheets among as many others are chance.
    """
    same = before - went
    return same > max(went, came) or (same > 0 and 0 in (went, came))
