"""A seal on the answers of a closed check: one flipped bit on a disk must not become another score without a word.

The database sees pages that are damaged, not an answer that turned into another possible one. The seal is a sum over
what each sheet says, so that it tells neither an order nor an id, and one sheet cannot be checked against it alone.
"""

from collections.abc import Iterable
from hashlib import sha256
from typing import Any

import sqlalchemy as sa

from trustcheck.storage import refusals, tables

_NAME = "seal {}"
_WHOLE = 1 << 256
_setting = tables.setting

# The answers of every sheet as one text each; the order within is that of the table's key.
SHEETS = """
SELECT response.id, response.perspective,
(SELECT json_group_object(item, code) FROM answer WHERE answer.response = response.id)
FROM response WHERE response.round = ?
"""


def seal_of(rows: Iterable[Any]) -> str:
    """The seal of rows ``(id, perspective, answers as text)``, in whatever order they come."""
    total = 0
    for _id, perspective, answers in rows:
        said = f"{perspective} {answers}".encode("utf-8", "surrogatepass")
        total += int.from_bytes(sha256(said).digest(), "big")
    return f"{total % _WHOLE:064x}"


def put(connection: sa.Connection, round_id: int, rows: Iterable[Any]) -> None:
    """Seal a round that is being closed."""
    lift(connection, round_id)
    connection.execute(_setting.insert().values(name=_NAME.format(round_id), value=seal_of(rows)))


def lift(connection: sa.Connection, round_id: int) -> None:
    """A round that is open again has no seal."""
    connection.execute(_setting.delete().where(_setting.c.name == _NAME.format(round_id)))


def require_unbroken(connection: sa.Connection, round_id: int, rows: Iterable[Any]) -> None:
    """Raise ``Damaged`` where a sealed round says something else now. A round of an earlier version has no seal."""
    wanted = sa.select(_setting.c.value).where(_setting.c.name == _NAME.format(round_id))
    seal = connection.execute(wanted).scalar()
    if seal is not None and seal != seal_of(rows):
        raise refusals.damaged()


def forget_gone(connection: sa.Connection) -> None:
    """Let go of seals whose round is gone."""
    sealed = sa.select(_setting.c.name).where(_setting.c.name.startswith(_NAME.format("")))
    there = {_NAME.format(each) for each in connection.execute(sa.select(tables.round_.c.id)).scalars()}
    gone = [name for name in connection.execute(sealed).scalars() if name not in there]
    if gone:
        connection.execute(_setting.delete().where(_setting.c.name.in_(gone)))
