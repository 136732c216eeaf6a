"""A promise's questions then and now: moved, about the same or not to be told yet, and nobody read off it."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations_with_replacement
from random import Random

import numpy as np
import pytest
from scipy import stats

from tests.group_builders import STAFF, group_round, setup, shipped
from trustcheck.app.portraits.group_comparison import CheckSide
from trustcheck.domain.checks.retests import mini_pulse
from trustcheck.domain.privacy.suppressed import REPEATED, Suppressed
from trustcheck.domain.questionnaire.answers import Answer, Response
from trustcheck.domain.questionnaire.model import Form
from trustcheck.domain.statistics.change import THEME, ChangeKind
from trustcheck.domain.statistics.exact import Sample
from trustcheck.domain.views.retest import RetestChange, retest_change, told_change
from trustcheck.domain.views.two_checks import ShownView

ASKED = shipped()
ONE, TWO = mini_pulse(ASKED, ("SI1",)), mini_pulse(ASKED, ("SI1", "SI4"))


def then(points: Sequence[int], seed: int = 1) -> ShownView:
    """Everybody's answer to the first question is named; the others they answer in their own way."""
    chance = Random(seed)
    given = [
        Response(
            STAFF, Form.FULL, {each: Answer(chance.choice((2, 3, 4))) for each in ASKED.order} | {"SI1": Answer(point)}
        )
        for point in points
    ]
    shown = CheckSide(group_round(given, set_up=setup(0, 40))).view(STAFF)
    assert shown is not None
    return shown


def again(points: Sequence[int]) -> list[Response]:
    return [Response(STAFF, Form.FULL, {"SI1": Answer(each)}) for each in points]


def asked(before: Sequence[int], after: Sequence[int]) -> RetestChange | Suppressed:
    return retest_change(then(before), again(after), ONE, STAFF, 5)


LOW, HIGH = (1, 2, 3, 2, 1, 2, 3, 2, 1, 3, 2, 2), (4, 5, 3, 4, 5, 4, 4, 5, 3, 4, 5, 4)


def test_a_large_difference_moved_with_the_interval_of_welch_rounded_outwards() -> None:
    found = asked(LOW, HIGH)
    around = stats.ttest_ind(np.multiply(HIGH, 25), np.multiply(LOW, 25), equal_var=False).confidence_interval(0.95)

    assert isinstance(found, RetestChange)
    assert found.kind is ChangeKind.CHANGED
    assert (found.interval.low, found.interval.high) == (around.low // 10 * 10, -(-around.high // 10) * 10)


def test_what_chance_may_do_is_not_called_a_change() -> None:
    found = asked(LOW, (2, 2, 3, 2, 4, 2, 3, 2, 1, 3, 1))

    assert isinstance(found, RetestChange)
    assert found.kind is ChangeKind.COULD_BE_CHANCE
    assert found.interval.low < 0 < found.interval.high


def test_fewer_than_the_threshold_say_nothing_again() -> None:
    assert isinstance(asked(LOW, HIGH[:4]), Suppressed)


def test_people_who_all_say_one_thing_again_are_not_told() -> None:
    assert isinstance(asked(LOW, (5,) * 12), Suppressed)


def test_a_question_that_its_own_result_hides_is_not_compared() -> None:
    """All but one had answered alike."""
    assert isinstance(asked((3,) * 11 + (4,), HIGH), Suppressed)


@pytest.mark.parametrize(("before", "after"), [(HIGH, (*HIGH, 1)), ((*HIGH, 1), HIGH), (HIGH, (*HIGH, 1, 1, 2, 2))])
def test_where_all_others_stand_word_for_word_in_both_the_few_are_not_told(
    before: Sequence[int], after: Sequence[int]
) -> None:
    assert asked(before, after) == Suppressed(REPEATED)


def test_enough_who_join_may_be_told() -> None:
    assert isinstance(asked(HIGH, (*HIGH, 1, 1, 2, 2, 3)), RetestChange)


def test_a_reversed_question_is_turned_before_it_counts() -> None:
    before = then(LOW)
    responses = [
        replace(each, answers={**each.answers, "SI4": Answer(6 - each.answers["SI1"].code)})
        for each in before.responses
    ]
    shown = CheckSide(group_round(responses, set_up=setup(0, 40))).view(STAFF)
    assert shown is not None
    after = [Response(STAFF, Form.FULL, {"SI1": Answer(each), "SI4": Answer(6 - each)}) for each in HIGH]

    found = retest_change(shown, after, TWO, STAFF, 5)

    assert isinstance(found, RetestChange)
    assert found == asked(LOW, HIGH)


def sample(places: Sequence[int]) -> Sample:
    return Sample(np.array(places, dtype=np.int64), 4)


SETS_OF_FOUR = list(combinations_with_replacement(range(5), 4))


@pytest.mark.parametrize("seed", range(6))
def test_whoever_knows_their_own_two_answers_is_left_with_many_for_the_others(seed: int) -> None:
    """In the smallest group that is told of: every set of answers that four others may have given, then and now."""
    chance = Random(seed)
    mine_then, mine_now = chance.randrange(5), chance.randrange(5)
    others = [tuple(sorted(chance.randrange(5) for _other in range(4))) for _time in range(2)]
    told = told_change(sample((mine_then, *others[0])), sample((mine_now, *others[1])))
    some = chance.sample(SETS_OF_FOUR, 12)

    left = {
        now
        for now in SETS_OF_FOUR
        for before in some
        if told_change(sample((mine_then, *before)), sample((mine_now, *now))) == told
    }

    assert len({each for each in left if len(set(each)) > 1}) > 1


@pytest.mark.parametrize("people", [6, 12])
@pytest.mark.parametrize("more", [1, -1, 2])
def test_whoever_supposes_that_all_others_answered_as_before_is_never_left_with_one_set(people: int, more: int) -> None:
    """Over random pairs with a few more people, or one fewer."""
    chance, told = Random(people * more), 0
    for _pair in range(10):
        before = [chance.randrange(1, 6) for _person in range(people)]
        moved = [min(5, max(1, each + chance.choice((-1, 0, 0, 0, 0, 1)))) for each in before[: people + min(more, 0)]]
        after = [*moved, *(chance.randrange(1, 6) for _person in range(more))]
        found = asked(before, after)
        if isinstance(found, Suppressed):
            continue
        told += 1
        places = [sample([each - 1 for each in some]) for some in (before, after)]
        few, fits = places[more < 0].parts, 0
        for others in combinations_with_replacement(range(5), abs(more)):
            joined = sample([*few, *others])
            fits += found == (told_change(places[0], joined) if more > 0 else told_change(joined, places[1]))
        assert fits != 1
    assert told


def test_fewer_questions_need_a_larger_change_of_one_person() -> None:
    """Stepped down from four questions by Spearman and Brown, worked out by hand."""
    assert THEME.of_questions(4).points_needed == 29
    assert [THEME.of_questions(each).points_needed for each in (1, 2, 3)] == [58, 41, 34]
    assert THEME.of_questions(4).reliability == pytest.approx(0.73)
