"""Scenario cards on the wall: what could be picked first, what people expect only when it is uncovered."""

from tests import drill
from trustcheck.app.portraits.result import group_result_of
from trustcheck.app.results.group import GroupResult
from trustcheck.app.workshop.slide import Slide
from trustcheck.app.workshop.slides import deck


def slides(result: GroupResult) -> list[Slide]:
    return [each for each in deck(result) if each.id == "drill" or each.id.startswith("card-")]


def test_each_card_that_is_told_has_a_slide_where_people_differ_first_and_then_all_of_them() -> None:
    found = slides(group_result_of(drill.group_round()))

    assert [each.id for each in found] == ["card-D2", "card-D3", "card-D1", "card-D4", "drill"]
    assert all(each.covers for each in found)


def test_before_it_is_uncovered_a_card_asks_and_lists_what_may_happen_and_tells_nothing() -> None:
    card = slides(group_result_of(drill.group_round()))[0]

    assert card.asked == "Somebody here writes in public about a mistake they made at work."
    assert card.choices[0] == "Leaders here give the person a formal warning."
    assert len(card.choices) == 5
    assert card.lines == ()
    assert card.told == (
        "Leaders usually expect something more open than staff do.",
        "Leaders: the answers lie close together.",
        "Staff: the answers lie apart.",
    )


def test_the_chart_of_a_card_says_whose_usual_answer_is_whose() -> None:
    card = slides(group_result_of(drill.group_round()))[0]
    assert card.draw is not None
    chart = card.draw(1100.0, 29.0)
    assert chart is not None
    assert chart.sentence == (
        "staff: Leaders here ask the person to take it down. leaders: Leaders here thank the person for telling it."
    )


def test_whoever_leads_reads_something_to_try_and_the_wall_asks_the_question_of_the_card() -> None:
    card = slides(group_result_of(drill.group_round()))[0]
    assert card.notes is not None
    assert card.notes.asks[-1].startswith("To consider: A mistake to read. One person in charge writes ten lines")
    assert card.ask == "From whose mistake did all of us learn last year, and how did we hear of it?"


def test_a_check_without_cards_or_with_too_few_people_has_no_such_slide() -> None:
    assert slides(group_result_of(drill.group_round(leaders=0, staff=4))) == []
