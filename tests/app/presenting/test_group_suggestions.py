"""What is offered to try is counted, headed and led in by one source for page, tile and paper."""

from dataclasses import replace

from tests.group_builders import LEADER, STAFF, group_result
from trustcheck.app.presenting.group_findings import start
from trustcheck.app.presenting.suggestions import (
    about_suggestions,
    keep_doing,
    nothing_words,
    offered,
    suggestions_headline,
)


def test_only_what_can_be_tried_now_is_counted() -> None:
    result = group_result()
    first, second = result.proposals
    waiting = replace(result, proposals=(first, replace(second, suggestions=())))
    assert suggestions_headline(result) == "Two things worth trying first"
    assert suggestions_headline(waiting) == "One thing worth trying first"
    assert [each.theme_id for each in offered(waiting)] == [first.theme_id]


def test_what_to_keep_names_whose_number_it_is() -> None:
    assert keep_doing(group_result()) == "Keep doing: Words and deeds (staff 71). Nothing here should cost you that."
    assert keep_doing(replace(group_result(), strengths=())) == ""


def test_where_nothing_is_offered_tile_and_page_have_one_heading() -> None:
    result = replace(group_result(), proposals=(), no_proposals="Nothing urgent: every theme is there.")
    found = start(result)
    assert found is not None
    assert found.heading == suggestions_headline(result) == nothing_words(result) == "Nothing urgent"
    assert about_suggestions(result) == found.whole == result.no_proposals


def test_where_nothing_may_be_shown_nothing_is_called_calm() -> None:
    result = replace(group_result(leaders=3, staff=4, hidden=(LEADER, STAFF)), proposals=())
    assert nothing_words(result) == "Nothing to suggest yet"
