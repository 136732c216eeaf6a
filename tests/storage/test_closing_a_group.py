"""What a closing releases, what it holds back, and that a release stays as it was shown."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

import pytest
from hypothesis import given as examples
from hypothesis import strategies as st

from tests.storage.people import DAY, LEADER, SETUP, STAFF, given, hurried, opened, sheet, sheets
from trustcheck.domain.checks.group_round import NOTES_FROM, GroupRound, NotesUse, Sheet
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.storage.groups.closing import SheetKind, counted, decided, was_shown
from trustcheck.storage.groups.sheet_rows import LEFT_OUT, RELEASED, WAITING
from trustcheck.storage.store import SqliteStore


def closed(store: SqliteStore, round_id: int, *, leave_out_hurried: bool = False) -> GroupRound:
    store.groups.close(round_id, DAY, leave_out_hurried=leave_out_hurried)
    return store.groups.round(round_id)


def leaving_out(item: str, person: int) -> Sheet:
    """A sheet of somebody who does not know an answer to one question."""
    whole = sheet(person)
    return replace(whole, response=replace(whole.response, answers={**whole.response.answers, item: Answer.DONT_KNOW}))


def with_highest(theme: str, person: int) -> Sheet:
    whole = sheet(person)
    highest = {f"{theme}{at}": Answer(5) for at in range(1, 5)}
    return replace(whole, response=replace(whole.response, answers={**whole.response.answers, **highest}))


def unlike(people: Iterable[int]) -> list[int]:
    """Others who do not agree on a theme, as many."""
    return [each * 123_457 % 5**8 for each in people]


def test_too_few_new_sheets_wait_and_the_old_set_is_shown_unchanged(store: SqliteStore) -> None:
    round_id = opened(store)
    store.sheets.add(round_id, [*sheets(range(6)), *sheets(range(5), LEADER)])
    first = closed(store, round_id)
    store.groups.reopen(round_id)
    store.sheets.add(round_id, [*sheets(range(100, 104)), *sheets(range(200, 206), LEADER)])

    second = closed(store, round_id)

    assert given(second.of(STAFF)) == given(first.of(STAFF))
    assert len(second.of(LEADER)) == 11
    assert dict(second.waiting) == {LEADER: 0, STAFF: 4}
    assert second.summary.answered == 21


def test_waiting_sheets_join_once_there_are_enough_of_them(store: SqliteStore) -> None:
    round_id = opened(store)
    for people in (range(6), range(10, 14), range(20, 21)):
        store.sheets.add(round_id, sheets(people))
        found = closed(store, round_id)
        store.groups.reopen(round_id)

    assert given(found.responses) == given([each.response for each in sheets([*range(6), *range(10, 14), 20])])
    assert dict(found.waiting) == {LEADER: 0, STAFF: 0}


def test_enough_late_sheets_wait_where_too_few_of_them_answered_a_question(store: SqliteStore) -> None:
    """One mean before and one after would tell what the only one of them said to it."""
    round_id = opened(store)
    store.sheets.add(round_id, sheets(range(8)))
    first = closed(store, round_id)
    store.groups.reopen(round_id)
    store.sheets.add(round_id, [*(leaving_out("C1", each) for each in range(10, 14)), sheet(20)])

    second = closed(store, round_id)

    assert given(second.responses) == given(first.responses)
    assert second.waiting[STAFF] == 5


def test_enough_late_sheets_wait_where_all_of_them_say_the_same_of_a_theme(store: SqliteStore) -> None:
    """Nobody of them would stand apart: the two means of the theme would tell what each of them said of it."""
    round_id = opened(store)
    store.sheets.add(round_id, sheets(unlike(range(8))))
    first = closed(store, round_id)
    store.groups.reopen(round_id)
    store.sheets.add(round_id, [with_highest("D", each) for each in range(20, 25)])

    second = closed(store, round_id)

    assert given(second.responses) == given(first.responses)
    assert (second.waiting[STAFF], second.joined_late) == (5, frozenset())


def test_once_late_sheets_joined_a_result_it_is_known_of_whom(store: SqliteStore) -> None:
    round_id = opened(store)
    store.sheets.add(round_id, [*sheets(unlike(range(6))), *sheets(range(6), LEADER)])
    assert closed(store, round_id).joined_late == frozenset()
    store.groups.reopen(round_id)
    store.sheets.add(round_id, sheets(unlike(range(20, 26))))

    found = closed(store, round_id)

    assert (len(found.of(STAFF)), found.joined_late) == (12, {STAFF})
    store.groups.reopen(round_id)
    assert closed(store, round_id).joined_late == {STAFF}


def test_they_join_once_enough_of_them_answered_it_or_none_of_them_did(store: SqliteStore) -> None:
    round_id = opened(store)
    store.sheets.add(round_id, sheets(range(8)))
    closed(store, round_id)
    for arriving, expected in (
        ([leaving_out("C1", each) for each in unlike(range(10, 15))], 13),
        ([*(leaving_out("C1", each) for each in unlike(range(20, 24))), *sheets(unlike([30]))], 13),
        (sheets(unlike(range(31, 35))), 22),
    ):
        store.groups.reopen(round_id)
        store.sheets.add(round_id, arriving)
        assert len(closed(store, round_id).responses) == expected


def test_a_question_that_was_never_shown_keeps_nobody_waiting(store: SqliteStore) -> None:
    round_id = opened(store)
    store.sheets.add(round_id, [*(leaving_out("C1", each) for each in unlike(range(8))), *sheets(unlike([8, 9]))])
    closed(store, round_id)
    store.groups.reopen(round_id)
    late = [*(leaving_out("C1", each) for each in unlike(range(20, 24))), *sheets(unlike([30]))]
    store.sheets.add(round_id, late)

    assert len(closed(store, round_id).responses) == 15


def test_while_too_few_were_there_to_show_anything_nothing_has_to_wait(store: SqliteStore) -> None:
    round_id = opened(store)
    store.sheets.add(round_id, sheets(range(3)))
    closed(store, round_id)
    store.groups.reopen(round_id)
    store.sheets.add(round_id, sheets(range(3, 6)))

    assert len(closed(store, round_id).responses) == 6


def test_what_was_never_shown_is_decided_afresh(store: SqliteStore) -> None:
    round_id = opened(store)
    store.sheets.add(round_id, [*sheets(range(3)), hurried(1)])
    assert len(closed(store, round_id, leave_out_hurried=True).responses) == 4
    store.groups.reopen(round_id)
    store.sheets.add(round_id, sheets(range(10, 13)))

    found = closed(store, round_id, leave_out_hurried=True)

    assert (len(found.responses), found.left_out) == (6, True)


def test_hurried_sheets_are_counted_and_left_out_only_on_request(store: SqliteStore) -> None:
    round_id = opened(store)
    store.sheets.add(round_id, [*sheets(range(6)), hurried(1), hurried(2)])
    found = closed(store, round_id)
    assert (len(found.responses), found.hurried[STAFF], found.left_out) == (8, 2, False)

    other = opened(store)
    store.sheets.add(other, [*sheets(range(6)), hurried(1), hurried(2)])
    found = closed(store, other, leave_out_hurried=True)

    assert given(found.responses) == given([each.response for each in sheets(range(6))])
    assert (found.hurried[STAFF], found.left_out, found.summary.answered) == (2, True, 8)


def test_hurried_sheets_stay_in_where_the_others_would_be_too_few(store: SqliteStore) -> None:
    round_id = opened(store)
    store.sheets.add(round_id, [*sheets(range(4)), hurried(1), *sheets(range(5), LEADER), hurried(1, LEADER)])

    found = closed(store, round_id, leave_out_hurried=True)

    assert (len(found.of(STAFF)), len(found.of(LEADER))) == (5, 5)
    assert found.left_out


@pytest.mark.parametrize("first", [False, True])
def test_leaving_out_is_decided_before_anybody_sees_a_result_and_then_kept(store: SqliteStore, first: bool) -> None:
    round_id = opened(store)
    store.sheets.add(round_id, [*sheets(range(6)), hurried(1)])
    before = closed(store, round_id, leave_out_hurried=first)
    store.groups.reopen(round_id)

    again = closed(store, round_id, leave_out_hurried=not first)
    assert given(again.responses) == given(before.responses)
    assert again.left_out is first

    store.groups.reopen(round_id)
    store.sheets.add(round_id, [*sheets(range(10, 16)), hurried(2)])
    last = closed(store, round_id, leave_out_hurried=not first)
    assert len(last.responses) == (12 if first else 14)
    assert last.left_out is first


@pytest.mark.parametrize("number", [NOTES_FROM - 1, NOTES_FROM])
def test_notes_are_read_from_ten_sheets_on(store: SqliteStore, number: int) -> None:
    round_id = opened(store)
    store.sheets.add(round_id, [sheet(each, notes={"A1": f"note {each}"}) for each in range(number)])

    found = closed(store, round_id)

    assert sorted(each.text for each in found.notes) == (
        [f"note {each}" for each in range(NOTES_FROM)] if number == NOTES_FROM else []
    )


def test_notes_for_the_facilitator_are_read_too(store: SqliteStore) -> None:
    round_id = opened(store, replace(SETUP, notes=NotesUse.FACILITATOR))
    store.sheets.add(round_id, [sheet(each, notes={"A1": "words"}) for each in range(10)])

    assert len(closed(store, round_id).notes) == 10


def test_notes_come_in_another_order_than_their_sheets(store: SqliteStore) -> None:
    round_id = opened(store)
    for each in range(30):
        store.sheets.add(round_id, [sheet(each, notes={"A1": str(each)})])

    notes = [int(each.text) for each in closed(store, round_id).notes]

    assert sorted(notes) == list(range(30))
    assert notes != sorted(notes)
    # Nor in the order in which the sheets now stand.
    people = [given([sheet(each).response])[0] for each in range(30)]
    sheets_stand = [people.index(given([each])[0]) for each in store.groups.round(round_id).responses]
    assert notes != sheets_stand


def test_notes_of_waiting_sheets_wait_with_them_and_are_shown_once_none_waits(store: SqliteStore) -> None:
    round_id = opened(store)
    store.sheets.add(round_id, [sheet(each, notes={"A1": "early"}) for each in range(10)])
    closed(store, round_id)
    store.groups.reopen(round_id)
    store.sheets.add(round_id, [sheet(each, notes={"A1": "late"}) for each in range(10, 13)])
    assert {each.text for each in closed(store, round_id).notes} == {"early"}

    store.groups.reopen(round_id)
    store.sheets.add(round_id, [sheet(each, notes={"A1": "last"}) for each in range(20, 22)])
    notes = [each.text for each in closed(store, round_id).notes]

    assert sorted(notes) == ["early"] * 10 + ["last"] * 2 + ["late"] * 3


def test_the_note_of_one_late_leader_does_not_appear_beside_those_everybody_read(store: SqliteStore) -> None:
    """There are too few leaders for numbers, so nothing of theirs has to wait but what they wrote."""
    round_id = opened(store)
    early = [sheet(each, notes={"A1": "early"}) for each in range(12)]
    store.sheets.add(round_id, [*early, *sheets(range(3), LEADER)])
    closed(store, round_id)
    store.groups.reopen(round_id)
    store.sheets.add(round_id, [sheet(50, LEADER, notes={"A1": "late"})])
    assert {each.text for each in closed(store, round_id).notes} == {"early"}

    store.groups.reopen(round_id)
    assert {each.text for each in closed(store, round_id).notes} == {"early"}

    store.groups.reopen(round_id)
    store.sheets.add(round_id, [sheet(each, notes={"A1": "last"}) for each in range(20, 25)])
    notes = [each.text for each in closed(store, round_id).notes]

    assert sorted(notes) == ["early"] * 12 + ["last"] * 5 + ["late"]


def test_closing_without_a_sheet_shows_nothing_and_breaks_nothing(store: SqliteStore) -> None:
    round_id = opened(store)
    found = closed(store, round_id, leave_out_hurried=True)

    assert (found.responses, found.notes, found.left_out) == ((), (), False)


def test_another_check_in_the_file_stays_as_it_is(store: SqliteStore) -> None:
    other, round_id = opened(store), opened(store)
    store.sheets.add(other, [sheet(each, notes={"A1": "other"}, code=f"C{each}") for each in range(12)])
    store.sheets.add(round_id, sheets(range(6)))

    closed(store, round_id)

    assert len(store.sheets.taken_codes(other)) == 12
    known = store.sheets.of_code(other, "C7")
    assert known == sheet(7, notes={"A1": "other"}, code="C7")


KINDS = st.builds(
    SheetKind, st.sampled_from(["leader", "staff"]), st.booleans(), st.sampled_from([WAITING, RELEASED, LEFT_OUT])
)
SHEETS = st.dictionaries(KINDS, st.integers(1, 12))
"""How many there are of each kind."""


def always(_shown: Collection[SheetKind], _joining: Collection[SheetKind]) -> bool:
    """Sheets that everybody answered wholly: as many hide each other everywhere."""
    return True


def count(sheets: Mapping[SheetKind, int], perspective: str, standing: str) -> int:
    return sum(n for each, n in sheets.items() if (each.perspective, each.standing) == (perspective, standing))


@examples(SHEETS, st.integers(3, 10), st.booleans())
def test_a_result_never_changes_by_fewer_sheets_than_the_threshold(
    before: dict[SheetKind, int], threshold: int, leaves_out: bool
) -> None:
    after = counted(before, decided(before, threshold, leaves_out=leaves_out, hide_each_other=always))

    assert sum(after.values()) == sum(before.values())
    for perspective in ("leader", "staff"):
        was, now = count(before, perspective, RELEASED), count(after, perspective, RELEASED)
        if was >= threshold:
            assert now == was or now - was >= threshold
        left_out = count(after, perspective, LEFT_OUT)
        assert left_out <= count(before, perspective, LEFT_OUT) or (leaves_out and now >= threshold)


@examples(SHEETS, st.integers(3, 10), st.booleans())
def test_closing_again_without_a_new_sheet_changes_nothing(
    before: dict[SheetKind, int], threshold: int, leaves_out: bool
) -> None:
    after = counted(before, decided(before, threshold, leaves_out=leaves_out, hide_each_other=always))
    if was_shown(after, threshold):
        again = counted(after, decided(after, threshold, leaves_out=leaves_out, hide_each_other=always))
        for perspective in ("leader", "staff"):
            assert count(again, perspective, RELEASED) == count(after, perspective, RELEASED)
