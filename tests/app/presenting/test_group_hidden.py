"""A value that is not shown says so in the same words wherever it stands, and in none that would not be so."""

from dataclasses import replace

from tests.group_builders import LEADER, STAFF, group_round, people, setup
from trustcheck.app.portraits.result import group_result_of
from trustcheck.app.presenting.group_seen import (
    TOO_SHORT,
    hidden_view,
    not_shown,
    repeats_the_check_before,
    visible,
    why_hidden,
)
from trustcheck.app.presenting.group_themes import view_mark
from trustcheck.domain.checks.group_round import EarlierCheck
from trustcheck.domain.privacy.suppressed import CLOSE_TOGETHER, Suppressed, too_few
from trustcheck.domain.questionnaire.answers import Answer, Response


def _sheets_without(sheets: list[Response], item_id: str, number: int) -> list[Response]:
    """The first ``number`` could not answer one question."""
    return [
        replace(each, answers={**each.answers, item_id: Answer.DONT_KNOW}) if at < number else each
        for at, each in enumerate(sheets)
    ]


def test_a_question_that_everybody_answered_never_says_that_few_did() -> None:
    """It goes with a question of too few people, which it would tell; the words hold for both."""
    sheets = _sheets_without(people(STAFF, 14), "SS1", 11)
    result = group_result_of(group_round(sheets, set_up=setup(0, 16)))
    hidden = {
        item.item.id: view_mark(result, item.item.id, STAFF, item.views[STAFF]).missing
        for item in result.theme("SS").items
        if isinstance(item.views[STAFF], Suppressed)
    }
    assert len(hidden) > 1, "a second question covers the first"
    assert set(hidden.values()) == {"Not shown, to protect people"}


def test_every_reason_reads_alike() -> None:
    assert (
        not_shown(Suppressed(too_few(5))) == not_shown(Suppressed(too_few(3))) == not_shown(Suppressed(CLOSE_TOGETHER))
    )
    assert not_shown(TOO_SHORT).endswith("the short form asks too little of one theme")


def test_the_one_place_that_explains_it_names_the_check_s_own_threshold() -> None:
    assert "fewer than three answered this, or all of them alike" in why_hidden(3)
    assert "could be worked out from the numbers beside it" in why_hidden(5)


def test_a_view_that_repeats_the_check_before_says_that_and_no_other_reason_in_the_report_either() -> None:
    before = EarlierCheck({}, repeated=frozenset([STAFF]))
    given = group_round([*people(LEADER, 6), *people(STAFF, 14)], set_up=setup(6, 16))
    result = group_result_of(replace(given, earlier=before))
    said = repeats_the_check_before(STAFF)

    assert said in result.banners
    for each in (result, visible(result)):
        assert hidden_view(each, STAFF) == said
