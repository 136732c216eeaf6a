"""Which words may say how far answers lie apart, beside questions, their theme and its interval."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from trustcheck.domain.privacy.item_release import EXACT_FROM, high_from
from trustcheck.domain.statistics.classes import may_stand_apart
from trustcheck.domain.statistics.group_words import MUCH_THE_SAME, Spread

CLOSE_WORDS_FROM = EXACT_FROM
"""From this many people on words say how close answers lie that do not lie apart."""
CLOSE_TO_THE_CUT = Fraction(9, 10)
"""From this part of the cut on scores leave answers no room below it that two people would not look through."""
INDICES_FROM = 100
"""From this many people on indices of agreement are told. Beside exact questions their two decimals leave one set of
answers to most insiders of fourteen who lie close together, and of thirty; of a hundred whole points are no sums."""
ROOM = 8
"""Steps by which answers to a theme might lie further apart and still be said to lie close: four pairs a step each."""


def told_spread(found: Spread, n: int, between: Fraction, questions: Sequence[Sequence[int]]) -> Spread | None:
    """The words for how far answers lie apart, where they may stand beside questions, their theme and its interval.

    Below :data:`CLOSE_WORDS_FROM` only whether people describe different places: of five people whose answers lie close
    together the mean, the nearest answers and closer words leave but one set of answers to a question. From then on the
    same, however many they are, where answers with what is told of the ``questions`` (each counted by place on the
    scale) can hardly lie closer than that is called close: half at one answer and half at the next is as close as their
    mean allows, and "much the same place" would say that it is so.

    ``between`` is the average deviation of people's scores, as part of that from which people describe different
    places. Answers lie at least as far apart as scores do. Where scores nearly reach that, "no more than some variety"
    would say that everybody answered all questions alike, or nearly: below ten people, ``None``.
    """
    if n < EXACT_FROM and CLOSE_TO_THE_CUT <= between <= 1:
        return None
    if found.is_split or (n >= CLOSE_WORDS_FROM and _have_room(questions)):
        return found
    return Spread.UP_TO_SOME_VARIETY


def _have_room(questions: Iterable[Sequence[int]]) -> bool:
    """Asked of what is told anyway, the means and how many answered favourably: so the words say no more than they do
    where they are withheld."""
    answered = [each for each in questions if sum(each)]
    least = sum((_least_deviation(each) for each in answered), Fraction(0))
    return least + Fraction(ROOM, min(map(sum, answered))) <= MUCH_THE_SAME * len(answered)


def _least_deviation(counts: Sequence[int]) -> Fraction:
    """The least average deviation, in answer steps, with this sum and, where it is told, this many favourable ones."""
    n, total, first = sum(counts), sum(place * count for place, count in enumerate(counts)), high_from(len(counts))
    high = sum(counts[first:])
    if may_stand_apart(high, n):
        above = max(first * high, total - (first - 1) * (n - high))
        closest = [*_evenly(above, high), *_evenly(total - above, n - high)]
    else:
        closest = _evenly(total, n)
    return Fraction(sum(people * abs(place * n - total) for place, people in closest), n * n)


def _evenly(total: int, people: int) -> list[tuple[int, int]]:
    """Neighbouring places on the scale with this sum, and how many stand at each."""
    place, beyond = divmod(total, people)
    return [(place, people - beyond), (place + 1, beyond)]
