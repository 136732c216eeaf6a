"""What somebody works out of the people who joined a result late, from the result without them and the one with them.

The solver goes through all answers that those people may have given to each question, and keeps what fits: some sum
of the earlier people and theirs together must read as both results do, for the question and for the theme.
"""

from collections.abc import Iterable, Sequence
from itertools import combinations_with_replacement

from tests.builders import response
from tests.domain.insider_attack import ASKED, FEW, HIGH, ITEMS, OPTIONS, Learned, Others, Sheet, Shown
from trustcheck.domain.privacy.item_release import EXACT_FROM, nearest, told_sets
from trustcheck.domain.questionnaire.model import Form
from trustcheck.domain.statistics.points import whole
from trustcheck.domain.views.late_sheets import may_join

MOST = OPTIONS - 1


def joins(earlier: Sequence[Sheet], late: Sequence[Sheet], threshold: int) -> bool:
    """By the program itself; the second theme says nothing alike."""
    some, more = (
        [
            response(
                {f"A{at + 1}": place + 1 for at, place in enumerate(sheet)}
                | {f"B{at + 1}": 1 + (at + number) % OPTIONS for at in range(ITEMS)}
            )
            for number, sheet in enumerate(sheets)
        ]
        for sheets in (earlier, late)
    )
    return may_join(some, more, ASKED, Form.FULL, threshold)


def learned_of_late(before: Shown, after: Shown, late: int, known: Sequence[Sheet]) -> tuple[Learned, ...]:
    """What those of the ``late`` people who know the sheets ``known`` can say of the rest of them."""
    fits = [
        [each for each in _sets(late - len(known)) if _fits(before, after, at, (*each, *(own[at] for own in known)))]
        for at in range(ITEMS)
    ]
    own, whole_sums = sum(map(sum, known)), _theme_sums(before, after)
    found = []
    for at in range(ITEMS):
        rest = _totals([fits[other] for other in range(ITEMS) if other != at])
        left = [each for each in fits[at] if any(own + sum(each) + more in whole_sums for more in rest)]
        found.append(Learned(frozenset(left)))
    return tuple(found)


def _sets(people: int) -> Iterable[Others]:
    return combinations_with_replacement(range(OPTIONS), people)


def _fits(before: Shown, after: Shown, at: int, late: Sequence[int]) -> bool:
    """Whether some answers of the earlier people, and these with them, would look as they do."""
    sums, later = _sums(before, at), _sums(after, at)
    return any(each + sum(late) in later for each in sums) and _counts_fit(before, after, at, late)


def _counts_fit(before: Shown, after: Shown, at: int, late: Sequence[int]) -> bool:
    high = sum(place >= HIGH for place in late)
    return any(each + high in _highs(after, at) for each in _highs(before, at))


def _highs(seen: Shown, at: int) -> set[int]:
    told = seen.favourable[at]
    if told is not None:
        return {told}
    if isinstance(seen.items[at], str) or not seen.is_exact:
        return set(range(seen.n + 1))
    return {each for each in range(seen.n + 1) if not FEW <= each <= seen.n - FEW}


def _sums(seen: Shown, at: int) -> set[int]:
    told, n = seen.items[at], seen.n
    if isinstance(told, str):
        return set(range(n * MOST + 1))
    if seen.is_exact:
        return {each for each in range(n * MOST + 1) if whole(100 * each / (n * MOST)) == told}
    read = {each for each in range(n * MOST + 1) if whole(100 * nearest(each, n) / MOST) == told}
    return read & {sum(each) for each in told_sets(n, OPTIONS)} if n < EXACT_FROM else read


def _theme_sums(before: Shown, after: Shown) -> set[int]:
    """The sums of all questions that those who joined may have given, going by the theme."""
    earlier, later = (_reading(each) for each in (before, after))
    return {two - one for one in earlier for two in later}


def _reading(seen: Shown) -> list[int]:
    full = seen.n * ITEMS * MOST
    return [each for each in range(full + 1) if seen.mean is None or whole(100 * each / full) == seen.mean]


def _totals(fits: Sequence[Sequence[Others]]) -> set[int]:
    totals = {0}
    for sets in fits:
        sums = {sum(each) for each in sets}
        totals = {total + each for total in totals for each in sums}
    return totals
