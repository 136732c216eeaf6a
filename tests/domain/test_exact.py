"""Nothing depends on the order of the sheets: a score on a cut lies on it, whoever is added first."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import permutations
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import all_at, questionnaire, response
from tests.domain.turned import turned
from tests.samples import sample
from trustcheck.domain.questionnaire.answers import Answer, Response
from trustcheck.domain.questionnaire.model import Form, Perspective, Questionnaire
from trustcheck.domain.statistics.exact import Parts, Sample, least_part, side_by_side
from trustcheck.domain.statistics.gaps import Gap, gap
from trustcheck.domain.statistics.groups import GroupScore
from trustcheck.domain.statistics.scoring import codes, scores
from trustcheck.domain.views.group_statistics import GroupStatistics, group_statistics
from trustcheck.domain.views.group_view import GroupTerms

ASKED = questionnaire({"people": {"A": 4, "B": 3}, "openness": {"C": 4, "D": 2}}, reverse=["A4", "C1", "D2"])


def statistics(rows: Sequence[Response], views: Sequence[str], asked: Questionnaire, **terms: Any) -> GroupStatistics:
    return group_statistics(rows, views, asked, Form.FULL, GroupTerms(**terms))


def test_a_mean_on_a_cut_is_in_its_band_in_every_order_of_the_sheets() -> None:
    asked = questionnaire({"openness": {"SC": 4}}, reverse=["SC4"])
    sheets = [
        response({"SC1": 4, "SC2": 5, "SC3": "na", "SC4": 2}),
        response({"SC1": 5, "SC2": "na", "SC3": 2}),
        response({"SC1": 2, "SC2": 1, "SC3": 5}),
    ]
    told = set()
    for order in permutations(sheets):
        found = statistics(order, ["all"] * 3, asked, threshold=3).perspectives["all"].themes["SC"]
        assert isinstance(found, GroupScore)
        told.add((found.mean, found.band))

    assert told == {(62.5, "Usual")}


SHEET = st.lists(st.sampled_from([-2, -1, 0, 1, 2, 3, 4, 5]), min_size=len(ASKED.items), max_size=len(ASKED.items))


def staff(drawn: Sequence[int]) -> Response:
    given_answers = zip(ASKED.items, drawn, strict=True)
    return Response(Perspective.STAFF, Form.FULL, {item.id: Answer(code) for item, code in given_answers if code})


@settings(max_examples=150, deadline=None)
@given(st.lists(SHEET, min_size=6, max_size=24), st.randoms(use_true_random=False), st.integers(3, 5))
def test_shuffled_sheets_give_the_same_statistics_to_the_last_digit(
    drawn: list[list[int]], order: Any, threshold: int
) -> None:
    rows = [(staff(each), "leader" if at % 3 == 0 else "staff") for at, each in enumerate(drawn)]
    shuffled = order.sample(rows, len(rows))
    terms = {"threshold": threshold, "invited": {"leader": 12, "staff": 30}}

    one, other = (statistics(*map(list, zip(*each, strict=True)), ASKED, **terms) for each in (rows, shuffled))

    assert one == other


@settings(max_examples=100, deadline=None)
@given(st.lists(SHEET, min_size=6, max_size=14), st.lists(SHEET, min_size=6, max_size=14))
def test_who_is_called_leaders_changes_signs_and_nothing_else(some: list[list[int]], others: list[list[int]]) -> None:
    sheets = [staff(each) for each in [*some, *others]]
    names = ["leader"] * len(some) + ["staff"] * len(others)
    swapped = ["staff"] * len(some) + ["leader"] * len(others)

    one, other = (statistics(sheets, each, ASKED, threshold=3) for each in (names, swapped))

    for found, mirrored in ((one.gaps, other.gaps), (one.pillar_gaps, other.pillar_gaps)):
        assert {each: turned(value) for each, value in found.items()} == dict(mirrored)


@given(st.lists(SHEET, min_size=1, max_size=6))
def test_every_score_is_the_float_nearest_to_its_fraction(drawn: list[list[int]]) -> None:
    found = scores(codes([staff(each) for each in drawn], ASKED), ASKED, Form.FULL)

    for table in (found.themes, found.pillars, found.overall):
        for part, points in zip(table.parts.ravel(), table.points().ravel(), strict=True):
            assert np.isnan(points) if part < 0 else points == float(Fraction(100 * int(part), table.full))


@given(st.lists(st.integers(0, 48), min_size=2, max_size=40))
def test_mean_variance_and_median_are_those_of_fractions(parts: list[int]) -> None:
    found, points = Sample(np.array(parts, dtype=np.int32), 48), [Fraction(100 * each, 48) for each in parts]
    mean, middle = sum(points) / len(points), sorted(points)

    assert found.mean == float(mean)
    assert found.variance == float(sum((each - mean) ** 2 for each in points) / (len(points) - 1))
    assert found.median == float((middle[len(points) // 2] + middle[(len(points) - 1) // 2]) / 2)


@pytest.mark.parametrize("size", [12, 30, 50])
def test_large_themes_of_ones_own_questionnaire_stay_exact(size: int) -> None:
    """Their common denominators outgrow what a machine's whole numbers hold."""
    asked = questionnaire({"people": {"A": size, "B": 7}, "openness": {"C": 11}}, points=7)
    rows = [all_at(asked, 1 + at % 7, A1=1 + at % 5) for at in range(9)]
    rows[3] |= dict.fromkeys(("A2", "A3", "A4"), "dk")
    sheets = [response(each) for each in rows]

    found = scores(codes(sheets, asked), asked, Form.FULL)
    one, other = (
        statistics(each, ["leader", "staff", "staff"] * 3, asked, threshold=3)
        for each in (sheets, [*sheets[3:], *sheets[:3]])
    )

    exact = Fraction(100 * ((size - 4) * 3 + 3), 6 * (size - 3))
    assert found.themes.points()[3, 0] == float(exact)
    assert one == other
    assert isinstance(one.gaps["A"], Gap)


def test_a_cut_is_meant_as_it_is_written() -> None:
    assert least_part(37.5, 48) == 18
    assert least_part(33.3, 1000) == 333
    assert least_part(62.5, 12) == 8  # 7.5 parts would do


def test_samples_of_different_denominators_are_brought_together() -> None:
    one, other = side_by_side(Sample(np.array([1, 2]), 4), Sample(np.array([3, 0, 6]), 6))

    assert [each.tolist() for each in (one, other)] == [[1, 2], [2, 0, 4]]


def test_a_difference_of_half_an_answer_step_is_the_same_in_both_directions() -> None:
    """Sums of keyed points on one theme of four, as five leaders and five of staff gave them."""
    leaders, others = (sample(100 * (each - 4) / 16 for each in sums) for sums in LEADERS_AND_STAFF)

    assert gap(leaders, others).difference == -12.5
    assert gap(others, leaders).difference == 12.5


LEADERS_AND_STAFF = ([12, 13, 11, 13, 11], [14, 15, 13, 15, 13])


def test_unknown_scores_are_no_numbers() -> None:
    table = Parts(np.array([[3, -1], [6, 12]]), 12)

    assert table.column(1).known().parts.tolist() == [12]
    np.testing.assert_array_equal(table.points(), [[25, np.nan], [50, 100]])
