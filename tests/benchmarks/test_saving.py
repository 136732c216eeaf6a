"""What one saved answer costs, against the bare driver and beside many others. Ratios of one run, never limits."""

import random
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import pytest
import sqlalchemy as sa
from sqlcipher3 import dbapi2

from tests import builders
from trustcheck.app.ports import NewRound
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.storage.schema import tables
from trustcheck.storage.store import SqliteStore, open_store

ASKED = builders.questionnaire({"people": {"A": 20}, "openness": {"B": 20}})
WARM_UP = 20

BARE = "INSERT INTO answer VALUES (?, ?, ?) ON CONFLICT (response, item) DO UPDATE SET code = excluded.code"


def begun(path: Path) -> tuple[SqliteStore, int]:
    store = open_store(str(path))
    return store, store.rounds.begin(NewRound("Here", Form.FULL, Perspective.STAFF, ASKED, "", date(2026, 11, 22)))


def point(at: int) -> int:
    """Another one each time round the items: SQLite writes nothing where nothing changes."""
    return 1 + (at // 40) % 5


def saving_through_the_store(path: Path) -> Callable[[int], None]:
    store, round_id = begun(path)

    def save(at: int) -> None:
        store.rounds.save_answer(round_id, ASKED.order[at % 40], Answer(point(at)))

    return save


def saving_with_the_bare_driver(path: Path) -> Callable[[int], None]:
    """The same durability and nothing of ours: one table, no checks."""
    driver: Any = dbapi2.connect(str(path), isolation_level=None)
    driver.execute("PRAGMA journal_mode = WAL")
    driver.execute("PRAGMA synchronous = FULL")
    driver.execute(
        "CREATE TABLE answer (response INTEGER, item TEXT, code INTEGER, PRIMARY KEY (response, item)) WITHOUT ROWID"
    )

    def save(at: int) -> None:
        driver.execute("BEGIN IMMEDIATE")
        driver.execute(BARE, (1, ASKED.order[at % 40], point(at)))
        driver.execute("COMMIT")

    return save


def with_other_answers(path: Path, number: int) -> None:
    """Fill a file with other people's answers, in random order of their ids as a real one would be."""
    store, round_id = begun(path)
    chance = random.Random(11)
    people = [chance.getrandbits(63) for _ in range(number // 40)]
    with store.file.writing("") as connection:
        connection.execute(
            tables.response.insert(), [{"id": each, "round": round_id, "perspective": "staff"} for each in people]
        )
        rows = [(each, item, chance.randrange(1, 6)) for each in people for item in ASKED.order]
        connection.exec_driver_sql("INSERT INTO answer VALUES (?, ?, ?)", rows)
    store.close()


def interleaved(saves: dict[str, Callable[[int], None]], times: int) -> dict[str, float]:
    """The median seconds of each, taken in turn so that a noisy neighbour disturbs all alike."""
    taken: dict[str, list[float]] = {name: [] for name in saves}
    for at in range(times + WARM_UP):
        for name, save in saves.items():
            start = perf_counter()
            save(at)
            taken[name].append(perf_counter() - start)
    return {name: median(each[WARM_UP:]) for name, each in taken.items()}


@pytest.mark.parametrize("times_saved", [40, pytest.param(600, marks=pytest.mark.benchmark)])
def test_one_answer_against_the_bare_driver(
    tmp_path: Path, times_saved: int, print_figures: Callable[[str], None]
) -> None:
    times = interleaved(
        {
            "bare": saving_with_the_bare_driver(tmp_path / "bare.db"),
            "store": saving_through_the_store(tmp_path / "mine.trustcheck"),
        },
        times_saved,
    )

    print_figures(
        f"one answer saved: {times['store'] / times['bare']:.2f} x the bare driver with WAL and FULL (goal 2.2; "
        f"{times['store'] * 1e3:.2f} ms)"
    )
    assert times["store"] > 0


def growth(folder: Path, sizes: tuple[int, int], times: int) -> str:
    few, many = sizes
    for number in sizes:
        with_other_answers(folder / f"{number}.trustcheck", number)
    took = interleaved({str(n): saving_through_the_store(folder / f"{n}.trustcheck") for n in sizes}, times)
    bytes_an_answer = (folder / f"{many}.trustcheck").stat().st_size / many
    return (
        f"one answer saved beside {many:,} others: {took[str(many)] / took[str(few)]:.2f} x beside {few:,} (goal 1.3); "
        f"{bytes_an_answer:.1f} bytes an answer (goal 25)"
    )


@pytest.mark.benchmark
def test_one_answer_beside_a_hundred_thousand_others(tmp_path: Path, print_figures: Callable[[str], None]) -> None:
    print_figures(growth(tmp_path, (1_000, 100_000), 300))

    store = open_store(str(tmp_path / "100000.trustcheck"), look_only=True)
    with store.file.reading() as connection:
        assert connection.execute(sa.select(sa.func.count()).select_from(tables.answer)).scalar_one() >= 100_000
    store.close()


@pytest.mark.benchmark
@pytest.mark.long
def test_one_answer_beside_a_million_others(tmp_path: Path, print_figures: Callable[[str], None]) -> None:
    print_figures(growth(tmp_path, (1_000, 1_000_000), 600))

    assert (tmp_path / "1000000.trustcheck").stat().st_size > 1_000_000
