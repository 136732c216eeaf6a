"""Words that say how close answers lie, beside exact questions: what do they tell somebody who knows their own sheet?

The solver goes through every set of answers that has the mean of its question and as many favourable ones, where these
are told, and asks which of them fit with the words: a lower bound of what the others may have answered, question by
question. ``-m long -s`` prints the table that stands in ``docs/TRUST.md``.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache
from random import Random

import pytest

from tests.domain.insider_attack import FEW, HIGH, OPTIONS, Others, Sheet
from tests.domain.random_groups import some_group
from trustcheck.domain.privacy import told_words
from trustcheck.domain.privacy.item_release import may_be_told
from trustcheck.domain.privacy.told_words import told_spread
from trustcheck.domain.statistics.group_words import Spread

HALF_A_STEP, SPLIT = Fraction(1, 2), Fraction(5, 6)
Counted = tuple[int, ...]


def counted(answers: Sequence[int]) -> Counted:
    return tuple(answers.count(place) for place in range(OPTIONS))


@lru_cache(maxsize=100_000)
def deviation(counts: Counted) -> int:
    """How far answers lie from their mean, added up over the people, in parts of their number."""
    n, total = sum(counts), sum(place * count for place, count in enumerate(counts))
    return sum(count * abs(place * n - total) for place, count in enumerate(counts))


def some_way(n: int, places: int) -> Iterator[Counted]:
    if places == 1:
        yield (n,)
        return
    for first in range(n + 1):
        yield from ((first, *rest) for rest in some_way(n - first, places - 1))


@cache
def sets_of(n: int) -> dict[tuple[int, int | None], list[Counted]]:
    """All sets of so many answers that may be told, by their sum and their favourable ones."""
    found: dict[tuple[int, int | None], list[Counted]] = {}
    for each in some_way(n, OPTIONS):
        found.setdefault(_as_told(each), []).append(each)
    return found


def _as_told(counts: Counted) -> tuple[int, int | None]:
    n, high = sum(counts), sum(counts[HIGH:])
    return sum(place * count for place, count in enumerate(counts)), high if FEW <= high <= n - FEW else None


@lru_cache(maxsize=10_000)
def _told_like(counts: Counted, own: int) -> list[int]:
    """How far the answers lie apart in each set that is told alike and holds one's own answer."""
    alike = sets_of(sum(counts))[_as_told(counts)]
    return sorted(deviation(each) for each in alike if each[own] and may_be_told(each))


@dataclass
class Tally:
    themes: int = 0
    closely: int = 0
    """Themes of which words say how close answers lie."""
    insiders: int = 0
    pinned: int = 0


def word_of(questions: Sequence[Counted]) -> Spread:
    n = sum(questions[0])
    apart = Fraction(sum(map(deviation, questions)), n * n * len(questions))
    found = Spread.DIFFERENT if apart > SPLIT else Spread.SOME_VARIETY if apart > HALF_A_STEP else Spread.MUCH_THE_SAME
    told = told_spread(found, n, Fraction(0), questions)
    assert told is not None
    return told


def is_pinned(questions: Sequence[Counted], own: Sheet, word: Spread) -> bool:
    """Whether of some question one set alone is left: the nearest the others can lie beside it is looked at, and the
    farthest."""
    n, left = sum(questions[0]), [_told_like(*each) for each in zip(questions, own, strict=True)]
    above, up_to = {
        Spread.MUCH_THE_SAME: (Fraction(-1), HALF_A_STEP),
        Spread.SOME_VARIETY: (HALF_A_STEP, SPLIT),
        Spread.UP_TO_SOME_VARIETY: (Fraction(-1), SPLIT),
        Spread.DIFFERENT: (SPLIT, Fraction(OPTIONS)),
    }[word]
    full, least, most = len(questions) * n * n, sum(each[0] for each in left), sum(each[-1] for each in left)
    for each in left:
        fits = [one for one in each if one + least - each[0] <= up_to * full and one + most - each[-1] > above * full]
        if len(fits) < 2:
            return True
    return False


def attacked(n: int, groups: int) -> Tally:
    chance, found = Random(n), Tally()
    for _group in range(groups):
        sheets = some_group(chance, n)
        questions = [counted(answers) for answers in zip(*sheets, strict=True)]
        if not all(map(may_be_told, questions)):
            continue
        word = word_of(questions)
        found.themes += 1
        found.closely += word in (Spread.MUCH_THE_SAME, Spread.SOME_VARIETY)
        found.insiders += len(sheets)
        found.pinned += sum(is_pinned(questions, own, word) for own in sheets)
    return found


@pytest.mark.parametrize("n", [10, 14])
def test_nobody_learns_from_words_what_all_others_answered(n: int) -> None:
    found = attacked(n, 60)

    assert found.pinned == 0
    assert found.closely > 5


def test_the_solver_finds_what_words_told_without_a_look_at_the_means(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(told_words, "ROOM", -1000)

    assert attacked(14, 60).pinned > 10


def test_however_many_they_are_words_do_not_say_that_half_stand_at_one_answer_and_half_at_the_next() -> None:
    halves: list[Others] = [(2,) * 20 + (3,) * 20] * 4
    near_one: list[Others] = [(2,) * 36 + (3,) * 4] * 4

    assert word_of([counted(each) for each in halves]) is Spread.UP_TO_SOME_VARIETY
    assert word_of([counted(each) for each in near_one]) is Spread.MUCH_THE_SAME


@pytest.mark.long
def test_the_table_of_close_words(print_figures: Callable[..., None], monkeypatch: pytest.MonkeyPatch) -> None:
    lines = ["people  themes  said closely  insiders  pinned    always said closely: pinned"]
    for n in (10, 12, 14, 20, 25):
        with monkeypatch.context() as always:
            always.setattr(told_words, "ROOM", -1000)
            before = attacked(n, 600)
        found = attacked(n, 600)
        lines.append(f"{n:6}{found.themes:8}{found.closely:14}{found.insiders:10}{found.pinned:8}{before.pinned:20}")
        assert found.pinned == 0
    print_figures(*lines)
