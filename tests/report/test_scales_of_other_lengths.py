"""Of a scale of four, six or seven answers no report says what is so of five only, the report of guesses included."""

from dataclasses import replace

import pytest

from tests import builders
from tests.group_builders import LEADER, STAFF, group_round, setup
from tests.report.portraits import A4
from tests.report.said import said
from trustcheck.app.portraits.result import group_result_of, result_of
from trustcheck.app.results.group import PredictionShown
from trustcheck.domain.questionnaire.answers import Response, SaidBeside
from trustcheck.domain.questionnaire.model import Form, Perspective, Questionnaire
from trustcheck.report.maker import outline_of

OF_FIVE = ("half an answer step", "half-way", "A band names the nearest", "20.8")


def asked(points: int) -> Questionnaire:
    shape = {"people": {"A": 4, "B": 4}, "openness": {"C": 4, "D": 4}}
    return builders.questionnaire(shape, points=points, reverse=["A4", "C4"], pulse=["A1", "B1", "B2", "C1", "D1"])


def sheet(of: Questionnaire, view: Perspective, person: int) -> Response:
    """Somewhere on the scale, no two neighbours alike; leaders guess much the same of every theme."""
    given = {each.id: 1 + (at // 2 + person) % of.high for at, each in enumerate(of.items)}
    guesses = {each.id: 1 + (at + person) % of.high for at, each in enumerate(of.themes)}
    beside = SaidBeside(guesses=guesses) if view is LEADER else SaidBeside()
    return Response(view, Form.FULL, builders.answers(given), beside=beside)


@pytest.mark.parametrize("points", [4, 6, 7])
def test_a_group_s_report_says_nothing_that_is_so_of_five_answers_only(points: int) -> None:
    of = asked(points)
    sheets = [sheet(of, view, person) for view, many in ((LEADER, 11), (STAFF, 13)) for person in range(many)]
    result = group_result_of(group_round(sheets, of, set_up=replace(setup(11, 13), guesses=True)))
    assert any(isinstance(each.value, PredictionShown) for each in result.predictions)

    words = said(outline_of(result, replace(A4, with_sums=True)))

    assert "A band is one part of the way" in words
    assert not [each for each in OF_FIVE if each in words]


@pytest.mark.parametrize("form", list(Form))
@pytest.mark.parametrize("points", [4, 6, 7])
def test_one_person_s_report_says_none_of_it_either(points: int, form: Form) -> None:
    of = asked(points)
    found = builders.personal_round(of, builders.all_at(of, 2), form=form)

    words = said(outline_of(result_of(found), replace(A4, with_sums=True)))

    assert "A band is one part of the way" in words
    assert not [each for each in OF_FIVE if each in words]
