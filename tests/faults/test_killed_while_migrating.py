"""A process killed while it brings an older file up to date leaves the old schema or the new one, and every row."""

import random
import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from tests.faults.killing import is_sound, said_until_killed
from trustcheck.storage.schema.tables import SCHEMA
from trustcheck.storage.store import open_store

OLD = Path(__file__).parents[1] / "storage" / "old" / "schema-1.trustcheck"
LONGEST_LIFE = 0.12
"""Seconds a process may climb before it is killed. Every fifth or so has said before that it is up to date."""
Shape = tuple[int, list[tuple[str, ...]]]
"""The schema number of a file, and every table and index in it."""
KEPT = ("organisation", "questionnaire", "round", "response", "answer", "note", "practice_answer", "promise")


@dataclass
class Tally:
    kills: int = 0
    climbed: int = 0
    found_old: int = 0
    found_new: int = 0
    lost: int = 0
    between: int = 0
    without_copy: int = 0
    damaged: int = 0

    def __str__(self) -> str:
        return (
            f"{self.kills} kills, {self.found_old} found old and {self.found_new} new, {self.climbed} called new: "
            f"{self.lost} files with rows lost, {self.between} between two schemas, {self.without_copy} new without "
            f"a whole copy of the old, {self.damaged} damaged files"
        )

    @property
    def harm(self) -> tuple[int, ...]:
        return self.lost, self.between, self.without_copy, self.damaged


def rows_of(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(dbapi2.connect(str(path))) as driver:
        return {each: driver.execute(f"SELECT * FROM {each}").fetchall() for each in KEPT}


def shape(path: Path) -> Shape:
    """The schema number, and every table and index there is."""
    with closing(dbapi2.connect(str(path))) as driver:
        names = driver.execute("SELECT type, name FROM sqlite_master ORDER BY 1, 2").fetchall()
        return driver.execute("PRAGMA user_version").fetchone()[0], names


@pytest.fixture
def shapes(tmp_path_factory: pytest.TempPathFactory) -> list[Shape]:
    """How the old file looks, and how the new one does."""
    path = prepared(tmp_path_factory.mktemp("shapes"))
    old = shape(path)
    open_store(str(path)).close()
    return [old, shape(path)]


def prepared(folder: Path) -> Path:
    path = folder / "mine.trustcheck"
    shutil.copyfile(OLD, path)
    return path


def count(path: Path, said: list[str], shapes: list[Shape], tally: Tally) -> None:
    """Look at the file as it was left, then open it as anybody would."""
    tally.kills += 1
    tally.climbed += "climbed" in said
    found = shape(path)
    tally.between += found not in shapes or ("climbed" in said and found != shapes[1])
    tally.found_old, tally.found_new = tally.found_old + (found == shapes[0]), tally.found_new + (found == shapes[1])
    copy = path.with_name("mine.schema-1.trustcheck")
    is_kept = copy.exists() and shape(copy) == shapes[0] and rows_of(copy) == rows_of(OLD) and is_sound(copy)
    tally.without_copy += found == shapes[1] and not is_kept
    open_store(str(path), create=False).close()
    tally.between += shape(path) != shapes[1]
    tally.lost += rows_of(path) != rows_of(OLD)
    tally.damaged += not is_sound(path)


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


def test_the_file_is_old_or_new_in_eight_kills(
    tmp_path: Path, shapes: list[Shape], print_figures: Callable[[str], None]
) -> None:
    tally = kill_again_and_again(tmp_path, 8, shapes)
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
