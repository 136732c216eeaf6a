"""A disk that fails at one step of something, and everything somebody may find afterwards.

A step is what the system or the database is asked that changes something on the disk.
"""

import errno
import os
import random
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from tests.storage.handed_over import everything
from trustcheck.app.ports import Refused
from trustcheck.storage.file import engine as engines
from trustcheck.storage.file.key import FileKey, salt_of
from trustcheck.storage.safekeeping import SqliteSafekeeping

KEEPING = SqliteSafekeeping()
Rows = dict[str, list[tuple[object, ...]]]
_OF_THE_DATABASE = (
    "BEGIN IMMEDIATE", "INSERT", "UPDATE", "DELETE", "COMMIT", "VACUUM", "SELECT sqlcipher_export", "ATTACH", "DETACH",
    "PRAGMA wal",
)  # fmt: skip


class Disk:
    """Fails at one of its steps, at none where that is 0, and counts them, while it is looked at."""

    def __init__(self, at: int) -> None:
        self.at, self.step = at, 0
        self._counts = False

    @contextmanager
    def at_work(self) -> Iterator[None]:
        self._counts = True
        try:
            yield
        finally:
            self._counts = False

    def takes_a_step(self) -> bool:
        if not self._counts:
            return True
        self.step += 1
        return self.step != self.at

    def of_the_system(self, does: Callable[..., Any]) -> Callable[..., Any]:
        def stepping(*given: Any, **more: Any) -> Any:
            if not self.takes_a_step():
                raise OSError(errno.EIO, "Input/output error")
            return does(*given, **more)

        return stepping

    def asks_the_database(self) -> None:
        if not self.takes_a_step():
            failure = dbapi2.OperationalError("disk I/O error")
            failure.sqlite_errorname = "SQLITE_IOERR_WRITE"
            raise failure

    def connection(self, usual: type[Any]) -> type[Any]:
        disk = self

        class Asking(dbapi2.Cursor):  # type: ignore[misc]  # the driver tells no types
            def execute(self, statement: str, *given: Any) -> Any:
                if statement.lstrip().startswith(_OF_THE_DATABASE):
                    disk.asks_the_database()
                return super().execute(statement, *given)

            def executemany(self, statement: str, *given: Any) -> Any:
                disk.asks_the_database()
                return super().executemany(statement, *given)

        class Failing(usual):  # type: ignore[misc, valid-type]  # the driver tells no types
            def cursor(self, factory: type[Any] = Asking) -> Any:
                return super().cursor(factory)

            def commit(self) -> None:
                if self.in_transaction:
                    disk.asks_the_database()
                super().commit()

            def backup(self, *given: Any) -> None:
                disk.asks_the_database()
                super().backup(*given)

        return Failing


@contextmanager
def failing(disk: Disk) -> Iterator[None]:
    """Whatever is opened in the block lies on this disk."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("fsync", "open", "link", "utime"):
            patch.setattr(os, name, disk.of_the_system(getattr(os, name)))
        for name in ("replace", "chmod", "mkdir", "rename"):
            patch.setattr(Path, name, disk.of_the_system(getattr(Path, name)))
        patch.setattr(shutil, "copyfile", disk.of_the_system(shutil.copyfile))
        connect = dbapi2.connect

        def connects(path: str, factory: type[Any] = dbapi2.Connection, **more: Any) -> Any:
            # What is in memory only lies on no disk.
            return connect(path, factory=factory if path == ":memory:" else disk.connection(factory), **more)

        patch.setattr(engines.dbapi2, "connect", connects)
        yield


def tried(does: Callable[[], object]) -> str:
    """The sentence with which something was refused; empty where it was not."""
    try:
        does()
    except Refused as refused:
        return str(refused)
    return ""


def steps_to_fail_at(does: Callable[[Disk], str], name: str, most: int) -> list[int]:
    """Some or all of the steps of something that goes well, told with their number."""
    well = Disk(0)
    assert does(well) == ""
    some = sorted(random.Random(name).sample(range(1, well.step + 1), min(most, well.step)))
    print(f"\n{name}: the disk fails at {len(some)} of {well.step} steps")
    return some


def kind_of(passphrase: str) -> str:
    return "protected file" if passphrase else "readable file"


def held(path: Path, passphrase: str) -> Rows | None:
    """Every row that a whole file holds; ``None`` where the passphrase does not open it."""
    try:
        verdict = KEEPING.verify(str(path), passphrase)
    except Refused:
        return None
    assert verdict.is_whole, verdict
    key = FileKey(passphrase, salt_of(str(path))) if passphrase else None
    with closing(engines.driver_on(str(path), engines.how_to_look(str(path)), key)) as driver:
        return {table: sorted(rows, key=repr) for table, rows in everything(driver).items()}


def lies_in(folder: Path, passphrases: Sequence[str]) -> dict[str, object]:
    """What somebody finds in a folder: of a data file how many rows of each kind, of any other file its bytes."""
    return {str(each.relative_to(folder)): _kind(each, passphrases) for each in folder.rglob("*") if each.is_file()}


def _kind(path: Path, passphrases: Sequence[str]) -> object:
    if path.suffix != ".trustcheck":
        return path.read_bytes()
    found = next((rows for word in passphrases if (rows := held(path, word)) is not None), None)
    return path.read_bytes() if found is None else {table: len(rows) for table, rows in found.items()}


def half(folder: Path) -> list[str]:
    """Whatever is no finished file: hidden ones, logs, locks."""
    ends = (".part", ".anew", ".new", "-wal", "-shm", "-journal", "-open", "-lock", ".restoring", ".rescued")
    return sorted(each.name for each in folder.rglob("*") if each.name.startswith(".") or each.name.endswith(ends))
