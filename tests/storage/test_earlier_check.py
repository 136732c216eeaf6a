"""Two checks in a row: when the second carries a warning, and when nothing of it is shown."""

from collections.abc import Sequence
from datetime import date

from tests.storage.people import DAY, LEADER, STAFF, opened, sheets
from trustcheck.app.portraits.result import group_result_of
from trustcheck.app.results.group import Shown
from trustcheck.domain.checks.group_round import GroupRound, Sheet
from trustcheck.storage.store import SqliteStore

LATER = date(2027, 2, 22)


def closed(store: SqliteStore, given: Sequence[Sheet], on: date = DAY, name: str = "Northgate Housing") -> GroupRound:
    round_id = opened(store, name=name)
    store.sheets.add(round_id, given)
    store.groups.close(round_id, on, leave_out_hurried=False)
    return store.groups.round(round_id)


def others(first: int, many: int) -> list[int]:
    return [each * 123_457 % 5**8 for each in range(first, first + many)]


def test_the_first_check_has_none_before_it(store: SqliteStore) -> None:
    assert closed(store, sheets(others(0, 8))).earlier is None


def test_about_as_many_people_are_told_beside_the_check_before(store: SqliteStore) -> None:
    closed(store, [*sheets(others(0, 12)), *sheets(others(0, 5), LEADER)])

    found = closed(store, [*sheets(others(50, 14)), *sheets(others(50, 12), LEADER)], LATER)

    assert found.earlier is not None
    assert (found.earlier.closed_on, dict(found.earlier.answered)) == (DAY, {STAFF: 12})
    assert found.repeated == frozenset()
    assert group_result_of(found).banners[0] == (
        "14 staff answered, and 12 in the check that was closed on 22 November 2026. If they are the same people but "
        "for a few, what changed between the two results may be what those few said: look at either, not at the "
        "difference."
    )


def test_enough_more_people_or_another_organisation_need_no_warning(store: SqliteStore) -> None:
    closed(store, sheets(others(0, 12)))

    assert closed(store, sheets(others(50, 17)), LATER).earlier is None
    assert closed(store, sheets(others(80, 17)), LATER, "The mill").earlier is None


def test_too_few_people_before_showed_nothing_to_compare_with(store: SqliteStore) -> None:
    closed(store, sheets(others(0, 4)))

    assert closed(store, sheets(others(50, 6)), LATER).earlier is None


def test_the_very_sheets_of_the_check_before_with_one_more_are_not_shown(store: SqliteStore) -> None:
    """Whoever takes the same table in again with one more row would read that row off the two results."""
    closed(store, [*sheets(others(0, 12)), *sheets(others(0, 6), LEADER)])

    found = closed(store, [*sheets(others(0, 13)), *sheets(others(50, 6), LEADER)], LATER)
    result = group_result_of(found)

    assert found.repeated == {STAFF}
    values = [each.views for each in (*result.themes, *result.pillars)] + [result.overall]
    assert not any(isinstance(each[STAFF], Shown) for each in values)
    assert any(isinstance(each[LEADER], Shown) for each in values)
    assert not any(isinstance(item.views[STAFF], Shown) for theme in result.themes for item in theme.items)
    assert [each for each in result.banners if each.startswith("Staff: nearly all of these sheets stood in the check")]
    assert result.headline is LEADER


def test_the_very_same_sheets_say_nothing_new_and_are_shown(store: SqliteStore) -> None:
    closed(store, sheets(others(0, 12)))

    assert closed(store, sheets(others(0, 12)), LATER).repeated == frozenset()
