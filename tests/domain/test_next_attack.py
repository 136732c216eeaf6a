"""The next check of an organisation: what can be worked out of those who came since the one before, or went?

Whoever attacks knows more than anybody can: how many answered the theme word for word as before, and that they did. The
rates are the highest that are allowed; those of a long run stand in ``docs/TRUST.md``.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from random import Random

import pytest

from tests.domain.insider_attack import OPTIONS, Sheet, one_by_one, shown, two_by_two
from tests.domain.late_attack import is_told_beside, learned_of_late
from tests.domain.random_groups import Rates, some_group

SIZES = (3, 4, 5, 6, 7, 8, 9, 10)
STAYING = (0.0, 0.5, 0.9, 1.0)
"""How likely somebody is to answer all questions of the theme as before."""
MOST_WHO_COME = 6
HIGHEST_OF_TWO = 0.02


@dataclass
class NextAttack:
    """Of those who came, and of those who went, what whoever reads both results, or one or two of them, works out."""

    outside: Rates = field(default_factory=Rates)
    ones: Rates = field(default_factory=Rates)
    twos: Rates = field(default_factory=Rates)
    hidden: float = 0
    """The share of next checks whose theme is not shown for the sake of those few."""


def again(chance: Random, sheets: Sequence[Sheet], staying: float) -> list[Sheet]:
    """The same people a while later."""
    return [each if chance.random() < staying else _moved(chance, each) for each in sheets]


def _moved(chance: Random, sheet: Sheet) -> Sheet:
    return tuple(min(OPTIONS - 1, max(0, place + chance.choice((-1, 0, 0, 1)))) for place in sheet)


def attacked(people: int, checks: int, seed: int, *, by_rule: bool = True) -> NextAttack:
    """``by_rule`` off: every next check is shown, as if a warning were enough."""
    chance, found = Random(seed), NextAttack()
    for number in range(checks):
        come, go = chance.randint(0, MOST_WHO_COME), chance.randint(0, min(2, people - 3))
        sheets = some_group(chance, people + come)
        before, staying = sheets[:people], STAYING[number % len(STAYING)]
        after = [*again(chance, before[go:], staying), *sheets[people:]]
        threshold = min(people, len(after), 5)
        if by_rule and is_told_beside(before, after, threshold):
            found.hidden += 1 / checks
            continue
        _attack(found, before, after, threshold)
    return found


def _attack(found: NextAttack, before: Sequence[Sheet], after: Sequence[Sheet], threshold: int) -> None:
    seen = shown(before, threshold), shown(after, threshold)
    if any(each.mean is None for each in seen):
        return
    came = list((Counter(after) - Counter(before)).elements())
    went = list((Counter(before) - Counter(after)).elements())
    for these, others, (one, two) in ((came, went, seen), (went, came, seen[::-1])):
        for rates, known in ((found.outside, [()]), (found.ones, one_by_one(these)), (found.twos, two_by_two(these))):
            for each in known:
                if len(each) < len(these):
                    rates.count(learned_of_late(one, two, len(these), each, went=len(others)))


@pytest.mark.parametrize("people", SIZES)
def test_nobody_pins_down_who_came_or_went_between_two_checks(people: int) -> None:
    found = attacked(people, 16, seed=people)

    assert found.outside.attackers >= 8
    assert (found.outside.pinned, found.ones.pinned, found.ones.knows_everybody) == (0, 0, 0)
    assert found.twos.pinned <= HIGHEST_OF_TWO * max(found.twos.attackers, 1)


def test_the_attack_finds_who_came_where_a_warning_is_all_there_is() -> None:
    found = attacked(10, 24, seed=2, by_rule=False)

    assert found.outside.pinned > 0
    assert found.ones.pinned > 0


def test_a_place_that_answers_anew_is_shown_its_next_check() -> None:
    chance, hidden = Random(3), 0
    for _check in range(60):
        sheets = some_group(chance, 8)
        hidden += is_told_beside(sheets, again(chance, sheets, 0), 5)

    assert hidden <= 3


@pytest.mark.long
def test_the_table_of_next_checks(print_figures: Callable[..., None]) -> None:
    lines = ["people  hidden   outside  pinned   insiders  pinned  knows all    pairs  pinned"]
    for people in SIZES:
        found = attacked(people, 100, seed=3000 + people)
        out, one, two = found.outside, found.ones, found.twos
        lines.append(
            f"{people:6}{100 * found.hidden:6.0f} %{out.attackers:9}{out.pinned:8}{one.attackers:11}"
            f"{one.pinned:8}{one.knows_everybody:11}{two.attackers:9}{two.pinned:8}"
        )
        assert (out.pinned, one.pinned, one.knows_everybody) == (0, 0, 0)
        assert two.pinned <= HIGHEST_OF_TWO * two.attackers
    print_figures(*lines)
