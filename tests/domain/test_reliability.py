"""Alpha and omega, and when neither is shown."""

from typing import Any

import numpy as np
import pytest
from scipy.optimize import minimize

from tests.oracles import oracle
from trustcheck.domain.statistics.group_words import NoOmega
from trustcheck.domain.statistics.reliability import Points, alpha, feldt, omega, one_factor, reliability


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

    fit = one_factor(np.cov(given, rowvar=False))

    assert omega(given) == pytest.approx(expected["omega_total_cfa_unstandardised"], abs=tolerance)
    # The packages divide by n where we divide by n - 1; neither alpha nor omega sees the difference.
    shrunk = (len(given) - 1) / len(given)
    assert fit.loadings * np.sqrt(shrunk) == pytest.approx(expected["cfa_loadings"], abs=tolerance)
    assert fit.unique * shrunk == pytest.approx(expected["cfa_residual_variances"], abs=tolerance)


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


def test_omega_is_withheld_where_one_item_would_carry_the_factor_alone() -> None:
    """A Heywood case: the better the fit, the less variance is left to the first item, down to nothing."""
    chance = np.random.default_rng(5)
    factor = chance.integers(1, 6, 500).astype(np.float64)
    noisy = (np.clip(np.round(factor + chance.normal(size=500) * 1.5), 1, 5) for _item in range(3))
    given = np.column_stack([factor, *noisy])

    found = reliability(given)

    assert one_factor(np.cov(given, rowvar=False)).is_improper
    assert found is not None
    assert (found.omega, found.no_omega) == (None, NoOmega.IMPROPER)


@pytest.mark.parametrize("weights", [(0.15, 0.6), (0.0, 0.2)], ids=["little", "nothing"])
@pytest.mark.parametrize("seed", range(12))
def test_the_fit_is_as_good_as_any_other_search_finds(seed: int, weights: tuple[float, float]) -> None:
    """Items that hang together by little or by nothing: where steps become tiny long before they are at the end."""
    correlation = hardly_together(seed, weights)

    fit = one_factor(correlation)
    sought = minimize(
        misfit, np.full(4, 0.6), (correlation,), "L-BFGS-B", bounds=[(0.005, 1)] * 4, options={"ftol": 1e-15}
    )

    assert fit.is_settled
    assert misfit(fit.unique, correlation) <= sought.fun + 1e-9


@pytest.mark.parametrize("weights", [(0.6, 1.2), (0.15, 0.6), (0.0, 0.2)], ids=["well", "little", "nothing"])
def test_the_fit_comes_to_rest_in_a_few_dozen_looks(
    weights: tuple[float, float], monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[int] = []
    eigh = np.linalg.eigh
    monkeypatch.setattr(np.linalg, "eigh", lambda *matrix: looks.append(1) or eigh(*matrix))

    for seed in range(40):
        looks.clear()
        assert one_factor(hardly_together(seed, weights)).is_settled
        assert len(looks) < 120, "both searches together"


def hardly_together(seed: int, weights: tuple[float, float]) -> Points:
    """The correlations of four items of 200 people, with so much in common."""
    chance = np.random.default_rng(seed)
    drawn = chance.uniform(*weights, 4)
    given = chance.normal(size=(200, 1)) * drawn + chance.normal(size=(200, 4))
    return np.asarray(np.corrcoef(given, rowvar=False))


def misfit(unique: Points, correlation: Points) -> float:
    """The likelihood itself, with the model's matrix written out."""
    root = np.sqrt(unique)
    sizes, axes = np.linalg.eigh(correlation / np.outer(root, root))
    loadings = root * axes[:, -1] * np.sqrt(max(sizes[-1] - 1, 0))
    model = np.outer(loadings, loadings) + np.diag(unique)
    return float(np.log(np.linalg.det(model)) + np.trace(correlation @ np.linalg.inv(model)))


def test_alpha_of_equal_items_is_one() -> None:
    given = np.repeat(np.arange(1.0, 6.0)[:, None], 4, axis=1)

    assert alpha(given) == pytest.approx(1)
