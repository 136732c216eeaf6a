"""Half-filled sheets are kept sealed, and turn into a finished one in one step or not at all."""

from dataclasses import replace

import pytest

from tests.storage.people import DAY, LEADER, opened, prepared, sheet
from trustcheck.app.ports import NotSaved, SealedSheet
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.storage.store import SqliteStore


def test_a_sealed_sheet_is_kept_and_saved_over(store: SqliteStore) -> None:
    round_id = opened(store)
    store.sheets.save_sealed(round_id, SealedSheet(77, b"first"))
    store.sheets.save_sealed(round_id, SealedSheet(5, b"another"))

    store.sheets.save_sealed(round_id, SealedSheet(77, b"second \0 words"))

    assert store.sheets.sealed_sheets(round_id) == (SealedSheet(5, b"another"), SealedSheet(77, b"second \0 words"))
    assert store.groups.arrived(round_id).half_filled == 2


def test_a_discarded_one_is_gone_and_only_that_one(store: SqliteStore) -> None:
    round_id = opened(store)
    for each in (1, 2):
        store.sheets.save_sealed(round_id, SealedSheet(each, b"words"))

    store.sheets.discard_sealed(round_id, 1)

    assert [each.id for each in store.sheets.sealed_sheets(round_id)] == [2]


def test_finishing_takes_the_draft_out_and_the_sheet_in(store: SqliteStore) -> None:
    round_id = opened(store)
    store.sheets.save_sealed(round_id, SealedSheet(77, b"draft"))

    store.sheets.finish_sealed(round_id, 77, sheet(1, LEADER))

    assert store.sheets.sealed_sheets(round_id) == ()
    assert store.groups.arrived(round_id).finished[LEADER] == 1


def test_finishing_twice_takes_one_sheet(store: SqliteStore) -> None:
    round_id = opened(store)
    store.sheets.save_sealed(round_id, SealedSheet(77, b"draft"))
    store.sheets.finish_sealed(round_id, 77, sheet(1))

    with pytest.raises(NotSaved, match="finished or discarded"):
        store.sheets.finish_sealed(round_id, 77, sheet(1))

    assert store.groups.arrived(round_id).all_finished == 1


def test_a_sheet_that_is_refused_leaves_the_draft(store: SqliteStore) -> None:
    round_id = opened(store)
    store.sheets.save_sealed(round_id, SealedSheet(77, b"draft"))
    wrong = replace(sheet(1), response=replace(sheet(1).response, answers={"Z9": Answer(1)}))

    with pytest.raises(NotSaved, match="does not ask"):
        store.sheets.finish_sealed(round_id, 77, wrong)

    assert [each.id for each in store.sheets.sealed_sheets(round_id)] == [77]
    assert store.groups.arrived(round_id).all_finished == 0


def test_a_draft_stays_within_its_check(store: SqliteStore) -> None:
    first, second = opened(store), opened(store)
    store.sheets.save_sealed(first, SealedSheet(77, b"draft"))

    store.sheets.discard_sealed(second, 77)
    with pytest.raises(NotSaved):
        store.sheets.finish_sealed(second, 77, sheet(1))
    with pytest.raises(NotSaved):
        store.sheets.save_sealed(second, SealedSheet(77, b"other"))

    assert store.sheets.sealed_sheets(first) == (SealedSheet(77, b"draft"),)
    assert store.sheets.sealed_sheets(second) == ()


def test_drafts_are_taken_only_while_open_and_discarded_at_closing(store: SqliteStore) -> None:
    round_id = prepared(store)
    with pytest.raises(NotSaved, match="still being prepared"):
        store.sheets.save_sealed(round_id, SealedSheet(1, b"draft"))
    store.groups.open(round_id)
    store.sheets.save_sealed(round_id, SealedSheet(1, b"draft"))

    store.groups.close(round_id, DAY)

    with pytest.raises(NotSaved, match="takes no more answers"):
        store.sheets.save_sealed(round_id, SealedSheet(1, b"draft"))
    store.groups.reopen(round_id)
    assert store.sheets.sealed_sheets(round_id) == ()


def test_a_draft_of_a_check_that_is_gone_is_refused(store: SqliteStore) -> None:
    with pytest.raises(NotSaved, match="no longer in the data file"):
        store.sheets.save_sealed(12345, SealedSheet(1, b"draft"))
