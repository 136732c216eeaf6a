"""What is said of scenario cards: the usual answer, where people differ, and nothing that is hidden."""

from dataclasses import replace

from tests import drill
from tests.group_builders import LEADER, STAFF
from trustcheck.app.portraits.result import group_result_of, result_of
from trustcheck.app.presenting.drill import (
    card_lines,
    cards_to_talk_about,
    drill_headline,
    drill_lines,
    group_rows,
    own_card_line,
    own_headline,
    own_lines,
    own_rows,
)
from trustcheck.app.results.group import GroupResult
from trustcheck.charts.ladder import LadderMark, ladder, ladder_sentence
from trustcheck.domain.privacy.suppressed import Suppressed
from trustcheck.domain.statistics.drill import CardScore


def result() -> GroupResult:
    return group_result_of(drill.group_round())


def lines_of(card_id: str) -> tuple[str, ...]:
    found = result()
    return card_lines(found, next(each for each in found.cards if each.scenario.id == card_id))


def test_the_headline_says_on_how_many_moments_people_differ() -> None:
    assert drill_headline(result()) == "Staff see different things coming in one of four moments"


def test_the_lines_say_how_open_the_usual_answer_is_and_where_people_differ() -> None:
    assert drill_lines(result()) == (
        (
            "By the usual answer of staff, from open to closed: answered “a bad review as an employer”; let be “a "
            "customer's complaint spreads”; kept quiet “a colleague tells of a mistake” and “a journalist asks for a "
            "document”."
        ),
        "Answers lie apart: “a colleague tells of a mistake”.",
        (
            "Answers lie close together: “a customer's complaint spreads”, “a journalist asks for a document” and “a "
            "bad review as an employer”."
        ),
    )


def test_each_view_is_told_in_the_words_that_it_read() -> None:
    assert lines_of("D2") == (
        (
            "Six leaders usually expect “we leaders thank the person for telling it”, and their answers lie close "
            "together."
        ),
        "Twelve staff usually expect “leaders here ask the person to take it down”, and their answers lie apart.",
        "Leaders usually expect something more open than staff do.",
    )


def test_what_all_picked_alike_is_hidden_with_its_neighbour_and_says_no_more_than_that() -> None:
    found = result()
    hidden = [each for each in found.cards if isinstance(each.views[STAFF], Suppressed)]

    assert [each.scenario.id for each in hidden] == ["D5", "D6"]
    assert lines_of("D6")[1:] == ("Staff. Not shown, to protect people.",)
    assert all(LEADER in each.views for each in found.cards)
    assert [mark.perspective for mark in group_rows(found)[5].marks] == [LEADER]


def test_the_talk_begins_where_people_differ_and_goes_on_with_the_most_closed() -> None:
    assert [each.scenario.id for each in cards_to_talk_about(result())] == ["D2", "D3", "D1", "D4"]


def test_a_check_that_did_not_ask_says_how_the_next_one_can() -> None:
    found = group_result_of(drill.not_asked(drill.group_round()))

    assert found.cards == ()
    assert drill_headline(found) == "This check did not ask what would really happen"
    assert drill_lines(found) == ("Whoever prepares a check can have the scenario cards asked after the questions.",)


def test_of_too_few_people_nothing_is_told() -> None:
    found = group_result_of(drill.group_round(leaders=0, staff=4))
    assert drill_headline(found) == "Nothing of this may be shown"
    assert cards_to_talk_about(found) == []


def test_one_person_reads_what_they_picked_from_open_to_closed() -> None:
    found = result_of(drill.personal_round({"D1": 4, "D5": 0, "D6": 4}, LEADER))

    assert own_headline(found) == "Three of six moments picked"
    assert own_lines(found) == (
        "Answered, and more follows: “a customer's complaint spreads” and “somebody disagrees with the head”.",
        "Fought: “a leaked memo”.",
    )
    assert own_card_line(found, found.cards[4]) == "We leaders start a search for whoever passed it on."
    assert [row.marks for row in own_rows(found)] == [(LadderMark(4),), (LadderMark(0),), (LadderMark(4),)]


def test_what_a_card_does_not_offer_counts_as_nothing_picked() -> None:
    found = result_of(drill.personal_round({"D9": 4}))
    assert own_headline(found) == "What would really happen?"


def test_the_chart_says_in_words_and_cells_where_every_mark_stands() -> None:
    rows = group_rows(result())
    assert ladder_sentence(rows[1]) == (
        "A colleague tells of a mistake: leaders answered (4 of 5), staff kept quiet (2 of 5); Staff differ."
    )
    table = ladder(rows, 700).table
    assert table.columns == ("Moment", "Leaders", "Staff", "What is said")
    assert table.rows[5] == ("Somebody disagrees with the head", "let be", "", "Staff: not shown")


def test_once_sheets_joined_late_no_card_of_that_view_is_told_and_the_other_view_stays() -> None:
    found = group_result_of(replace(drill.group_round(), joined_late=frozenset({STAFF})))

    assert all(isinstance(each.views[STAFF], Suppressed) for each in found.cards)
    assert any(isinstance(each.views[LEADER], CardScore) for each in found.cards)
    assert drill_headline(found).startswith("Leaders see ")
