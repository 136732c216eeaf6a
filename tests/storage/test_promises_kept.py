"""Promises of one check: up to three open ones, each known by its number, and asked about by the next check."""

from dataclasses import replace
from datetime import date

import pytest

from tests.storage.people import DAY, opened, sheets
from trustcheck.app.ports import NotSaved
from trustcheck.app.promises import EarlierPromises, promises_before
from trustcheck.domain.checks.round import Promise, PromiseStatus
from trustcheck.storage.store import SqliteStore

PROMISES = (
    Promise("Ask before we decide", date(2027, 3, 1), "people ask back", "gi-ask", who="Ada", questions=("A1", "B2")),
    Promise("Answer one letter in public", number=2),
    Promise("Close three loops", status=PromiseStatus.PARTLY, number=3),
)


def closed(store: SqliteStore, *promises: Promise) -> int:
    round_id = opened(store)
    store.sheets.add(round_id, sheets(range(5)))
    store.groups.close(round_id, DAY)
    for each in promises:
        store.rounds.save_promise(round_id, each)
    return round_id


def test_everything_of_each_promise_is_kept_under_its_number(store: SqliteStore) -> None:
    round_id = closed(store, *reversed(PROMISES))

    assert store.groups.round(round_id).promises == PROMISES
    store.rounds.take_back_promise(round_id, 2)
    assert store.rounds.promises(round_id) == (PROMISES[0], PROMISES[2])


def test_a_fourth_open_promise_is_refused_and_the_three_stay(store: SqliteStore) -> None:
    round_id = closed(store, *PROMISES, Promise("Say it aloud", number=4))
    before = store.rounds.promises(round_id)

    with pytest.raises(NotSaved, match="Three open promises stand here already"):
        store.rounds.save_promise(round_id, Promise("One too many", number=5))
    with pytest.raises(NotSaved, match="Three open promises stand here already"):
        store.rounds.save_promise(round_id, replace(PROMISES[2], status=PromiseStatus.OPEN))

    assert store.rounds.promises(round_id) == before
    store.rounds.save_promise(round_id, replace(PROMISES[0], status=PromiseStatus.KEPT))
    store.rounds.save_promise(round_id, Promise("There is room now", number=5))
    assert [each.number for each in store.rounds.promises(round_id)] == [1, 2, 3, 4, 5]


def test_one_of_three_can_still_be_changed(store: SqliteStore) -> None:
    round_id = closed(store, *PROMISES[:2], Promise("Say it aloud", number=3))

    store.rounds.save_promise(round_id, replace(PROMISES[1], who="Bo"))

    assert [(each.who, each.changes) for each in store.rounds.promises(round_id)] == [("Ada", 0), ("Bo", 1), ("", 0)]


def test_what_is_done_no_longer_comes_due_and_stands_in_the_list_of_all(store: SqliteStore) -> None:
    due = replace(PROMISES[0], look_again_on=date(2026, 11, 25))
    round_id = closed(store, due, PROMISES[1])
    until = date(2026, 11, 30)
    assert [each.promise.number for each in store.organisations.promises_due(until)] == [1]

    store.rounds.save_promise(round_id, replace(due, status=PromiseStatus.KEPT))

    assert store.organisations.promises_due(until) == ()
    found = store.organisations.promises()
    assert [(each.round_id, each.promise.number, each.promise.status) for each in found] == [
        (round_id, 1, PromiseStatus.KEPT), (round_id, 2, PromiseStatus.OPEN),
    ]  # fmt: skip


def test_the_newest_check_before_with_a_promise_is_asked_about(store: SqliteStore) -> None:
    older, _without, newest = closed(store, PROMISES[0]), closed(store), closed(store)
    summaries = {each.id: each for each in store.rounds.summaries()}

    assert promises_before(store.rounds, summaries[newest]) == EarlierPromises(older, DAY, PROMISES[:1])
    assert promises_before(store.rounds, summaries[older]) is None
