"""What may be told of one question in a small group, judged for people who know a sheet: their own, or two together.

Whoever answered knows one sheet, and takes it away from what is shown. Where everybody else gave one and the same
answer, the only odd one would read what all others said. And where few people answered, a mean in whole points is a
sum, and a sum less one's own answer is often but one set of answers. So:

- a question whose answers become one and the same once any one sheet is taken away is not told, whatever the size;
- from ten people on it is told exactly, with how many answered favourably, and only where the two leave anybody who
  knows one sheet with more than one set of answers for the others;
- below ten people it is told as the answer nearest to the mean, and only where that leaves anybody who knows one sheet,
  and any two who know two, with more than one set of answers for the others, not all of them alike.

The last is not an estimate: all sets of answers of so many people are looked through (:func:`told_sets`), and what
is not told for that reason tells something itself, so the looking is done again until nothing changes. Beside its
questions stands their theme in whole points, which in a small group is a sum of them: where that leaves one set only,
no question of the theme is told (:func:`may_stand_beside_theme`).
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache, reduce
from itertools import accumulate, combinations, combinations_with_replacement, product
from operator import or_
from typing import TypeAlias

from trustcheck.domain.statistics.classes import FEWEST_APART, may_stand_apart
from trustcheck.domain.statistics.points import FAVOURABLE

# How many sets of answers fit what is told of a question: their sum, and how many of them are favourable.
#
# Who gave which answer is not in a set. Only whether there are several matters, so counting stops at a few.


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


FEWEST_FOR_ITEMS = 5
"""Below this many answers a question is not told, whatever the threshold: in a group of three two know the third."""
EXACT_FROM = 10
"""From this many answers on a question's mean is told in whole points."""

_COALITIONS = (1, 2)
"""Of how many people who put what they know together the release is judged below ten."""


def is_alike_but_one(counts: Sequence[int]) -> bool:
    """Whether taking one sheet away, or none, leaves one and the same answer. ``counts`` by place on the scale."""
    return sum(counts) - max(counts) <= 1


def may_be_told(counts: Sequence[int]) -> bool:
    """Whether a question's answers, counted by place on the scale, may be told: exactly or as the nearest answer."""
    n = sum(counts)
    if n < FEWEST_FOR_ITEMS or is_alike_but_one(counts):
        return False
    return _leaves_several(counts) if n >= EXACT_FROM else answer_set(counts) in told_sets(n, len(counts))


def may_stand_beside_theme(sheets: Sequence[AnswerSet], options: int, together: Sequence[Sequence[int]] = ()) -> bool:
    """Whether questions told as their nearest answers may stand beside the score of them all, in whole points.

    ``sheets`` holds everybody's answers to these questions as places on the scale, nothing left out, of fewer than
    :data:`EXACT_FROM` people. ``together`` names the places of questions that are hidden with each other: some of them
    for their own sake, and some for that of the others, which tells something of their answers as well.
    """
    if together:
        return all(_several_beside_hidden(each, together) for each in _coalitions(sheets, options))
    return all(_several_beside_total(each, each.left()) for each in _coalitions(sheets, options))


def may_stand_beside_dots(sheets: Sequence[AnswerSet], options: int, at: int, possible: Sequence[AnswerSet]) -> bool:
    """The same where more is known of the question ``at``: everybody's answers to it are one of the ``possible`` sets.

    Where these are one only, all know it, as was agreed, and the other questions are judged.
    """
    for known in _coalitions(sheets, options):
        questions = known.left()
        questions[at] = _left_of(possible, known.answers[at])
        if not _several_beside_total(known, questions, but=at if len(possible) == 1 else None):
            return False
    return True


def _coalitions(sheets: Sequence[AnswerSet], options: int) -> "Iterator[_Known]":
    """What anybody knows, and any two together: their own answers to each question, and the theme."""
    told = tuple(nearest(sum(column), len(sheets)) for column in zip(*sheets, strict=True))
    known = {
        tuple(tuple(sorted(each)) for each in zip(*some, strict=True))
        for size in _COALITIONS
        for some in combinations(sheets, size)
    }
    full, total = len(sheets) * len(told) * (options - 1), sum(map(sum, sheets))
    return (_Known(each, told, len(sheets), options, total, full) for each in known)


