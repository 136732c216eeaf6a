"""Writing all rows of one check into a file, in the place of those it had."""

import json
from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa

from trustcheck.domain.round import RoundState
from trustcheck.storage import group_tables, seals, tables
from trustcheck.storage.check_rows import SMALL, CheckRows, SheetRow
from trustcheck.storage.group_reader import RELEASED_SHEETS
from trustcheck.storage.organisation_rows import insert_into
from trustcheck.storage.pin_tries import forget_tries
from trustcheck.storage.round_writer import NEXT_NUMBER


def write_check(
    connection: sa.Connection, round_id: int, rows: CheckRows, before: CheckRows | None, questionnaire: int
) -> None:
    """Let a check hold these rows, in the place of those it had ``before``; a check that was not there is added."""
    values = {"organisation": rows.organisation, "questionnaire": questionnaire, **rows.head}
    columns = ", ".join(values)
    if before is None:
        number = connection.execute(sa.select(NEXT_NUMBER)).scalar_one()
        put_in = f"INSERT INTO round (id, number, {columns}) VALUES (?, ?, {', '.join('?' * len(values))})"  # noqa: S608
        connection.exec_driver_sql(put_in, (round_id, number, *values.values()))
    else:
        changed = ", ".join(f"{each} = ?" for each in values)
        connection.exec_driver_sql(f"UPDATE round SET {changed} WHERE id = ?", (*values.values(), round_id))  # noqa: S608
    for table in (group_tables.group_round, *SMALL):
        connection.exec_driver_sql(f'DELETE FROM "{table.name}" WHERE round = ?', (round_id,))  # noqa: S608
    if rows.group is not None:
        connection.execute(group_tables.group_round.insert().values(round=round_id, lock=b"", **rows.group))
        forget_tries(connection, round_id)
    _write_sheets(connection, round_id, rows.sheets, before.sheets if before is not None else {})
    for table, some in zip(SMALL, rows.small(), strict=True):
        _put(connection, insert_into(table), [_whole(table, round_id, key, rest) for key, rest in sorted(some.items())])
    _seal(connection, round_id, rows)


def _write_sheets(
    connection: sa.Connection, round_id: int, sheets: dict[int, SheetRow], before: dict[int, SheetRow]
) -> None:
    gone = [(each,) for each in before if sheets.get(each) != before[each]]
    _put(connection, "DELETE FROM response WHERE id = ?", gone)
    fresh = sorted((id_, each) for id_, each in sheets.items() if before.get(id_) != each)
    _put(
        connection,
        insert_into(tables.response),
        [(id_, round_id, each.perspective) for id_, each in fresh],
    )
    _put(
        connection,
        insert_into(group_tables.sheet),
        [(id_, round_id, each.code, each.hurried, each.standing) for id_, each in fresh if each.standing is not None],
    )
    answers = ((id_, item, code) for id_, each in fresh for item, code in sorted(json.loads(each.answers).items()))
    _put(connection, insert_into(tables.answer), list(answers))


def _seal(connection: sa.Connection, round_id: int, rows: CheckRows) -> None:
    if rows.state is RoundState.CLOSED:
        said = RELEASED_SHEETS if rows.group is not None else seals.SHEETS
        seals.put(connection, round_id, connection.exec_driver_sql(said, (round_id,)))
    else:
        seals.lift(connection, round_id)


def _whole(table: sa.Table, round_id: int, key: Any, rest: Iterable[Any]) -> tuple[Any, ...]:
    """The row that :func:`_split` took apart."""
    keys = {each.name: key for each in table.primary_key if each.name != "round"}
    others = iter(rest)
    return tuple(
        round_id if each.name == "round" else keys[each.name] if each.name in keys else next(others)
        for each in table.columns
    )


def _put(connection: sa.Connection, statement: str, rows: list[tuple[Any, ...]]) -> None:
    if rows:
        connection.exec_driver_sql(statement, rows)
