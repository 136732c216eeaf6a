"""The next check of an organisation: what can be worked out of those who came since the one before, or went?

The rates are the highest that are allowed; those of a long run stand in ``docs/TRUST.md``.
"""

from collections.abc import Callable
from random import Random

import pytest

from tests.domain.late_attack import is_not_compared, is_told_beside
from tests.domain.next_attack import Hides, again, attacked, nothing_hidden
from tests.domain.random_groups import some_group

SIZES = (3, 4, 5, 6, 7, 8, 9, 10)
HIGHEST_OF_TWO = 0.02


@pytest.mark.parametrize(
    ("people", "hides"), [*((each, is_told_beside) for each in SIZES), (5, is_not_compared), (10, is_not_compared)]
)
def test_nobody_pins_down_who_came_or_went_between_two_checks(people: int, hides: Hides) -> None:
    found = attacked(people, 16, people, hides)

    assert found.outside.attackers >= 8
    assert (found.outside.pinned, found.ones.pinned, found.ones.knows_everybody) == (0, 0, 0)
    assert found.twos.pinned <= HIGHEST_OF_TWO * max(found.twos.attackers, 1)


def test_the_attack_finds_who_came_where_a_warning_is_all_there_is() -> None:
    found = attacked(10, 24, 2, nothing_hidden)

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
        found = attacked(people, 100, 3000 + people, is_told_beside)
        out, one, two = found.outside, found.ones, found.twos
        lines.append(
            f"{people:6}{100 * found.hidden:6.0f} %{out.attackers:9}{out.pinned:8}{one.attackers:11}"
            f"{one.pinned:8}{one.knows_everybody:11}{two.attackers:9}{two.pinned:8}"
        )
        assert (out.pinned, one.pinned, one.knows_everybody) == (0, 0, 0)
        assert two.pinned <= HIGHEST_OF_TWO * two.attackers
    print_figures(*lines)
