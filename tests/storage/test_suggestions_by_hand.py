"""Suggestions stay where somebody put them, and the next check of the same kind knows what was put aside."""

from dataclasses import replace
from pathlib import Path

from tests.storage.people import ASKED, DAY, opened, sheets
from tests.storage.two_machines import TwoMachines, bring_in
from trustcheck.app.ports import NewRound
from trustcheck.app.store.merging import MergeChoice
from trustcheck.domain.checks.round import RoundState
from trustcheck.domain.questionnaire.arrangement import Arrangement
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.storage.store import SqliteStore

BY_HAND = Arrangement(order=("c", "a", "b"), aside=("d",), wanted=("a",))


def alone(store: SqliteStore, name: str = "Northgate Housing") -> int:
    round_id = store.rounds.begin(NewRound(name, Form.FULL, Perspective.STAFF, ASKED, "", DAY))
    store.rounds.close(round_id, DAY)
    return round_id


def together(store: SqliteStore) -> int:
    round_id = opened(store)
    store.sheets.add(round_id, sheets(range(20, 32)))
    store.groups.close(round_id, DAY)
    return round_id


def test_they_stand_as_they_were_put_and_the_last_say_counts(store: SqliteStore) -> None:
    person, team = alone(store), together(store)
    for each in (person, team):
        store.rounds.save_arrangement(each, BY_HAND)
    store.rounds.save_arrangement(person, replace(BY_HAND, order=(), wanted=()))

    assert store.rounds.round(person).arrangement == Arrangement(aside=("d",))
    assert store.groups.round(team).arrangement == BY_HAND


def test_the_next_check_of_the_same_kind_knows_what_was_put_aside_and_no_other_does(store: SqliteStore) -> None:
    first, elsewhere = alone(store), alone(store, "The mill")
    store.rounds.save_arrangement(first, Arrangement(aside=("d",)))
    second, team = alone(store), together(store)
    store.rounds.save_arrangement(second, Arrangement(aside=("e",)))
    third = alone(store)

    assert store.rounds.round(second).aside_before == {"d"}
    assert store.rounds.round(third).aside_before == {"e"}
    assert [store.rounds.round(each).aside_before for each in (first, elsewhere)] == [frozenset(), frozenset()]
    assert store.groups.round(team).aside_before == frozenset()


def test_what_was_moved_stays_while_a_check_is_open_again_and_its_file_is_still_taken_for_sound(tmp_path: Path) -> None:
    def moved_and_open_again(store: SqliteStore) -> int:
        round_id = together(store)
        store.rounds.save_arrangement(round_id, BY_HAND)
        store.groups.reopen(round_id)
        return round_id

    machines = TwoMachines(tmp_path, moved_and_open_again)
    machines.on(machines.there, lambda store: store.sheets.add(machines.began, sheets([40])))
    bring_in(machines)

    def closed_again(store: SqliteStore) -> Arrangement:
        store.groups.close(machines.began, DAY)
        return store.groups.round(machines.began).arrangement

    assert machines.on(machines.here, closed_again) == BY_HAND


def test_who_keeps_the_check_open_loses_nothing_that_was_moved_after_it_was_closed_elsewhere(tmp_path: Path) -> None:
    machines = TwoMachines(tmp_path, opened)

    def closed_and_moved(store: SqliteStore) -> None:
        store.groups.close(machines.began, DAY)
        store.rounds.save_arrangement(machines.began, BY_HAND)

    machines.on(machines.there, closed_and_moved)
    machines.on(machines.here, lambda store: store.sheets.add(machines.began, sheets(range(6))))
    bring_in(machines, MergeChoice.HERE)

    def state_and_number(store: SqliteStore) -> tuple[RoundState, int]:
        (summary,) = store.rounds.summaries()
        return summary.state, summary.answered

    assert machines.on(machines.here, state_and_number) == (RoundState.OPEN, 6)
