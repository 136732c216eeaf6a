"""What a question tells in a small group, to somebody who knows one sheet, and to two who know two."""

from fractions import Fraction
from itertools import combinations_with_replacement

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trustcheck.domain.privacy.item_release import (
    EXACT_FROM,
    is_alike_but_one,
    may_be_told,
    nearest,
    told_sets,
)
from trustcheck.domain.privacy.told_words import told_spread
from trustcheck.domain.statistics.classes import may_stand_apart
from trustcheck.domain.statistics.group_words import Spread
from trustcheck.domain.statistics.points import FAVOURABLE


@pytest.mark.parametrize(
    ("counts", "is_told"),
    [
        ([0, 0, 0, 0, 5], False),  # all alike
        ([0, 1, 0, 0, 4], False),  # the only odd one would know all others
        ([0, 1, 0, 0, 29], False),  # in a large group as well
        ([0, 0, 0, 2, 3], False),  # the highest that could be told: one set of answers only
        ([0, 0, 1, 2, 2], True),
        ([0, 0, 0, 2, 8], False),  # ten people, of whom the sum leaves one set
        ([0, 1, 3, 3, 4], True),
        ([0, 0, 1, 3, 1], True),
        ([0, 0, 2, 2, 0], False),  # four people: two who talk know the other two too well
    ],
)
def test_a_question_is_told_where_nobodys_own_sheet_gives_the_others_away(counts: list[int], is_told: bool) -> None:
    assert may_be_told(counts) is is_told


@pytest.mark.parametrize(
    ("between", "n", "told"),
    [
        (Fraction(89, 100), 5, Spread.UP_TO_SOME_VARIETY),
        (Fraction(90, 100), 5, None),  # scores lie nearly as far apart as answers may: all answer everything alike
        (Fraction(1), 9, None),
        (Fraction(101, 100), 9, Spread.UP_TO_SOME_VARIETY),  # answers lie further apart than scores, and say so
        (Fraction(95, 100), 10, Spread.SOME_VARIETY),
    ],
)
def test_words_of_spread_stand_where_scores_leave_room_below_the_cut(
    between: Fraction, n: int, told: Spread | None
) -> None:
    around_one_answer = [[0, 0, n, 0, 0]] * 4

    assert told_spread(Spread.SOME_VARIETY, n, between, around_one_answer) is told


@pytest.mark.parametrize(("total", "n", "place"), [(8, 5, 2), (7, 5, 1), (10, 4, 3), (2, 4, 1), (0, 5, 0)])
def test_of_two_answers_equally_near_the_higher_is_told(total: int, n: int, place: int) -> None:
    assert nearest(total, n) == place


@settings(max_examples=300, deadline=None)
@given(st.integers(4, 6), st.lists(st.integers(0, 5), min_size=5, max_size=EXACT_FROM - 1), st.data())
def test_one_who_knows_a_sheet_and_two_who_know_two_are_left_with_several_sets_of_answers(
    options: int, drawn: list[int], data: st.DataObject
) -> None:
    """Worked out from the definition, by going through all sets once more."""
    answers = tuple(sorted(each % options for each in drawn))
    told = told_sets(len(answers), options)
    if answers not in told:
        return
    known = data.draw(st.lists(st.integers(0, len(answers) - 1), min_size=1, max_size=2, unique=True))
    kept = [answers[at] for at in known]

    left = {rest for each in told if (rest := without(each, kept)) and is_told_alike(each, answers)}

    assert len(left) > 1
    assert any(len(set(rest)) > 1 for rest in left)


def without(answers: tuple[int, ...], known: list[int]) -> tuple[int, ...]:
    rest = list(answers)
    for each in known:
        if each not in rest:
            return ()
        rest.remove(each)
    return tuple(rest)


def is_told_alike(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return nearest(sum(one), len(one)) == nearest(sum(other), len(other))


@pytest.mark.parametrize("people", range(5, EXACT_FROM))
def test_the_rule_hides_little_more_than_what_is_alike_but_for_one(people: int) -> None:
    """Of the sets of answers that are not alike but for one sheet, nearly all are told."""
    sets = list(combinations_with_replacement(range(5), people))
    varied = [each for each in sets if not is_alike_but_one([each.count(at) for at in range(5)])]

    assert len(told_sets(people, 5)) >= 0.9 * len(varied)


@pytest.mark.parametrize(("people", "options"), [(10, 4), (10, 5), (11, 5), (10, 6)])
def test_from_ten_people_on_no_own_answer_leaves_one_set_for_the_others(people: int, options: int) -> None:
    """All sets of answers, gone through: what is told (sum, and how many answered favourably) of those that are."""
    told = [
        each for each in combinations_with_replacement(range(options), people) if may_be_told(counts_of(each, options))
    ]
    left: dict[tuple[object, ...], set[tuple[int, ...]]] = {}
    for each in told:
        high = sum(100 * place >= FAVOURABLE * (options - 1) for place in each)
        for at, own in enumerate(each):
            seen = own, sum(each), high if may_stand_apart(high, people) else None
            left.setdefault(seen, set()).add((*each[:at], *each[at + 1 :]))

    assert len(told) > 200
    assert all(len(sets) > 1 for sets in left.values())


def counts_of(answers: tuple[int, ...], options: int) -> list[int]:
    return [answers.count(place) for place in range(options)]
