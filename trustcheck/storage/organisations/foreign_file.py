"""Somebody else's data file, read without letting it do anything: its rows are taken as they lie, and nothing else.

Triggers, views and tables that are not ours are never touched. A table of ours counts only where it is a plain one:
nothing in it is worked out while it is read.
"""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from trustcheck.app.ports import Cancelled, Progress
from trustcheck.storage.file import engine as engines
from trustcheck.storage.file.key import FileKey
from trustcheck.storage.organisations import organisation_refusals

LARGEST_MEGABYTES = 256
_MANY = 2000
# Reading, checking and counting what a sound file holds takes about four of SQLite's steps for each of its bytes.
STEPS_FOR_A_BYTE = 40
STEPS_AT_LEAST = 2_000_000
STEPS_AT_ONCE = 50_000
_SETTINGS = (
    "trusted_schema = OFF",
    "query_only = ON",
    "cell_size_check = ON",
    "mmap_size = 0",
    # Its own rules are not asked: ours are, when its rows are put where ours hold.
    "ignore_check_constraints = ON",
)
_EXPRESSION = -2


class ForeignFile:
    """One moment of a file, through a connection that can only read."""

    def __init__(self, driver: Any) -> None:
        self._driver = driver

    def tables(self) -> set[str]:
        """The names of its tables, as written there."""
        return {name for (name,) in self._driver.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}

    def require_plain(self, table: str, columns: list[str]) -> None:
        """Raise ``NotOpened`` unless ``table`` is sound, has these columns and works nothing out when it is read."""
        found = self._driver.execute("SELECT type FROM pragma_table_list(?) WHERE schema = 'main'", (table,)).fetchall()
        shape = self._driver.execute("SELECT name, hidden FROM pragma_table_xinfo(?)", (table,)).fetchall()
        plain = [kind for (kind,) in found] == ["table"] and not any(hidden for _name, hidden in shape)
        if not plain or not {name for name, _hidden in shape}.issuperset(columns) or self._works_out(table):
            raise organisation_refusals.not_sound()
        if self._driver.execute(f'PRAGMA integrity_check("{table}")').fetchone()[0] != "ok":
            raise organisation_refusals.not_sound()

    def rows(self, table: str, columns: list[str]) -> Iterator[list[tuple[Any, ...]]]:
        """All rows of a table that was found to be plain, some at a time."""
        listed = ", ".join(f'"{each}"' for each in columns)
        found = self._driver.execute(f'SELECT {listed} FROM "{table}"')  # noqa: S608 - names of our own tables
        while some := found.fetchmany(_MANY):
            yield some

    def _works_out(self, table: str) -> bool:
        """Whether an index of the table holds anything but its columns, or only some of its rows."""
        listed = self._driver.execute("SELECT name, partial FROM pragma_index_list(?)", (table,)).fetchall()
        for name, partial in listed:
            held = self._driver.execute("SELECT cid FROM pragma_index_xinfo(?)", (name,)).fetchall()
            if partial or any(column == _EXPRESSION for (column,) in held):
                return True
        return False


@contextmanager
def foreign_file(path: str, key: FileKey | None, progress: Progress | None) -> Iterator[ForeignFile]:
    """Open it for one look. Raises the driver's errors, also where reading takes longer than any sound file would."""
    size = Path(path).stat().st_size
    if size > LARGEST_MEGABYTES << 20:
        raise organisation_refusals.too_large(LARGEST_MEGABYTES)
    with closing(engines.driver_on(path, engines.how_to_look(path), key)) as driver:
        for setting in _SETTINGS:
            driver.execute(f"PRAGMA {setting}")
        watch = _Watch(STEPS_AT_LEAST + size * STEPS_FOR_A_BYTE, progress)
        driver.set_progress_handler(watch.stops, STEPS_AT_ONCE)
        try:
            yield ForeignFile(driver)
        except Exception:
            if watch.is_cancelled:
                raise Cancelled from None
            raise


class _Watch:
    """Ends a reading that goes in circles, and one that a person stopped."""

    def __init__(self, steps: int, progress: Progress | None) -> None:
        self._left, self._progress = steps, progress
        self.is_cancelled = False

    def stops(self) -> bool:
        self._left -= STEPS_AT_ONCE
        if self._progress is not None:
            try:
                self._progress(0, 1)
            except Cancelled:
                self.is_cancelled = True
        return self.is_cancelled or self._left < 0
