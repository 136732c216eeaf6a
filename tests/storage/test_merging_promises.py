"""Promises made on two computers: whichever was made stays, and what happens to a fourth open one is asked."""

from contextlib import closing
from pathlib import Path

import pytest

from tests.storage.people import ASKED, DAY
from tests.storage.two_machines import TwoMachines, bring_in, part_of, personal
from trustcheck.app.ports import NewRound
from trustcheck.app.presenting.merging import part_words
from trustcheck.app.store.merging import Clash, MergeChoice, PartState
from trustcheck.domain.checks.retests import mini_pulse
from trustcheck.domain.checks.round import Promise, PromiseStatus, RetestOf
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
