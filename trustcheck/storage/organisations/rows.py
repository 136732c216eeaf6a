"""What belongs to one organisation, found by following the tables, and how it is copied under ids drawn anew.

A table that hangs on an organisation, a check or a sheet comes along by itself. What does not is named here.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

import sqlalchemy as sa

from trustcheck.app.ports import Progress
from trustcheck.storage.file import refusals
from trustcheck.storage.rounds import seals
from trustcheck.storage.schema import group_tables
from trustcheck.storage.store_part import Draw

STAYS = frozenset({"setting", "deleted_organisation", "sealed_sheet", "reply_key", "wrong_pin"})
"""What is of one data file and goes nowhere: its own settings (but for the seals of checks), what was deleted,
half-filled sheets, and what opens replies."""
_SHARED = "questionnaire"
"""Kept once, however many checks were answered with it; known by its digest."""
_MANY = 2000
_ID_BITS = 63

KNOWN = group_tables.group_round.metadata

Row = tuple[Any, ...]
Rules = dict[tuple[str, str], Callable[[Any], object]]
"""By table and column, what is written in the place of what is read."""
_FORGOTTEN: Rules = {("group_round", "lock"): lambda _old: b"", ("sheet", "code"): lambda _old: None}
"""What is of the moment of collecting only, whatever a file says."""


def belonging(metadata: sa.MetaData = KNOWN) -> list[sa.Table]:
    """The tables whose rows belong to one organisation, each after those it points to."""
    found: list[sa.Table] = []
    for table in metadata.sorted_tables:
        if table.name not in STAYS and (table.name in ("organisation", _SHARED) or _owner(table, found) is not None):
            found.append(table)
    return found


@dataclass
class Tally:
    """How many rows there are and what they say, whatever their order."""

    rows: int = 0
    said: int = 0

    def add(self, row: Row) -> None:
        self.rows += 1
        self.said = (self.said + int.from_bytes(sha256(repr(row).encode()).digest())) % (1 << 256)


@dataclass
class Copied:
    """What was copied, by table, and under which ids it stands now."""

    ids: dict[str, dict[int, int]] = field(default_factory=dict)
    tallies: dict[str, Tally] = field(default_factory=dict)


def copy_organisation(
    source: sa.Connection,
    target: sa.Connection,
    organisation_id: int,
    name: str,
    draw: Draw,
    progress: Progress | None = None,
    *,
    with_notes: bool = True,
) -> Copied:
    """Copy one organisation with all that belongs to it, to be called ``name``; checks count on from those there.

    Without its notes, what somebody wrote for themselves on its page stays where it is.
    """
    tables, copied = belonging(), Copied()
    rules: Rules = {
        **_FORGOTTEN,
        ("organisation", "name"): lambda _old: name,
        ("round", "number"): _counted_on(target),
    }
    if not with_notes:
        rules["organisation_details", "notes"] = lambda _old: ""
    step = _steps(source, tables, organisation_id, progress)
    for table in tables:
        tally = copied.tallies[table.name] = Tally()
        ids = copied.ids[table.name] = _known_here(source, target, organisation_id) if table.name == _SHARED else {}
        renewed = _Renewed(table, copied.ids, draw, rules)
        put_in = insert_into(table)
        for some in _read(source, table, organisation_id):
            rows = [renewed.row(each) for each in some if table.name != _SHARED or each[0] not in ids]
            if rows:
                target.exec_driver_sql(put_in, rows)
            for row in rows:
                tally.add(row)
            step(len(some))
    copied.tallies["setting"] = _with_seals(source, target, copied.ids["round"])
    return copied


def read_back(driver: Any) -> dict[str, Tally]:
    """What a file holds that was made for one organisation, to compare with what was copied into it."""
    tallies: dict[str, Tally] = {}
    for table in KNOWN.sorted_tables:
        tally = Tally()
        but = " WHERE name <> 'written_by'" if table.name == "setting" else ""
        question = f"SELECT {_columns(table)} FROM {_quoted(table.name)}{but}"  # noqa: S608 - our own names
        for row in driver.execute(question):
            tally.add(tuple(row))
        if tally.rows or table.name not in STAYS or table.name == "setting":
            tallies[table.name] = tally
    return tallies


class _Renewed:
    """Rows of one table as they stand in another file: under new ids, pointing to what is under new ids."""

    def __init__(self, table: sa.Table, ids: dict[str, dict[int, int]], draw: Draw, rules: Rules) -> None:
        self._draw = draw
        self._ids = [(at, ids[of]) for at, of in _id_places(table)]
        self._own = ids[table.name] if "id" in table.columns else None
        named = [(table.name, column.name) for column in table.columns]
        self._rules = [(at, rules[name]) for at, name in enumerate(named) if name in rules]

    def row(self, row: Row) -> Row:
        values = list(row)
        if self._own is not None:
            self._own[values[0]] = values[0] = self._draw(_ID_BITS)
        for at, known in self._ids:
            if values[at] is not None:
                if values[at] not in known:
                    # It points to a row that is not there.
                    raise refusals.damaged()
                values[at] = known[values[at]]
        for at, rule in self._rules:
            values[at] = rule(values[at])
        return tuple(values)


def _id_places(table: sa.Table) -> Iterator[tuple[int, str]]:
    """Which columns of a table point to a row of which other one."""
    for at, column in enumerate(table.columns):
        for pointer in column.foreign_keys:
            yield at, pointer.column.table.name


def _owner(table: sa.Table, owners: list[sa.Table]) -> sa.Column[Any] | None:
    """The column through which a table's rows belong to rows of one of ``owners``, and go when those go."""
    for column in table.columns:
        for pointer in column.foreign_keys:
            if pointer.ondelete == "CASCADE" and not column.nullable and pointer.column.table in owners:
                return column
    return None


