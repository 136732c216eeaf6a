"""Rescuing a damaged data file row by row: whatever still reads goes into a new file, and what does not is told.

A scan ends at the first page that is damaged. The rows behind it are reached from the other end, and then by looking
in between, at keys halved again and again, for pages that still read.
"""

from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlcipher3 import dbapi2

from trustcheck.app.ports import Progress

_DEEPEST = 12
"""How often the gap between two readable stretches is halved."""

Row = tuple[Any, ...]


@dataclass(slots=True)
class Stretch:
    """What of one table could be read."""

    rows: dict[Row, Row] = field(default_factory=dict)
    """By primary key."""
    is_all: bool = False


def rescue_rows(driver: Any, tables: list[sa.Table], progress: Progress | None) -> dict[str, Stretch]:
    """The rows of each table that still read. May raise what ``progress`` raises."""
    found: dict[str, Stretch] = {}
    for done, table in enumerate(tables):
        if progress is not None:
            progress(done, len(tables))
        found[table.name] = _Search(driver, table).run()
    return found


class _Search:
    """One table, by its primary key; the first column of that is what gaps are halved by."""

    def __init__(self, driver: Any, table: sa.Table) -> None:
        self._driver = driver
        self._keys = [column.name for column in table.primary_key]
        columns = [column.name for column in table.columns]
        self._places = [columns.index(each) for each in self._keys]
        listed = ", ".join(f'"{each}"' for each in columns)
        self._select = f'SELECT {listed} FROM "{table.name}"'  # noqa: S608 - our own names
        self._halves = isinstance(table.columns[self._keys[0]].type, sa.Integer)
        self._found = Stretch()

    def run(self) -> Stretch:
        self._found.is_all = self._walk("", (), "ASC")
        if not self._found.is_all:
            self._walk("", (), "DESC")
            if self._halves:
                self._look_between(0, 1 << 63, 0)
        return self._found

    def _walk(self, where: str, values: Row, direction: str) -> bool:
        """Read on until the end, known rows or a damage; whether the end was reached."""
        order = ", ".join(f'"{each}" {direction}' for each in self._keys)
        try:
            for row in self._driver.execute(f"{self._select} {where} ORDER BY {order}", values):
                key = tuple(row[each] for each in self._places)
                if key in self._found.rows:
                    return True
                self._found.rows[key] = tuple(row)
        except (dbapi2.Error, ValueError, OverflowError):
            return False
        return True

    def _look_between(self, low: int, high: int, depth: int) -> None:
        """Read what can be reached from the middle of a gap in both directions, then look into what is left of it."""
        if depth == _DEEPEST or high - low < 2:
            return
        middle = (low + high) // 2
        first = f'"{self._keys[0]}"'
        self._walk(f"WHERE {first} >= ?", (middle,), "ASC")
        self._walk(f"WHERE {first} < ?", (middle,), "DESC")
        self._look_between(low, middle, depth + 1)
        self._look_between(middle, high, depth + 1)
