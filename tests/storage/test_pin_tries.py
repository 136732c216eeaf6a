"""Tries of a PIN are kept in the data file as long as its lock, and no longer."""

from datetime import date
from pathlib import Path

import pytest

from tests.storage.people import SETUP, opened, prepared, sheets
from trustcheck.app.ports import NotSaved
from trustcheck.storage.store import SqliteStore, open_store


def locked(store: SqliteStore) -> int:
    round_id = opened(store)
    store.groups.lock_round(round_id, b"a lock")
    return round_id


def test_each_try_is_counted_and_kept_over_a_restart(path: Path) -> None:
    store = open_store(str(path))
    round_id = locked(store)
    assert [store.groups.count_pin_try(round_id) for _try in range(3)] == [1, 2, 3]
    store.close()

    again = open_store(str(path))
    assert again.groups.pin_tries(round_id) == 3
    assert again.groups.count_pin_try(round_id) == 4
    again.close()


@pytest.mark.parametrize("lock", [b"", b"another lock"])
def test_another_lock_or_none_begins_anew(store: SqliteStore, lock: bytes) -> None:
    round_id = locked(store)
    store.groups.count_pin_try(round_id)

    store.groups.lock_round(round_id, lock)

    assert store.groups.pin_tries(round_id) == 0


def test_closing_the_check_forgets_the_tries(store: SqliteStore) -> None:
    round_id = locked(store)
    store.sheets.add(round_id, sheets(range(8)))
    store.groups.count_pin_try(round_id)

    store.groups.close(round_id, date(2026, 12, 1), leave_out_hurried=False)

    assert store.groups.pin_tries(round_id) == 0


def test_a_check_without_a_lock_counts_nothing(store: SqliteStore) -> None:
    round_id = prepared(store, SETUP)

    assert store.groups.count_pin_try(round_id) == 0


def test_where_the_disk_keeps_no_count_nothing_may_be_tried(path: Path) -> None:
    store = open_store(str(path))
    round_id = locked(store)
    store.close()
    looking = open_store(str(path), look_only=True)

    with pytest.raises(NotSaved, match="The PIN was not tried"):
        looking.groups.count_pin_try(round_id)
    looking.close()


def test_only_the_passphrase_of_the_file_opens_it(path: Path) -> None:
    store = open_store(str(path), passphrase="nine quiet herons")

    assert store.safety.opens_with("nine quiet herons")
    assert not store.safety.opens_with("ten quiet herons")
    assert not store.safety.opens_with("")
    store.close()


def test_a_file_without_a_passphrase_opens_with_none(store: SqliteStore) -> None:
    assert not store.safety.opens_with("")