def _belongs(table: sa.Table) -> str:
    """The condition on a table's rows that belong to the organisation whose id is handed in."""
    if table.name == "organisation":
        return '"id" = ?'
    if table.name == _SHARED:
        return '"id" IN (SELECT "questionnaire" FROM "round" WHERE "organisation" = ?)'
    column = _owner(table, belonging(table.metadata))
    assert column is not None
    points_to = next(iter(column.foreign_keys)).column
    inner = _belongs(points_to.table)
    return (
        f"{_quoted(column.name)} IN (SELECT {_quoted(points_to.name)} "  # noqa: S608 - our own names
        f"FROM {_quoted(points_to.table.name)} WHERE {inner})"
    )


def _read(source: sa.Connection, table: sa.Table, organisation_id: int) -> Iterator[list[Row]]:
    order = ' ORDER BY "number"' if "number" in table.columns else ""
    # Our own names, each in quotation marks.
    question = f"SELECT {_columns(table)} FROM {_quoted(table.name)} WHERE {_belongs(table)}{order}"  # noqa: S608
    found = source.exec_driver_sql(question, (organisation_id,))
    while some := found.fetchmany(_MANY):
        yield [tuple(row) for row in some]


def _known_here(source: sa.Connection, target: sa.Connection, organisation_id: int) -> dict[int, int]:
    """The questionnaires of the organisation whose very words the target has already."""
    belongs = _belongs(KNOWN.tables[_SHARED])
    wanted = f"SELECT id, digest FROM questionnaire WHERE {belongs}"  # noqa: S608 - our own names
    here = {digest: id_ for id_, digest in target.exec_driver_sql("SELECT id, digest FROM questionnaire")}
    asked = source.exec_driver_sql(wanted, (organisation_id,))
    return {id_: here[digest] for id_, digest in asked if digest in here}


def _counted_on(target: sa.Connection) -> Callable[[Any], object]:
    """Checks are numbered on from the last one that is there: nothing tells how many there were elsewhere."""
    last = target.exec_driver_sql("SELECT coalesce(max(number), 0) FROM round").scalar_one()

    def next_number(_old: Any) -> int:
        nonlocal last
        last += 1
        return int(last)

    return next_number


def _with_seals(source: sa.Connection, target: sa.Connection, rounds: dict[int, int]) -> Tally:
    """Each check that was sealed when it was closed keeps its seal, which says nothing of ids."""
    tally = Tally()
    for old, new in rounds.items():
        seal = source.exec_driver_sql("SELECT value FROM setting WHERE name = ?", (seals.name_of(old),)).scalar()
        if seal is not None:
            row = (seals.name_of(new), seal)
            target.exec_driver_sql("INSERT INTO setting (name, value) VALUES (?, ?)", row)
            tally.add(row)
    return tally


def _steps(
    source: sa.Connection, tables: list[sa.Table], organisation_id: int, progress: Progress | None
) -> Callable[[int], None]:
    if progress is None:
        return lambda _rows: None
    of = done = 0
    for table in tables:
        question = f"SELECT count(*) FROM {_quoted(table.name)} WHERE {_belongs(table)}"  # noqa: S608 - our own names
        of += int(source.exec_driver_sql(question, (organisation_id,)).scalar_one())

    def step(rows: int) -> None:
        nonlocal done
        done += rows
        progress(done, of)

    return step


def insert_into(table: sa.Table) -> str:
    """The statement that puts one row into a table of ours."""
    places = ", ".join("?" * len(table.columns))
    return f"INSERT INTO {_quoted(table.name)} ({_columns(table)}) VALUES ({places})"  # noqa: S608 - our own names


def _columns(table: sa.Table) -> str:
    return ", ".join(_quoted(column.name) for column in table.columns)


def _quoted(name: str) -> str:
    return f'"{name}"'
