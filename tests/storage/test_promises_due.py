"""What was promised and comes due, over all organisations of a data file."""

from dataclasses import replace
from datetime import date

import pytest
import sqlalchemy as sa

from tests.storage.people import DAY, opened
from trustcheck.app.ports import NewRound
from trustcheck.domain.checks.round import Organisation, PlacedPromise, Promise, RoundKind
from trustcheck.storage.store import SqliteStore

LAST_OF_MONTH = date(2026, 11, 30)
PROMISE = Promise("Publish the repair backlog", date(2026, 11, 28), "nobody asks for it any more", "backlog")


def closed(store: SqliteStore, name: str, promise: Promise | None = PROMISE) -> int:
    """A group's check that is closed, with what was promised after it."""
    round_id = opened(store, name=name)
    store.groups.close(round_id, DAY)
    if promise is not None:
        store.rounds.save_promise(round_id, promise)
    return round_id


def due(store: SqliteStore) -> list[tuple[str, date | None]]:
    return [
        (each.organisation.name, each.promise.look_again_on) for each in store.organisations.promises_due(LAST_OF_MONTH)
    ]


def promised_for(day: date | None) -> Promise:
    return replace(PROMISE, look_again_on=day)


def test_a_promise_comes_with_its_organisation_and_its_check(store: SqliteStore) -> None:
    round_id = closed(store, "Northgate Housing")

    [found] = store.organisations.promises_due(LAST_OF_MONTH)

    organisation = store.organisations.all()[0]
    assert found == PlacedPromise(
        Organisation(organisation.id, "Northgate Housing"), round_id, RoundKind.GROUP, PROMISE
    )


def test_one_persons_promise_is_told_from_a_groups(store: SqliteStore, new: NewRound) -> None:
    round_id = store.rounds.begin(new)
    store.rounds.close(round_id, DAY)
    store.rounds.save_promise(round_id, PROMISE)

    [found] = store.organisations.promises_due(LAST_OF_MONTH)

    assert (found.round_id, found.kind) == (round_id, RoundKind.PERSONAL)


def test_the_earliest_day_comes_first_and_the_last_day_itself_is_in_it(store: SqliteStore) -> None:
    closed(store, "Rowan Partners", promised_for(LAST_OF_MONTH))
    closed(store, "Kestrel Foods", promised_for(date(2025, 2, 3)))
    closed(store, "bellwater Council", promised_for(LAST_OF_MONTH))

    assert due(store) == [
        ("Kestrel Foods", date(2025, 2, 3)),
        ("bellwater Council", LAST_OF_MONTH),
        ("Rowan Partners", LAST_OF_MONTH),
    ]


def test_what_is_promised_for_later_or_for_no_day_waits(store: SqliteStore) -> None:
    closed(store, "Rowan Partners", promised_for(date(2026, 12, 1)))
    closed(store, "Kestrel Foods", promised_for(None))
    closed(store, "Northgate Housing", None)

    assert due(store) == []


def test_what_belongs_to_a_deleted_organisation_is_left_out_until_it_is_back(store: SqliteStore) -> None:
    closed(store, "Northgate Housing")
    organisation_id = store.organisations.all()[0].id
    store.organisations.delete(organisation_id)
    assert due(store) == []

    store.organisations.bring_back(organisation_id)
    assert due(store) == [("Northgate Housing", PROMISE.look_again_on)]


def test_once_a_newer_check_is_closed_the_older_promise_has_been_looked_at(store: SqliteStore) -> None:
    closed(store, "Northgate Housing", promised_for(date(2026, 5, 1)))
    newer = opened(store, name="Northgate Housing")
    assert due(store) == [("Northgate Housing", date(2026, 5, 1))]

    store.groups.close(newer, DAY)
    assert due(store) == []

    store.rounds.save_promise(newer, PROMISE)
    assert due(store) == [("Northgate Housing", PROMISE.look_again_on)]


def test_one_persons_newer_check_does_not_put_a_groups_promise_away(store: SqliteStore, new: NewRound) -> None:
    closed(store, "Northgate Housing")
    store.rounds.close(store.rounds.begin(replace(new, organisation="Northgate Housing")), DAY)

    assert due(store) == [("Northgate Housing", PROMISE.look_again_on)]


@pytest.mark.parametrize("wanted", ["due", "all"])
def test_a_list_takes_one_question_to_the_file_however_many_there_are(store: SqliteStore, wanted: str) -> None:
    for at in range(12):
        closed(store, f"Client {at:02}")
    asked: list[str] = []

    def note(*of: object) -> None:
        asked.append(str(of[2]))

    sa.event.listen(sa.Engine, "before_cursor_execute", note)
    try:
        lists = store.organisations
        found = lists.promises_due(LAST_OF_MONTH) if wanted == "due" else lists.promises()
    finally:
        sa.event.remove(sa.Engine, "before_cursor_execute", note)

    assert len(found) == 12
    assert len([statement for statement in asked if statement.startswith("SELECT")]) == 1