@dataclass(frozen=True, slots=True)
class _Known:
    """What a coalition knows: its own answers to each question, and the theme's score as ``total`` of ``full``."""

    answers: tuple[AnswerSet, ...]
    told: tuple[int, ...]
    n: int
    options: int
    total: int
    full: int

    def left(self) -> "list[Sequence[_Left]]":
        """By question what the others may have answered."""
        found = _left(self.n, self.options)
        return [found.get((at, own), ()) for at, own in zip(self.told, self.answers, strict=True)]

    def fitting(self) -> range:
        """The sums of all the others' answers with which the score would read the same."""
        own, points = sum(map(sum, self.answers)), (200 * self.total + self.full) // (2 * self.full)
        first, behind = (-(-(2 * points + end) * self.full // 200) - own for end in (-1, 1))
        return range(max(first, 0), behind)


def _several_beside_total(known: _Known, questions: "Sequence[Sequence[_Left]]", but: int | None = None) -> bool:
    """Whether each question is left with several sets; ``but`` one of which all is known."""
    fitting = known.fitting()
    for place, (question, rest) in enumerate(zip(questions, _sums_beside_each(questions), strict=True)):
        if place == but:
            continue
        fits = [each for each in question if _meet(rest, each.total, fitting)]
        if not _are_several(fits):
            return False
    return True


@dataclass(slots=True)
class _Left:
    """The sets with one sum which the others may have answered to a question: what counts of them, not which."""

    total: int
    sets: int = 0
    is_varied: bool = False
    """Whether anybody in any of them answered otherwise than the rest."""


@lru_cache(maxsize=32)
def _left(n: int, options: int) -> Mapping[tuple[int, AnswerSet], Sequence[_Left]]:
    """What the others may have answered, sum by sum, by how a question is told and what somebody knows of it."""
    found: dict[tuple[int, AnswerSet], dict[int, _Left]] = {}
    for each in told_sets(n, options):
        for own, others in _known_by(each, _COALITIONS):
            by_sum = found.setdefault((_told_as(each), own), {})
            left = by_sum.setdefault(sum(others), _Left(sum(others)))
            left.sets += 1
            left.is_varied |= others[0] != others[-1]
    return {key: tuple(by_sum.values()) for key, by_sum in found.items()}


_Pattern: TypeAlias = "Mapping[int, Sequence[_Left]]"
"""By the place of a question, what the others may have answered to it."""


def _several_beside_hidden(known: _Known, together: Sequence[Sequence[int]]) -> bool:
    """The same where some questions are hidden together: each of these groups has several patterns."""
    hidden = {at for group in together for at in group}
    blocks = [_hidden_patterns(known, group) for group in together]
    blocks += [[{at: question}] for at, question in enumerate(known.left()) if at not in hidden]
    sums = [reduce(or_, (_sums_of([*each.values()]) for each in block)) for block in blocks]
    for number, block in enumerate(blocks):
        rest = reduce(_added, (each for other, each in enumerate(sums) if other != number), 1)
        if not all(_are_several(_fitting(block, at, rest, known.fitting())) for at in block[0]):
            return False
    return True


def _hidden_patterns(known: _Known, group: Sequence[int]) -> list[_Pattern]:
    """What the others may have answered to questions that are hidden together: not all would be told, nor none."""
    either = {at: _told_or_not(known.n, known.options, known.answers[at]) for at in group}
    return [
        {at: either[at][would] for at, would in zip(group, pattern, strict=True)}
        for pattern in product((0, 1), repeat=len(group))
        if 0 < sum(pattern) < len(group)
    ]


@lru_cache(maxsize=4096)
def _told_or_not(n: int, options: int, own: AnswerSet) -> tuple[Sequence[_Left], Sequence[_Left]]:
    """What the others may have answered to a question for those who answered ``own``: it is not told, and it is."""
    told = told_sets(n, options)
    either: tuple[list[AnswerSet], list[AnswerSet]] = ([], [])
    for others in combinations_with_replacement(range(options), n - len(own)):
        everybody = tuple(sorted((*own, *others)))
        either[everybody in told].append(everybody)
    return _left_of(either[0], own), _left_of(either[1], own)


def _fitting(block: Sequence[_Pattern], at: int, rest: int, fitting: range) -> list[_Left]:
    """What fits of one question with the sum of everything; ``rest`` are the sums of all other blocks."""
    found: dict[int, _Left] = {}
    for pattern in block:
        beside = _added(rest, _sums_of([each for other, each in pattern.items() if other != at]))
        found |= {id(each): each for each in pattern[at] if _meet(beside, each.total, fitting)}
    return [*found.values()]


def _are_several(left: Sequence[_Left]) -> bool:
    return sum(each.sets for each in left) > 1 and any(each.is_varied for each in left)


def _sums_of(questions: Sequence[Sequence[_Left]]) -> int:
    """All sums of what may stand at these questions together, as the bits of a number."""
    return reduce(_added, (reduce(or_, (1 << each.total for each in question), 0) for question in questions), 1)


def _left_of(possible: Iterable[AnswerSet], own: AnswerSet) -> Sequence[_Left]:
    """The same of some sets of everybody's answers, for whoever gave ``own``."""
    by_sum: dict[int, _Left] = {}
    for each in possible:
        others = Counter(each)
        others.subtract(own)
        if min(others.values()) >= 0:
            total = sum(others.elements())
            left = by_sum.setdefault(total, _Left(total))
            left.sets += 1
            left.is_varied |= len(+others) > 1
    return tuple(by_sum.values())


def _sums_beside_each(questions: Sequence[Sequence[_Left]]) -> list[int]:
    """For each question all sums of what may stand at the others, as the bits of a number: themes may be long."""
    sums = [reduce(or_, (1 << each.total for each in question), 0) for question in questions]
    before = list(accumulate(sums[:-1], _added, initial=1))
    behind = list(accumulate(sums[:0:-1], _added, initial=1))
    return [_added(one, other) for one, other in zip(before, reversed(behind), strict=True)]


@lru_cache(maxsize=4096)
def _added(one: int, other: int) -> int:
    """All sums of a number from each, as bits."""
    return reduce(or_, (one << at for at in range(other.bit_length()) if other >> at & 1), 0)


def _meet(sums: int, more: int, wanted: range) -> bool:
    """Whether any of the sums, given as bits, and ``more`` lie in a range together."""
    return (sums << more) >> wanted.start & (1 << len(wanted)) - 1 != 0


def _leaves_several(counts: Sequence[int]) -> bool:
    """Whether sum and favourable count leave everybody who takes their own answer away with several sets.

    Asked of every answer that could have been one's own, given or not: what decides is then told anyway, and that a
    question is told, or is not, adds nothing to it.
    """
    total, n, first = sum(place * count for place, count in enumerate(counts)), sum(counts), high_from(len(counts))
    high = sum(counts[first:])
    few = range(FEWEST_APART)
    possible = [high] if may_stand_apart(high, n) else sorted({*few, *(n - each for each in few)})
    for own in range(len(counts)):
        found = ways(total - own, n - 1, [each - (own >= first) for each in possible], len(counts))
        if found and found - _alike_but_one(total, n, own, len(counts)) < 2:
            return False
    return True


def _alike_but_one(total: int, n: int, own: int, options: int) -> int:
    """How many sets of this sum hold one's own answer and are never told, being alike but for one sheet."""
    pairs = ((most, total - (n - 1) * most) for most in range(options))
    return sum(0 <= odd < options and own in (most, odd) for most, odd in pairs)


def nearest(answers_sum: int, n: int) -> int:
    """The place on the scale nearest to a mean, given as the sum of places; of two equally near ones the higher."""
    return (2 * answers_sum + n) // (2 * n)


@lru_cache(maxsize=32)
def told_sets(n: int, options: int) -> frozenset[AnswerSet]:
    """All sets of ``n`` answers on a scale of ``options`` that are told as their nearest answer."""
    told = {each for each in combinations_with_replacement(range(options), n) if _is_varied(each)}
    return still_told(told, _told_as, max(_COALITIONS))


def still_told(
    told: AbstractSet[AnswerSet], as_told: Callable[[AnswerSet], Hashable], known: int
) -> frozenset[AnswerSet]:
    """Of sets that would be told ``as_told`` those that may be, for anybody who knows up to ``known`` sheets.

    What is not told tells something itself, so the looking is done again until nothing changes.
    """
    said, left = {each: as_told(each) for each in told}, set(told)
    known_of = {each: list(_known_by(each, range(1, known + 1))) for each in told}
    while leaking := _leaking(left, said, known_of):
        left -= leaking
    return frozenset(left)


def _leaking(
    told: set[AnswerSet],
    said: Mapping[AnswerSet, Hashable],
    known_of: Mapping[AnswerSet, Sequence[tuple[AnswerSet, AnswerSet]]],
) -> set[AnswerSet]:
    """The sets that leave somebody who knows so many sheets with one possibility, or with one answer for all."""
    left: dict[tuple[AnswerSet, Hashable], list[AnswerSet]] = {}
    for each in told:
        for known, others in known_of[each]:
            left.setdefault((known, said[each]), []).append(others)
    leaks = {key for key, possible in left.items() if _is_known(possible)}
    return {each for each in told if any((known, said[each]) in leaks for known, _others in known_of[each])}


def _is_known(possible: Iterable[AnswerSet]) -> bool:
    sets = list(possible)
    return len(sets) < 2 or all(each[0] == each[-1] for each in sets)


def _known_by(answers: AnswerSet, sizes: Sequence[int]) -> Iterable[tuple[AnswerSet, AnswerSet]]:
    """What so many people may know of a set of answers, and what then is left for the others."""
    seen: set[AnswerSet] = set()
    for size in sizes:
        for kept in combinations(range(len(answers)), len(answers) - size):
            others = tuple(answers[at] for at in kept)
            if others not in seen:
                seen.add(others)
                yield _without(answers, others), others


def _without(answers: AnswerSet, others: AnswerSet) -> AnswerSet:
    """What is left of a rising set once a part of it is taken out."""
    rest, at = [], 0
    for each in answers:
        if at < len(others) and others[at] == each:
            at += 1
        else:
            rest.append(each)
    return tuple(rest)


def _told_as(answers: AnswerSet) -> int:
    return nearest(sum(answers), len(answers))


def _is_varied(answers: AnswerSet) -> bool:
    return not is_alike_but_one([answers.count(each) for each in range(answers[-1] + 1)])


def answer_set(counts: Sequence[int]) -> AnswerSet:
    """The set that is counted by place on the scale."""
    return tuple(place for place, count in enumerate(counts) for _person in range(count))
