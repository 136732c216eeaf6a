"""Two checks of one perspective beside each other: on what both asked alike, and never more than two results allow."""

from dataclasses import replace
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from tests.builders import questionnaire, response
from tests.domain.late_attack import whole_view
from tests.oracles import oracle
from tests.samples import sample
from trustcheck.domain.privacy.suppressed import NOT_SHARED, REPEATED, Suppressed
from trustcheck.domain.questionnaire.answers import Response
from trustcheck.domain.questionnaire.model import Form, Perspective, Questionnaire
from trustcheck.domain.statistics.change import ChangeKind
from trustcheck.domain.statistics.groups import Interval, ItemScore
from trustcheck.domain.statistics.scoring import codes, scores
from trustcheck.domain.statistics.wave_change import WaveChange, change_kind, changes
from trustcheck.domain.views.two_checks import ShownView, ViewChange, view_change

ASKED = questionnaire(
    {"people": {"A": 4, "B": 4}, "openness": {"C": 4, "D": 4}}, pulse=("A1", "A2", "B1", "C1", "C2", "D1")
)
STAFF = Perspective.STAFF


def sheets(people: int, seed: int, *, above: int = 0, form: Form = Form.FULL) -> list[Response]:
    """People who differ, ``above`` steps higher in theme A."""
    chance = Random(seed)
    found = []
    for _person in range(people):
        view = chance.choice((2, 3, 4))
        found.append(
            response(
                {
                    each: min(5, max(1, view + chance.choice((-1, 0, 1)) + (above if each[0] == "A" else 0)))
                    for each in ASKED.asked(form)
                },
                form=form,
            )
        )
    return found


def reworded(*item_ids: str) -> Questionnaire:
    items = tuple(replace(each, text="Something else.") if each.id in item_ids else each for each in ASKED.items)
    return replace(ASKED, items=items)


def compared(then: ShownView, now: ShownView) -> ViewChange:
    return view_change(then, now, STAFF)


def change_of(found: ViewChange, value_id: str) -> WaveChange:
    value = {**found.pillars, **found.themes}[value_id]
    assert isinstance(value, WaveChange)
    return value


def points(given: list[Response], theme: str) -> list[float]:
    found = scores(codes(given, ASKED), ASKED, Form.FULL).themes.points()
    return list(found[:, [*ASKED.theme_by_id].index(theme)])


THEN, NOW = sheets(14, 1), sheets(15, 2, above=1)


def test_difference_and_interval_are_those_of_another_library() -> None:
    found = change_of(compared(whole_view(THEN, ASKED), whole_view(NOW, ASKED)), "A")
    welch = stats.ttest_ind(points(NOW, "A"), points(THEN, "A"), equal_var=False)
    around = welch.confidence_interval(0.95)

    assert found.difference == pytest.approx(np.mean(points(NOW, "A")) - np.mean(points(THEN, "A")))
    assert [found.interval.low, found.interval.high] == pytest.approx([around.low, around.high])


def test_two_waves_of_few_people_have_the_exact_p_of_another_library() -> None:
    then, now = sheets(6, 5), sheets(7, 8, above=1)
    found = change_of(compared(whole_view(then, ASKED), whole_view(now, ASKED)), "A")

    def apart(one: np.ndarray, other: np.ndarray, axis: int = -1) -> np.ndarray:
        return np.round(np.abs(one.mean(axis=axis) - other.mean(axis=axis)), 9)

    drawn = stats.permutation_test(
        (points(then, "A"), points(now, "A")), apart, alternative="greater", vectorized=True, n_resamples=np.inf
    )
    assert found.chance.method == "exact"
    assert found.chance.p == pytest.approx(drawn.pvalue)


def test_holm_runs_over_the_themes_and_over_the_pillars_by_themselves() -> None:
    """Holm's own rule (1979): the smallest p times their number, and so on, never falling."""
    found = compared(whole_view(THEN, ASKED), whole_view(NOW, ASKED))

    for family in (found.themes, found.pillars):
        known = sorted((change_of(found, each).chance for each in family), key=lambda each: each.p)
        highest = 0.0
        for rank, each in enumerate(known):
            highest = max(highest, min(1.0, (len(known) - rank) * each.p))
            assert each.p_holm == pytest.approx(highest)
    assert len(found.themes) == 4


def test_the_oracle_of_two_groups_is_met_by_two_waves() -> None:
    known = oracle("09_perception_gap")
    sides, expected = known["input"]["gap"], known["expected"]["gap"]
    found = changes([("A", sample(sides["staff"]), sample(sides["leaders"]))])["A"]

    assert found.difference == pytest.approx(expected["gap"])
    assert [found.interval.low, found.interval.high] == pytest.approx(expected["welch_ci"])
    assert found.kind is ChangeKind.CHANGED


