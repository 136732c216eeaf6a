"""Whether teams can be told apart."""

import numpy as np
import pytest

from tests.oracles import oracle
from trustcheck.domain.icc import intra_class, shown_intra_class


def test_balanced_teams_agree_with_the_oracle() -> None:
    known = oracle("05_icc_groups")
    given, expected = known["input"]["balanced"], known["expected"]["balanced"]
    scores, teams = np.array(given["score"]), np.array(given["group"])
    found = intra_class([scores[teams == team] for team in dict.fromkeys(given["group"])])

    assert found is not None
    assert found.icc1 == pytest.approx(expected["ICC1_n0"], abs=known["tolerance"])
    assert found.icc2 == pytest.approx(expected["ICC2_multilevel"], abs=known["tolerance"])
    for interval, name in ((found.icc1_interval, "ICC1_ci_F"), (found.icc2_interval, "ICC2_ci_F")):
        assert [interval.low, interval.high] == pytest.approx(expected[name], abs=known["tolerance"])


def teams(number: int, people: int, apart: float = 10) -> list[np.ndarray[tuple[int], np.dtype[np.float64]]]:
    return [np.linspace(0, 40, people) + apart * (team % 3) for team in range(number)]


def test_coefficients_are_shown_from_eight_teams_of_five_on() -> None:
    assert shown_intra_class(teams(8, 5)) is not None
    assert shown_intra_class(teams(7, 5)) is None
    assert shown_intra_class([*teams(8, 5), np.array([1.0, 2.0, 3.0, 4.0])]) is None
    assert shown_intra_class([]) is None


def test_teams_that_differ_less_than_chance_have_nought() -> None:
    found = shown_intra_class(teams(8, 5, apart=0))

    assert found is not None
    assert (found.icc1, found.icc2) == (0, 0)
    assert not found.can_rank


def test_teams_that_lie_far_apart_may_be_ranked() -> None:
    found = shown_intra_class(teams(9, 6, apart=200))

    assert found is not None
    assert found.can_rank


def test_without_differences_within_teams_nothing_can_be_said() -> None:
    assert intra_class([np.array([50.0, 50.0]), np.array([70.0, 70.0])]) is None
