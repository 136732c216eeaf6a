"""Somebody who knows their own sheet, and two who know two, read a theme with its questions: what can they work out?

The rates are the highest that are allowed. ``-m long -s`` attacks a thousand groups of each size and prints the table
that stands in ``docs/TRUST.md``.
"""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

import pytest

from tests.domain import insider_attack
from tests.domain.insider_attack import learned, one_by_one, shown, two_by_two
from tests.domain.random_groups import Rates, some_group
from trustcheck.domain.views import group_view

SIZES = (3, 4, 5, 6, 7, 8, 9, 10)
HIGHEST_OF_TWO = {3: 0.05, 10: 0.02}
"""Pairs who know what the others answered to some question: of three people the third, and of ten, where pairs are not
judged any more, some. Of four to nine none."""
LEAST_SHOWN = {5: 0.4, 6: 0.5, 7: 0.6, 8: 0.7, 9: 0.75, 10: 0.7}
"""The share of questions that are still told, by the number of people."""


@dataclass
class Attack:
    """All single insiders and all pairs of some groups of one size."""

    people: int
    ones: Rates
    twos: Rates
    themes: float
    items: float
    before: float
    """Of the questions, how many would be told if only those that all answered alike were hidden."""


def attacked(people: int, groups: int, seed: int) -> Attack:
    chance, found = Random(seed), Attack(people, Rates(), Rates(), 0, 0, 0)
    for _group in range(groups):
        sheets = some_group(chance, people)
        seen = shown(sheets, threshold=min(people, 5))
        found.themes += (seen.mean is not None) / groups
        found.items += sum(not isinstance(each, str) for each in seen.items) / (4 * groups)
        found.before += sum(len(set(answers)) > 1 for answers in zip(*sheets, strict=True)) / (4 * groups)
        for rates, coalitions in ((found.ones, one_by_one(sheets)), (found.twos, two_by_two(sheets))):
            for known in coalitions:
                rates.count(learned(seen, known))
    return found


@pytest.mark.parametrize("people", [*SIZES[:-1], pytest.param(SIZES[-1], marks=pytest.mark.long)])
def test_an_insider_pins_nobody_down_and_two_seldom(people: int) -> None:
    found = attacked(people, 20 if people < 8 else 4, seed=people)

    assert found.ones.attackers >= 30
    assert (found.ones.pinned, found.ones.knows_everybody) == (0, 0)
    assert found.twos.pinned <= HIGHEST_OF_TWO.get(people, 0) * found.twos.attackers
    assert found.items >= LEAST_SHOWN.get(people, 0) - 0.2


def test_two_of_four_do_not_read_that_the_other_two_stand_at_the_end() -> None:
    four = [(4, 4, 4, 4), (4, 4, 4, 4), (3, 3, 4, 4), (3, 3, 3, 3)]
    nearer = [(4, 4, 4, 3), *four[1:]]

    assert shown(four, threshold=3).mean is None
    assert not any(each.is_pinned for each in learned(shown(nearer, threshold=3), nearer[2:]))
    assert shown(nearer, threshold=3).mean is not None


def test_the_attack_finds_what_would_be_told_without_the_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if only what all answered alike were hidden, and the rest told in whole points: the solver must notice."""
    for module in (group_view, insider_attack):
        monkeypatch.setattr(module, "may_be_told", lambda counts: sum(count > 0 for count in counts) > 1)
        monkeypatch.setattr(module, "EXACT_FROM", 5)

    found = attacked(5, 40, seed=5)

    assert found.ones.pinned > 3
    assert found.ones.knows_everybody > 0


@pytest.mark.long
def test_the_table_of_the_attack(print_figures: Callable[..., None]) -> None:
    lines = ["people  insiders  pinned  knows all    pairs  pinned  knows all   themes told  questions told  before, %"]
    for people in SIZES:
        found = attacked(people, 60 if people < 8 else 20, seed=1000 + people)
        one, two = found.ones, found.twos
        lines.append(
            f"{people:6}{one.attackers:10}{one.pinned:8}{one.knows_everybody:11}{two.attackers:9}{two.pinned:8}"
            f"{two.knows_everybody:11}{100 * found.themes:11.0f} %{100 * found.items:14.0f} %{100 * found.before:7.0f}"
        )
        assert (one.pinned, one.knows_everybody) == (0, 0)
        assert two.pinned <= HIGHEST_OF_TWO.get(people, 0) * two.attackers
        assert found.items >= LEAST_SHOWN.get(people, 0)
    print_figures(*lines)
