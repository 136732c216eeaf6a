"""A seal on the answers of a closed check: one flipped bit on a disk must not become another score without a word.

The database sees pages that are damaged, not an answer that turned into another possible one. The seal is a sum over
what each sheet says, so that it tells neither an order nor an id, and one sheet cannot be checked against it alone.
"""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from typing import Any

import sqlalchemy as sa

from trustcheck.storage.file import refusals
from trustcheck.storage.schema import tables
from trustcheck.storage.schema.many_rows import parts_of

_NAME = "seal {}"
_WHOLE = 1 << 256
_setting = tables.setting

# The answers of every sheet as one text each, in the order of the table's key, and what was said beside them.
SHEETS = """
SELECT response.id, response.perspective,
(SELECT json_group_object(item, code) FROM answer WHERE answer.response = response.id), response.beside
FROM response WHERE response.round = ?
"""


def name_of(round_id: int | str) -> str:
    """The name under which the seal of a round stands among the settings; of no round, how all of them begin."""
    return _NAME.format(round_id)


def seal_of(rows: Iterable[Any]) -> str:
    """The seal of rows as :data:`SHEETS` finds them, in whatever order they come."""
    return _written(_said(rows))


def put(connection: sa.Connection, round_id: int, rows: Iterable[Any]) -> None:
    """Seal a round that is being closed."""
    lift(connection, round_id)
    connection.execute(_setting.insert().values(name=name_of(round_id), value=seal_of(rows)))


def lift(connection: sa.Connection, round_id: int) -> None:
    """A round that is open again has no seal."""
    connection.execute(_setting.delete().where(_setting.c.name == name_of(round_id)))


def lift_broken(driver: Any, round_id: int, rows: Iterable[Any]) -> bool:
    """Take the seal off a rescued round that says something else now, on the driver itself; whether there was one."""
    name = _NAME.format(round_id)
    seal = driver.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
    if seal is None or seal[0] == seal_of(rows):
        return False
    driver.execute("DELETE FROM setting WHERE name = ?", (name,))
    return True


def watched(connection: sa.Connection, round_id: int, parts: Iterable[Sequence[Any]]) -> Iterator[Sequence[Any]]:
    """The same parts of the rows, read once; after the last ``Damaged`` where a sealed round says something else now.

    A round that was closed by an earlier version has no seal.
    """
    wanted = sa.select(_setting.c.value).where(_setting.c.name == name_of(round_id))
    seal, total = connection.execute(wanted).scalar(), 0
    for rows in parts:
        total += _said(rows)
        yield rows
    if seal is not None and seal != _written(total):
        raise refusals.damaged()


def require_unbroken(connection: sa.Connection, round_id: int, question: str) -> None:
    """Raises ``Damaged`` where a sealed round says something else now; ``question`` finds its rows."""
    for _rows in watched(connection, round_id, parts_of(connection, question, round_id)):
        pass


def _said(rows: Iterable[Any]) -> int:
    """A number for each row, added up; what nobody was asked beside the questions changes none of them."""
    return sum(
        int.from_bytes(sha256(f"{perspective} {answers}{beside}".encode("utf-8", "surrogatepass")).digest())
        for _id, perspective, answers, beside in rows
    )


def _written(total: int) -> str:
    return f"{total % _WHOLE:064x}"


def forget_gone(connection: sa.Connection) -> None:
    """Let go of seals whose round is gone."""
    sealed = sa.select(_setting.c.name).where(_setting.c.name.startswith(name_of("")))
    there = {name_of(each) for each in connection.execute(sa.select(tables.round_.c.id)).scalars()}
    gone = [name for name in connection.execute(sealed).scalars() if name not in there]
    if gone:
        connection.execute(_setting.delete().where(_setting.c.name.in_(gone)))
