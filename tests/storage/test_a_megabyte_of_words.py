"""A note of a megabyte is refused before it reaches the file, whichever way it comes; what was kept stays."""

from collections.abc import Callable
from datetime import date

import pytest

from tests.storage.people import opened, sheet
from trustcheck.app.ports import NewRound, NotSaved
from trustcheck.domain.checks.round import Promise
from trustcheck.domain.questionnaire.answers import Answer, Fact, PracticeAnswer
from trustcheck.storage.store import SqliteStore

MEGABYTE = "word " * 200_000
WAYS: dict[str, Callable[[SqliteStore, int], object]] = {
    "a note": lambda store, round_id: store.rounds.save_note(round_id, "A1", MEGABYTE),
    "evidence": lambda store, round_id: store.rounds.save_fact(
        round_id, "K1", PracticeAnswer("K1", Fact.YES, MEGABYTE)
    ),
    "a promise": lambda store, round_id: store.rounds.save_promise(round_id, Promise(MEGABYTE, date(2027, 2, 1))),
    "a name": lambda store, round_id: store.organisations.add(MEGABYTE),
}


@pytest.mark.parametrize("save", WAYS.values(), ids=WAYS)
def test_it_is_refused_on_every_way_of_ones_own(
    store: SqliteStore, new: NewRound, save: Callable[[SqliteStore, int], None]
) -> None:
    round_id = store.rounds.begin(new)
    store.rounds.save_answer(round_id, "A1", Answer(4))

    with pytest.raises(NotSaved, match="there is room for"):
        save(store, round_id)

    kept = store.rounds.round(round_id)
    assert kept.response.answers == {"A1": Answer(4)}
    assert (dict(kept.notes), dict(kept.facts), kept.promises) == ({}, {}, ())


def test_it_is_refused_with_the_whole_pile_of_sheets_it_comes_in(store: SqliteStore) -> None:
    round_id = opened(store)

    with pytest.raises(NotSaved, match="there is room for"):
        store.sheets.add(round_id, [sheet(1), sheet(2, notes={"A1": MEGABYTE})])

    assert sum(store.groups.arrived(round_id).finished.values()) == 0
