"""A parcel comes in whole or not at all, beside what is there, and what came without its sheets stays as it came."""

from dataclasses import replace
from pathlib import Path
from time import process_time

import pytest

from tests import parcels
from tests.storage.people import LEADER, STAFF, opened, prepared, sheet
from trustcheck.app.carrying.export_making import parcel_of
from trustcheck.app.carrying.importing import free_names, settled
from trustcheck.app.portraits.result import group_result_of
from trustcheck.app.ports import Cancelled, NotOpened, NotSaved, Refused
from trustcheck.app.store.export_model import Belongings, GroupCheck, Parcel
from trustcheck.domain.checks.round import NAME_LIMIT, Promise, RoundKind, RoundState
from trustcheck.domain.questionnaire.answers import Fact, PracticeAnswer
from trustcheck.storage.organisations.importing import ParcelStore
from trustcheck.storage.store import SqliteStore

WHOLE = settled(parcels.one_of_each())
(ONE,) = WHOLE.organisations


def only(check: object) -> Parcel:
    return Parcel((replace(ONE, checks=(check,)),))  # type: ignore[arg-type]


def with_rows() -> GroupCheck:
    return next(each for each in ONE.checks if isinstance(each, GroupCheck) and each.rows)


def without_rows() -> GroupCheck:
    return next(each for each in ONE.checks if isinstance(each, GroupCheck) and each.result and not each.rows)


def came(store: SqliteStore, check: GroupCheck) -> int:
    store.carrying.bring_in(only(check))
    return store.rounds.summaries()[0].id


def test_everything_stands_in_the_lists_in_the_order_it_had(store: SqliteStore) -> None:
    assert store.carrying.bring_in(WHOLE) == ("Hollow Lane School",)

    (listed,) = store.organisations.summaries()
    kinds = [(each.kind, each.state) for each in store.rounds.of_organisation(listed.organisation.id)[::-1]]
    assert kinds == [
        (RoundKind.PERSONAL, RoundState.CLOSED),
        (RoundKind.GROUP, RoundState.CLOSED),
        (RoundKind.GROUP, RoundState.CLOSED),
        (RoundKind.GROUP, RoundState.PREPARING),
    ]
    assert store.organisations.details(listed.organisation.id) == ONE.details


def test_rows_are_sheets_again_and_the_result_is_worked_out_from_them(store: SqliteStore) -> None:
    round_id = came(store, with_rows())
    kept = store.groups.round(round_id)

    assert kept.carried == ""
    assert (len(kept.of(LEADER)), len(kept.of(STAFF))) == (5, 12)
    assert [each.text for each in kept.notes] == ["On Mondays."]
    store.rounds.save_fact(round_id, "K1", PracticeAnswer("K1", Fact.YES))
    store.groups.reopen(round_id)
    assert store.groups.arrived(round_id).all_finished == 17


def test_without_rows_the_result_is_shown_as_it_was_and_cannot_be_taken_up_again(store: SqliteStore) -> None:
    round_id = came(store, without_rows())
    kept = store.groups.round(round_id)
    result = group_result_of(kept)

    assert kept.responses == ()
    assert result.took == without_rows().result.took  # type: ignore[union-attr]
    assert (store.rounds.summaries()[0].answered, [each.text for each in result.notes]) == (17, ["On Mondays."])
    with pytest.raises(NotSaved, match="the answers stayed where they were given"):
        store.groups.reopen(round_id)
    for fact in (PracticeAnswer("K2", Fact.NO), None):
        with pytest.raises(NotSaved, match="the answers stayed where they were given"):
            store.rounds.save_fact(round_id, "K2", fact)
    assert store.groups.round(round_id) == kept


@pytest.mark.parametrize("text", ["", "[", "{}", "[" * 100_000, '{"took": [], "headline": null, "pillars": []}'])
def test_a_result_that_was_damaged_in_the_file_is_said_to_be_so(store: SqliteStore, text: str) -> None:
    round_id = came(store, without_rows())
    kept = store.groups.round(round_id)

    with pytest.raises(NotOpened, match="cannot be read any more"):
        group_result_of(replace(kept, carried=text or " "))


