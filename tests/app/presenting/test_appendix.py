"""The appendix of sums: every number of the report, each with what is its own, and nothing that may not be shown."""

from dataclasses import replace

import pytest

from tests.group_builders import STAFF, both, group_round, people, setup
from tests.report.group_portraits import leaders_hidden, northgate
from tests.report.portraits import A4, library, pulse
from tests.report.reading import bookmarks_of, squeezed, words_of
from trustcheck.app.portraits.result import group_result_of
from trustcheck.app.presenting.appendix import sums_of_group, sums_of_one_person
from trustcheck.app.report_options import Edition
from trustcheck.app.results.group import GapShown, GroupResult, Shown
from trustcheck.app.results.personal import PersonalResult
from trustcheck.report.maker import make_report

NAME = "The sum of every number"
WITH = replace(A4, with_sums=True)


@pytest.mark.parametrize("result", [library(), pulse()])
def test_one_persons_report_takes_the_sum_of_every_number_where_it_is_wanted(result: PersonalResult) -> None:
    report = make_report(result, WITH)
    printed = words_of(report.pdf)
    sums, rules = sums_of_one_person(result)

    assert NAME in bookmarks_of(report.pdf)
    assert report.unprintable == ()
    for line in (*(line for each in sums for line in each.lines), *rules):
        assert squeezed(line).replace("- ", "-") in printed.replace("- ", "-")
    assert NAME not in words_of(make_report(result, A4).pdf)


def shown_values(result: GroupResult) -> list[tuple[str, str, Shown]]:
    places = [(each.pillar.address, each.views) for each in result.pillars]
    places += [(each.theme.name, each.views) for each in result.themes]
    return [
        (name, "leaders" if view.value == "leader" else "staff", value)
        for name, views in places
        for view, value in views.items()
        if isinstance(value, Shown)
    ]


@pytest.mark.parametrize("result", [northgate(), leaders_hidden(), group_result_of(both())])
def test_every_shown_value_of_a_group_has_its_own_sum_with_its_own_mean(result: GroupResult) -> None:
    sums, rules = sums_of_group(result)
    by_heading = {each.heading: each for each in sums}

    for name, view, value in shown_values(result):
        assert f"the mean of their scores is {value.mean} of 100." in " ".join(by_heading[f"{name}, {view}"].lines)
    for theme in result.themes:
        if isinstance(theme.gap, GapShown):
            said = " ".join(by_heading[f"{theme.theme.name}, leaders beside staff"].lines)
            points = str(theme.gap.difference).replace("-", "\u2212")
            assert f"a difference of {points} points" in said
    assert not any("the mean of their scores is" in rule for rule in rules)


def test_a_hidden_view_has_no_sum_and_its_questions_are_not_read_out() -> None:
    sheets = [*people(both().responses[0].perspective, 3), *people(STAFF, 14)]
    sums, rules = sums_of_group(group_result_of(group_round(sheets, set_up=setup(4, 16))))

    assert not any(", leaders" in each.heading for each in sums)
    assert not any("leaders have a score" in line for each in sums for line in each.lines)
    assert sums
    assert rules


@pytest.mark.parametrize("edition", [Edition.LEADERS, Edition.FACILITATOR, Edition.STAFF])
def test_a_groups_report_takes_it_before_the_last_page_and_staffs_pages_never(edition: Edition) -> None:
    options = replace(WITH, edition=edition, closing_words="Thank you all.")
    report = make_report(northgate(), options)

    marks = bookmarks_of(report.pdf)
    if edition is Edition.STAFF:
        assert NAME not in marks
    else:
        assert marks.index(NAME) == len(marks) - 2
    assert report.unprintable == ()
