"""The fewer questions, the further one person's score may lie off; the shipped questionnaire keeps what was planned."""

from tests.group_builders import shipped
from tests.own_questionnaire import own
from trustcheck.domain.questionnaire.model import Form
from trustcheck.domain.statistics import margins
from trustcheck.domain.statistics.change import THEME


def test_the_shipped_one_has_the_margins_that_were_planned() -> None:
    asked = shipped()
    assert {margins.theme_margin(asked, each.id) for each in asked.themes} == {20}
    assert {margins.pillar_margin(asked, each.id, Form.FULL) for each in asked.pillars} == {12}
    assert {margins.pillar_margin(asked, each.id, Form.PULSE) for each in asked.pillars} == {20}
    assert [margins.overall_margin(asked, each) for each in Form] == [9, 16]
    assert (margins.pillars_apart(asked, Form.FULL), margins.pillars_apart(asked, Form.PULSE)) == (17, 28)
    assert margins.themes_apart(asked) == 29


def test_a_theme_of_fewer_questions_may_lie_further_off() -> None:
    """Four independent errors of one size, averaged: half as many, the root of two as far."""
    assert [THEME.of_questions(each).margin for each in (1, 2, 3, 4, 9)] == [41, 29, 24, 20, 20]


def test_an_own_questionnaire_of_two_questions_to_a_theme_says_less_of_one_person() -> None:
    asked = own()
    assert {margins.theme_margin(asked, each.id) for each in asked.themes} == {29}
    assert [margins.pillar_margin(asked, each.id, Form.FULL) for each in asked.pillars] == [21]
    assert margins.overall_margin(asked, Form.FULL) == 21
    assert margins.themes_apart(asked) == 41
