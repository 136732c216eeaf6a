"""Scores of people: keying, percent of maximum possible, the half rule, pillars and overall."""

from typing import Any, NamedTuple

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import all_at, questionnaire, response
from tests.domain.oracle import oracle_questionnaire, oracle_response
from tests.oracles import oracle
from trustcheck.domain.questionnaire.answers import Answer, Response
from trustcheck.domain.questionnaire.model import Form, Perspective, Questionnaire
from trustcheck.domain.statistics.exact import Points
from trustcheck.domain.statistics.points import level, whole
from trustcheck.domain.statistics.scoring import Scores, codes, keyed, scores


class InPoints(NamedTuple):
    """Scores as floats, ``nan`` where unknown."""

    themes: Points
    pillars: Points
    overall: Points


def in_points(found: Scores) -> InPoints:
    return InPoints(found.themes.points(), found.pillars.points(), found.overall.points())


def scored(asked: Questionnaire, *responses: Response, form: Form = Form.FULL) -> InPoints:
    return in_points(scores(codes(responses, asked), asked, form))


@pytest.fixture
def people() -> dict[str, Any]:
    return oracle("01_scoring_full_form")


def same(found: Any, expected: Any, tolerance: float) -> None:
    wanted = [np.nan if each is None else each for each in expected]
    np.testing.assert_allclose(found, wanted, rtol=0, atol=tolerance)


def test_six_people_score_as_worked_out_twice_by_hand(people: dict[str, Any]) -> None:
    asked = oracle_questionnaire(people["input"])
    expected = people["expected"]["people"]

    found = scored(asked, *(oracle_response(people["input"], person) for person in expected))

    for row, person in enumerate(expected.values()):
        same(found.themes[row], [person["dimensions"][theme.id] for theme in asked.themes], people["tolerance"])
        same(found.pillars[row], [person["pillars"][pillar.id] for pillar in asked.pillars], people["tolerance"])
        same([found.overall[row]], [person["overall"]], people["tolerance"])


def test_six_people_score_on_the_pulse_as_worked_out_twice_by_hand(people: dict[str, Any]) -> None:
    asked = oracle_questionnaire(people["input"])
    expected = people["expected"]["people"]

    found = scored(asked, *(oracle_response(people["input"], person) for person in expected), form=Form.PULSE)

    for row, person in enumerate(expected.values()):
        same(found.pillars[row], [person["pulse"][pillar.id] for pillar in asked.pillars], people["tolerance"])
        same([found.overall[row]], [person["pulse"]["overall"]], people["tolerance"])
    assert np.isnan(found.themes).all()


@pytest.mark.parametrize("points", [4, 5, 6, 7])
def test_the_ends_of_every_scale_are_0_and_100(points: int) -> None:
    asked = questionnaire(points=points, reverse=["A1", "D2"])

    found = scored(asked, response(all_at(asked, 1)), response(all_at(asked, points)))

    assert found.themes.tolist() == [[0.0] * 4, [100.0] * 4]
    assert found.pillars.tolist() == [[0.0] * 2, [100.0] * 2]
    assert found.overall.tolist() == [0.0, 100.0]


def test_one_item_moving_one_step_moves_a_theme_of_four_by_six_and_a_quarter() -> None:
    asked = questionnaire()

    found = scored(asked, response(all_at(asked, 3)), response(all_at(asked, 3, A1=4)))

    assert found.themes[1, 0] - found.themes[0, 0] == 6.25


@pytest.mark.parametrize(
    ("answered", "is_scored"),
    [
        ({"A1": 4, "A2": 4}, True),
        ({"A1": 4, "A2": "dk", "A3": "dk", "A4": "dk"}, False),
        ({"A1": 4, "A2": "na", "A3": "na", "A4": "na"}, False),
        ({"A1": 4, "A2": 4, "A3": "na", "A4": "na"}, True),
        ({"A1": 4}, False),
        ({}, False),
        ({"A1": "na", "A2": "na", "A3": "na", "A4": "na"}, False),
    ],
)
def test_a_theme_of_four_needs_two_answers_and_half_of_what_applies(
    answered: dict[str, int | str], is_scored: bool
) -> None:
    found = scored(questionnaire(), response(answered))

    assert (not np.isnan(found.themes[0, 0])) is is_scored


