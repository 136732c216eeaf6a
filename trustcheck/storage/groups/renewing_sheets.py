"""All sheets of a round written anew under other ids, in the order of those, with nothing lost on the way."""

from collections.abc import Callable, Sequence

import sqlalchemy as sa

from trustcheck.storage.file import refusals
from trustcheck.storage.groups.sheet_parts import order_of
from trustcheck.storage.schema.many_rows import insert

OnRenewed = Callable[[int], None]
"""Told how many more sheets are done; may raise to stop."""

_AT_ONCE = 1000

# In memory only: a table that held both ids of a sheet on the disk would undo what the new ids are for.
_RENEWED = """
CREATE TEMPORARY TABLE renewed
(new INTEGER PRIMARY KEY, old INTEGER NOT NULL, perspective TEXT, hurried INTEGER, standing TEXT)
"""
# Two tables that are made alike are copied without looking into a row.
_HOW_ANSWERS_ARE_KEPT = "SELECT substr(sql, instr(sql, '(')) FROM main.sqlite_master WHERE name = 'answer'"
_KEPT = "CREATE TEMPORARY TABLE kept_answer {}"
_KEEP = """
INSERT INTO kept_answer
SELECT new, item, code FROM renewed CROSS JOIN answer ON answer.response = old
WHERE new BETWEEN ? AND ? ORDER BY new, item
"""
_KEEP_OTHERS = "INSERT INTO kept_answer SELECT * FROM answer WHERE response NOT IN (SELECT old FROM renewed)"
_PUT_BACK = "INSERT INTO answer SELECT * FROM kept_answer"
_ADD_RESPONSES = "INSERT INTO response (id, round, perspective) SELECT new, ?, perspective FROM renewed ORDER BY new"
_ADD_SHEETS = """
INSERT INTO sheet (response, round, hurried, standing) SELECT new, ?, hurried, standing FROM renewed ORDER BY new
"""
_DELETE_ANSWERS = "DELETE FROM answer WHERE response IN (SELECT old FROM renewed)"
_DELETE_SHEETS = "DELETE FROM sheet WHERE response IN (SELECT old FROM renewed)"
_DELETE_RESPONSES = "DELETE FROM response WHERE id IN (SELECT old FROM renewed)"


def renew_sheets(
    connection: sa.Connection,
    round_id: int,
    new: Sequence[int],
    sheets: Sequence[tuple[int, str, bool, str]],
    step: OnRenewed,
) -> None:
    """Write sheets anew under ``new`` ids: of each the id it had, whose it is, and how it looks and stands now.

    Their notes are none of theirs any more. ``step`` is told how many more are done. Works where links are trusted;
    raises ``Damaged`` where a row would be lost or belong to none. Whoever undoes the change undoes all of it.
    """
    connection.exec_driver_sql(_RENEWED)
    connection.exec_driver_sql(_KEPT.format(connection.exec_driver_sql(_HOW_ANSWERS_ARE_KEPT).scalar_one()))
    for at in range(0, len(new), _AT_ONCE):
        some = zip(new[at : at + _AT_ONCE], sheets[at : at + _AT_ONCE], strict=True)
        insert(connection, "renewed", [(id_, *sheet) for id_, sheet in some])
    _renew_answers(connection, new, step)
    for delete, add in ((_DELETE_RESPONSES, _ADD_RESPONSES), (_DELETE_SHEETS, _ADD_SHEETS)):
        _require_all({len(new), _changed(connection, delete), _changed(connection, add, round_id)})
    for table in ("renewed", "kept_answer"):
        connection.exec_driver_sql(f"DROP TABLE {table}")


def _renew_answers(connection: sa.Connection, new: Sequence[int], step: OnRenewed) -> None:
    """All of a table is emptied at once; rows that go one by one take as long as those that come."""
    known = connection.exec_driver_sql("SELECT count(*) FROM answer").scalar_one()
    places, own = order_of(new), 0
    for start in range(0, len(places), _AT_ONCE):
        some = places[start : start + _AT_ONCE]
        own += _changed(connection, _KEEP, new[some[0]], new[some[-1]])
        step(len(some))
    all_move = known <= 2 * own
    others = _changed(connection, _KEEP_OTHERS) if all_move and known > own else 0
    gone = _changed(connection, "DELETE FROM answer" if all_move else _DELETE_ANSWERS)
    _require_all({own + others, gone, _changed(connection, _PUT_BACK)})


def _changed(connection: sa.Connection, statement: str, *values: int) -> int:
    return connection.exec_driver_sql(statement, values).rowcount


def _require_all(changed: set[int]) -> None:
    """As many rows are gone as were kept, and as many are back."""
    if len(changed) > 1:
        raise refusals.damaged()
