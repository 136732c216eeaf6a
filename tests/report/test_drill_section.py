"""Openness under criticism on paper: of a group and of one person, and left out where nothing was asked."""

from datetime import date

from tests import drill
from tests.group_builders import LEADER
from tests.report.said import said
from trustcheck.app.portraits.result import group_result_of, result_of
from trustcheck.app.ports import ReportOptions
from trustcheck.app.results.group import GroupResult
from trustcheck.app.results.personal import PersonalResult
from trustcheck.report.document.parts import Section
from trustcheck.report.maker import outline_of


def section(of: GroupResult | PersonalResult) -> Section | None:
    found = outline_of(of, ReportOptions(date(2026, 11, 30)))
    return next((each for each in found.sections if each.id == "drill"), None)


def test_a_group_reads_each_card_that_is_told_with_something_to_try() -> None:
    found = section(group_result_of(drill.group_round()))
    assert found is not None
    words = said(found)

    assert found.title == "Staff see different things coming in one of four moments"
    assert "Twelve staff usually expect “leaders here ask the person to take it down”" in words
    assert "A mistake to read. One person in charge writes ten lines" in words
    assert "Written for the noticeboard" not in words, "a card that is not told has nothing to try"


def test_a_group_that_was_not_asked_has_no_such_page() -> None:
    of = drill.group_round()
    assert section(group_result_of(of)) is not None
    assert section(group_result_of(drill.not_asked(of))) is None


def test_a_view_with_too_few_people_has_no_word_in_it() -> None:
    found = section(group_result_of(drill.group_round(leaders=4)))
    assert found is not None
    assert "eaders usually expect" not in said(found)
    assert "four leaders" not in said(found).lower()


def test_one_person_reads_what_they_expect_in_their_own_wording() -> None:
    found = section(result_of(drill.personal_round({"D5": 0}, LEADER)))
    assert found is not None
    assert "We leaders start a search for whoever passed it on." in said(found)
    assert section(result_of(drill.personal_round({}))) is None
