"""Two checks in a row: when the second carries a warning, and when nothing of it is shown."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from tests.storage.people import ASKED, DAY, LEADER, STAFF, opened, sheets
from trustcheck.app.portraits.result import group_result_of
from trustcheck.app.results.group import Shown
from trustcheck.domain.checks.group_round import GroupRound, Sheet
from trustcheck.domain.questionnaire.answers import Answer
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
    assert (found.earlier.closed_on, dict(found.earlier.answered)) == ({STAFF: DAY}, {STAFF: 12})
    assert found.repeated == frozenset()
    assert group_result_of(found).banners[0] == (
        "14 staff answered, and 12 in the check that was closed on 22 November 2026. If they are the same people but "
        "for a few, what changed between the two results may be what those few said: ask what is behind a change, and "
        "not who."
    )


def test_each_view_stands_beside_the_check_that_had_about_as_many_of_it(store: SqliteStore) -> None:
    between = date(2027, 1, 5)
    closed(store, [*sheets(others(0, 12)), *sheets(others(0, 6), LEADER)])
    closed(store, [*sheets(others(80, 40)), *sheets(others(80, 7), LEADER)], between)

    found = closed(store, [*sheets(others(150, 14)), *sheets(others(150, 8), LEADER)], LATER)

    assert found.earlier is not None
    assert found.earlier.answered == {STAFF: 12, LEADER: 7}
    assert found.earlier.closed_on == {STAFF: DAY, LEADER: between}
    told = " ".join(group_result_of(found).banners)
    assert "14 staff answered, and 12 in the check that was closed on 22 November 2026" in told
    assert "eight leaders answered, and 7" in told or "8 leaders answered, and 7" in told
    assert "7 in the check that was closed on 5 January 2027" in told


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


def test_a_third_check_is_judged_against_the_first_as_well(store: SqliteStore) -> None:
    """Whoever keeps the first report would read the thirteenth sheet off it, whatever lies between."""
    closed(store, sheets(others(0, 12)))
    closed(store, sheets(others(70, 30)), date(2027, 1, 5))

    assert closed(store, sheets(others(0, 13)), LATER).repeated == {STAFF}


def test_what_each_earlier_check_would_tell_is_left_untold(store: SqliteStore) -> None:
    many = others(1, 13)
    closed(store, [turned(each, at, 1) for at, each in enumerate(many[:12])])
    closed(store, sheets(others(70, 30)), date(2027, 1, 5))

    found = closed(store, [turned(each, at, 2) for at, each in enumerate(many)], LATER)

    assert found.told_beside[STAFF]


def test_a_theme_that_nearly_all_answered_as_before_is_not_shown_though_every_sheet_changed(store: SqliteStore) -> None:
    """Whoever supposes that the others said the same again would read the thirteenth off the two results."""
    many = others(1, 13)
    closed(store, [turned(each, at, 1) for at, each in enumerate(many[:12])])

    found = closed(store, [turned(each, at, 2) for at, each in enumerate(many)], LATER)
    result = group_result_of(found)

    assert found.repeated == frozenset()
    assert "D" in found.told_beside[STAFF]
    hidden = result.theme("D")
    assert not any(isinstance(each.views[STAFF], Shown) for each in (hidden, *hidden.items))
    assert isinstance(result.theme("A").views[STAFF], Shown)
    assert any(each.startswith("Most staff answered some of the questions word for word") for each in result.banners)


def turned(person: int, at: int, time: int) -> Sheet:
    """The person's sheet with other answers to themes A and B each time, and the same to C and D."""
    given = sheets([person])[0]
    varied = {each.id: Answer(1 + (at + time * int(each.id[1])) % 5) for each in ASKED.items if each.theme in "AB"}
    return replace(given, response=replace(given.response, answers={**given.response.answers, **varied}))


def test_the_very_same_sheets_say_nothing_new_and_are_shown(store: SqliteStore) -> None:
    closed(store, sheets(others(0, 12)))

    assert closed(store, sheets(others(0, 12)), LATER).repeated == frozenset()