@pytest.mark.parametrize(
    ("moved", "low", "high", "kind"),
    [
        (12.5, 0.1, 24.9, ChangeKind.CHANGED),
        (-12.5, -24.9, -0.1, ChangeKind.CHANGED),
        (12.4, 0.1, 24.7, ChangeKind.MOVED_A_LITTLE),
        (12.5, -0.1, 25.1, ChangeKind.COULD_BE_CHANCE),
        (30.0, 0.0, 60.0, ChangeKind.COULD_BE_CHANCE),
        (4.4, 0.1, 8.7, ChangeKind.SAME),
        (4.5, -3.0, 12.0, ChangeKind.COULD_BE_CHANCE),
    ],
)
def test_changed_needs_half_an_answer_step_and_an_interval_without_nothing(
    moved: float, low: float, high: float, kind: ChangeKind
) -> None:
    assert change_kind(moved, Interval(low, high)) is kind


def test_a_full_form_and_a_short_one_are_compared_on_the_shared_questions_alone() -> None:
    short = whole_view(sheets(15, 2, form=Form.PULSE), ASKED, form=Form.PULSE)
    found = compared(whole_view(THEN, ASKED), short)

    assert (found.themes, dict(found.comparable)) == ({}, {"people": 3, "openness": 3})
    only = [replace(each, form=Form.PULSE, answers={a: b for a, b in each if a in ASKED.pulse}) for each in THEN]
    pillars = scores(codes(only, ASKED), ASKED, Form.PULSE).pillars.points()
    assert change_of(found, "people").then == pytest.approx(pillars[:, 0].mean())


def test_a_reworded_question_counts_on_neither_side() -> None:
    found = compared(whole_view(THEN, reworded("A2")), whole_view(NOW, ASKED))
    without = [replace(each, answers={a: b for a, b in each if a != "A2"}) for each in THEN]

    assert "A2" not in found.shared
    assert dict(found.comparable) == {"people": 7, "openness": 8, "A": 3, "B": 4, "C": 4, "D": 4}
    assert change_of(found, "A").then == pytest.approx(np.mean(points(without, "A")))


def test_a_theme_of_which_one_question_is_left_is_not_compared() -> None:
    found = compared(whole_view(THEN, reworded("A1", "A2", "A3")), whole_view(NOW, ASKED))

    assert found.themes["A"] == Suppressed(NOT_SHARED)
    assert found.comparable["people"] == 4


def test_below_ten_people_a_theme_with_a_reworded_question_is_left_out_with_all_its_questions() -> None:
    """Its two numbers, on four questions and on three, would tell what was said to the fourth."""
    then, now = sheets(7, 1), sheets(8, 2)
    found = compared(whole_view(then, reworded("A2")), whole_view(now, ASKED))

    assert found.themes["A"] == Suppressed(NOT_SHARED)
    assert (found.comparable["A"], found.comparable["people"]) == (0, 4)
    assert change_of(found, "people").then == pytest.approx(change_of(found, "B").then)


@settings(max_examples=40, deadline=None)
@given(st.integers(5, 13), st.integers(5, 13), st.integers(0, 10**6))
def test_no_value_on_fewer_questions_stands_beside_one_whose_questions_are_not_told(
    before: int, after: int, seed: int
) -> None:
    then, now = whole_view(sheets(before, seed), reworded("A2", "C1")), whole_view(sheets(after, seed + 1), ASKED)
    found = compared(then, now)

    for theme, asked in (("A", 4), ("C", 4)):
        if not isinstance(found.themes[theme], Suppressed):
            assert found.comparable[theme] < asked
            values = [side.told.items[each] for side in (then, now) for each in side.inside(theme)]
            assert all(isinstance(each, ItemScore) and each.nearest is None for each in values)
    for pillar, value in found.pillars.items():
        if not isinstance(value, Suppressed):
            themes = [side.told.themes[each.id] for side in (then, now) for each in ASKED.themes_of(pillar)]
            assert not any(isinstance(each, Suppressed) for each in themes)


def test_what_one_of_the_two_does_not_show_is_not_compared() -> None:
    alike = [each.with_answer("B1", None) for each in sheets(7, 3)]
    for item in ("B2", "B3", "B4"):
        alike = [each.with_answer(item, None) for each in alike]
    then, now = whole_view(alike, ASKED), whole_view(sheets(8, 4), ASKED)
    found = compared(then, now)

    for theme, value in then.told.themes.items():
        if isinstance(value, Suppressed):
            assert found.themes[theme] == value
    assert isinstance(found.themes["B"], Suppressed)


def test_five_then_and_the_same_five_with_one_more_now_are_not_compared() -> None:
    five = sheets(5, 6)
    found = compared(whole_view(five, ASKED), whole_view([*five, *sheets(1, 9)], ASKED))

    assert set(found.pillars.values()) | set(found.themes.values()) == {Suppressed(REPEATED)}


def test_five_who_answered_anew_and_one_more_are_compared() -> None:
    found = compared(whole_view(sheets(5, 6), ASKED), whole_view(sheets(6, 16), ASKED))

    assert any(isinstance(each, WaveChange) for each in found.pillars.values())


def test_another_questionnaire_shares_nothing() -> None:
    found = compared(whole_view(THEN, replace(ASKED, id="other")), whole_view(NOW, ASKED))

    assert found.shared == ()
    assert set(found.pillars.values()) | set(found.themes.values()) == {Suppressed(NOT_SHARED)}


def test_the_lowest_theme_of_last_time_is_named() -> None:
    found = compared(whole_view(sheets(14, 1, above=-1), ASKED), whole_view(NOW, ASKED))

    assert found.lowest_then == "A"
