"""A written policy on paper: for one person and for a group, left out where none was looked at, and never markup."""

from dataclasses import replace
from datetime import date

from tests.report.portraits import library_round
from tests.report.said import said
from trustcheck.app.policy.lens import looked_at
from trustcheck.app.portraits.result import result_of
from trustcheck.app.ports import ReportOptions
from trustcheck.app.results.personal import PersonalResult
from trustcheck.catalog.policies import ShippedPolicies
from trustcheck.report.document.parts import Section
from trustcheck.report.maker import make_report, outline_of

OPTIONS = ReportOptions(date(2026, 11, 30))
HOSTILE = "You may post <img src='file:///etc/hostname'/> & <b>more</b>."


def with_policy(text: str) -> PersonalResult:
    result = result_of(library_round())
    rules = ShippedPolicies(lambda _path: text).rules(result.questionnaire.id, "en-GB")
    assert rules is not None
    return replace(result, policy=looked_at(text, rules, result.questionnaire, result))


def section(of: PersonalResult) -> Section | None:
    return next((each for each in outline_of(of, OPTIONS).sections if each.id == "policy"), None)


def test_it_quotes_what_counts_and_says_how_many_more_there_are() -> None:
    found = section(with_policy("Staff must not post. " * 9))
    assert found is not None
    words = said(found)

    assert "9 sentences forbid" in words
    assert "“Staff must not post.”" in words
    assert "and 4 more" in words
    assert "A policy worth framing" in words


def test_without_a_policy_there_is_no_such_page() -> None:
    assert section(result_of(library_round())) is None


def test_what_stands_in_a_policy_is_printed_and_never_obeyed() -> None:
    made = make_report(with_policy(HOSTILE), OPTIONS)

    assert b"/etc/hostname" not in made.pdf
    found = section(with_policy(HOSTILE))
    assert found is not None
    assert HOSTILE in said(found)
