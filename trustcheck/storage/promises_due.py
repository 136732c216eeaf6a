"""The promises that come due across all organisations, in one question to the file."""

from datetime import date
from typing import Any

import sqlalchemy as sa

from trustcheck.domain.round import DuePromise, Organisation, RoundKind, RoundState
from trustcheck.storage import group_tables, tables
from trustcheck.storage.round_reader import promise_from
from trustcheck.storage.store_part import StorePart

_promise, _round = tables.promise.c, tables.round_.c
_deleted = group_tables.deleted_organisation.c.organisation
_is_group = group_tables.group_round.c.round.is_not(None)

# Looking again has happened where a check of the same kind was closed after this one.
_later, _later_group = tables.round_.alias("later"), group_tables.group_round.alias("later_group")
_looked_again = (
    sa.select(sa.literal(1))
    .select_from(_later.outerjoin(_later_group, _later_group.c.round == _later.c.id))
    .where(_later.c.organisation == _round.organisation, _later.c.number > _round.number)
    .where(_later.c.state == RoundState.CLOSED.value, _later_group.c.round.is_not(None) == _is_group)
    .exists()
)
_due = (
    sa.select(tables.promise, tables.organisation.c.name, _round.organisation.label("of"), _is_group.label("is_group"))
    .select_from(tables.promise.join(tables.round_).join(tables.organisation).outerjoin(group_tables.group_round))
    .where(_round.organisation.not_in(sa.select(_deleted)), ~_looked_again)
    .order_by(_promise.look_again_on, sa.func.lower(tables.organisation.c.name), _round.number)
)


class PromisesDue(StorePart):
    def promises_due(self, until: date) -> tuple[DuePromise, ...]:
        """Promises to look again on or before a day, the earliest first. Raises ``NotOpened``."""
        with self._file.reading() as connection:
            return tuple(_value(row) for row in connection.execute(_due.where(_promise.look_again_on <= until)))


def _value(row: sa.Row[Any]) -> DuePromise:
    kind = RoundKind.GROUP if row.is_group else RoundKind.PERSONAL
    return DuePromise(Organisation(row.of, row.name), row.round, kind, promise_from(row))
