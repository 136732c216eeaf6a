"""Many rows in few statements.

Each run of a statement costs more than a row does, and in a protected file, whose memory is wiped as it is let go,
several times more.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

if TYPE_CHECKING:
    from trustcheck.domain.questionnaire.coded_responses import CodedResponses

_VALUES_AT_ONCE = 990
"""Values that one statement takes; every SQLite takes as many."""
_ROWS_AT_ONCE = 1000
_ADD_ANSWERS = """
INSERT INTO answer (response, item, code) SELECT column1, column2, column3 FROM (VALUES {}) WHERE column3 <> 0
"""


def parts_of(connection: sa.Connection, question: str, *values: Any) -> Iterator[Sequence[Any]]:
    """The rows that a question finds, fetched many at a time."""
    return connection.exec_driver_sql(question, values).partitions(_ROWS_AT_ONCE)


def rows_of(connection: sa.Connection, question: str, *values: Any) -> Iterator[Any]:
    """The same, one after the other."""
    return chain.from_iterable(parts_of(connection, question, *values))


def insert(connection: sa.Connection, into: str, rows: Sequence[Sequence[Any]]) -> None:
    """Add rows to ``into``, a table and its columns as SQL names them."""
    if not rows:
        return
    for some in _parts(rows, _VALUES_AT_ONCE // len(rows[0])):
        statement = f"INSERT INTO {into} VALUES {_places(len(some), len(some[0]))}"  # noqa: S608 - only question marks
        connection.exec_driver_sql(statement, tuple(chain.from_iterable(some)))


def insert_coded(connection: sa.Connection, ids: Sequence[int], responses: "CodedResponses") -> None:
    """Add the answers of ``responses``, whose ids are ``ids``; what was skipped has no row."""
    import numpy as np

    # In the order of the table's key.
    items = sorted(responses.items)
    rows = np.column_stack([np.array(ids, dtype=np.int64), responses.codes_of(items)])
    for some in _parts(rows, max(1, _VALUES_AT_ONCE // (len(items) + 1) - 1)):
        connection.exec_driver_sql(_answers(len(items), len(some)), (*items, *some.ravel().tolist()))


@cache
def _places(rows: int, columns: int) -> str:
    return ",".join([f"({','.join('?' * columns)})"] * rows)


@cache
def _answers(items: int, sheets: int) -> str:
    """First come the ``items``, then for each sheet its id and its codes."""
    own = items + 1
    begins = [items + 1 + sheet * own for sheet in range(sheets)]
    rows = [f"(?{begin},?{item},?{begin + item})" for begin in begins for item in range(1, own)]
    return _ADD_ANSWERS.format(",".join(rows))


def _parts(rows: Any, size: int) -> Iterator[Any]:
    return (rows[start : start + size] for start in range(0, len(rows), size))
