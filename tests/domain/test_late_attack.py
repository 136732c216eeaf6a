"""People who join a result late: what can whoever reads both results, or one or two of them, work out of the rest?

The rates are the highest that are allowed; those of a long run stand in ``docs/TRUST.md``.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

import pytest

from tests.domain.insider_attack import ITEMS, Sheet, one_by_one, shown, two_by_two
from tests.domain.late_attack import joins, learned_of_late
from tests.domain.random_groups import Rates, some_group
from trustcheck.domain.privacy.releases import may_follow
from trustcheck.domain.statistics.points import whole

THRESHOLD = 5
VARIED: list[Sheet] = [(2, 1, 3, 2), (3, 2, 2, 1), (1, 3, 2, 2), (2, 2, 1, 3), (3, 1, 2, 3)]
SIZES = ((5, 5), (7, 5), (10, 5), (12, 6), (20, 5))
"""People before, and how many joined."""
HIGHEST_OF_TWO = 0.02
"""Pairs of those who joined who pin the others' answers to some question."""


@dataclass
class LateAttack:
    """All that fewer than three of those who joined, and whoever reads both results only, work out of the others."""

    outside: Rates
    ones: Rates
    twos: Rates
    joined: float = 0
    """The share of late groups whose sheets may join."""


def attacked(before: int, late: int, groups: int, seed: int, *, by_rule: bool = True) -> LateAttack:
    """``by_rule`` off: everybody joins, and what was exact stays so, as if the number of sheets alone decided."""
    chance, found = Random(seed), LateAttack(Rates(), Rates(), Rates())
    for _group in range(groups):
        sheets = some_group(chance, before + late)
        earlier, joining = sheets[:before], sheets[before:]
        if by_rule and not joins(earlier, joining, THRESHOLD):
            continue
        found.joined += 1 / groups
        seen = shown(earlier, THRESHOLD), shown(sheets, THRESHOLD, joined_late=by_rule)
        for rates, known in (
            (found.outside, [()]),
            (found.ones, one_by_one(joining)),
            (found.twos, two_by_two(joining)),
        ):
            for each in known:
                rates.count(learned_of_late(*seen, late, each))
    return found


@pytest.mark.parametrize(("before", "late"), SIZES)
def test_nobody_pins_down_those_who_join_late(before: int, late: int) -> None:
    found = attacked(before, late, 6, seed=before + late)

    assert found.outside.attackers >= 4
    assert (found.outside.pinned, found.ones.pinned, found.ones.knows_everybody) == (0, 0, 0)
    assert found.twos.pinned <= HIGHEST_OF_TWO * found.twos.attackers


def test_the_attack_finds_who_joined_where_their_number_alone_decides() -> None:
    found = attacked(10, 5, 12, seed=3, by_rule=False)

    assert found.ones.pinned > 0
    assert found.ones.knows_everybody > 0


def test_five_who_all_say_the_same_of_a_theme_do_not_join_five_who_were_shown() -> None:
    """A theme at 50 before and at 75 after would say what each of the five said."""
    assert not joins(VARIED, [(4, 4, 4, 4)] * 5, THRESHOLD)
    assert not joins(VARIED, [*[(4, 4, 4, 4)] * 4, (3, 4, 4, 4)], THRESHOLD)
    assert joins(VARIED, [*[(4, 4, 4, 4)] * 2, (3, 2, 4, 3), (2, 3, 3, 4), (3, 4, 2, 3)], THRESHOLD)


def test_five_who_agree_on_one_question_join_where_nothing_that_is_told_says_so() -> None:
    late = [(3, 1, 2, 3), (3, 2, 3, 1), (3, 3, 1, 2), (3, 1, 2, 2), (3, 2, 2, 1)]

    assert joins(VARIED, late, THRESHOLD)
    found = learned_of_late(shown(VARIED, 5), shown([*VARIED, *late], 5, joined_late=True), 5, late[:1])
    assert min(len(each.possible) for each in found) > 5


def test_the_next_check_tells_who_came_where_nobody_else_changed_and_is_not_shown_then() -> None:
    """Five say the same again beside a sixth: the two whole points of a theme give the sixth one's."""
    newcomer: Sheet = (4, 0, 1, 3)
    before, after = shown(VARIED, 5), shown([*VARIED, newcomer], 5)
    assert before.mean is not None
    assert after.mean is not None
    full = 4 * ITEMS

    sums = [
        each
        for each in range(full + 1)
        for earlier in range(5 * full + 1)
        if (whole(20 * earlier / full), whole(100 * (earlier + each) / (6 * full))) == (before.mean, after.mean)
    ]

    assert set(sums) == {sum(newcomer)}
    assert not may_follow(THRESHOLD, Counter(map(str, VARIED)), Counter(map(str, [*VARIED, newcomer])))


@pytest.mark.long
def test_the_table_of_late_sheets(print_figures: Callable[..., None]) -> None:
    lines = ["before  late  join   outside  pinned   insiders  pinned  knows all    pairs  pinned"]
    for before, late in SIZES:
        found = attacked(before, late, 60, seed=2000 + before)
        out, one, two = found.outside, found.ones, found.twos
        lines.append(
            f"{before:6}{late:6}{100 * found.joined:5.0f} %{out.attackers:9}{out.pinned:8}{one.attackers:11}"
            f"{one.pinned:8}{one.knows_everybody:11}{two.attackers:9}{two.pinned:8}"
        )
        assert (out.pinned, one.pinned, one.knows_everybody) == (0, 0, 0)
        assert two.pinned <= HIGHEST_OF_TWO * two.attackers
    print_figures(*lines)
