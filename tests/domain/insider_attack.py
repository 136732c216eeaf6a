"""What somebody works out who knows their own sheet and reads everything that a theme shows: its number and questions.

The solver goes through every set of answers the others may have given to each question, and keeps those that fit:
with what stands beside the question, and with the theme's whole points, which in a small group are a sum.
"""

from collections.abc import Callable, Iterator, Sequence
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


_Pattern = dict[int, list[Others]]
"""By question the sets of answers that the others may have given to it."""


def learned(seen: Shown, known: Sequence[Sheet]) -> tuple[Learned, ...]:
    """What those who know the sheets ``known`` can say of the others, question by question."""
    blocks = list(_blocks(seen, known))
    own = sum(map(sum, known))
    possible: dict[int, frozenset[Others]] = {}
    for number, block in enumerate(blocks):
        rest = _added(*(_sums(each) for other, each in enumerate(blocks) if other != number))
        for at in block[0]:
            found: set[Others] = set()
            for pattern in block:
                beside = _added(rest, *(_totals(sets) for place, sets in pattern.items() if place != at))
                fits = {total for total in _totals(pattern[at]) if _adds_up(seen, own + total, beside)}
                found.update(each for each in pattern[at] if sum(each) in fits)
            possible[at] = frozenset(found)
    return tuple(Learned(possible[at]) for at in range(ITEMS))


def _blocks(seen: Shown, known: Sequence[Sheet]) -> Iterator[list[_Pattern]]:
    """Questions that go each by itself, and two below ten people that are hidden together beside others that are told:
    one of the two is hidden for the other's sake, for where both are hidden for their own nothing of the theme is told.
    """
    others, is_hidden = seen.n - len(known), [isinstance(each, str) for each in seen.items]
    for first, second in ((0, 1), (2, 3)):
        pair = (first, second)
        if seen.n < EXACT_FROM and not all(is_hidden) and all(is_hidden[at] for at in pair):
            either = {at: _told_or_not([sheet[at] for sheet in known], others) for at in pair}
            yield [{first: either[first][told], second: either[second][not told]} for told in (False, True)]
            continue
        for at in pair:
            own = [sheet[at] for sheet in known]
            yield [{at: [each for each in _sets(others) if _fits(seen, at, (*each, *own))]}]


def _told_or_not(own: Sequence[int], others: int) -> tuple[list[Others], list[Others]]:
    either: tuple[list[Others], list[Others]] = ([], [])
    for each in _sets(others):
        answers = (*each, *own)
        either[may_be_told([answers.count(place) for place in range(OPTIONS)])].append(each)
    return either


def _sums(block: Sequence[_Pattern]) -> set[int]:
    return {total for pattern in block for total in _added(*map(_totals, pattern.values()))}


def _totals(sets: Sequence[Others]) -> set[int]:
    return {sum(each) for each in sets}


def _added(*sums: set[int]) -> set[int]:
    totals = {0}
    for each in sums:
        totals = {total + more for total in totals for more in each}
    return totals


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


def _adds_up(seen: Shown, known: int, rest: set[int]) -> bool:
    if seen.mean is None:
        return True
    full = seen.n * ITEMS * (OPTIONS - 1)
    return any(whole(100 * (known + each) / full) == seen.mean for each in rest)


def one_by_one(sheets: Sequence[Sheet]) -> list[tuple[Sheet, ...]]:
    return [(each,) for each in sheets]


def two_by_two(sheets: Sequence[Sheet]) -> list[tuple[Sheet, ...]]:
    return list(combinations(sheets, 2))