def test_a_theme_of_five_needs_three_answers_unless_items_do_not_apply() -> None:
    asked = questionnaire({"people": {"A": 5}})

    found = scored(asked, response({"A1": 3, "A2": 3}), response({"A1": 3, "A2": 3, "A3": "na"}))

    assert np.isnan(found.themes[0, 0])
    assert found.themes[1, 0] == 50


def test_a_theme_of_one_item_is_scored_from_that_item() -> None:
    found = scored(questionnaire({"people": {"A": 1}}), response({"A1": 5}))

    assert (found.themes[0, 0], found.pillars[0, 0], found.overall[0]) == (100, 100, 100)


def test_a_pillar_needs_half_of_its_themes_rounded_up() -> None:
    asked = questionnaire({"people": dict.fromkeys("ABCDE", 2), "openness": {"F": 2}})
    two = {f"{theme}{at}": 5 for theme in "ABF" for at in (1, 2)}

    found = scored(asked, response(two), response({**two, "C1": 2, "C2": 2}))

    assert np.isnan(found.pillars[0, 0])
    assert np.isnan(found.overall[0])
    assert found.pillars[1].tolist() == [75, 100]


def test_a_pillar_counts_its_themes_alike_however_many_items_they_have() -> None:
    asked = questionnaire({"people": {"A": 2, "B": 6}})

    found = scored(asked, response(all_at(asked, 1, A1=5, A2=5)))

    assert found.pillars[0, 0] == 50


def test_overall_is_the_mean_of_three_pillars_and_needs_all_of_them() -> None:
    asked = questionnaire({"one": {"A": 2}, "two": {"B": 2}, "three": {"C": 2}})
    whole_sheet = {"A1": 5, "A2": 5, "B1": 3, "B2": 3, "C1": 1, "C2": 1}

    found = scored(asked, response(whole_sheet), response({**whole_sheet, "C1": "dk"}))

    assert found.overall[0] == 50
    assert np.isnan(found.overall[1])


def test_a_pulse_pillar_needs_two_thirds_of_its_items() -> None:
    asked = questionnaire({"people": {"A": 4, "B": 4}}, pulse=["A1", "A2", "A3", "B1", "B2", "B3"])

    found = scored(
        asked,
        response({"A1": 5, "A2": 5, "A3": 1}),
        response({"A1": 5, "A2": 5, "A3": 1, "B1": 1, "B4": 5}),
        form=Form.PULSE,
    )

    assert np.isnan(found.pillars[0, 0])
    assert found.pillars[1, 0] == 50


def test_a_pillar_without_a_pulse_item_has_no_pulse_score() -> None:
    asked = questionnaire(pulse=["A1"])

    found = scored(asked, response(all_at(asked, 5)), form=Form.PULSE)

    assert found.pillars[0, 0] == 100
    assert np.isnan(found.pillars[0, 1])


def test_nobody_answered_gives_no_rows() -> None:
    found = scored(questionnaire())

    assert (found.themes.shape, found.pillars.shape, found.overall.shape) == ((0, 4), (0, 2), (0,))


def test_a_point_above_the_scale_is_refused() -> None:
    with pytest.raises(ValueError, match="above the scale of 4"):
        codes([response({"A1": 5})], questionnaire(points=4))


def test_more_rows_than_fit_one_block_score_like_single_rows() -> None:
    asked = questionnaire(reverse=["B2"])
    drawn = np.random.default_rng(1).integers(-2, 6, size=(10_000, 16)).astype(np.int8)

    together = in_points(scores(drawn, asked, Form.FULL))

    for row in (0, 4095, 4096, 9999):
        alone = in_points(scores(drawn[row : row + 1], asked, Form.FULL))
        np.testing.assert_array_equal(alone.themes[0], together.themes[row])
        np.testing.assert_array_equal(alone.overall, together.overall[row : row + 1])


