"""What a process that was killed while it brought answers in has left, counted."""

from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from sqlcipher3 import dbapi2

from tests.faults.importing import SIZES
from tests.faults.killing import is_sound
from tests.storage.people import ASKED, SETUP, opened
from trustcheck.storage.store import open_store

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
