"""Alpha and omega, and when neither is shown."""

from typing import Any

import numpy as np
import pytest

from tests.oracles import oracle
from trustcheck.domain.reliability import Points, alpha, feldt, omega, one_factor, reliability


@pytest.fixture
def known() -> dict[str, Any]:
    return oracle("07_alpha_omega")


def keyed(known: dict[str, Any]) -> Points:
    given = np.array(known["input"]["raw"], dtype=np.float64)
    turned = known["input"]["reverse_items_zero_based"]
    given[:, turned] = known["input"]["min"] + known["input"]["max"] - given[:, turned]
    return given


def test_alpha_and_its_interval_agree_with_three_packages(known: dict[str, Any]) -> None:
    found = reliability(keyed(known))

    assert found is not None
    assert found.alpha == pytest.approx(known["expected"]["alpha_raw"], abs=known["tolerance"]["alpha*"])
    expected = pytest.approx(known["expected"]["alpha_ci95_feldt"], abs=known["tolerance"]["alpha*"])
    assert [found.interval.low, found.interval.high] == expected
    assert found.is_provisional


def test_the_interval_uses_feldts_degrees_of_freedom(known: dict[str, Any]) -> None:
    case = known["feldt_second_case"]

    found = feldt(case["alpha"], case["k"], case["n"])

    assert [found.low, found.high] == pytest.approx(case["expected"], abs=known["tolerance"]["alpha*"])


def test_the_interval_narrows_with_people_as_tabled(known: dict[str, Any]) -> None:
    for row in known["alpha_width_table_alpha_080"]:
        found = feldt(row["alpha"], row["k"], row["n"])
        assert [found.low, found.high] == pytest.approx([row["lo"], row["hi"]], abs=known["tolerance"]["alpha*"])


def test_omega_and_its_factor_agree_with_a_confirmatory_fit(known: dict[str, Any]) -> None:
    given = keyed(known)
    expected, tolerance = known["expected"], known["tolerance"]["omega*"]

    loadings, unique = one_factor(np.cov(given, rowvar=False))

    assert omega(given) == pytest.approx(expected["omega_total_cfa_unstandardised"], abs=tolerance)
    # The packages divide by n where we divide by n - 1; neither alpha nor omega sees the difference.
    shrunk = (len(given) - 1) / len(given)
    assert loadings * np.sqrt(shrunk) == pytest.approx(expected["cfa_loadings"], abs=tolerance)
    assert unique * shrunk == pytest.approx(expected["cfa_residual_variances"], abs=tolerance)


def test_omega_of_standardised_items_agrees_too(known: dict[str, Any]) -> None:
    given = keyed(known)
    standard = (given - given.mean(axis=0)) / given.std(axis=0, ddof=1)

    expected = known["expected"]["omega_total_standardised_ml_fa"]
    assert omega(standard) == pytest.approx(expected, abs=known["tolerance"]["omega*"])


def some_answers(rows: int) -> Points:
    chance = np.random.default_rng(3)
    common = chance.normal(size=(rows, 1))
    return np.clip(np.round(3 + common + chance.normal(size=(rows, 4))), 1, 5)


def test_below_thirty_complete_sheets_nothing_is_shown() -> None:
    given = some_answers(30)
    assert reliability(given) is not None

    given[0, 1] = np.nan

    assert reliability(given) is None


def test_omega_comes_from_a_hundred_sheets_on() -> None:
    fewer, enough = reliability(some_answers(99)), reliability(some_answers(100))

    assert fewer is not None
    assert enough is not None
    assert fewer.omega is None
    assert fewer.is_provisional
    assert not enough.is_provisional
    assert enough.omega == pytest.approx(enough.alpha, abs=0.05)


def test_no_reliability_where_an_item_or_nobody_varies() -> None:
    level = some_answers(50)
    level[:, 2] = 3
    assert reliability(level) is None
    assert reliability(np.full((50, 4), 4.0)) is None
    assert reliability(some_answers(50)[:, :1]) is None


def test_a_factor_that_explains_an_item_wholly_stays_within_its_variance() -> None:
    chance = np.random.default_rng(5)
    factor = chance.normal(size=500)
    given = np.column_stack([factor, *(factor + chance.normal(size=500) for _ in range(3))])

    _loadings, unique = one_factor(np.cov(given, rowvar=False))

    assert (unique > 0).all()
    assert 0 < omega(given) < 1


def test_alpha_of_equal_items_is_one() -> None:
    given = np.repeat(np.arange(1.0, 6.0)[:, None], 4, axis=1)

    assert alpha(given) == pytest.approx(1)
