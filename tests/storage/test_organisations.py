"""Organisations are added, described, renamed, deleted and brought back; a list of them is cheap however long it is."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from tests.storage.people import ASKED, DAY, SETUP, opened, prepared, sheets
from trustcheck.app.ports import NewGroupRound, NewRound, NotSaved, Refused
from trustcheck.domain.checks.round import NAME_LIMIT, NOTE_LIMIT, OrganisationDetails, RoundState
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.storage.store import SqliteStore, open_store

DETAILS = OrganisationDetails(
    notes="Met them at the fair", routes="Ines of the staff council", prepared_by="Ferngate Advice", accent="#1F6f78",
    closing_words="Thank you", logo=b"\x89PNG \0 picture",
)  # fmt: skip


def names(store: SqliteStore) -> list[str]:
    return [each.organisation.name for each in store.organisations.summaries()]


def test_an_organisation_stands_without_a_check(store: SqliteStore) -> None:
    store.organisations.add("Ferngate Libraries")
    store.organisations.add("bellwater Council")

    assert names(store) == ["bellwater Council", "Ferngate Libraries"]
    assert [each.name for each in store.organisations.all()] == ["bellwater Council", "Ferngate Libraries"]
    assert [(each.checks, each.open, each.last) for each in store.organisations.summaries()] == [(0, None, None)] * 2


def test_no_two_have_one_name_and_none_is_nameless(store: SqliteStore) -> None:
    store.organisations.add("The mill")
    with pytest.raises(NotSaved, match="another organisation called The mill"):
        store.organisations.add("The mill")
    with pytest.raises(NotSaved, match="needs a name"):
        store.organisations.add("  ")
    with pytest.raises(NotSaved, match="121 characters"):
        store.organisations.add("x" * (NAME_LIMIT + 1))

    assert names(store) == ["The mill"]


def test_an_organisation_may_keep_its_name_when_it_is_renamed(store: SqliteStore) -> None:
    mill = store.organisations.add("The mill")
    store.organisations.rename(mill, "The mill")

    assert names(store) == ["The mill"]


def test_details_come_back_as_they_were_kept(store: SqliteStore, new: NewRound) -> None:
    mill = store.organisations.add("The mill")
    assert store.organisations.details(mill) == OrganisationDetails()

    store.organisations.save_details(mill, DETAILS)
    assert store.organisations.details(mill) == DETAILS

    store.organisations.save_details(mill, OrganisationDetails())
    assert store.organisations.details(mill) == OrganisationDetails()


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"accent": "red"}, "red is not a colour"),
        ({"accent": "#12345g"}, "not a colour"),
        ({"logo": bytes(2 * 1024 * 1024 + 1)}, "larger than 2 megabytes"),
        ({"routes": "x" * (NOTE_LIMIT + 1)}, "room for 500"),
        ({"notes": "x" * 4001}, "room for 4000"),
    ],
)
def test_details_that_cannot_be_used_are_refused_and_the_old_ones_stay(
    store: SqliteStore, change: dict[str, Any], reason: str
) -> None:
    mill = store.organisations.add("The mill")
    store.organisations.save_details(mill, DETAILS)

    with pytest.raises(NotSaved, match=reason):
        store.organisations.save_details(mill, replace(DETAILS, **change))

    assert store.organisations.details(mill) == DETAILS


def test_an_organisation_of_one_persons_check_goes_with_it_unless_something_is_kept_of_it(
    store: SqliteStore, new: NewRound
) -> None:
    plain, kept = store.rounds.begin(replace(new, organisation="Plain")), store.rounds.begin(new)
    store.organisations.save_details(store.rounds.round(kept).summary.organisation.id, DETAILS)

    store.rounds.delete(plain)
    store.rounds.delete(kept)

    assert names(store) == [new.organisation]


def test_one_persons_check_and_a_groups_belong_to_one_organisation(store: SqliteStore, new: NewRound) -> None:
    round_id = prepared(store, name=new.organisation)
    mine = store.rounds.begin(new)
    (listed,) = store.organisations.summaries()

    assert [each.id for each in store.rounds.of_organisation(listed.organisation.id)] == [round_id, mine]
    assert listed.checks == 2


def test_the_list_names_the_newest_check_that_goes_on_and_the_newest_that_is_closed(store: SqliteStore) -> None:
    old, newer, newest = (opened(store) for _ in range(3))
    store.groups.close(old, DAY)
    store.groups.close(newer, DAY)
    store.sheets.add(newest, sheets(range(4)))

    (listed,) = store.organisations.summaries()

    assert (listed.checks, listed.open, listed.last) == (3, store.rounds.summaries()[0], store.rounds.summaries()[1])
    assert listed.open is not None
    assert (listed.open.id, listed.open.answered, listed.open.state) == (newest, 4, RoundState.OPEN)


def test_a_deleted_organisation_is_in_no_list_and_comes_back_whole(store: SqliteStore, new: NewRound) -> None:
    round_id, mine = opened(store, name="The mill"), store.rounds.begin(replace(new, organisation="The mill"))
    store.rounds.save_answer(mine, "A1", Answer(4))
    store.groups.lock_round(round_id, b"lock")
    mill = store.organisations.summaries()[0].organisation.id
    store.organisations.save_details(mill, DETAILS)
    before = (
        store.organisations.summaries(),
        store.rounds.summaries(),
        store.rounds.round(mine),
        store.groups.locked_round(),
    )

    store.organisations.delete(mill)

    assert (store.organisations.summaries(), store.organisations.all(), store.rounds.summaries()) == ((), (), ())
    assert (store.rounds.of_organisation(mill), store.groups.locked_round()) == ((), None)
    for look in (
        lambda: store.rounds.round(mine),
        lambda: store.groups.setup(round_id),
        lambda: store.groups.arrived(round_id),
    ):
        with pytest.raises(Refused, match="no longer in the data file"):
            look()
    for change in (
        lambda: store.organisations.rename(mill, "Other"),
        lambda: store.organisations.details(mill),
        lambda: store.organisations.delete(mill),
        lambda: store.groups.prepare(NewGroupRound(mill, ASKED, SETUP, DAY)),
        lambda: store.sheets.add(round_id, sheets([1])),
    ):
        with pytest.raises(Refused, match="no longer in the data file"):
            change()

    store.organisations.bring_back(mill)

    assert (
        store.organisations.summaries(),
        store.rounds.summaries(),
        store.rounds.round(mine),
        store.groups.locked_round(),
    ) == before
    assert store.organisations.details(mill) == DETAILS


def test_the_name_of_a_deleted_one_is_free_and_two_of_one_name_never_stand_side_by_side(store: SqliteStore) -> None:
    first = store.organisations.add("The mill")
    store.organisations.delete(first)
    second = store.organisations.add("The mill")

    with pytest.raises(Refused, match="new organisation called The mill"):
        store.organisations.bring_back(first)
    store.organisations.rename(second, "The new mill")
    store.organisations.bring_back(first)

    assert names(store) == ["The mill", "The new mill"]


def test_what_was_not_deleted_need_not_be_brought_back(store: SqliteStore) -> None:
    mill = store.organisations.add("The mill")
    store.organisations.bring_back(mill)
    with pytest.raises(NotSaved, match="no longer in the data file"):
        store.organisations.bring_back(12345)

    assert names(store) == ["The mill"]


def test_closing_the_file_takes_deleted_ones_out_for_good(path: Path, store: SqliteStore) -> None:
    opened(store, name="The mill")
    stays = opened(store, name="The weir")
    mill = store.organisations.summaries()[0].organisation.id
    store.organisations.delete(mill)
    store.close()

    again = open_store(str(path))
    try:
        assert names(again) == ["The weir"]
        assert [each.id for each in again.rounds.summaries()] == [stays]
        with pytest.raises(NotSaved, match="no longer in the data file"):
            again.organisations.bring_back(mill)
        with again.file.reading() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM group_round").scalar_one() == 1
    finally:
        again.close()


def questions(store: SqliteStore, ask: Callable[[], object]) -> int:
    """How many statements the file is asked."""
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        asked.append(statement)

    sa.event.listen(store.file.engine, "before_cursor_execute", note)
    try:
        ask()
    finally:
        sa.event.remove(store.file.engine, "before_cursor_execute", note)
    return len([each for each in asked if not each.startswith("BEGIN")])


def test_the_file_is_asked_as_often_for_many_organisations_as_for_one(store: SqliteStore) -> None:
    opened(store, name="One")
    few = [
        questions(store, ask)
        for ask in (store.organisations.summaries, store.rounds.summaries, store.organisations.all)
    ]
    for each in range(12):
        for _ in range(3):
            opened(store, name=f"Client {each}")

    many = [
        questions(store, ask)
        for ask in (store.organisations.summaries, store.rounds.summaries, store.organisations.all)
    ]

    assert many == few == [2, 1, 1]
    assert len(store.organisations.summaries()) == 13


def test_the_day_of_a_check_decides_which_is_the_newest(store: SqliteStore) -> None:
    organisation = store.organisations.add("The mill")
    later = store.groups.prepare(NewGroupRound(organisation, ASKED, SETUP, DAY))
    store.groups.prepare(NewGroupRound(organisation, ASKED, SETUP, date(2025, 1, 1)))

    found = store.organisations.summaries()[0].open
    assert found is not None
    assert found.id == later
