"""How far answers lie apart: the indices of the literature, and the words for them."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest

from tests.domain.oracle import oracle_questionnaire, oracle_response
from tests.oracles import oracle
from trustcheck.domain.statistics.agreement import (
    Agreement,
    Counts,
    Points,
    agreement,
    average_deviation,
    item_agreement,
    r_wg_j,
    spread,
    uniform_variance,
)
from trustcheck.domain.statistics.group_words import MUCH_THE_SAME, Spread
from trustcheck.domain.statistics.scoring import codes, keyed


def counted(answers: Any, options: int = 5) -> Counts:
    """Keyed answers (people, items) as counts (items, options)."""
    return np.stack(
        [np.bincount(column[~np.isnan(column)].astype(int), minlength=options + 1)[1:] for column in answers.T]
    )


def close(found: Points, expected: Sequence[float], known: dict[str, Any]) -> None:
    assert found.tolist() == pytest.approx(expected, abs=known["tolerance"])


def test_seven_raters_agree_on_four_items_as_the_oracle_says() -> None:
    known = oracle("02_agreement_single_group")
    expected = known["expected"]
    items = item_agreement(counted(np.array(known["input"]["raters_x_items"], dtype=float)))
    together = agreement(items, options=5)

    close(items.mean, expected["item_mean"], known)
    close(items.variance, expected["item_variance_n_minus_1"], known)
    close(items.a_wg, expected["awg_item"], known)
    close(items.ad_mean, expected["ADM_item"], known)
    close(items.ad_median, expected["ADMd_item"], known)
    for null in ("uniform", "slight", "heavy"):
        close(items.r_wg(known["input"]["null_variances"][null]), expected["rwg_item"][null], known)
    for null, variance in known["input"]["null_variances"].items():
        assert r_wg_j(items.variance, variance) == pytest.approx(expected["rwgJ"][null], abs=known["tolerance"])
    assert together == Agreement(
        ad_mean=pytest.approx(expected["ADM_J"], abs=known["tolerance"]),
        ad_median=pytest.approx(expected["ADMd_J"], abs=known["tolerance"]),
        rwg_uniform=pytest.approx(expected["rwgJ"]["uniform"], abs=known["tolerance"]),
        rwg_slight=pytest.approx(expected["rwgJ"]["slight"], abs=known["tolerance"]),
        a_wg=pytest.approx(expected["awgJ_mean_of_items"], abs=known["tolerance"]),
    )


def test_edge_cases_of_one_item_agree_with_the_oracle() -> None:
    known = oracle("03_agreement_edge_cases")

    for case, answers in known["input"].items():
        expected = known["expected"][case]
        items = item_agreement(counted(np.array(answers, dtype=float)[:, None]))

        assert int(items.n[0]) == expected["n"], case
        close(items.mean, [expected["mean"]], known)
        close(items.variance, [expected["var"]], known)
        close(items.r_wg(uniform_variance(5)), [expected["rwg_uniform"]], known)
        close(items.r_wg(1.34), [expected["rwg_slight"]], known)
        close(items.ad_mean, [expected["adm"]], known)
        close(items.ad_median, [expected["admd"]], known)
        if expected["awg"] is None:
            assert np.isnan(items.a_wg[0]), case
        else:
            close(items.a_wg, [expected["awg"]], known)


def test_each_item_counts_with_its_own_people_as_in_the_oracle_of_six() -> None:
    known = oracle("01_scoring_full_form")
    asked = oracle_questionnaire(known["input"])
    turned = keyed(codes([oracle_response(known["input"], each) for each in known["input"]["responses"]], asked), asked)

    for at, theme in enumerate(asked.themes):
        found = agreement(item_agreement(counted(turned[:, 4 * at : 4 * at + 4])), options=5)
        assert found is not None
        expected = known["expected"]["group"][theme.id]["ADM_J_points"]
        assert found.ad_mean * 25 == pytest.approx(expected, abs=known["tolerance"])


def test_nobody_answered_means_no_index() -> None:
    assert agreement(item_agreement(np.zeros((4, 5), dtype=np.int64)), options=5) is None


def test_an_item_that_nobody_answered_is_left_out_of_its_theme() -> None:
    answers = np.array([[1, 2, 1, 1, 0], [0, 0, 0, 0, 0]])
    alone = agreement(item_agreement(answers[:1]), options=5)

    assert agreement(item_agreement(answers), options=5) == alone


def test_the_slightly_skewed_null_exists_for_five_options_only() -> None:
    found = agreement(item_agreement(np.array([[1, 2, 3, 1]])), options=4)

    assert found is not None
    assert found.rwg_slight is None
    assert found.rwg_uniform is not None


def test_a_wg_is_left_open_below_four_people() -> None:
    assert np.isnan(item_agreement(np.array([[0, 1, 1, 1, 0]])).a_wg[0])


@pytest.mark.parametrize(
    ("counts", "people", "words"),
    [
        ([[0, 0, 3, 7, 0]], 10, Spread.MUCH_THE_SAME),
        ([[0, 2, 4, 4, 0]], 10, Spread.SOME_VARIETY),
        ([[2, 2, 4, 1, 1]], 10, Spread.DIFFERENT),
        ([[3, 1, 2, 1, 3]], 10, Spread.TWO_CAMPS),
        ([[3, 1, 1, 1, 3]], 9, Spread.DIFFERENT),
        ([[5, 0, 3, 0, 2]], 10, Spread.DIFFERENT),
    ],
)
def test_the_average_deviation_is_said_in_words_and_two_camps_from_ten_people_on(
    counts: list[list[int]], people: int, words: Spread
) -> None:
    array = np.array(counts)
    found = agreement(item_agreement(array), options=5)

    assert found is not None
    assert spread(array, people) is words


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ([[0, 3, 3, 0]], Spread.MUCH_THE_SAME),
        ([[2, 2, 2, 0]], Spread.SOME_VARIETY),  # two thirds of a step: a sixth of four options, and not more
        ([[2, 1, 2, 1]], Spread.DIFFERENT),
        ([[0, 0, 2, 2, 0, 2, 0]], Spread.SOME_VARIETY),  # ten ninths of a step, below a sixth of seven options
        ([[0, 2, 0, 2, 0, 2, 0]], Spread.DIFFERENT),
    ],
)
def test_the_cuts_of_spread_follow_the_scale(counts: list[list[int]], words: Spread) -> None:
    assert spread(np.array(counts), 6) is words


def test_a_spread_on_a_cut_is_exactly_on_it() -> None:
    """Average deviations of half a step on average, which as floats came to a little more."""
    on_the_cut = np.array([[0, 1, 0, 5, 0], [0, 0, 1, 2, 0], [0, 1, 2, 1, 0]])

    assert average_deviation(on_the_cut) == MUCH_THE_SAME
    assert spread(on_the_cut, 6) is Spread.MUCH_THE_SAME


def test_a_split_speaks_before_the_mean() -> None:
    assert [each for each in Spread if each.is_split] == [Spread.DIFFERENT, Spread.TWO_CAMPS]
