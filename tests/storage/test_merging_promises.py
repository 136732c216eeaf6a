"""Promises made on two computers: whichever was made stays, and what happens to a fourth open one is asked."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.storage.people import ASKED, DAY
from tests.storage.two_machines import ALONE, TwoMachines, bring_in, part_of, personal
from trustcheck.app.ports import NewRound
from trustcheck.app.presenting.merging import part_words
from trustcheck.app.store.merging import Clash, MergeChoice, PartState
from trustcheck.domain.checks.proposal import LastSaid
from trustcheck.domain.checks.retests import mini_pulse
from trustcheck.domain.checks.round import Promise, PromiseStatus, RetestOf
from trustcheck.domain.questionnaire.answers import Answer, Fact, PracticeAnswer
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.storage.store import SqliteStore, open_store

OPEN, DROPPED = PromiseStatus.OPEN, PromiseStatus.DROPPED


def promise(store: SqliteStore, round_id: int, *words: str, first: int = 1) -> None:
    for number, each in enumerate(words, first):
        store.rounds.save_promise(round_id, Promise(each, number=number))


def two(tmp_path: Path, here: tuple[str, ...], there: tuple[str, ...]) -> TwoMachines:
    machines = TwoMachines(tmp_path, personal)
    machines.on(machines.here, lambda store: promise(store, machines.began, *here))
    machines.on(machines.there, lambda store: promise(store, machines.began, *there))
    return machines


def kept(machines: TwoMachines) -> list[tuple[int, str, PromiseStatus]]:
    with closing(open_store(machines.here)) as store:
        return [(each.number, each.text, each.status) for each in store.rounds.promises(machines.began)]


@pytest.mark.parametrize(
    ("choice", "words"),
    [(MergeChoice.HERE, ["Ask first", "Write it down", "Thank them"]),
     (MergeChoice.THERE, ["Ask first", "Thank them", "Write it down"])],
)  # fmt: skip
def test_of_two_promises_under_one_number_none_is_lost(tmp_path: Path, choice: MergeChoice, words: list[str]) -> None:
    machines = two(tmp_path, ("Ask first", "Write it down"), ("Ask first", "Thank them"))

    part = part_of(bring_in(machines, choice), machines.began)

    assert (part.found, Clash.PROMISE_NUMBERS in part.clashes) == (PartState.CHANGED, True)
    assert "both are kept, one below the other" in part_words(part).found
    assert kept(machines) == [(at, each, OPEN) for at, each in enumerate(words, 1)]
    bring_in(machines, choice)
    assert len(kept(machines)) == 3


@pytest.mark.parametrize(("choice", "dropped"), [(MergeChoice.HERE, "There two"), (MergeChoice.THERE, "Here two")])
def test_what_becomes_of_a_fourth_open_one_is_shown_and_asked(
    tmp_path: Path, choice: MergeChoice, dropped: str
) -> None:
    machines = two(tmp_path, ("Here one", "Here two"), ("There one", "There two"))

    part = part_of(bring_in(machines, choice), machines.began)

    assert Clash.OPEN_PROMISES in part.clashes
    assert "what is beyond three counts as dropped; its words stay" in part_words(part).found
    assert [text for _number, text, status in kept(machines) if status is DROPPED] == [dropped]
    assert len(kept(machines)) == 4


def test_what_was_asked_again_over_there_follows_its_promise(tmp_path: Path) -> None:
    machines = two(tmp_path, ("Ask first",), ("Thank them",))
    mini = mini_pulse(ASKED, ("A1",))
    new = NewRound("Bellwater", Form.FULL, Perspective.STAFF, mini, "the heads", DAY, RetestOf(machines.began, 1))
    machines.on(machines.there, lambda store: store.rounds.begin(new))

    bring_in(machines, MergeChoice.HERE)

    with closing(open_store(machines.here)) as store:
        (again,) = store.rounds.retests(machines.began)
    assert again.retests == RetestOf(machines.began, 2)
    assert kept(machines) == [(1, "Ask first", OPEN), (2, "Thank them", OPEN)]


def test_the_same_words_promised_twice_stay_twice(tmp_path: Path) -> None:
    machines = two(tmp_path, ("Ask first",), ("Thank them", "Ask first", "Ask first"))

    bring_in(machines, MergeChoice.HERE)

    assert sorted(text for _number, text, _status in kept(machines)) == ["Ask first", "Ask first", "Thank them"]
    bring_in(machines, MergeChoice.HERE)
    assert len(kept(machines)) == 3


def asked_again(machines: TwoMachines, number: int) -> NewRound:
    again = RetestOf(machines.began, number)
    return NewRound("Bellwater", Form.FULL, Perspective.STAFF, mini_pulse(ASKED, ("A1",)), "the heads", DAY, again)


def test_what_was_asked_again_there_belongs_to_the_check_that_came_with_it_where_both_are_kept(tmp_path: Path) -> None:
    machines = two(tmp_path, ("Ask first",), ("Thank them",))
    machines.on(machines.there, lambda store: store.rounds.save_answer(machines.began, "A1", Answer(1)))
    machines.on(machines.there, lambda store: store.rounds.begin(asked_again(machines, 1)))

    bring_in(machines, MergeChoice.BOTH)

    with closing(open_store(machines.here)) as store:
        (beside,) = (each.id for each in store.rounds.summaries() if each.id != machines.began and each.retests is None)
        assert store.rounds.retests(machines.began) == ()
        (again,) = store.rounds.retests(beside)
        assert [each.text for each in store.rounds.promises(beside)] == ["Thank them"]
    assert again.retests == RetestOf(beside, 1)


def test_an_organisation_comes_in_whose_promise_was_asked_again_before_its_check_was_numbered(tmp_path: Path) -> None:
    """Whichever of them the list names first: one leads to the other."""
    machines = TwoMachines(tmp_path, personal)

    def elsewhere(store: SqliteStore) -> int:
        began = store.rounds.begin(replace(ALONE, organisation="Ferngate"))
        promise(store, began, "Ask first")
        store.rounds.begin(replace(asked_again(machines, 1), organisation="Ferngate", retests=RetestOf(began, 1)))
        return began

    began = machines.on(machines.there, elsewhere)
    with closing(sqlite3.connect(machines.there)) as file, file:
        # As where a merge numbered them on: the one that asks again stands first.
        file.execute("UPDATE round SET number = 1 + (SELECT max(number) FROM round) WHERE id = ?", (began,))

    with closing(open_store(machines.here)) as store:
        seen = store.carrying.compare_with(machines.there)
        (new,) = (each.id for each in seen.having(PartState.ONLY_THERE) if not each.is_check)
        store.carrying.merge(machines.there, seen, {new: MergeChoice.THERE}, DAY)
        (again,) = store.rounds.retests(began)
    assert again.retests == RetestOf(began, 1)


def test_a_fact_that_was_answered_there_is_not_proposed_again_here(tmp_path: Path) -> None:
    said = {each: PracticeAnswer(each, Fact.NO, "last year") for each in ("K1", "K2")}
    proposed = replace(ALONE, proposed=LastSaid({"C1": Answer(2)}, said))
    machines = TwoMachines(tmp_path, lambda store: store.rounds.begin(proposed))
    now = PracticeAnswer("K1", Fact.YES, "now")
    machines.on(machines.there, lambda store: store.rounds.save_fact(machines.began, "K1", now))

    bring_in(machines, MergeChoice.HERE)

    with closing(open_store(machines.here)) as store:
        check = store.rounds.round(machines.began)
    assert (list(check.facts), list(check.proposed.facts)) == (["K1"], ["K2"])
    assert list(check.proposed.answers) == ["C1"]
