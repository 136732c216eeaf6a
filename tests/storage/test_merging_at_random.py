"""Whatever was done to two copies of a file: joined, they have every answer of both, once, in whichever order."""

import json
import random
import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from tests.storage.people import ASKED, DAY, SETUP, STAFF, opened, prepared, sheet, sheets
from tests.storage.two_machines import TwoMachines, content_of, everywhere
from trustcheck.app.ports import NewRound, SealedSheet
from trustcheck.app.store.merging import MergeChoice, PartState
from trustcheck.domain.checks.round import OrganisationDetails, Promise
from trustcheck.domain.questionnaire.answers import Answer, Fact, PracticeAnswer
from trustcheck.domain.questionnaire.model import Form
from trustcheck.storage.store import SqliteStore, open_store

EDITS = 8


@dataclass
class Ids:
    organisation: int
    personal: int
    open: int
    prepared: int
    closed: int


def begin(store: SqliteStore) -> Ids:
    personal = store.rounds.begin(NewRound("Bellwater", Form.FULL, STAFF, ASKED, "the heads", DAY))
    store.rounds.save_answer(personal, "A1", Answer(3))
    still_open, done = opened(store), opened(store)
    store.sheets.add(still_open, sheets(range(3)))
    store.sheets.add(done, sheets(range(7)))
    store.groups.close(done, DAY)
    organisation = next(each.id for each in store.organisations.all() if each.name != "Bellwater")
    return Ids(organisation, personal, still_open, prepared(store), done)


def deeds(
    store: SqliteStore, ids: Ids, chance: random.Random, mark: str, people: "count[int]"
) -> list[Callable[[], object]]:
    """What somebody may do on either computer."""
    item, point = chance.choice(ASKED.order), chance.choice([None, 1, 2, 3, 4, 5, -1, -2])
    either = chance.choice([ids.personal, ids.closed])
    return [
        lambda: store.rounds.save_answer(ids.personal, item, None if point is None else Answer(point)),
        lambda: store.rounds.save_answer(ids.personal, item, Answer(chance.randint(1, 5))),
        lambda: store.rounds.save_note(ids.personal, item, chance.choice(["", "a", "b"])),
        lambda: store.rounds.save_fact(either, "K1", PracticeAnswer("K1", chance.choice(list(Fact)), mark)),
        lambda: store.rounds.save_promise(either, Promise(chance.choice(["ask", "listen"]))),
        lambda: store.groups.save_own_words(ids.closed, chance.choice(["", "so it is", mark])),
        lambda: store.sheets.add(ids.open, sheets([next(people)])),
        lambda: store.sheets.add(ids.open, [sheet(next(people), notes={"A1": mark})]),
        lambda: store.sheets.save_sealed(ids.open, SealedSheet(next(people), b"sealed")),
        lambda: store.groups.change_setup(ids.prepared, replace(SETUP, minutes=chance.choice([0, 7, 9]))),
        lambda: store.organisations.add(f"{mark} {next(people)}"),
        lambda: store.rounds.begin(NewRound("Bellwater", Form.PULSE, STAFF, ASKED, mark, DAY)),
        lambda: store.organisations.save_details(ids.organisation, OrganisationDetails(chance.choice(["", mark]))),
    ]


def two_machines(folder: Path, seed: int) -> TwoMachines:
    folder.mkdir()
    machines, chance = TwoMachines(folder, begin), random.Random(seed)
    for path, mark, first in ((machines.here, "here", 100), (machines.there, "there", 5000)):
        with closing(open_store(path)) as store:
            people = count(first)
            for _ in range(chance.randrange(EDITS)):
                chance.choice(deeds(store, machines.began, chance, mark, people))()
    return machines


def joined(folder: Path, name: str, into: str, other: str, choice: MergeChoice) -> str:
    """A copy of one file with the other brought in."""
    path = str(folder / f"{name}.trustcheck")
    shutil.copyfile(into, path)
    with closing(open_store(path)) as store:
        seen = store.carrying.compare_with(other)
        store.carrying.merge(other, seen, everywhere(seen, choice), DAY)
    return path


def answered(path: str) -> list[dict[str, int]]:
    """The answers of every sheet and every person's check."""
    each = "SELECT (SELECT json_group_object(item, code) FROM answer WHERE response = response.id) FROM response"
    with closing(dbapi2.connect(path)) as driver:
        return [json.loads(answers) for (answers,) in driver.execute(each)]


def hold_true(folder: Path, seed: int) -> None:
    machines = two_machines(folder, seed)
    here, there = machines.here, machines.there
    made = {MergeChoice.BOTH: joined(folder, "both", here, there, MergeChoice.BOTH)}
    found = answered(made[MergeChoice.BOTH])
    for path in (here, there):
        for sheet_of_it in answered(path):
            assert any(sheet_of_it.items() <= each.items() for each in found), (seed, path)

    for choice, mirrored in ((MergeChoice.HERE, MergeChoice.THERE), (MergeChoice.THERE, MergeChoice.HERE)):
        made[choice] = one = joined(folder, f"one {choice.value}", here, there, choice)
        other = joined(folder, f"other {choice.value}", there, here, mirrored)
        assert content_of(one) == content_of(other), seed

    assert set(made) == set(MergeChoice)
    for choice, once in made.items():
        twice = joined(folder, f"twice {choice.value}", once, there, choice)
        assert content_of(once) == content_of(twice), (seed, choice)
        with closing(open_store(once)) as store:
            assert not store.carrying.compare_with(there).having(PartState.ONLY_THERE), seed


@pytest.mark.parametrize("seed", [0, *(pytest.param(each, marks=pytest.mark.long) for each in range(1, 5))])
def test_two_copies_changed_at_random_are_joined_without_losing_or_doubling_anything(tmp_path: Path, seed: int) -> None:
    hold_true(tmp_path / "files", seed)


@pytest.mark.long
def test_three_hundred_pairs_changed_at_random_are_joined_the_same(tmp_path: Path) -> None:
    for seed in range(100, 400):
        hold_true(tmp_path / f"{seed}", seed)
        shutil.rmtree(tmp_path / f"{seed}")
