"""What a process that was killed while it brought a file up to date has left, counted."""

import shutil
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sqlcipher3 import dbapi2

from tests.faults.killing import is_sound
from trustcheck.storage.store import open_store

OLD = Path(__file__).parents[1] / "storage" / "old" / "schema-1.trustcheck"


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
    """Everything that an older file can hold; what came with a newer schema stands in columns of its own."""
    with closing(dbapi2.connect(str(path))) as driver:
        found = {table: driver.execute(f"SELECT {names} FROM {table}") for table, names in _columns().items()}
        return {table: sorted(rows.fetchall(), key=str) for table, rows in found.items()}


@cache
def _columns() -> dict[str, str]:
    with closing(dbapi2.connect(str(OLD))) as driver:
        known = {each: driver.execute(f"PRAGMA table_info({each})").fetchall() for each in KEPT}
    # A promise is known by its number now, where it had an id.
    return {
        table: ", ".join(f'"{row[1]}"' for row in rows if (table, row[1]) != ("promise", "id"))
        for table, rows in known.items()
    }


def shape(path: Path) -> Shape:
    """The schema number, and every table and index there is."""
    with closing(dbapi2.connect(str(path))) as driver:
        names = driver.execute("SELECT type, name FROM sqlite_master ORDER BY 1, 2").fetchall()
        return driver.execute("PRAGMA user_version").fetchone()[0], names


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
