"""Since last time on paper: right after the answer, on one page, only where there is an earlier check."""

from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from tests import builders
from tests.report.portraits import A4, LETTER, library_round, questionnaire
from tests.report.reading import pages_of
from tests.report.said import said
from tests.second_visit import visits
from trustcheck.app.portraits.group_comparison import compare_groups
from trustcheck.app.portraits.personal_comparison import compare
from trustcheck.app.portraits.result import group_result_of, result_of
from trustcheck.app.ports import Edition, ReportOptions
from trustcheck.app.results.group import GroupResult
from trustcheck.app.results.personal import PersonalResult
from trustcheck.domain.checks.round import Promise, PromiseStatus
from trustcheck.domain.questionnaire.model import Form
from trustcheck.report.document.parts import Section
from trustcheck.report.maker import make_report, outline_of


@cache
def council() -> GroupResult:
    then, now = visits()
    became = (PromiseStatus.KEPT, PromiseStatus.PARTLY, PromiseStatus.OPEN)
    promised = tuple(replace(each, status=status) for each, status in zip(then.promises, became, strict=True))
    return replace(group_result_of(now), since=compare_groups(replace(then, promises=promised), now))


@cache
def one_person(form: Form = Form.FULL) -> PersonalResult:
    now = library_round(form)
    days = replace(now.summary, id=9, started_on=date(2026, 3, 1), closed_on=date(2026, 3, 2))
    other = builders.response(builders.all_at(questionnaire(), 2), perspective=now.response.perspective)
    then = replace(now, summary=days, response=replace(other, form=form), promises=(Promise("Ask before I decide"),))
    return replace(result_of(now), since=compare(then, now))


def sections(result: GroupResult | PersonalResult, options: ReportOptions = A4) -> dict[str, Section]:
    return {each.id: each for each in outline_of(result, options).sections}


def test_a_groups_changes_come_right_after_the_answer() -> None:
    assert list(sections(council()))[:2] == ["minute", "since"]
    assert "since" not in sections(replace(council(), since=None))
    assert "since" not in sections(council(), replace(A4, sections=("minute", "themes")))


def test_every_compared_number_of_both_views_is_said() -> None:
    since = council().since
    assert since is not None
    words = said(sections(council())["since"].parts)

    for view in since.views:
        for each in view.scores:
            if each.id in view.changes:
                change = view.changes[each.id]
                assert f"{each.name}: {change.then} then, {change.now} now" in words
    assert "Fair response: asked otherwise." in words


def test_what_became_of_each_promise_stands_before_the_numbers() -> None:
    words = said(sections(council())["since"].parts)

    assert "\u201d (Marit Dahl): done." in words
    assert "\u201d (Tom Okafor): partly." in words
    assert "\u201d (Asha Lindqvist): still open." in words
    assert words.index("Asha Lindqvist") < words.index("Straight information: 54 then, 74 now")


@pytest.mark.parametrize("options", [A4, LETTER])
def test_all_of_it_keeps_to_one_page(options: ReportOptions) -> None:
    pages = pages_of(make_report(council(), replace(options, sections=("minute", "since"))).pdf)
    (since,) = (each for each in pages if "SINCE LAST TIME" in each)

    assert "up 21 (+10 to +31)" in since
    assert "Leaders, then and now" in since
    assert "Real voices was lowest among staff then." in since
    assert "below ten people wherever one of them did not" in since


def test_where_the_page_is_short_what_stayed_the_same_is_told_in_a_sentence() -> None:
    pages = pages_of(make_report(council(), replace(LETTER, sections=("since",))).pdf)

    assert any("About the same: Trust in your people 70 then, 70 now" in each for each in pages)


def test_staffs_own_page_and_the_notes_beside_know_where_they_are() -> None:
    assert "since" not in sections(council(), replace(A4, edition=Edition.STAFF))
    assert "since" in sections(council(), replace(A4, edition=Edition.FACILITATOR))


def test_one_persons_changes_come_right_after_the_answer_too() -> None:
    found = sections(one_person())

    assert list(found)[:2] == ["story", "since"]
    words = said(found["since"].parts)
    assert "you promised: \u201cAsk before I decide\u201d" in words
    assert "Of one person a pillar counts as changed from 17 points on, a theme from 29." in words
    assert "planning values" in words
    assert "since" not in sections(replace(one_person(), since=None))


def test_single_answers_stand_side_by_side_as_memories() -> None:
    since = one_person().since
    assert since is not None
    words = said(sections(one_person())["since"].parts)

    assert since.answers
    assert all(each.wording in words for each in since.answers)


def test_of_a_short_form_only_pillars_are_compared() -> None:
    found = sections(one_person(Form.PULSE))

    assert list(found)[:3] == ["story", "next", "since"]
    assert "from 28 points on" in said(found["since"].parts) or "from 29 points on" in said(found["since"].parts)


def test_a_name_that_is_markup_is_printed_as_it_is() -> None:
    then, now = visits()
    themes = tuple(replace(each, name="<img src='x'/>&" if each.id == "SI" else each.name) for each in
                   now.questionnaire.themes)  # fmt: skip
    hostile = replace(now, questionnaire=replace(now.questionnaire, themes=themes))
    result = replace(group_result_of(hostile), since=compare_groups(then, hostile))

    pages = pages_of(make_report(result, replace(A4, sections=("since",))).pdf)

    assert any("<img src='x'/>&" in each for each in pages)
