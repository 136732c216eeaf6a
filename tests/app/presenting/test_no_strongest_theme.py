"""Where the highest theme is one to begin with, no other is called strongest, and the page says why."""

from dataclasses import replace

from tests.group_builders import group_result
from trustcheck.app.presenting.group_findings import about_strengths, strengths_headline


def test_a_page_without_strengths_does_not_speak_of_too_few_answers_where_scores_are_shown() -> None:
    result = replace(group_result(), strengths=())

    assert strengths_headline(result) == "What is highest is where to begin"
    assert "too few answers" not in about_strengths(result)


def test_where_nothing_may_be_shown_it_says_so() -> None:
    result = replace(group_result(), strengths=(), headline=None)

    assert strengths_headline(result) == "No theme may be shown as a strength yet"
