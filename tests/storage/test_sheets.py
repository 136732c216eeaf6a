"""Finished sheets come into an open check all or none, once each, and only where they belong."""

from dataclasses import replace

import pytest

from tests import builders
from tests.storage.people import DAY, LEADER, SETUP, STAFF, given, hurried, opened, prepared, sheet, sheets
from trustcheck.app.ports import Cancelled, NotSaved
from trustcheck.domain.checks.group_round import NotesUse, Sheet
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.domain.questionnaire.model import Form
from trustcheck.storage.store import SqliteStore


def kept(store: SqliteStore) -> dict[str, int]:
    with store.file.reading() as connection:
        return {
            table: connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one()
            for table in ("response", "sheet", "answer", "note")
        }


NOTHING = {"response": 0, "sheet": 0, "answer": 0, "note": 0}


def changed(one: Sheet, **answers: Answer) -> Sheet:
    return replace(one, response=replace(one.response, answers={**one.response.answers, **answers}))


def test_a_check_that_is_prepared_or_closed_takes_no_sheet(store: SqliteStore) -> None:
    round_id = prepared(store)
    with pytest.raises(NotSaved, match="still being prepared and takes no answers yet"):
        store.sheets.add(round_id, [sheet(1)])
    store.groups.open(round_id)
    store.groups.close(round_id, DAY)
    with pytest.raises(NotSaved, match="closed and takes no more answers"):
        store.sheets.add(round_id, [sheet(1)])

    assert kept(store) == NOTHING


def test_one_sheet_that_does_not_belong_keeps_all_of_them_out(store: SqliteStore) -> None:
    round_id = opened(store, replace(SETUP, perspectives=(STAFF,), invited={STAFF: 5}))
    strangers = {
        "a leader's, and this check asks staff only": sheet(1, LEADER),
        "does not ask: Z9": changed(sheet(1), Z9=Answer(1)),
        "does not ask: Z8": sheet(1, notes={"Z8": "words"}),
        "not on the scale from 1 to 5": changed(sheet(1), A1=Answer(6)),
        "room for 4000": sheet(1, notes={"A1": "x" * 4001}),
    }
    for reason, stranger in strangers.items():
        # Among so many that more than one piece is written before it is met.
        for many in ([stranger], [*sheets(range(1200)), stranger]):
            with pytest.raises(NotSaved, match=reason):
                store.sheets.add(round_id, many)
            assert kept(store) == NOTHING


def test_a_short_form_takes_only_what_it_asks(store: SqliteStore) -> None:
    round_id = opened(store, replace(SETUP, form=Form.PULSE))
    asked = Sheet(builders.response({"A1": 3, "C1": "dk"}, form=Form.PULSE))

    store.sheets.add(round_id, [asked])
    with pytest.raises(NotSaved, match="does not ask"):
        store.sheets.add(round_id, [sheet(1)])
    store.sheets.add(round_id, [asked] * 4)
    store.groups.close(round_id, DAY)

    assert store.groups.round(round_id).responses == (asked.response,) * 5


def test_a_form_that_was_taken_before_is_named_and_nothing_is_taken(store: SqliteStore) -> None:
    round_id = opened(store)
    store.sheets.add(round_id, [sheet(1, code="K7P"), sheet(2)])
    before = kept(store)

    with pytest.raises(NotSaved, match="form K7P was taken into this check before"):
        store.sheets.add(round_id, [sheet(3), sheet(4, code="K7P")])
    with pytest.raises(NotSaved, match="form Q2W is among these twice"):
        store.sheets.add(round_id, [sheet(3, code="Q2W"), sheet(4, code="Q2W")])

    assert kept(store) == before
    assert store.sheets.taken_codes(round_id) == {"K7P"}


def test_two_checks_may_use_the_same_code(store: SqliteStore) -> None:
    first, second = opened(store), opened(store)
    store.sheets.add(first, [sheet(1, code="K7P")])
    store.sheets.add(second, [sheet(2, code="K7P")])

    found = store.sheets.of_code(second, "K7P")
    assert found is not None
    assert found.response == sheet(2).response


