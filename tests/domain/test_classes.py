"""No class of one or two people can be worked out from what is told: the rule, and an attack that knows the rule."""

from itertools import product

import numpy as np
import pytest

from tests.domain.classes_told import FEW, Counts, Told, partitions, shown, sizes, told_count
from tests.domain.told_apart import tells
from trustcheck.domain.statistics.classes import FEWEST_APART, Classes, ClassRange, may_stand_apart, told_apart
from trustcheck.domain.statistics.exact import Sample
from trustcheck.domain.statistics.groups import favourable_share, told_share

LARGEST = 30


def worked_out(told: Told, n: int) -> list[tuple[Counts, tuple[int, ...]]]:
    """Every class, or two of them, of which somebody who knows the rule can tell that it holds one or two people."""
    same: dict[tuple[object, ...], list[Counts]] = {}
    for counts in partitions(n):
        same.setdefault(shown(counts, told), []).append(counts)
    unions = [(0,), (1,), (2,), (0, 1), (1, 2), (0, 2)]
    return [(seen[0], wanted) for seen in same.values() for wanted in unions if sizes(seen, wanted) <= FEW]


@pytest.mark.parametrize("n", range(1, LARGEST + 1))
def test_nobody_who_knows_the_rule_can_tell_that_a_class_holds_one_or_two_people(n: int) -> None:
    if n > 2:
        assert worked_out(told_apart, n) == []


@pytest.mark.parametrize("n", range(10, LARGEST + 1))
def test_the_attack_finds_a_small_class_that_is_joined_and_told_by_the_others(n: int) -> None:
    def only_its_neighbour(low: int, middle: int, high: int) -> Classes:
        """Joins one and two, and leaves an empty class: the joined three are then one and two for certain."""
        if FEW & {low, middle, high}:
            return Classes(n, high=high) if high not in FEW else Classes(n, low=low)
        return Classes(n, low, middle, high)

    assert worked_out(only_its_neighbour, n)
    assert worked_out(lambda *counts: Classes(n, *counts), n)


@pytest.mark.parametrize("n", range(3, LARGEST + 1))
def test_every_part_is_large_enough_and_all_of_them_are_the_whole(n: int) -> None:
    for counts in partitions(n):
        parts = told_apart(*counts).parts

        assert sum(part.people for part in parts) == n
        assert [(a.last + 1) for a in parts[:-1]] == [b.first for b in parts[1:]]
        assert all(part.people == sum(counts[part.first : part.last + 1]) >= FEWEST_APART for part in parts)


@pytest.mark.parametrize("n", range(3, LARGEST + 1))
def test_no_class_follows_by_adding_and_taking_away(n: int) -> None:
    """Linear algebra over the sums that are told: parts, everybody, and the favourable count."""
    for counts in partitions(n):
        parts = told_apart(*counts).parts
        rows = [[float(part.first <= at <= part.last) for at in range(3)] for part in parts] + [[1.0] * 3]
        if told_count(counts[2], n) is not None:
            rows.append([0.0, 0.0, 1.0])

        for wanted in product((0.0, 1.0), repeat=3):
            people = int(np.dot(wanted, counts))
            if any(wanted) and people in FEW:
                assert not tells(rows, wanted)


def test_the_favourable_count_is_told_exactly_where_the_class_of_the_usual_stands_apart() -> None:
    for n in range(3, LARGEST + 1):
        for counts in partitions(n):
            assert (told_count(counts[2], n) is None) == (told_apart(*counts).high is None)


def test_two_views_side_by_side_tell_no_more_than_each_alone() -> None:
    """Leaders and staff are never pooled: what is shown of both is the pair, and each half is attacked above."""
    for leaders, staff in product([(7, 1, 3), (0, 2, 12)], [(4, 5, 1), (9, 1, 1)]):
        both = (shown(leaders, told_apart), shown(staff, told_apart))
        same = [
            (one, other)
            for one in partitions(sum(leaders))
            for other in partitions(sum(staff))
            if (shown(one, told_apart), shown(other, told_apart)) == both
        ]

        for at in range(3):
            assert not {one[at] for one, _other in same} <= FEW
            assert not {other[at] for _one, other in same} <= FEW


def test_a_class_of_one_is_counted_with_its_neighbour() -> None:
    assert told_apart(7, 1, 3).parts == (ClassRange(0, 1, 8), ClassRange(2, 2, 3))


def test_who_is_rare_stands_apart_where_hardly_anybody_is_usual() -> None:
    assert told_apart(4, 5, 1).parts == (ClassRange(0, 0, 4), ClassRange(1, 2, 6))


def test_everybody_is_counted_together_where_one_side_would_be_too_few() -> None:
    assert told_apart(1, 8, 1).parts == (ClassRange(0, 2, 10),)
    assert told_apart(0, 2, 12).parts == (ClassRange(0, 2, 14),)


def test_three_large_classes_stand_apart() -> None:
    assert told_apart(3, 4, 7).parts == (ClassRange(0, 0, 3), ClassRange(1, 1, 4), ClassRange(2, 2, 7))


@pytest.mark.parametrize("count", [0, 1, 2, 12, 13, 14])
def test_a_count_of_a_few_people_is_not_told_and_neither_is_the_rest(count: int) -> None:
    levels = Sample(np.array([3] * count + [1] * (14 - count)), full=4)

    assert not may_stand_apart(count, 14)
    assert favourable_share(levels).count == count
    assert told_share(favourable_share(levels)) is None
