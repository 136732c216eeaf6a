"""What was moved stands where it was put, and what was put aside is counted and not printed, wherever it is read."""

from dataclasses import replace

import pytest

from tests.group_builders import both, shipped
from tests.report.portraits import A4, library_round
from tests.report.said import said
from trustcheck.app.carrying.export_lines import lines_of_group
from trustcheck.app.carrying.export_making import closed_check
from trustcheck.app.portraits.result import group_result_of, result_of
from trustcheck.app.results.group import GroupResult
from trustcheck.app.results.personal import PersonalResult
from trustcheck.domain.questionnaire.arrangement import Arrangement
from trustcheck.report.maker import outline_of

PERSON = library_round()
TEAM = both()


def worked_out(of_team: bool, by_hand: Arrangement) -> PersonalResult | GroupResult:
    return (
        group_result_of(replace(TEAM, arrangement=by_hand))
        if of_team
        else result_of(replace(PERSON, arrangement=by_hand))
    )


@pytest.mark.parametrize("of_team", [False, True], ids=["one person", "a group"])
def test_a_report_prints_them_in_their_order_without_those_that_were_put_aside(of_team: bool) -> None:
    first, second = worked_out(of_team, Arrangement()).proposals[:2]
    aside = second.suggestions[0]
    ids = [each.suggestions[0].id for each in (first, second)]
    result = worked_out(of_team, Arrangement().moved(ids, ids[1], -1).put_aside(aside.id))
    printed = said(outline_of(result, A4))

    names = [shipped().theme_by_id[each.theme_id].name for each in (first, second)]
    assert [each.theme_id for each in result.proposals[:2]] == [second.theme_id, first.theme_id]
    assert aside.this_week not in printed
    assert second.suggestions[1].title in printed
    assert "One suggestion was put aside and is not printed here." in printed
    assert all(each in printed for each in names)


def test_lines_of_an_export_name_what_was_put_aside_and_the_export_brings_it_back() -> None:
    first = group_result_of(TEAM).proposals[0].suggestions[0]
    check = closed_check(replace(TEAM, arrangement=Arrangement().put_aside(first.id)))
    lines = list(lines_of_group(check))

    assert [each.id for each in lines if each.what == "put aside"] == [first.id]
    assert first.id not in [each.id for each in lines if each.what == "suggestion"]
    assert check.result is not None
    assert first in check.result.proposals[0].suggestions
