"""A group's mean with its company and precision, and when it is not shown."""

from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from tests.domain.oracle import oracle_questionnaire, oracle_response
from tests.oracles import oracle
from tests.samples import sample
from trustcheck.domain.privacy.group_hiding import group_score
from trustcheck.domain.privacy.suppressed import Suppressed
from trustcheck.domain.questionnaire.model import Form
from trustcheck.domain.statistics.exact import UNKNOWN, Parts, Sample
from trustcheck.domain.statistics.groups import (
    GroupScore,
    described,
    favourable_share,
    guaranteed_range,
    t_interval,
    wilson,
)
from trustcheck.domain.statistics.scoring import codes, keyed, scores


def test_means_and_spreads_of_six_people_agree_with_the_oracle() -> None:
    known: dict[str, Any] = oracle("01_scoring_full_form")
    asked = oracle_questionnaire(known["input"])
    given = codes([oracle_response(known["input"], person) for person in known["input"]["responses"]], asked)
    found = scores(given, asked, Form.FULL)

    for at, theme in enumerate(asked.themes):
        value = group_score(found.themes.column(at).known(), threshold=5)
        expected = known["expected"]["group"][theme.id]
        assert isinstance(value, GroupScore)
        assert value.n == expected["n"]
        assert value.mean == pytest.approx(expected["mean"], abs=known["tolerance"])
        assert value.sd == pytest.approx(expected["sd"], abs=known["tolerance"])


def test_the_favourable_share_of_an_item_agrees_with_the_oracle() -> None:
    known: dict[str, Any] = oracle("01_scoring_full_form")
    asked = oracle_questionnaire(known["input"])
    given = codes([oracle_response(known["input"], person) for person in known["input"]["responses"]], asked)
    levels = (keyed(given, asked)[:, 0] - 1) * 25

    found = favourable_share(sample(levels[~np.isnan(levels)]))

    expected = known["expected"]["group_favourable_share_item_GI1"]
    assert (found.count, found.n) == (expected["favourable_4_or_5"], expected["n"])


PEOPLE = np.array([12.5, 37.5, 62.5, 75.0, 100.0])


def test_a_group_has_mean_spread_median_and_interval() -> None:
    found = group_score(sample(PEOPLE), threshold=5)

    assert isinstance(found, GroupScore)
    assert (found.n, found.mean, found.median) == (5, 57.5, 62.5)
    assert found.sd == pytest.approx(np.std(PEOPLE, ddof=1))
    assert found.interval is not None
    assert found.interval.low < 57.5 < found.interval.high <= 100
    assert found.favourable is None, "three of five, so that two would be told"


def test_below_the_threshold_no_number_is_left() -> None:
    unknown = Parts(np.array([1, 3, 5, 6, UNKNOWN]), 8)

    assert group_score(unknown.known(), threshold=5) == Suppressed("fewer than 5 answers")
    assert group_score(sample([]), threshold=3) == Suppressed("fewer than 3 answers")


def test_a_threshold_lower_than_five_gives_no_interval() -> None:
    found = group_score(sample(PEOPLE[:3]), threshold=3)

    assert isinstance(found, GroupScore)
    assert found.interval is None


def test_one_and_the_same_answer_from_everybody_is_not_shown() -> None:
    found = group_score(sample([75.0] * 6), threshold=5, alike=True)

    assert found == Suppressed("answers were close together")


@pytest.mark.parametrize(
    ("scores", "is_told"),
    [
        ([100, 100, 100, 100, 75, 100], False),  # the odd one knows all others
        ([100, 100, 100, 100, 75, 50], False),  # the two below know the other four
        ([0, 0, 0, 25, 50], False),
        ([100, 100, 93.75, 75, 50], True),
        ([100, 100, 75, 50], False),  # two of four read that the other two stand at the end
        ([100] * 8 + [75, 50], True),  # from ten people on whoever knows one sheet is judged
    ],
)
def test_a_theme_at_the_end_of_the_scale_but_for_two_people_is_not_shown_below_ten(
    scores: list[float], is_told: bool
) -> None:
    found = group_score(sample(scores), threshold=3, step=Fraction(1, 16))

    assert isinstance(found, GroupScore) is is_told


def test_it_is_shown_where_its_whole_points_leave_the_others_open() -> None:
    """Of nine people and eighteen questions one answer is less than a sixth of a point."""
    people = Sample(np.array([72] * 7 + [70, 70]), 72)

    assert isinstance(group_score(people, threshold=5, step=Fraction(1, 72)), GroupScore)


def test_the_t_interval_and_the_guaranteed_range_agree_with_the_oracle() -> None:
    known: dict[str, Any] = oracle("08_mean_ci_fpc_bounds")
    given, expected = known["input"]["nine_of_ten"], known["expected"]["nine_of_ten"]
    people = np.array(given["scores"])

    interval = t_interval(float(people.mean()), float(people.std(ddof=1)), len(people))
    certain = guaranteed_range(float(people.mean()), len(people), given["N"])

    assert interval is not None
    assert [interval.low, interval.high] == pytest.approx(expected["ci_t"], abs=known["tolerance"])
    assert [certain.low, certain.high] == pytest.approx(expected["bounds"], abs=known["tolerance"])


def test_mean_sd_and_median_of_nine_people_agree_with_the_oracle() -> None:
    known: dict[str, Any] = oracle("08_mean_ci_fpc_bounds")
    expected = known["expected"]["nine_of_ten"]

    found = described(sample(known["input"]["nine_of_ten"]["scores"]))

    assert [found.n, found.mean, found.sd, found.median] == pytest.approx(
        [expected[each] for each in ("n", "mean", "sd", "median")], abs=known["tolerance"]
    )


def test_the_quantiles_behind_the_intervals_agree_with_the_oracle() -> None:
    known: dict[str, Any] = oracle("11_holm_wilson_quantiles")

    for degrees, expected in known["expected"]["t_0.975_by_df"].items():
        n = int(degrees) + 1
        found = t_interval(50, np.sqrt(n), n)
        if n < 5:
            assert found is None
        else:
            assert found is not None
            assert found.high - 50 == pytest.approx(expected, abs=known["tolerance"])


def test_wilsons_interval_agrees_with_the_oracle() -> None:
    known: dict[str, Any] = oracle("11_holm_wilson_quantiles")

    for case, expected in known["expected"]["wilson95"].items():
        successes, n = case.split("of")
        found = wilson(int(successes), int(n))
        assert [found.low, found.high] == pytest.approx(expected, abs=known["tolerance"])


def test_below_five_people_a_mean_has_no_interval() -> None:
    assert t_interval(50, 10, 4) is None


def test_an_interval_stays_on_the_scale() -> None:
    found = t_interval(95, 20, 5)

    assert found is not None
    assert found.high == 100


def test_when_everybody_answered_the_guaranteed_range_is_the_mean() -> None:
    found = guaranteed_range(40, 8, 8)

    assert (found.low, found.high) == (40, 40)


def test_fewer_invited_than_answered_cannot_be() -> None:
    with pytest.raises(ValueError, match="3 invited people cannot have given 4 scores"):
        guaranteed_range(40, 4, 3)