def test_a_promise_and_a_sentence_of_ones_own_can_follow_a_result_that_came(store: SqliteStore) -> None:
    round_id = came(store, without_rows())

    store.rounds.save_promise(round_id, Promise("Ask again"))
    store.groups.save_own_words(round_id, "We ask, and then we wait.")

    result = group_result_of(store.groups.round(round_id))
    assert (result.promises, result.sentence) == ((Promise("Ask again"),), "We ask, and then we wait.")


def test_a_name_that_is_taken_gets_a_number_and_nothing_is_mixed(store: SqliteStore) -> None:
    prepared(store, name="Hollow Lane School")
    before = store.rounds.summaries()

    assert store.carrying.bring_in(WHOLE) == ("Hollow Lane School (2)",)
    assert store.carrying.bring_in(WHOLE) == ("Hollow Lane School (3)",)

    assert [each for each in store.rounds.summaries() if each.organisation.name == "Hollow Lane School"] == list(before)
    assert [len(store.rounds.of_organisation(each.organisation.id)) for each in store.organisations.summaries()] == [
        1,
        4,
        4,
    ]


def test_names_stay_short_enough_and_apart() -> None:
    long = "x" * NAME_LIMIT

    assert free_names(["A", "A", long], ["A", long]) == ("A (2)", "A (3)", "x" * (NAME_LIMIT - 4) + " (2)")
    assert free_names(["A (2)", "(2)", "B (7)"], ["A", "A (2)", "(2)"]) == ("A (3)", "(2) (2)", "B (7)")


def test_names_that_differ_in_what_nobody_sees_are_told_apart() -> None:
    assert free_names(["A\u200bB", " AB\n", "\u2060", "?"], ["AB"]) == ("AB (2)", "AB (3)", "\u2060", "? (2)")


def test_thousands_of_one_name_are_told_apart_at_once() -> None:
    began = process_time()

    names = free_names(["A"] * 20_000, ["A (2)"])

    assert names[:3] == ("A", "A (3)", "A (4)")
    assert len(set(names)) == 20_000
    assert process_time() - began < 10


def test_ids_are_drawn_anew(store: SqliteStore) -> None:
    store.carrying.bring_in(WHOLE)
    store.carrying.bring_in(WHOLE)

    ids = [each.id for each in store.rounds.summaries()]
    assert len(set(ids)) == 8


@pytest.mark.parametrize("fails_at", ["_put_answers", "_put_rows", "_put_facts_and_promises"])
def test_what_breaks_off_half_way_leaves_nothing(
    store: SqliteStore, monkeypatch: pytest.MonkeyPatch, fails_at: str
) -> None:
    opened(store)
    before = parcel_of(store)

    def fails(*_given: object) -> None:
        raise Refused("The disk is full.")

    monkeypatch.setattr(ParcelStore, fails_at, fails)
    with pytest.raises(Refused, match="full"):
        store.carrying.bring_in(WHOLE)

    assert parcel_of(store) == before


def test_somebody_who_changes_their_mind_takes_nothing_in(store: SqliteStore) -> None:
    def stop(_done: int, _of: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        store.carrying.bring_in(Parcel((ONE, replace(ONE, name="Another"))), stop)

    assert store.organisations.all() == ()


def test_an_organisation_without_checks_stays(store: SqliteStore) -> None:
    store.carrying.bring_in(Parcel((Belongings("Bellwater Council"),)))
    store.rounds.delete(came(store, with_rows()))

    assert [each.name for each in store.organisations.all()] == ["Bellwater Council", "Hollow Lane School"]


def test_a_file_that_is_only_looked_at_takes_nothing_in(store: SqliteStore, path: Path) -> None:
    from trustcheck.storage.store import open_store

    looking = open_store(str(path), look_only=True)
    try:
        with pytest.raises(NotSaved, match="to look only"):
            looking.carrying.bring_in(WHOLE)
    finally:
        looking.close()


def test_of_an_open_check_nothing_leaves_but_its_set_up_and_how_many_have_answered(store: SqliteStore) -> None:
    round_id = opened(store)
    store.sheets.add(round_id, [sheet(1, notes={"A1": "Not said aloud"}), sheet(2, LEADER)])

    ((check,),) = (each.checks for each in parcel_of(store).organisations)

    assert isinstance(check, GroupCheck)
    assert (check.state, check.answered) == (RoundState.OPEN, 2)
    assert (check.result, check.rows, check.notes, check.promises) == (None, (), (), ())
