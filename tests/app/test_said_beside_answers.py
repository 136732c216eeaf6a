"""What one person says about their answers: counted, worded, compared over time, and never part of a score."""

from dataclasses import replace
from datetime import date

import pytest

from tests import builders
from tests.group_builders import shipped
from tests.report.portraits import A4
from tests.report.said import said
from tests.ui import portraits
from trustcheck.app.carrying.export_lines import lines_of_one_person
from trustcheck.app.portraits.personal_comparison import compare
from trustcheck.app.portraits.result import result_of
from trustcheck.app.presenting.aloud import aloud_sentence, aloud_since
from trustcheck.app.presenting.shown import shown_answers
from trustcheck.app.results.comparison import AloudBeside
from trustcheck.app.store.export_model import PersonalCheck
from trustcheck.domain.checks.marks import Aloud, AnswerMark
from trustcheck.domain.checks.round import RoundState
from trustcheck.domain.questionnaire.answers import Answer, EvidenceGrade
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.report.document.parts import Figure, Words
from trustcheck.report.sections.personal.answers import said_beside
from trustcheck.report.sections.personal.outline import individual

NO, SOME, YES = (AnswerMark(aloud=each) for each in (Aloud.NO, Aloud.SOME, Aloud.YES))


def marked(**marks: AnswerMark) -> object:
    result = portraits.result()
    return result_of(replace(result.round, marks=marks))


def test_the_noes_are_counted_among_the_answers_of_which_it_was_said() -> None:
    asked = shipped().order
    said = aloud_sentence({"RD1": NO, "RD2": NO, "SS1": SOME, "TT1": YES, "WD1": AnswerMark(flagged=True)}, asked)

    assert said.startswith("2 of 4 answers you would not say aloud here. It is in no score")
    assert aloud_sentence({"RD1": SOME, "SS1": YES}, asked).startswith("There are 2 answers of which you said")
    assert aloud_sentence({"WD1": AnswerMark(flagged=True)}, asked) == ""


def test_nothing_said_about_an_answer_changes_a_score_a_story_or_a_suggestion() -> None:
    plain = portraits.result()
    said = AnswerMark(flagged=True, aloud=Aloud.NO, grade=EvidenceGrade.FEELING)
    other = result_of(replace(plain.round, marks=dict.fromkeys(shipped().order, said)))

    assert [each.score for each in other.themes] == [each.score for each in plain.themes]
    assert (other.overall, other.story, other.proposals) == (plain.overall, plain.story, plain.proposals)


def test_over_time_only_questions_count_of_which_it_was_said_both_times() -> None:
    then = replace(
        builders.personal_round(shipped(), builders.all_at(shipped(), 3)), marks={"RD1": NO, "RD2": NO, "SS1": YES}
    )
    now = replace(then, marks={"RD1": SOME, "RD2": NO, "TT1": NO})

    beside = compare(then, now).aloud
    assert beside == AloudBeside(both=2, then=2, now=1)
    assert aloud_since(beside).startswith("Of 2 questions of which you said it both times, 2 were then nothing")
    assert aloud_since(AloudBeside()) == ""


def test_per_theme_two_bars_say_what_was_answered_and_what_can_be_shown() -> None:
    grades = {"RD1": EvidenceGrade.DOCUMENT, "RD2": EvidenceGrade.FEELING, "RD3": EvidenceGrade.OUTSIDER}
    result = marked(**{item: AnswerMark(grade=each) for item, each in grades.items()})
    rows = {row.name: row for row in shown_answers(result)}  # type: ignore[arg-type]

    decide = rows["Room to decide"]
    assert (decide.asked, decide.answered, decide.shown) == (4, 4, 2)
    assert sum(row.shown for row in rows.values()) == 2
    assert shown_answers(portraits.result()) == ()


@pytest.mark.parametrize("with_all_questions", [False, True], ids=["usual", "all answers"])
@pytest.mark.parametrize("form", Form)
def test_every_report_says_once_how_many_one_would_not_say_aloud(form: Form, *, with_all_questions: bool) -> None:
    plain = portraits.pulse() if form is Form.PULSE else portraits.result()
    item = plain.questionnaire.asked(form)[0]
    result = result_of(replace(plain.round, marks={item: AnswerMark(aloud=Aloud.NO)}))
    options = replace(A4, with_all_questions=with_all_questions)

    parts = [part for section in individual(result, options, 480).sections for part in section.parts]
    told = [each.text for each in parts if isinstance(each, Words)]
    assert sum(each.startswith("1 of 1 answers you would not say aloud here.") for each in told) == 1
    assert "aloud" not in said(individual(plain, options, 480))


def test_a_report_shows_what_can_be_shown_and_nothing_where_nothing_was_said() -> None:
    result = marked(RD1=AnswerMark(aloud=Aloud.NO, grade=EvidenceGrade.DOCUMENT))
    parts = said_beside(result, 480)  # type: ignore[arg-type]

    assert any(isinstance(each, Figure) for each in parts)
    assert said_beside(portraits.result(), 480) == []


def test_a_table_has_a_line_for_each_thing_that_was_said() -> None:
    day = date(2026, 11, 22)
    marks = {"A1": AnswerMark(flagged=True, aloud=Aloud.NO, grade=EvidenceGrade.EXAMPLE)}
    check = PersonalCheck(
        builders.questionnaire(),
        Form.FULL,
        Perspective.STAFF,
        RoundState.OPEN,
        day,
        answers={"A1": Answer(2)},
        marks=marks,
    )

    lines = [(each.what, each.id, each.answer, each.status) for each in lines_of_one_person(check)]
    assert lines == [("answer", "A1", "Seldom", "example"), ("flag", "A1", "", ""), ("aloud", "A1", "No", "")]
