"""How much better somebody guesses another person's answer who took part too and reads everything that is shown.

A result is meant to tell how a place is seen, so what counts is what it tells beyond that: the guess of somebody who
knows how people at such a place answer, and has no result, is the measure. The guess itself is the best there is: of
many thousand invented groups, the answer that was given most often where as much was shown and one's own sheet said so.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pytest
from numpy.typing import NDArray

from trustcheck.domain.privacy.item_release import EXACT_FROM, may_be_told
from trustcheck.domain.statistics.groups import t_interval

Whole = NDArray[np.int64]
OPTIONS, ITEMS = 5, 4
MOST_GAINED = 0.05
"""The share of right guesses that a result may add."""


@dataclass(frozen=True)
class Groups:
    """Invented groups: answers (groups, people, items) as places from 0 up, and which kind of place each is."""

    answers: Whole
    kind: Whole


def some_groups(chance: np.random.Generator, groups: int, people: int) -> Groups:
    """As :func:`tests.domain.test_insider_attack.some_group` makes them."""
    place, spread = chance.normal(2.2, 0.8, (groups, 1, 1)), chance.integers(0, 3, (groups, 1, 1))
    apart = np.array([0.3, 0.5, 0.7])[spread]
    views = place + apart * chance.normal(size=(groups, people, 1))
    answers = np.rint(views + apart * chance.normal(size=(groups, people, ITEMS)))
    kind = 3 * np.rint(10 * place).astype(np.int64) + spread
    return Groups(np.clip(answers, 0, OPTIONS - 1).astype(np.int64), kind.ravel())


def shown_beside(answers: Whole) -> list[Whole]:
    """Everything that stands beside the first question: itself, its theme, and how far the theme's interval reaches.

    More than there is: a question that is hidden for its neighbours' sake counts as told.
    """
    people = answers.shape[1]
    sums, theme = answers[:, :, 0].sum(axis=1), answers.sum(axis=2)
    full = people * (OPTIONS - 1)
    told = (2 * sums + people) // (2 * people) if people < EXACT_FROM else (200 * sums + full) // (2 * full)
    counts = np.stack([(answers[:, :, 0] == place).sum(axis=1) for place in range(OPTIONS)], axis=1)
    kinds, where = np.unique(counts, axis=0, return_inverse=True)
    may = np.array([may_be_told(each.tolist()) for each in kinds])[where.ravel()]
    whole = np.floor(100 * theme.sum(axis=1) / (ITEMS * full) + 0.5).astype(np.int64)
    reaches = t_interval(50.0, 1.0, people)
    assert reaches is not None
    half = (reaches.high - 50) * 100 / (ITEMS * (OPTIONS - 1)) * theme.std(axis=1, ddof=1)
    step = 5 if people < EXACT_FROM else 1
    return [np.where(may, told, -1), whole, np.ceil(half / step).astype(np.int64)]


def right_guesses(seen: list[Whole], answer: Whole) -> float:
    """How often the commonest answer of half of all groups, where the same is seen, is right in the other half."""
    _kinds, key = np.unique(np.stack(seen, axis=1), axis=0, return_inverse=True)
    key, half = key.ravel(), len(answer) // 2
    given = np.zeros((key.max() + 1, OPTIONS))
    np.add.at(given, (key[:half], answer[:half]), 1)
    given += np.bincount(answer[:half], minlength=OPTIONS) / len(answer)
    return float((given.argmax(axis=1)[key[half:]] == answer[half:]).mean())


@dataclass(frozen=True)
class Guessing:
    own: float
    """With one's own sheet and nothing else."""
    marginal: float
    """Knowing how people at such a place answer."""
    result: float
    """With one's own sheet and everything that is shown."""

    @property
    def gained(self) -> float:
        return self.result - self.marginal


def guessing(people: int, groups: int) -> Guessing:
    made = some_groups(np.random.default_rng(people), groups, people)
    own, other = made.answers[:, 0, 0], made.answers[:, 1, 0]
    sheet = [own, made.answers[:, 0].sum(axis=1)]
    best = max(
        right_guesses([own, *shown_beside(made.answers)[:count]], other)
        for count in (1, 2, 3)
    )  # fmt: skip
    return Guessing(right_guesses(sheet, other), right_guesses([made.kind], other), best)


@pytest.mark.parametrize("people", [5, 10])
def test_a_result_adds_little_to_guessing_what_one_other_person_answered(people: int) -> None:
    found = guessing(people, 60_000)

    assert found.own < found.result
    assert found.gained <= MOST_GAINED


def test_the_measure_notices_who_reads_the_answers_themselves() -> None:
    made = some_groups(np.random.default_rng(1), 20_000, 5)
    other = made.answers[:, 1, 0]

    assert right_guesses([made.answers[:, 0, 0], *np.sort(made.answers[:, :, 0], axis=1).T], other) > 0.6


@pytest.mark.long
def test_the_table_of_guesses(print_figures: Callable[..., None]) -> None:
    lines = ["people  own sheet  such a place  result  gained, %"]
    for people in (5, 6, 7, 8, 9, 10, 20):
        found = guessing(people, 300_000)
        shares = (
            f"{100 * found.own:11.1f}{100 * found.marginal:14.1f}{100 * found.result:8.1f}{100 * found.gained:8.1f}"
        )
        lines.append(f"{people:6}{shares}")
        assert found.gained <= MOST_GAINED
    print_figures(*lines)
