"""What it costs to take many sheets into a check, and to close it. Ratios of one run, never limits."""

import random
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from tests import builders
from tests.storage.people import DAY, SETUP, STAFF
from trustcheck.app.ports import NewGroupRound
from trustcheck.domain.checks.group_round import Sheet
from trustcheck.domain.questionnaire.answers import Answer, Response
from trustcheck.domain.questionnaire.model import Form
from trustcheck.storage.store import SqliteStore, open_store

ASKED = builders.questionnaire(
    {"people": dict.fromkeys("ABCDE", 4), "openness": dict.fromkeys("FGHIJ", 4)}, reverse=("A4", "F4", "J4")
)
POINTS = [Answer(point) for point in range(1, 6)]


def people(number: int) -> list[Sheet]:
    chance = random.Random(5)
    return [
        Sheet(Response(STAFF, Form.FULL, dict(zip(ASKED.order, chance.choices(POINTS, k=40), strict=True))))
        for _ in range(number)
    ]


def open_round(path: Path) -> tuple[SqliteStore, int]:
    store = open_store(str(path))
    round_id = store.groups.prepare(NewGroupRound(store.organisations.add("Here"), ASKED, SETUP, DAY))
    store.groups.open(round_id)
    return store, round_id


def bare(path: Path, rows: list[tuple[int, str, int]]) -> float:
    """The seconds the driver alone needs for rows that are made, sorted and sound already."""
    driver: Any = dbapi2.connect(str(path), isolation_level=None)
    driver.execute("PRAGMA journal_mode = WAL")
    driver.execute("PRAGMA synchronous = FULL")
    driver.execute(
        "CREATE TABLE answer (response INTEGER, item TEXT, code INTEGER, PRIMARY KEY (response, item)) WITHOUT ROWID"
    )
    start = perf_counter()
    driver.execute("BEGIN IMMEDIATE")
    driver.executemany("INSERT INTO answer VALUES (?, ?, ?)", rows)
    driver.execute("COMMIT")
    took = perf_counter() - start
    driver.close()
    return took


def checked(path: Path, rows: list[tuple[int, str, int]]) -> float:
    """The same with the program's own tables: each answer is checked, and belongs to a response."""
    store, round_id = open_round(path)
    store.close()
    driver: Any = dbapi2.connect(str(path), isolation_level=None)
    for setting in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "secure_delete = ON"):
        driver.execute(f"PRAGMA {setting}")
    responses = [(each, round_id, "staff") for each in sorted({row[0] for row in rows})]
    start = perf_counter()
    driver.execute("BEGIN IMMEDIATE")
    driver.executemany("INSERT INTO response VALUES (?, ?, ?, '')", responses)
    driver.executemany("INSERT INTO answer VALUES (?, ?, ?)", rows)
    driver.execute("COMMIT")
    took = perf_counter() - start
    driver.close()
    return took


def figures(folder: Path, number: int, rounds: int) -> str:
    sheets = people(number)
    chance = random.Random(6)
    rows = sorted((chance.getrandbits(63), *each) for each in [(sheet,) for sheet in range(number)])
    made = [(at, item, answer.code) for at, sheet in rows for item, answer in sheets[sheet].response]
    alone, own_tables, taken, closed = [], [], [], []
    for turn in range(rounds):
        alone.append(bare(folder / f"{turn}.db", made))
        own_tables.append(checked(folder / f"{turn}-checked.trustcheck", made))
        store, round_id = open_round(folder / f"{turn}.trustcheck")
        start = perf_counter()
        store.sheets.add(round_id, sheets)
        taken.append(perf_counter() - start)
        start = perf_counter()
        store.groups.close(round_id, DAY)
        closed.append(perf_counter() - start)
        store.close()
    size = (folder / "0.trustcheck").stat().st_size / (40 * number)
    return (
        f"{number * 40:,} answers taken: {median(taken) / median(alone):.2f} x bare executemany, "
        f"{median(taken) / median(own_tables):.2f} x executemany into the same tables (goal 1.8; "
        f"{median(taken):.1f} s); "
        f"check closed, written anew and packed: {median(closed) / median(alone):.2f} x "
        f"({median(closed):.1f} s); {size:.1f} bytes an answer (goal 25)"
    )


@pytest.mark.parametrize("people_in_it", [50, pytest.param(2_500, marks=pytest.mark.benchmark)])
def test_many_answers_against_the_bare_driver(
    tmp_path: Path, people_in_it: int, print_figures: Callable[[str], None]
) -> None:
    print_figures(figures(tmp_path, people_in_it, 3))

    store = open_store(str(tmp_path / "0.trustcheck"), look_only=True)
    assert store.rounds.summaries()[0].answered == people_in_it
    store.close()


@pytest.mark.benchmark
@pytest.mark.long
def test_a_million_answers_against_the_bare_driver(tmp_path: Path, print_figures: Callable[[str], None]) -> None:
    print_figures(figures(tmp_path, 25_000, 3))

    assert (tmp_path / "0.trustcheck").stat().st_size > 1_000_000
