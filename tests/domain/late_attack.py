"""What somebody works out of the people who joined a result late, from the result without them and the one with them.

The solver goes through all answers that those people may have given to each question, and keeps what fits: some sum
of the earlier people and theirs together must read as both results do, for the question and for the theme.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import combinations_with_replacement

from tests.builders import response
from tests.domain.insider_attack import ASKED, FEW, HIGH, ITEMS, OPTIONS, Learned, Others, Sheet, Shown
from trustcheck.domain.privacy.item_release import EXACT_FROM, nearest, told_sets
from trustcheck.domain.privacy.suppressed import Suppressed
from trustcheck.domain.questionnaire.answers import Response
from trustcheck.domain.questionnaire.model import Form, Perspective, Questionnaire
from trustcheck.domain.statistics.points import whole
from trustcheck.domain.views.group_statistics import group_statistics
from trustcheck.domain.views.group_view import GroupTerms
from trustcheck.domain.views.late_sheets import may_join
from trustcheck.domain.views.next_check import told_beside
from trustcheck.domain.views.two_checks import ShownView, view_change

MOST = OPTIONS - 1


def joins(earlier: Sequence[Sheet], late: Sequence[Sheet], threshold: int) -> bool:
    """By the program itself."""
    return may_join(_responses(earlier), _responses(late), ASKED, Form.FULL, threshold)


def is_told_beside(before: Sequence[Sheet], after: Sequence[Sheet], threshold: int) -> bool:
    """Whether the theme is not shown in the second of two checks, by the program itself."""
    asked = frozenset(ASKED.item_by_id)
    return "A" in told_beside(_responses(before), _responses(after), asked, ASKED, Form.FULL, threshold)


def is_not_compared(before: Sequence[Sheet], after: Sequence[Sheet], threshold: int) -> bool:
    """Whether the program does not set the theme of two checks side by side."""
    then, now = (whole_view(_responses(each, step), ASKED, threshold) for each, step in ((before, 1), (after, 2)))
    return isinstance(view_change(then, now, Perspective.STAFF).themes["A"], Suppressed)


def whole_view(
    sheets: Sequence[Response], asked: Questionnaire, threshold: int = 5, form: Form = Form.FULL
) -> ShownView:
    """A check of these sheets of staff, as its own result tells it."""
    staff = [Perspective.STAFF.value] * len(sheets)
    found = group_statistics(sheets, staff, asked, form, GroupTerms(threshold))
    return ShownView(sheets, asked, form, found.perspectives["staff"], threshold)


def _responses(sheets: Sequence[Sheet], step: int = 1) -> list[Response]:
    """The second theme says nothing alike, and with another ``step`` nothing that it said before."""
    return [
        response(
            {f"A{at + 1}": place + 1 for at, place in enumerate(sheet)}
            | {f"B{at + 1}": 1 + (at * step + number) % OPTIONS for at in range(ITEMS)}
        )
        for number, sheet in enumerate(sheets)
    ]


def learned_of_late(
    before: Shown, after: Shown, late: int, known: Sequence[Sheet], *, went: int = 0
) -> tuple[Learned, ...]:
    """What those of the ``late`` people who know the sheets ``known`` can say of the rest of them.

    ``went`` people of the earlier result stand in the later one no more, and nobody knows what they said.
    """
    fits = [_fitting(before, after, at, late - len(known), [own[at] for own in known], went) for at in range(ITEMS)]
    own, whole_sums = sum(map(sum, known)), _theme_sums(before, after, went)
    found = []
    for at in range(ITEMS):
        rest = _totals([fits[other] for other in range(ITEMS) if other != at])
        sums = {each for each in {sum(answers) for answers in fits[at]} if _meet(own + each, rest, whole_sums)}
        found.append(Learned(frozenset(each for each in fits[at] if sum(each) in sums)))
    return tuple(found)


def _meet(known: int, rest: set[int], whole_sums: frozenset[int]) -> bool:
    return any(known + more in whole_sums for more in rest)


def _fitting(before: Shown, after: Shown, at: int, others: int, known: Sequence[int], went: int) -> list[Others]:
    """With which answers of the others some of the earlier people who stayed, and all of these, look as they do."""
    own, own_high = sum(known), sum(place >= HIGH for place in known)
    sums, highs = _sums_of_late(before, after, at, went), _highs_of_late(before, after, at, went)
    return [each for each, total, high in _sets(others) if total + own in sums and high + own_high in highs]


@lru_cache(maxsize=64)
def _sets(people: int) -> tuple[tuple[Others, int, int], ...]:
    """Every set of answers of so many people, with its sum and how many of them are favourable."""
    return tuple(
        (each, sum(each), sum(place >= HIGH for place in each))
        for each in combinations_with_replacement(range(OPTIONS), people)
    )


@lru_cache(maxsize=4096)
def _sums_of_late(before: Shown, after: Shown, at: int, went: int) -> frozenset[int]:
    return _less(_sums(after, at), _left_by(_sums(before, at), went * MOST))


@lru_cache(maxsize=4096)
def _highs_of_late(before: Shown, after: Shown, at: int, went: int) -> frozenset[int]:
    return _less(_highs(after, at), _left_by(_highs(before, at), went))


@lru_cache(maxsize=1024)
def _theme_sums(before: Shown, after: Shown, went: int) -> frozenset[int]:
    """The sums of all questions that those who joined may have given, going by the theme."""
    return _less(_reading(after), _left_by(_reading(before), went * ITEMS * MOST))


def _less(later: Iterable[int], earlier: Iterable[int]) -> frozenset[int]:
    before = list(earlier)
    return frozenset(two - one for two in later for one in before)


def _left_by(sums: Iterable[int], most: int) -> set[int]:
    """The sums that may be left once up to ``most`` of each is gone."""
    return {each - gone for each in sums for gone in range(min(each, most) + 1)}


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


def _reading(seen: Shown) -> list[int]:
    full = seen.n * ITEMS * MOST
    return [each for each in range(full + 1) if seen.mean is None or whole(100 * each / full) == seen.mean]


def _totals(fits: Sequence[Sequence[Others]]) -> set[int]:
    totals = {0}
    for sets in fits:
        sums = {sum(each) for each in sets}
        totals = {total + each for total in totals for each in sums}
    return totals
