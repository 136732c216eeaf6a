"""How leaders and staff differ: size, precision, chance, and what it is called."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import ndtr

from tests.oracles import oracle
from tests.samples import sample
from trustcheck.domain.statistics.exact import Sample
from trustcheck.domain.statistics.gaps import (
    DRAWS,
    Chance,
    Gap,
    Relabellings,
    gap,
    gaps,
    hedges,
    holm,
    share_below,
    welch,
)
from trustcheck.domain.statistics.group_words import GapKind
from trustcheck.domain.statistics.groups import Interval

SCORE = st.integers(0, 16).map(lambda steps: 6.25 * steps)


def points(*scores: float) -> Sample:
    return sample(scores)


def evenly(low: float, high: float, people: int) -> Sample:
    return sample(np.linspace(low, high, people))


def oracle_gap() -> tuple[dict[str, object], Gap]:
    known = oracle("09_perception_gap")
    given = known["input"]["gap"]
    return known, gap(points(*given["leaders"]), points(*given["staff"]))


def test_difference_and_welchs_interval_agree_with_the_oracle() -> None:
    known, found = oracle_gap()
    expected, tolerance = known["expected"]["gap"], known["tolerance"]["default"]  # type: ignore[index]

    assert found.difference == pytest.approx(expected["gap"], abs=tolerance)
    assert [found.interval.low, found.interval.high] == pytest.approx(expected["welch_ci"], abs=tolerance)


def test_hedges_g_and_its_noncentral_interval_agree_with_the_oracle() -> None:
    known, found = oracle_gap()
    expected, tolerance = known["expected"]["gap"], known["tolerance"]  # type: ignore[index]

    assert found.hedges_interval is not None
    assert found.hedges_g == pytest.approx(expected["hedges_g"], abs=tolerance["default"])
    around = [found.hedges_interval.low, found.hedges_interval.high]
    assert around == pytest.approx(expected["g_ci"], abs=tolerance["g_ci"])


def test_the_exact_p_agrees_with_the_oracle() -> None:
    known, found = oracle_gap()
    expected, tolerance = known["expected"]["gap"], known["tolerance"]["default"]  # type: ignore[index]

    assert found.chance.method == "exact"
    assert found.chance.p == pytest.approx(expected["perm_p_two_sided"], abs=tolerance)
    assert found.chance.smallest_p == pytest.approx(expected["perm_min_p"], abs=tolerance)


def test_holms_correction_agrees_with_the_oracle() -> None:
    known = oracle("11_holm_wilson_quantiles")

    assert holm(known["input"]["p"]) == pytest.approx(known["expected"]["holm"], abs=known["tolerance"])


@settings(max_examples=60, deadline=None)
@given(st.lists(SCORE, min_size=2, max_size=5), st.lists(SCORE, min_size=2, max_size=6))
def test_the_exact_p_counts_every_relabelling(leaders: list[float], staff: list[float]) -> None:
    together, n = np.array(leaders + staff), len(leaders)
    observed, reached = abs(np.mean(leaders) - np.mean(staff)), []
    for chosen in combinations(range(len(together)), n):
        inside = np.zeros(len(together), dtype=bool)
        inside[list(chosen)] = True
        reached.append(abs(together[inside].mean() - together[~inside].mean()) >= observed - 1e-9)

    assert Relabellings().chance(points(*leaders), points(*staff)).p == pytest.approx(np.mean(reached))


@pytest.mark.parametrize(("leaders", "staff"), [(2, 5), (3, 5), (3, 8), (4, 9), (4, 4), (9, 4)])
def test_the_smallest_reachable_p_is_reached_by_views_that_do_not_overlap(leaders: int, staff: int) -> None:
    found = gap(sample(np.linspace(90, 100, leaders)), sample(np.linspace(0, 10, staff)))

    assert found.chance.p == pytest.approx(found.chance.smallest_p)


def test_over_twenty_thousand_relabellings_are_drawn_and_always_the_same() -> None:
    chance = np.random.default_rng(3)
    leaders, staff = chance.integers(4, 17, 8) * 6.25, chance.integers(0, 15, 30) * 6.25
    one, other = (gap(sample(leaders), sample(staff)) for _time in range(2))

    assert one.chance.method == "monte carlo"
    assert one == other
    assert one.chance.smallest_p == 1 / (DRAWS + 1)


def test_drawn_relabellings_come_close_to_all_of_them() -> None:
    chance = np.random.default_rng(4)
    leaders, staff = chance.integers(4, 17, 5) * 6.25, chance.integers(0, 15, 24) * 6.25  # 118,755 ways
    together = np.concatenate((leaders, staff))
    sums = np.array([sum(each) for each in combinations(together, 5)])
    parted = np.abs(sums / 5 - (together.sum() - sums) / 24)
    exact = float((parted >= abs(leaders.mean() - staff.mean()) - 1e-9).mean())

    assert gap(sample(leaders), sample(staff)).chance.p == pytest.approx(exact, abs=0.01)


@pytest.mark.parametrize(
    ("leaders", "staff", "scores"), [(20, 180, 17), (20, 180, 2_000), (40, 4_000, 17), (40, 4_000, 2_000)]
)
def test_in_large_checks_chance_alone_parts_views_as_the_normal_curve_says(
    leaders: int, staff: int, scores: int
) -> None:
    chance = np.random.default_rng(12)
    one, other = (chance.integers(0, scores, people) * 100.0 / (scores - 1) for people in (leaders, staff))
    one += 5
    together = np.concatenate((one, other))
    error = together.std(ddof=1) * np.sqrt(1 / leaders + 1 / staff)
    found = Relabellings().chance(sample(one), sample(other))

    assert found.method == "monte carlo"
    assert found.p == pytest.approx(float(2 * ndtr(-abs(one.mean() - other.mean()) / error)), abs=0.02)
    assert found == Relabellings().chance(sample(one[::-1]), sample(other[::-1]))


def test_chance_is_drawn_only_where_it_is_told_or_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a large check's pillars it is not told, and takes longer than all other statistics."""
    drawn = []
    monkeypatch.setattr(Relabellings, "chance", lambda *sides: drawn.append(sides) or Chance(0.5, "", 0.1))
    near = gaps([("A", evenly(40, 60, 8), evenly(38, 58, 8)), ("B", evenly(30, 70, 8), evenly(31, 71, 8))])

    assert {each.kind for each in near.values()} == {GapKind.SIMILAR}
    assert not drawn
    assert near["A"].chance.p_holm == 1.0
    assert near["B"].chance.p == 0.5
    assert len(drawn) == 2


