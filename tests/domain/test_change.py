"""Whether one person's score changed: the index of Jacobson and Truax, and cuts that agree with what is printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.oracles import oracle
from trustcheck.domain.questionnaire.model import Form
from trustcheck.domain.statistics.change import (
    PILLAR,
    PULSE_PILLAR,
    THEME,
    ChangeKind,
    ScoreChange,
    of_pillars,
    reliable_change,
)


def test_the_index_is_that_of_the_oracle() -> None:
    told = oracle("12_reliable_change")
    for case, expected in zip(told["input"], told["expected"], strict=True):
        found = reliable_change(case["x1"], case["x2"], case["sd"], case["r"])

        assert found.error == pytest.approx(expected["se"], abs=told["tolerance"])
        assert found.difference_error == pytest.approx(expected["s_diff"], abs=told["tolerance"])
        assert found.index == pytest.approx(expected["rc"], abs=told["tolerance"])
        assert found.threshold == pytest.approx(expected["threshold95"], abs=told["tolerance"])


def test_the_points_needed_are_no_fewer_than_the_planning_values_ask_for() -> None:
    for planned in (THEME, PILLAR, PULSE_PILLAR):
        threshold = reliable_change(0, 0, planned.sd, planned.reliability).threshold
        assert threshold <= planned.points_needed < threshold + 1
    assert (of_pillars(Form.FULL), of_pillars(Form.PULSE)) == (PILLAR, PULSE_PILLAR)


def test_a_half_that_thirds_and_sixths_miss_by_a_hair_is_rounded_as_one() -> None:
    then, now = 100 * 11 / 24, 100 * 5 / 6

    assert now - then < 37.5
    assert ScoreChange(then, now, 29).points == 38


@given(st.floats(0, 100), st.floats(0, 100), st.sampled_from([THEME, PILLAR, PULSE_PILLAR]))
def test_the_class_never_contradicts_the_number_beside_it(then: float, now: float, planned: object) -> None:
    assert isinstance(planned, type(THEME))
    change = ScoreChange(then, now, planned.points_needed)

    assert abs(change.points - (now - then)) <= 0.5 + 1e-9
    assert (change.kind is ChangeKind.CHANGED) is (abs(change.points) >= planned.points_needed)
    assert (change.kind is ChangeKind.SAME) is (abs(change.points) < 5)
    assert ScoreChange(now, then, planned.points_needed).kind is change.kind
