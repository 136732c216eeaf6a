"""The key that opens replies to a check: one for all of its pages, kept while it is open, and for nobody else."""

import pytest

from tests.storage.people import DAY, SETUP, opened, prepared
from trustcheck.app.ports import NotSaved
from trustcheck.storage.store import SqliteStore

FIRST, SECOND = (bytes([each]) * 32 for each in (1, 2))


def test_the_first_page_makes_the_key_and_later_ones_have_the_same(store: SqliteStore) -> None:
    round_id = opened(store)
    assert store.sheets.reply_keys(round_id) == ()

    assert store.sheets.reply_key(round_id, lambda: FIRST) == FIRST
    assert store.sheets.reply_key(round_id, lambda: SECOND) == FIRST

    assert store.sheets.reply_keys(round_id) == (FIRST,)


def test_each_check_has_its_own(store: SqliteStore) -> None:
    one, other = opened(store), opened(store)

    store.sheets.reply_key(one, lambda: FIRST)
    store.sheets.reply_key(other, lambda: SECOND)

    assert (store.sheets.reply_keys(one), store.sheets.reply_keys(other)) == ((FIRST,), (SECOND,))


def test_closing_forgets_it_and_a_check_that_opens_again_makes_another(store: SqliteStore) -> None:
    round_id = opened(store)
    store.sheets.reply_key(round_id, lambda: FIRST)

    store.groups.close(round_id, DAY)
    assert store.sheets.reply_keys(round_id) == ()
    with pytest.raises(NotSaved):
        store.sheets.reply_key(round_id, lambda: FIRST)
    store.groups.reopen(round_id)

    assert store.sheets.reply_key(round_id, lambda: SECOND) == SECOND


def test_a_check_that_is_not_open_yet_has_none(store: SqliteStore) -> None:
    round_id = prepared(store, SETUP)

    with pytest.raises(NotSaved):
        store.sheets.reply_key(round_id, lambda: FIRST)

    assert store.sheets.reply_keys(round_id) == ()
