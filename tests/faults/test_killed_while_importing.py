"""A process killed while tables come in has taken each of them whole or not at all, and every one it called taken."""

import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.killing import said_until_killed
from tests.faults.left_after_importing import Tally, count, open_check
from tests.storage.people import sheets
from trustcheck.storage.store import open_store

MOST_TABLES = 10
"""A process has taken so many tables at most, or one more ..."""
LONGEST_LIFE = 0.25
"""... as so many seconds may go by after that before it is killed."""
ON_ONE_FILE = 10
"""Kills after which a new file is begun: one that holds tens of thousands of people is slow to look through."""


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


def test_no_table_is_lost_and_none_is_halfway_in_three_kills(
    tmp_path: Path, print_figures: Callable[[str], None]
) -> None:
    tally = kill_again_and_again(tmp_path, 3, print_figures)

    assert (tally.lost, tally.halfway, tally.damaged) == (0, 0, 0), tally
    assert tally.tables > 5, tally


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
