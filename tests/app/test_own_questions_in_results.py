"""What is told of questions beside the themes: in words, in every place, with no score."""

from dataclasses import replace
from datetime import date

from tests import own_questions
from tests.group_builders import LEADER, STAFF
from tests.own_questions import ROOMS
from tests.report.said import said
from trustcheck.app.carrying.export_lines import lines_of_group
from trustcheck.app.portraits.carried_result import carried, carried_text, shown_again
from trustcheck.app.ports import ReportOptions
from trustcheck.app.presenting.group_items import own_question_words
from trustcheck.app.store.export_model import GroupCheck
from trustcheck.domain.checks.round import RoundState
from trustcheck.report.maker import outline_of

REPORT = ReportOptions(date=date(2026, 10, 1))


def test_a_group_reads_how_many_answered_so_and_nothing_that_would_give_one_away() -> None:
    result = own_questions.group_result()
    rooms = result.own_questions[0]
    scale = result.questionnaire.scale
    assert own_question_words(rooms, STAFF, scale) == "Staff: 9 of 14 often or more."
    assert own_question_words(rooms, LEADER, scale) == "Leaders. Not shown, to protect people."


def test_no_theme_pillar_or_finding_knows_them() -> None:
    result = own_questions.group_result()
    assert "own-" not in str((result.pillars, result.unseen, result.strengths, result.proposals))


def test_the_report_of_a_group_and_of_one_person_has_a_page_part_on_them() -> None:
    for result in (own_questions.group_result(), own_questions.result()):
        section = next(each for each in outline_of(result, REPORT).sections if each.id == "own-questions")
        assert ROOMS in said(section)


def test_they_travel_with_a_result_and_come_back_the_same() -> None:
    of, result = own_questions.group(), own_questions.group_result()
    of = replace(of, carried=carried_text(carried(result)))
    assert shown_again(of).own_questions == result.own_questions


def test_an_export_tells_answers_of_them_and_no_points() -> None:
    result = own_questions.group_result()
    check = GroupCheck(result.questionnaire, RoundState.CLOSED, date(2026, 9, 1), result.setup, result=carried(result))
    lines = [each for each in lines_of_group(check) if each.what == "own question"]
    assert {(each.id, each.points) for each in lines} == {("own-1", None), ("own-2", None)}
    assert "9 of 14 often or more" in {each.answer for each in lines}
