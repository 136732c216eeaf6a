"""Kinds of columns that are read as what they are, or not at all.

SQLite keeps in a column whatever it is given. A file that is damaged, or that somebody made by hand, may hold bytes
where words should be, and words where a number should; what is read wrongly here would break a page much later.
"""

from collections.abc import Callable
from typing import Any

import sqlalchemy as sa

Read = Callable[[Any], Any]


def _only(kind: type) -> Read:
    """Lets values of one kind through. Raises :class:`ValueError` for others, which is told as damage."""

    def read(value: Any) -> Any:
        if value is not None and type(value) is not kind:
            message = f"{type(value).__name__} where {kind.__name__} should be"
            raise ValueError(message)
        return value

    return read


class Words(sa.Text):
    def result_processor(self, dialect: sa.Dialect, coltype: object) -> Read:  # noqa: ARG002 - SQLAlchemy asks so
        return _only(str)


class Whole(sa.Integer):
    def result_processor(self, dialect: sa.Dialect, coltype: object) -> Read:  # noqa: ARG002
        return _only(int)


class Bytes(sa.LargeBinary):
    def result_processor(self, dialect: sa.Dialect, coltype: object) -> Read:  # noqa: ARG002
        return _only(bytes)