def test_codes_are_forgotten_when_the_check_closes(store: SqliteStore) -> None:
    round_id = opened(store)
    store.sheets.add(round_id, [sheet(each, code=f"C{each}") for each in range(6)])
    store.groups.close(round_id, DAY)

    assert store.sheets.taken_codes(round_id) == frozenset()
    assert store.sheets.of_code(round_id, "C1") is None


def test_a_form_read_again_takes_the_place_of_the_first_reading(store: SqliteStore) -> None:
    round_id = opened(store)
    store.sheets.add(round_id, [*sheets(range(10, 20)), sheet(1, code="K7P", notes={"A1": "misread"})])
    right = sheet(2, code="K7P", notes={"B1": "read again"})

    store.sheets.replace(round_id, "K7P", right)

    assert store.sheets.of_code(round_id, "K7P") == right
    assert store.groups.arrived(round_id).all_finished == 11
    store.groups.close(round_id, DAY)
    found = store.groups.round(round_id)
    assert given(found.responses) == given([each.response for each in sheets([*range(10, 20), 2])])
    assert [each.text for each in found.notes] == ["read again"]


def test_a_form_that_is_not_there_or_does_not_belong_replaces_nothing(store: SqliteStore) -> None:
    round_id = opened(store)
    first = sheet(1, code="K7P")
    store.sheets.add(round_id, [first, sheet(3, code="Q2W")])

    with pytest.raises(NotSaved, match="no form ZZZ in this check"):
        store.sheets.replace(round_id, "ZZZ", sheet(2))
    with pytest.raises(NotSaved, match="does not ask"):
        store.sheets.replace(round_id, "K7P", changed(first, Z9=Answer(1)))
    with pytest.raises(NotSaved, match="Q2W was taken"):
        store.sheets.replace(round_id, "K7P", replace(first, code="Q2W"))

    assert store.sheets.of_code(round_id, "K7P") == first


def test_a_form_put_right_is_looked_at_anew_for_haste(store: SqliteStore) -> None:
    round_id = opened(store)
    store.sheets.add(round_id, [replace(hurried(1), code="K7P")])
    assert store.groups.arrived(round_id).hurried == 1

    store.sheets.replace(round_id, "K7P", sheet(1, code="K7P"))

    assert store.groups.arrived(round_id).hurried == 0


@pytest.mark.parametrize("number", [3, 60], ids=["few", "many"])
def test_haste_is_seen_alike_among_few_and_many(store: SqliteStore, number: int) -> None:
    round_id = opened(store)
    store.sheets.add(round_id, [*(hurried(each) for each in range(number)), *sheets(range(number))])

    assert store.groups.arrived(round_id).hurried == number


def test_notes_are_kept_only_where_the_check_takes_them(store: SqliteStore) -> None:
    round_id = opened(store, replace(SETUP, notes=NotesUse.NONE))
    store.sheets.add(round_id, [sheet(each, notes={"A1": "heron"}) for each in range(12)])

    assert kept(store)["note"] == 0
    store.groups.close(round_id, DAY)
    assert store.groups.round(round_id).notes == ()


def test_an_empty_note_is_none(store: SqliteStore) -> None:
    round_id = opened(store)
    store.sheets.add(round_id, [sheet(1, notes={"A1": "", "A2": " \n"})])

    assert kept(store)["note"] == 0


def test_progress_counts_up_to_all_of_them(store: SqliteStore) -> None:
    round_id = opened(store)
    heard: list[tuple[int, int]] = []

    store.sheets.add(round_id, sheets(range(1234)), lambda done, of: heard.append((done, of)))

    assert heard[-1] == (1234, 1234)
    assert heard == sorted(heard)
    assert len(heard) > 2


def test_a_cancelled_import_changes_nothing_and_the_next_one_works(store: SqliteStore) -> None:
    round_id = opened(store)
    store.sheets.add(round_id, sheets(range(3)))
    before = kept(store)

    def stop(done: int, of: int) -> None:
        if done > of / 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        store.sheets.add(round_id, sheets(range(1200)), stop)
    assert kept(store) == before

    store.sheets.add(round_id, sheets(range(3, 6)))
    assert store.groups.arrived(round_id).all_finished == 6


def test_no_sheet_at_all_is_no_mistake(store: SqliteStore) -> None:
    round_id = opened(store)
    store.sheets.add(round_id, [])

    assert store.groups.arrived(round_id).all_finished == 0
