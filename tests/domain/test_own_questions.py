"""Questions beside the themes: asked and told like others, part of no score, and compared with nothing."""

from dataclasses import replace

import pytest

from tests.builders import all_at, questionnaire, response
from trustcheck.domain.privacy.suppressed import CLOSE_TOGETHER, JOINED_LATE, REPEATED, Suppressed
from trustcheck.domain.questionnaire.fitting import what_does_not_fit
from trustcheck.domain.questionnaire.model import (
    Form,
    Item,
    Perspective,
    Questionnaire,
    shared_questions,
)
from trustcheck.domain.statistics.group_answers import coded
from trustcheck.domain.statistics.groups import ItemScore
from trustcheck.domain.views.dots import question_dots
from trustcheck.domain.views.group_statistics import GroupStatistics, group_statistics
from trustcheck.domain.views.group_view import GroupTerms

PLAIN = questionnaire(pulse=["A1", "C1"])
OWN = "X1"


def with_own(asked: Questionnaire = PLAIN) -> Questionnaire:
    return replace(
        asked, items=(*asked.items, Item(OWN, "", "The canteen is full at noon.")), order=(OWN, *asked.order)
    )


def statistics(points: list[int], asked: Questionnaire, **terms: object) -> GroupStatistics:
    """People who differ in all other answers, with these to the own question where it is asked."""
    rows = []
    for person, point in enumerate(points):
        given = {item.id: 1 + (person + at * person) % 5 for at, item in enumerate(PLAIN.items)}
        rows.append(response({**given, **({OWN: point} if OWN in asked.item_by_id else {})}))
    return group_statistics(rows, ["all"] * len(rows), asked, Form.FULL, GroupTerms(**terms))  # type: ignore[arg-type]


def test_it_fits_a_questionnaire_but_not_its_short_form() -> None:
    assert what_does_not_fit(with_own()) == ""
    assert what_does_not_fit(replace(with_own(), pulse=("A1", "C1", OWN))) == "pulse"


def test_no_score_changes_by_it() -> None:
    points = [1, 5, 2, 4, 3, 3, 1, 5, 2, 4, 3, 5]
    plain = statistics(points, PLAIN).perspectives["all"]
    beside = statistics(points, with_own()).perspectives["all"]
    assert (beside.themes, beside.pillars, beside.overall) == (plain.themes, plain.pillars, plain.overall)
    assert {each: value for each, value in beside.items.items() if each != OWN} == plain.items
    own = beside.items[OWN]
    assert isinstance(own, ItemScore)
    assert own.n == 12


def test_what_all_but_one_answered_alike_is_hidden_as_of_any_question() -> None:
    found = statistics([4] * 11 + [1], with_own()).perspectives["all"]
    assert found.items[OWN] == Suppressed(CLOSE_TOGETHER)


@pytest.mark.parametrize(
    ("terms", "why"),
    [({"joined_late": frozenset({"all"})}, JOINED_LATE), ({"told_beside": {"all": frozenset({"A"})}}, REPEATED)],
)
def test_nothing_of_it_is_told_where_another_result_differs_by_a_few(terms: dict[str, object], why: str) -> None:
    found = statistics([1, 5, 2, 4, 3, 3, 1, 5, 2, 4, 3, 5], with_own(), **terms).perspectives["all"]
    assert found.items[OWN] == Suppressed(why)


def test_that_many_could_not_see_it_is_said_beside_it_and_is_no_finding_about_a_theme() -> None:
    asked = with_own()
    rows = [response({**all_at(asked, 1 + person % 5), OWN: "dk"}) for person in range(12)]
    found = group_statistics(rows, ["all"] * 12, asked, Form.FULL, GroupTerms()).perspectives["all"]
    assert OWN not in found.dont_know


def test_it_stands_on_no_wall_as_dots() -> None:
    asked = with_own()
    rows = [response({**all_at(asked, 1 + person % 5), OWN: 3}) for person in range(12)]
    found = group_statistics(rows, ["all"] * 12, asked, Form.FULL, GroupTerms())
    answers = coded(rows, ["all"] * 12, asked, Form.FULL)
    assert OWN not in {each.item_id for each in question_dots(answers, found, asked)}


def test_two_checks_are_never_compared_on_it() -> None:
    asked = with_own()
    assert shared_questions(asked, asked, Perspective.STAFF) == PLAIN.order
