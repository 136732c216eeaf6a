"""Insiders read everything that a result says, and no other sheets would have made the same result: how often?

The rates are the highest that are allowed. ``-m long -s`` prints the table that stands in ``docs/TRUST.md``.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import combinations
from random import Random

import pytest

from tests.app import other_sheets, whole_attack
from tests.app.whole_attack import beside_theme, unknown, with_another_theme
from tests.domain.random_groups import some_group
from trustcheck.domain.privacy import told_words
from trustcheck.domain.statistics.exact import Sample
from trustcheck.domain.views import group_view

SIZES = (3, 4, 5, 6, 7, 8, 9, 10)
HIGHEST_OF_TWO = {10: 0.03}
"""Pairs for whom no other sheets were found, by the number of people; of fewer than ten :data:`OF_FEW`."""
OF_FEW = 0.01
PAIRS = 10


@dataclass
class Attack:
    ones: list[bool] = field(default_factory=list)
    twos: list[bool] = field(default_factory=list)
    """For each single insider, and for each pair, whether some question is pinned."""


@pytest.fixture(autouse=True)
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(group_view, "may_stand_beside_theme", beside_theme)
    whole_attack.result.cache_clear()


def attacked(people: int, groups: int, seed: int) -> Attack:
    chance, found, threshold = Random(seed), Attack(), min(people, 5)
    for _group in range(groups):
        sheets = with_another_theme(some_group(chance, people))
        pairs = list(combinations(range(people), 2))
        found.ones += [bool(unknown(sheets, (each,), threshold)) for each in range(people)]
        found.twos += [bool(unknown(sheets, each, threshold)) for each in chance.sample(pairs, min(PAIRS, len(pairs)))]
    return found


@pytest.mark.parametrize("people", [5, 7, 10])
def test_there_are_always_other_sheets_of_which_the_same_result_is_made(people: int) -> None:
    found = attacked(people, 2, seed=people)

    assert len(found.ones) == 2 * people
    assert not any(found.ones)


def test_the_search_finds_nothing_where_two_would_know_that_all_others_stand_at_the_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    five = with_another_theme([*[(4, 4, 4, 4)] * 3, (1, 2, 0, 1), (0, 3, 2, 2)])

    assert not unknown(five, (3, 4), 5)

    whole_attack.result.cache_clear()
    monkeypatch.setattr(Sample, "are_at_an_end_but_two", lambda *_people: False)
    monkeypatch.setattr(whole_attack, "ROUNDS", 1)
    monkeypatch.setattr(whole_attack, "HELD", 1)
    monkeypatch.setattr(other_sheets, "STEPS", 30)
    assert unknown(five, (3, 4), 5) == {0, 1, 2, 3}


@pytest.mark.long
def test_two_people_learn_nothing_from_scores_that_lie_nearly_as_far_apart_as_answers_may(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """All of five answered a theme in themselves alike, and lie nearly so far apart that it would be said."""
    five = with_another_theme([(2, 2, 3, 3), (4, 4, 4, 4), (4, 3, 4, 3), (2, 1, 1, 1), (3, 3, 3, 4)])

    assert not unknown(five, (2, 3), 5)

    whole_attack.result.cache_clear()
    monkeypatch.setattr(told_words, "CLOSE_TO_THE_CUT", 2)
    assert unknown(five, (2, 3), 5) == {2}


@pytest.mark.long
def test_the_table_of_what_everything_tells(print_figures: Callable[..., None]) -> None:
    lines = ["people  insiders  pinned    pairs  pinned"]
    for people in SIZES:
        found = attacked(people, 10 if people < 8 else 4, seed=4000 + people)
        one, two = found.ones, found.twos
        lines.append(f"{people:6}{len(one):10}{sum(one):8}{len(two):9}{sum(two):8}")
        if people in range(5, 11):
            assert sum(one) == 0
            assert sum(two) <= HIGHEST_OF_TWO.get(people, OF_FEW) * len(two)
    print_figures(*lines)
