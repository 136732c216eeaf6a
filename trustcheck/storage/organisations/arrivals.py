"""Rows of somebody else's data file in a file of ours, in memory, where everything is looked through before it counts.

They meet our own rules there, climb to the newest schema along our own steps, and are read as the values they stand
for. What comes out is as good as what this program wrote.
"""

import os
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from trustcheck import __version__
from trustcheck.app.ports import Progress
from trustcheck.domain.checks.round import NAME_LIMIT
from trustcheck.storage.file import engine as engines
from trustcheck.storage.file import opening, refusals, upgrade
from trustcheck.storage.file.upgrade import Ladder
from trustcheck.storage.organisations import organisation_refusals
from trustcheck.storage.organisations.foreign_file import ForeignFile, foreign_file
from trustcheck.storage.organisations.rows import KNOWN, STAYS, belonging, insert_into
from trustcheck.storage.rounds.seals import name_of
from trustcheck.storage.schema import tables

_LONGEST = 4000
"""Characters of a text, unless it says otherwise below."""
_LONGEST_OF = {
    ("organisation", "name"): NAME_LIMIT,
    ("questionnaire", "text"): 1 << 20,
    ("carried_result", "text"): 1 << 20,
}
_LONGEST_SEAL = 64
_LARGEST_PICTURE = 2 << 20
_LARGEST_COUNT = 1_000_000
# Deleted ones come this far only, so that it can be seen that they are deleted.
_DELETED, _DRAFTS, _KEYS = "deleted_organisation", "sealed_sheet", "reply_key"


@contextmanager
def arrived(
    path: str, passphrase: str, ladder: Ladder, progress: Progress | None, *, with_drafts: bool = False
) -> Iterator[sa.Engine]:
    """What a file holds, in memory and at the newest schema. Raises ``NotOpened``; the file stays as it is.

    Half-filled sheets, and what opens replies, come ``with_drafts`` only: they belong to the people who began them, in
    this workspace.
    """
    with opening.told(path):
        real = os.path.realpath(path)
        if not Path(real).is_file():
            raise refusals.not_there(path)
        key = opening.key_of(real, passphrase)
        number = opening.look(real, ladder, key)
    if not number:
        raise refusals.not_ours(path)
    engine = engines.memory_engine()
    try:
        with organisation_refusals.looked_through(path):
            with foreign_file(real, key, progress) as foreign:
                also = (_DELETED, _DRAFTS, _KEYS) if with_drafts else (_DELETED,)
                _take_rows(engine, foreign, Ladder(number, ladder.versions), also)
            if number < ladder.newest:
                upgrade.migrate(engine, ladder, __version__)
        yield engine
    finally:
        engine.dispose()


def _take_rows(engine: sa.Engine, foreign: ForeignFile, ladder: Ladder, also: Collection[str]) -> None:
    """Put the rows of our tables into an empty file of the same schema, whose rules are ours."""
    wanted = _empty_file(engine, ladder, also)
    for table in (*wanted, tables.setting):
        foreign.require_plain(table.name, [column.name for column in table.columns])
    with engine.begin() as connection:
        # A check may point to one that comes after it; at the end each must point to one that is there.
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        for table in wanted:
            checks = [_check(table, column) for column in table.columns]
            columns = [column.name for column in table.columns]
            put_in = insert_into(table)
            for rows in foreign.rows(table.name, columns):
                for row in rows:
                    if not all(check(value) for check, value in zip(checks, row, strict=True)):
                        raise organisation_refusals.not_sound()
                connection.exec_driver_sql(put_in, rows)
        for rows in foreign.rows("setting", ["name", "value"]):
            seals = [row for row in rows if _is_seal(*row)]
            if seals:
                connection.exec_driver_sql(insert_into(tables.setting), seals)


def _empty_file(engine: sa.Engine, ladder: Ladder, also: Collection[str]) -> list[sa.Table]:
    """Make a file of some schema in memory; its tables that belong to organisations, in the order they are filled, and
    those that are read ``also``."""
    if ladder.newest == tables.SCHEMA:
        metadata = KNOWN
        with engines.for_writing(engine).begin() as connection:
            for statement in _our_tables():
                connection.exec_driver_sql(statement)
    else:
        with engines.without_transactions(engine).connect() as connection:
            connection.exec_driver_sql(f"PRAGMA application_id = {tables.APPLICATION_ID}")
        upgrade.migrate(engine, ladder, __version__)
        metadata = sa.MetaData()
        metadata.reflect(engine)
    extra = [table for table in metadata.sorted_tables if table.name in also]
    return [*belonging(metadata), *extra]


@cache
def _our_tables() -> tuple[str, ...]:
    """The statements that make our tables: somebody may look into many files, one after the other."""
    dialect, known = sqlite.dialect(), KNOWN.sorted_tables
    made = [str(CreateTable(table).compile(dialect=dialect)) for table in known]
    found = [str(CreateIndex(index).compile(dialect=dialect)) for table in known for index in table.indexes]
    return (*made, *found)


def _check(table: sa.Table, column: sa.Column[Any]) -> Callable[[Any], bool]:
    """Whether a value is of the column's kind, and of a size it may have."""
    fits = _kind(table, column)
    return (lambda value: value is None or fits(value)) if column.nullable else fits


def _kind(table: sa.Table, column: sa.Column[Any]) -> Callable[[Any], bool]:
    if isinstance(column.type, sa.Date):
        return _is_day
    if isinstance(column.type, sa.Boolean):
        return lambda value: type(value) is int and value in (0, 1)
    if isinstance(column.type, sa.LargeBinary):
        return lambda value: isinstance(value, bytes) and len(value) <= _LARGEST_PICTURE
    if isinstance(column.type, sa.Integer):
        if column.primary_key or column.foreign_keys or column.name == "number":
            return lambda value: type(value) is int
        return lambda value: type(value) is int and -_LARGEST_COUNT <= value <= _LARGEST_COUNT
    longest = _LONGEST_OF.get((table.name, column.name), _LONGEST)
    return lambda value: isinstance(value, str) and len(value) <= longest and "\0" not in value


def _is_seal(name: Any, value: Any) -> bool:
    """Of the settings of a file only the seals of its checks count; a foreign one that is none breaks its check."""
    return (
        isinstance(name, str)
        and name.startswith(name_of(""))
        and isinstance(value, str)
        and len(value) <= _LONGEST_SEAL
    )


def _is_day(value: Any) -> bool:
    return isinstance(value, str) and date.fromisoformat(value).isoformat() == value


assert {_DELETED, _DRAFTS, _KEYS} <= STAYS
