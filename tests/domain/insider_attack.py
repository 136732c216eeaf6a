"""What somebody works out who knows their own sheet and reads everything that a theme shows: its number and questions.

The solver goes through every set of answers the others may have given to each question, and keeps those that fit:
with what stands beside the question, and with the theme's whole points, which in a small group are a sum.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, combinations_with_replacement

from tests.builders import questionnaire, response
from trustcheck.domain.privacy.item_release import EXACT_FROM, may_be_told, nearest
from trustcheck.domain.privacy.suppressed import Suppressed
from trustcheck.domain.questionnaire.model import Form
from trustcheck.domain.statistics.groups import GroupScore, ItemScore
from trustcheck.domain.statistics.points import whole
from trustcheck.domain.views.group_statistics import group_statistics
from trustcheck.domain.views.group_view import GroupTerms

ITEMS, OPTIONS = 4, 5
HIGH, FEW = 3, 3
"""A place from which an answer is favourable, and the fewest people whose number is told."""
ASKED = questionnaire({"people": {"A": ITEMS, "B": ITEMS}})
Sheet = tuple[int, ...]
"""One person's answers to a theme, as places on the scale from 0 up."""
Others = tuple[int, ...]


@dataclass(frozen=True)
class Shown:
    """What a page shows of one theme of n people."""

    n: int
    mean: int | None
    """In whole points; ``None`` where the theme is hidden."""
    items: tuple[int | str, ...]
    """The nearest answer, the mean in whole points from ten people on, or why nothing is shown."""
    favourable: tuple[int | None, ...]
    """How many answered favourably; ``None`` where that is not told."""
    is_exact: bool
    """Whether questions stand in whole points: from ten people on, where nobody joined late."""


@dataclass(frozen=True)
class Learned:
    """Of one question: the sets of answers that the others may have given."""

    possible: frozenset[Others]

    @property
    def is_pinned(self) -> bool:
        """Whether nothing is left open of what each of the others answered."""
        return len(self.possible) == 1

    @property
    def is_known_of_everybody(self) -> bool:
        """Whether all others must have given one and the same answer."""
        return self.is_pinned and len(set(next(iter(self.possible)))) == 1


def shown(sheets: Sequence[Sheet], threshold: int, *, joined_late: bool = False) -> Shown:
    """By the program itself. The second theme varies, so that nothing of the first is hidden for its pillar's sake."""
    rows = [
        {f"A{at + 1}": place + 1 for at, place in enumerate(sheet)}
        | {f"B{at + 1}": 1 + (at + number) % OPTIONS for at in range(ITEMS)}
        for number, sheet in enumerate(sheets)
    ]
    terms = GroupTerms(threshold=threshold, joined_late=frozenset(["all"] if joined_late else []))
    found = group_statistics([response(row) for row in rows], ["all"] * len(rows), ASKED, Form.FULL, terms)
    view = found.perspectives["all"]
    theme = view.themes["A"]
    mean = whole(theme.mean) if isinstance(theme, GroupScore) else None
    items = [view.items[f"A{at + 1}"] for at in range(ITEMS)]
    is_exact = len(sheets) >= EXACT_FROM and not joined_late
    return Shown(len(sheets), mean, tuple(map(_item, items)), tuple(map(_favourable, items)), is_exact)


def _item(value: ItemScore | Suppressed) -> int | str:
    return value.reason if isinstance(value, Suppressed) else whole(value.told)


def _favourable(value: ItemScore | Suppressed) -> int | None:
    exact = isinstance(value, ItemScore) and value.nearest is None
    return value.favourable.count if exact and value.favourable else None


def learned(seen: Shown, known: Sequence[Sheet]) -> tuple[Learned, ...]:
    """What those who know the sheets ``known`` can say of the others, question by question."""
    others = seen.n - len(known)
    fits = [
        [each for each in _sets(others) if _fits(seen, at, (*each, *(sheet[at] for sheet in known)))]
        for at in range(ITEMS)
    ]
    own = sum(map(sum, known))
    totals = [_totals([sets for place, sets in enumerate(fits) if place != at]) for at in range(ITEMS)]
    return tuple(
        Learned(frozenset(each for each in fits[at] if _adds_up(seen, own + sum(each), totals[at])))
        for at in range(ITEMS)
    )


@lru_cache(maxsize=32)
def _sets(people: int) -> tuple[Others, ...]:
    return tuple(combinations_with_replacement(range(OPTIONS), people))


def _fits(seen: Shown, at: int, answers: Sequence[int]) -> bool:
    """Whether a question with these answers would look like this; a hidden one may be hidden for another's sake."""
    told = seen.items[at]
    if isinstance(told, str):
        return True
    favourable = seen.favourable[at] if len(answers) >= EXACT_FROM else None
    return _looks(tuple(sorted(answers)), may_be_told) == (told, favourable)


@lru_cache(maxsize=100_000)
def _looks(answers: Others, rule: Callable[[Sequence[int]], bool]) -> tuple[int, int | None] | None:
    """How a question with these answers is told, with its favourable ones; nothing where the rule forbids it."""
    counts, n, most = [answers.count(place) for place in range(OPTIONS)], len(answers), OPTIONS - 1
    if not rule(counts):
        return None
    if n < EXACT_FROM:
        return whole(100 * nearest(sum(answers), n) / most), None
    high = sum(place >= HIGH for place in answers)
    return whole(100 * sum(answers) / (n * most)), high if FEW <= high <= n - FEW else None


def _totals(fits: Sequence[Sequence[Others]]) -> set[int]:
    totals = {0}
    for sets in fits:
        sums = {sum(each) for each in sets}
        totals = {total + each for total in totals for each in sums}
    return totals


def _adds_up(seen: Shown, known: int, rest: set[int]) -> bool:
    if seen.mean is None:
        return True
    full = seen.n * ITEMS * (OPTIONS - 1)
    return any(whole(100 * (known + each) / full) == seen.mean for each in rest)


def one_by_one(sheets: Sequence[Sheet]) -> list[tuple[Sheet, ...]]:
    return [(each,) for each in sheets]


def two_by_two(sheets: Sequence[Sheet]) -> list[tuple[Sheet, ...]]:
    return list(combinations(sheets, 2))