@pytest.mark.parametrize(("points", "shown"), [(62.5, 63), (62.49, 62), (0.5, 1), (0.0, 0), (99.5, 100)])
def test_a_half_is_rounded_upwards(points: float, shown: int) -> None:
    assert whole(points) == shown


SHAPE = {"people": {"A": 1, "B": 3, "C": 4}, "openness": {"D": 2, "E": 5}}
ASKED = {points: questionnaire(SHAPE, points=points, reverse=["B2", "C4", "E1"]) for points in (4, 5, 6, 7)}


@st.composite
def sheets(draw: st.DrawFn) -> tuple[Questionnaire, dict[str, Answer]]:
    asked = ASKED[draw(st.sampled_from([4, 5, 6, 7]))]
    any_code = st.sampled_from([-2, -1, 0, *range(1, asked.high + 1)])
    drawn = draw(st.lists(any_code, min_size=len(asked.items), max_size=len(asked.items)))
    return asked, {item.id: Answer(code) for item, code in zip(asked.items, drawn, strict=True) if code}


def staff(answers: dict[str, Answer]) -> Response:
    return Response(Perspective.STAFF, Form.FULL, answers)


def every_score(found: InPoints) -> np.ndarray[Any, Any]:
    return np.concatenate([found.themes[0], found.pillars[0], found.overall])


@given(sheets(), st.randoms(use_true_random=False))
def test_the_order_of_answers_does_not_matter(sheet: tuple[Questionnaire, dict[str, Answer]], order: Any) -> None:
    asked, answers = sheet
    shuffled = list(answers.items())
    order.shuffle(shuffled)

    np.testing.assert_array_equal(
        every_score(scored(asked, staff(answers))), every_score(scored(asked, staff(dict(shuffled))))
    )


@given(sheets())
def test_scores_stay_within_0_and_100(sheet: tuple[Questionnaire, dict[str, Answer]]) -> None:
    asked, answers = sheet

    found = every_score(scored(asked, staff(answers)))

    known = found[~np.isnan(found)]
    assert ((known >= 0) & (known <= 100)).all()


@given(sheets(), st.data())
def test_an_added_dont_know_never_changes_a_score_that_stays(
    sheet: tuple[Questionnaire, dict[str, Answer]], data: st.DataObject
) -> None:
    asked, answers = sheet
    skipped = [item.id for item in asked.items if item.id not in answers]
    added = data.draw(st.lists(st.sampled_from(skipped), unique=True)) if skipped else []

    before = every_score(scored(asked, staff(answers)))
    after = every_score(scored(asked, staff({**answers, **dict.fromkeys(added, Answer.DONT_KNOW)})))

    np.testing.assert_array_equal(after[~np.isnan(after)], before[~np.isnan(after)])


@given(st.integers(4, 7), st.data())
def test_reversing_twice_is_the_identity(high: int, data: st.DataObject) -> None:
    point = data.draw(st.integers(1, high))

    turned = 1 + high - point

    assert level(turned, high, reverse=True) == level(point, high)
    assert level(point, high) + level(point, high, reverse=True) == pytest.approx(100)


@given(sheets())
def test_turning_every_item_and_every_answer_leaves_all_scores(
    sheet: tuple[Questionnaire, dict[str, Answer]],
) -> None:
    asked, answers = sheet
    straight = [item.id for item in asked.items if not item.reverse]
    turned = {item: Answer(1 + asked.high - given.code) if given.is_point else given for item, given in answers.items()}

    once = scored(questionnaire(SHAPE, points=asked.high, reverse=straight), staff(turned))

    np.testing.assert_allclose(every_score(once), every_score(scored(asked, staff(answers))), rtol=0, atol=1e-9)


def test_keyed_answers_are_turned_points_and_nothing_else() -> None:
    asked = questionnaire({"people": {"A": 3}}, reverse=["A2"])

    found = keyed(codes([response({"A1": 4, "A2": 4, "A3": "dk"})], asked), asked)

    np.testing.assert_array_equal(found, [[4, 2, np.nan]])
