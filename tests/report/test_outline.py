"""What the report says, before it is anything on paper."""

from dataclasses import replace

from tests import builders
from tests.report.portraits import A4, WITH_QUESTIONS, library, pulse, questionnaire, without_facts
from trustcheck.app.portraits.result import result_of
from trustcheck.report.document.parts import Figure, Table, Words
from trustcheck.report.maker import make_report
from trustcheck.report.sections.personal.outline import individual

WIDTH = 483.0


def ids(result: object, options: object = A4) -> list[str]:
    return [section.id for section in individual(result, options, WIDTH).sections]  # type: ignore[arg-type]


def test_the_answer_comes_first_the_method_second_and_the_details_after_it() -> None:
    assert ids(library()) == ["story", "method", "pillar-people", "pillar-openness", "say-do", "steps", "notes"]


def test_the_pulse_has_no_details_of_themes() -> None:
    assert ids(pulse()) == ["story", "next"]


def test_the_questions_come_last_and_only_where_they_are_asked_for() -> None:
    assert ids(library(), WITH_QUESTIONS)[-1] == "questions"


def test_without_facts_there_is_a_sentence_and_no_table_of_blanks() -> None:
    outline = individual(without_facts(), A4, WIDTH)
    section = next(each for each in outline.sections if each.id == "say-do")

    assert not any(isinstance(part, Table | Figure) for part in section.parts)
    assert any(isinstance(part, Words) and "20 facts" in part.text for part in section.parts)


def test_the_title_names_place_and_day() -> None:
    assert individual(library(), A4, WIDTH).title == "Trust report, Ferngate Libraries, 15 September 2026"


def test_a_table_has_as_many_cells_as_columns() -> None:
    for section in individual(library(), WITH_QUESTIONS, WIDTH).sections:
        for part in section.parts:
            if isinstance(part, Table):
                assert {len(row) for row in part.rows} == {len(part.columns)} == {len(part.shares)}


def test_the_outline_is_a_value() -> None:
    assert individual(library(), A4, WIDTH) == individual(library(), A4, WIDTH)


def test_a_questionnaire_of_another_shape_and_scale_prints() -> None:
    asked = builders.questionnaire({"a": {"A": 3}, "b": {"B": 4, "C": 5}, "c": {"D": 4}}, points=7)
    result = result_of(builders.personal_round(asked, builders.all_at(asked, 6)))

    report = make_report(result, A4)
    assert report.pages >= 5


def test_a_questionnaire_without_facts_or_suggestions_has_neither_page() -> None:
    bare = replace(questionnaire(), practices=(), suggestions=())
    result = result_of(replace(library().round, questionnaire=bare, facts={}))

    assert "say-do" not in ids(result)
    assert make_report(result, A4).pages >= 5
