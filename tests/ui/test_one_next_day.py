"""When to look again is one day, said in one way: on one's own first page and in the list of organisations."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.app.organisations_made import check, organisation
from trustcheck.app.organisations import due_on, next_of
from trustcheck.domain.checks.round import RoundKind, next_check_from
from trustcheck.ui.home.home_view import HomeRow, HomeView, too_soon
from trustcheck.words.days import day


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_the_list_and_the_first_page_name_the_same_day(last: date) -> None:
    named = day(next_check_from(last))
    finished = organisation("Bellwater", closed_on=last)
    summary = check(closed_on=last)
    own = HomeView((HomeRow(replace(summary, kind=RoundKind.PERSONAL)),), "", last)

    assert due_on(finished) == next_check_from(last)
    assert next_of(finished, last).words == f"Next: {named}"
    assert f"from {named} on" in too_soon(own)
