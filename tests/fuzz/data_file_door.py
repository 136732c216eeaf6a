"""A data file, damaged or made by hand, looked at or opened to be answered in."""

import zlib
from contextlib import closing
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from sqlcipher3 import dbapi2

from tests.builders import questionnaire
from tests.faults.damages import DAMAGES
from tests.fuzz.door import Door
from tests.storage.people import DAY, SETUP, opened, sheets
from trustcheck.app.ports import NewRound
from trustcheck.domain.checks.round import RoundKind, RoundState
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.storage.store import SqliteStore, open_store

ODD = (
    "NULL", "''", "x'ff00'", "0", "-1", "2.5", "9e999", "9223372036854775807", "'often'", "'2026-13-40'", "'[[[['",
    "zeroblob(10000)", "hex(zeroblob(5000))", "char(8238) || 'txet'", "'closed'", "'leader'", "id + 1", "random()",
)  # fmt: skip


@cache
def sound_data_file() -> bytes:
    """Two checks, one of one person and a closed one of eight."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "whole.trustcheck"
        store = open_store(str(path))
        asked = questionnaire({"people": {"A": 4}})
        alone = store.rounds.begin(NewRound("Here", Form.FULL, Perspective.STAFF, asked, "us", DAY))
        store.rounds.save_note(alone, "A1", "On Monday")
        group = opened(store, SETUP)
        store.sheets.add(group, sheets(range(1, 9)))
        store.groups.close(group, DAY)
        store.close()
        return path.read_bytes()


@cache
def _columns() -> list[tuple[str, str]]:
    """Every table and column of a data file."""
    with TemporaryDirectory() as folder, closing(dbapi2.connect(_copied_to(folder))) as driver:
        tables = [name for (name,) in driver.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return [(name, row[1]) for name in tables for row in driver.execute(f"PRAGMA table_info({name})").fetchall()]


def _data_case(chance: Random) -> bytes:
    if chance.random() < 0.5:
        return chance.choice(DAMAGES)(sound_data_file(), chance)
    return _with_odd_values(chance)


def _with_odd_values(chance: Random) -> bytes:
    """A file that is whole, with values in it that nobody would put there."""
    with TemporaryDirectory() as folder:
        path = _copied_to(folder)
        with closing(dbapi2.connect(path, isolation_level=None)) as driver:
            _put_odd_values(driver, chance)
        return Path(path).read_bytes()


def _copied_to(folder: str) -> str:
    path = Path(folder) / "spoilt.trustcheck"
    path.write_bytes(sound_data_file())
    return str(path)


def _put_odd_values(driver: Any, chance: Random) -> None:
    driver.execute("PRAGMA synchronous = OFF")
    driver.execute("PRAGMA ignore_check_constraints = ON")
    for _each in range(chance.choice((1, 1, 3))):
        name, column = chance.choice(_columns())
        try:
            driver.execute(f'UPDATE OR REPLACE "{name}" SET "{column}" = {chance.choice(ODD)}')
        except dbapi2.Error:
            driver.execute(f'DELETE FROM "{name}"')


def _read(store: SqliteStore, wanted: int) -> None:
    """The lists, and in turn what a page would read next: all of it for every file would take far longer."""
    rounds = store.rounds.summaries()
    match wanted % 4:
        case 0:
            store.organisations.all()
            store.organisations.summaries()
        case 1:
            store.groups.locked_round()
            store.organisations.promises_due(DAY)
        case _:
            for each in rounds:
                _read_one(store, each.id, each.kind, each.state)


def _read_one(store: SqliteStore, round_id: int, kind: RoundKind, state: RoundState) -> None:
    if kind is RoundKind.PERSONAL:
        store.rounds.round(round_id)
    elif state is RoundState.CLOSED:
        store.groups.round(round_id)
    else:
        store.groups.setup(round_id)
        store.groups.arrived(round_id)


def let_data_file_in(path: Path, *, look_only: bool) -> bool:
    wanted = zlib.crc32(path.read_bytes())
    store = open_store(str(path), create=False, look_only=look_only)
    try:
        _read(store, wanted)
    finally:
        store.close()
    return True


DOORS = {
    "data file looked at": Door(_data_case, sound_data_file, lambda path: let_data_file_in(path, look_only=True)),
    "data file opened": Door(
        _data_case, sound_data_file, lambda path: let_data_file_in(path, look_only=False), changes_what_it_takes=True
    ),
}