def test_views_without_any_spread_have_a_difference_and_no_effect_size() -> None:
    assert hedges(points(75, 75), points(50, 50, 50)) == (None, None)
    assert welch(points(75, 75), points(50, 50, 50)) == Interval(25, 25)


def test_a_large_check_has_a_finite_effect_size_with_its_interval() -> None:
    chance = np.random.default_rng(5)
    g, around = hedges(sample(chance.normal(80, 10, 500).round(2)), sample(chance.normal(50, 10, 100_000).round(2)))

    assert g is not None
    assert around is not None
    assert around.low < g < around.high


def test_the_normal_stand_in_of_large_checks_meets_the_noncentral_t() -> None:
    chance = np.random.default_rng(6)
    leaders, staff = chance.normal(60, 10, 300).round(2), chance.normal(58, 10, 1_701).round(2)
    _g, exact = hedges(sample(leaders), sample(staff))
    _g, normal = hedges(sample(leaders), sample(np.append(staff, [staff.mean().round(2)] * 2)))

    assert exact is not None
    assert normal is not None
    assert [exact.low, exact.high] == pytest.approx([normal.low, normal.high], abs=0.003)


def test_a_clear_gap_is_wide_and_sure_after_holm() -> None:
    wide = evenly(80, 100, 9), evenly(20, 40, 9)

    found = gaps([("A", *wide), ("B", evenly(40, 60, 9), evenly(38, 58, 9))])

    assert found["A"].kind is GapKind.CLEAR
    assert found["A"].chance.p_holm == pytest.approx(2 * found["A"].chance.p)
    assert found["B"].kind is GapKind.SIMILAR


def test_a_possible_gap_is_wide_and_its_interval_leaves_out_nought() -> None:
    near = [(each, evenly(40, 60, 8), evenly(38, 58, 8)) for each in "BCDEFGHIJ"]
    leaders, staff = points(70, 75, 45, 80, 60, 75, 50, 70), points(50, 40, 60, 45, 55, 50, 30, 55)

    found = gaps([("A", leaders, staff), *near])["A"]

    assert found.interval.low > 0
    assert found.chance.p_holm > 0.05
    assert found.kind is GapKind.POSSIBLE


def test_a_wide_but_unsure_difference_is_worth_asking_about() -> None:
    found = gaps([("A", points(100, 20, 60, 90, 50, 70, 80), points(50, 10, 90, 30, 60, 40, 55))])["A"]

    assert found.kind is GapKind.WORTH_ASKING


def test_with_too_few_leaders_to_reach_a_small_p_no_verdict_is_given() -> None:
    near = [(each, points(40, 50, 60), evenly(38, 58, 8)) for each in "BCDEFGHIJ"]

    found = gaps([("A", points(100, 20, 90), evenly(30, 60, 8)), *near])["A"]

    assert found.chance.smallest_p * 10 >= 0.05
    assert found.kind is GapKind.TOO_FEW


def test_no_pairs_no_gaps() -> None:
    assert gaps([]) == {}


def test_only_clear_and_possible_gaps_weigh() -> None:
    assert [each.weight for each in GapKind] == [1.0, 0.5, 0.0, 0.0, 0.0]


def test_one_leader_learns_what_share_of_staff_would_score_lower() -> None:
    staff = points(40, 50, 60, 50, 45, 55)
    far, middle = share_below(95, staff), share_below(50, staff)

    assert far is not None
    assert far > 0.99
    assert middle == pytest.approx(0.5)


def test_one_leader_beside_too_few_or_equal_staff_learns_nothing() -> None:
    assert share_below(80, points(40, 50, 60, 50)) is None
    assert share_below(80, points(50, 50, 50, 50, 50)) is None
