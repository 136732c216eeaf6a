"""A process killed while it brings an older file up to date leaves the old schema or the new one, and every row."""

import random
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from tests.faults.killing import said_until_killed
from tests.faults.left_after_migrating import Shape, Tally, count, prepared
from trustcheck.storage.schema.tables import SCHEMA

LONGEST_LIFE = 0.12
"""Seconds a process may climb before it is killed. Every fifth or so has said before that it is up to date."""


def kill_again_and_again(folder: Path, kills: int, shapes: list[Shape]) -> Tally:
    chance = random.Random(13)
    tally = Tally()
    for turn in range(kills):
        place = folder / str(turn)
        place.mkdir()
        path = prepared(place)
        life, words = chance.random() * LONGEST_LIFE, int(chance.random() < 0.2)
        said = said_until_killed("migrating.py", path, life=life, words=words)
        count(path, said, shapes, tally)
        assert {each.name for each in place.iterdir()} <= {path.name, "mine.schema-1.trustcheck"}
    return tally


def test_the_file_is_old_or_new_in_four_kills(
    tmp_path: Path, shapes: list[Shape], print_figures: Callable[[str], None]
) -> None:
    tally = kill_again_and_again(tmp_path, 4, shapes)
    print_figures(f"killed while migrating: {tally}")

    assert tally.harm == (0, 0, 0, 0), tally


@pytest.mark.long
def test_the_file_is_old_or_new_in_two_hundred_kills(
    tmp_path: Path, shapes: list[Shape], print_figures: Callable[[str], None]
) -> None:
    tally = kill_again_and_again(tmp_path, 200, shapes)
    print_figures(f"killed while migrating: {tally}")

    assert tally.harm == (0, 0, 0, 0), tally
    assert min(tally.found_old, tally.found_new) > 20, tally


def test_the_count_would_notice_half_a_climb_and_lost_rows(tmp_path: Path, shapes: list[Shape]) -> None:
    path = prepared(tmp_path)
    with closing(dbapi2.connect(str(path), isolation_level=None)) as driver:
        driver.execute("DELETE FROM answer")
        driver.execute("CREATE TABLE early (id)")
        driver.execute(f"PRAGMA user_version = {SCHEMA}")
    tally = Tally()

    count(path, [], shapes, tally)

    assert tally.between
    assert tally.lost
