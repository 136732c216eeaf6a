"""A process killed while tables come in has taken each of them whole or not at all, and every one it called taken."""

import random
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from tests.faults.importing import SIZES
from tests.faults.killing import is_sound, said_until_killed
from tests.storage.people import ASKED, SETUP, opened, sheets
from trustcheck.storage.store import open_store

MOST_TABLES = 10
"""A process has taken so many tables at most, or one more ..."""
LONGEST_LIFE = 0.25
"""... as so many seconds may go by after that before it is killed."""
ON_ONE_FILE = 10
"""Kills after which a new file is begun: one that holds tens of thousands of people is slow to look through."""
_OWN = ASKED.order[8:]
"""The questions whose answers say who it is (:func:`tests.storage.people.answers`)."""


@dataclass
class Tally:
    kills: int = 0
    tables: int = 0
    people: int = 0
    lost: int = 0
    halfway: int = 0
    damaged: int = 0
    not_yet_acknowledged: int = 0
    expected: Counter[int] = field(default_factory=Counter)

    def __str__(self) -> str:
        return (
            f"{self.kills} kills, {self.tables} tables with {self.people} people called taken: {self.lost} people "
            f"lost, {self.halfway} halfway or twice, {self.damaged} damaged files, {self.not_yet_acknowledged} tables "
            "taken and not yet called so"
        )


def people_in(path: Path) -> Counter[int]:
    """Who is in the file, and how often; -1 for a sheet that is not whole."""
    points: dict[int, dict[str, int]] = {}
    with closing(dbapi2.connect(str(path))) as driver:
        for (response,) in driver.execute("SELECT response FROM sheet"):
            points[response] = {}
        for response, item, code in driver.execute("SELECT response, item, code FROM answer"):
            points.setdefault(response, {})[item] = code
    return Counter(map(_who, points.values()))


def _who(answers: dict[str, int]) -> int:
    if answers.keys() != set(ASKED.order):
        return -1
    return sum((answers[item] - 1) * 5**place for place, item in enumerate(_OWN))


def count(path: Path, said: list[str], first: int, tally: Tally) -> int:
    """Open the file as anybody would and compare it with what was called taken; the next person's number."""
    open_store(str(path), create=False).close()
    tables = [(int(begins), int(size)) for _taken, begins, size in map(str.split, said)]
    for begins, size in tables:
        tally.expected.update(range(begins, begins + size))
        first = begins + size
    in_flight = Counter(range(first, first + SIZES[len(tables) % len(SIZES)]))
    found = people_in(path)
    if found == tally.expected + in_flight:
        tally.not_yet_acknowledged += 1
        tally.expected += in_flight
        first += in_flight.total()
    tally.lost += (tally.expected - found).total()
    tally.halfway += (found - tally.expected).total()
    tally.damaged += not is_sound(path)
    tally.kills += 1
    tally.tables += len(tables)
    tally.people += sum(size for _begins, size in tables)
    return first


def open_check(path: Path) -> int:
    store = open_store(str(path))
    round_id = opened(store, SETUP)
    store.close()
    return round_id


def kill_again_and_again(folder: Path, kills: int, report: Callable[[str], None]) -> Tally:
    chance = random.Random(11)
    tally = Tally()
    for turn in range(kills):
        path = folder / f"{turn // ON_ONE_FILE}.trustcheck"
        if turn % ON_ONE_FILE == 0:
            round_id, first, tally.expected = open_check(path), 1, Counter()
        life, words = chance.random() * LONGEST_LIFE, chance.randrange(MOST_TABLES)
        said = said_until_killed("importing.py", path, round_id, first, life=life, words=words)
        first = count(path, said, first, tally)
    report(f"killed while importing: {tally}")
    return tally


def test_no_table_is_lost_and_none_is_halfway_in_five_kills(
    tmp_path: Path, print_figures: Callable[[str], None]
) -> None:
    tally = kill_again_and_again(tmp_path, 5, print_figures)

    assert (tally.lost, tally.halfway, tally.damaged) == (0, 0, 0), tally
    assert tally.tables > 10, tally


@pytest.mark.long
def test_no_table_is_lost_and_none_is_halfway_in_two_hundred_kills(
    tmp_path: Path, print_figures: Callable[[str], None]
) -> None:
    tally = kill_again_and_again(tmp_path, 200, print_figures)

    assert (tally.lost, tally.halfway, tally.damaged) == (0, 0, 0), tally
    assert tally.tables > 500, tally


def test_the_count_would_notice_a_lost_person_and_half_a_table(tmp_path: Path) -> None:
    path = tmp_path / "mine.trustcheck"
    round_id = open_check(path)
    store = open_store(str(path))
    store.sheets.add(round_id, sheets([1, 2, 4, 5]))
    store.close()
    tally = Tally()

    # Three people were called taken, the third is not there, and of the next forty only two are.
    count(path, ["taken 1 3"], 1, tally)

    assert (tally.lost, tally.halfway) == (1, 2)
