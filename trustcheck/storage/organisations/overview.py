"""The promises that come due across all organisations, in one question to the file."""

from datetime import date
from typing import Any

import sqlalchemy as sa

from trustcheck.domain.checks.round import (
    Organisation,
    OrganisationSummary,
    PlacedPromise,
    PromiseStatus,
    RoundKind,
    RoundState,
    RoundSummary,
)
from trustcheck.storage.rounds.promise_rows import promise_from
from trustcheck.storage.rounds.summaries import NEWEST_FIRST, SUMMARIES, summary
from trustcheck.storage.schema import group_tables, tables
from trustcheck.storage.store_part import StorePart

# All organisations with their newest checks, in a constant number of questions to the file.


_organisation = tables.organisation.c
_list_round = tables.round_.c
_is_closed = _list_round.state == RoundState.CLOSED.value

# Of each organisation the newest check that goes on and the newest that is closed; only these are looked at closely.
_ranked = (
    sa.select(
        _list_round.id,
        sa.func.row_number()
        .over(partition_by=(_list_round.organisation, _is_closed), order_by=NEWEST_FIRST)
        .label("rank"),
    )
    .where(_list_round.retests.is_(None))
    .subquery()
)
_newest = SUMMARIES.where(_list_round.id.in_(sa.select(_ranked.c.id).where(_ranked.c.rank == 1)))
_checks = (
    sa.select(sa.func.count())
    .where(_list_round.organisation == _organisation.id, _list_round.retests.is_(None))
    .scalar_subquery()
)
_is_listed = _organisation.id.not_in(sa.select(group_tables.deleted_organisation.c.organisation))
_BY_NAME = sa.func.lower(_organisation.name)
_listed = sa.select(tables.organisation, _checks.label("checks")).where(_is_listed).order_by(_BY_NAME)


class OrganisationList(StorePart):
    def all(self) -> tuple[Organisation, ...]:
        """All organisations, by name, those that were deleted left out. Raises ``NotOpened``."""
        wanted = sa.select(tables.organisation).where(_is_listed).order_by(_BY_NAME)
        with self._file.reading() as connection:
            return tuple(Organisation(row.id, row.name) for row in connection.execute(wanted))

    def summaries(self) -> tuple[OrganisationSummary, ...]:
        """The same, each with its newest checks. Raises ``NotOpened``."""
        with self._file.reading() as connection:
            newest = [summary(row) for row in connection.execute(_newest)]
            closed = {each.organisation.id: each for each in newest if each.state is RoundState.CLOSED}
            going_on = {each.organisation.id: each for each in newest if each.state is not RoundState.CLOSED}
            return tuple(_summary(row, going_on, closed) for row in connection.execute(_listed))


def _summary(
    row: sa.Row[Any], going_on: dict[int, RoundSummary], closed: dict[int, RoundSummary]
) -> OrganisationSummary:
    return OrganisationSummary(
        Organisation(row.id, row.name), checks=row.checks, open=going_on.get(row.id), last=closed.get(row.id)
    )


_promise, _round = tables.promise.c, tables.round_.c
_deleted = group_tables.deleted_organisation.c.organisation
_is_group = group_tables.group_round.c.round.is_not(None)

# Looking again has happened where a check of the same kind was closed after this one.
_later, _later_group = tables.round_.alias("later"), group_tables.group_round.alias("later_group")
_looked_again = (
    sa.select(sa.literal(1))
    .select_from(_later.outerjoin(_later_group, _later_group.c.round == _later.c.id))
    .where(_later.c.organisation == _round.organisation, _later.c.number > _round.number)
    .where(_later.c.retests.is_(None), _later.c.state == RoundState.CLOSED.value)
    .where(_later_group.c.round.is_not(None) == _is_group)
    .exists()
)
_all = (
    sa.select(tables.promise, tables.organisation.c.name, _round.organisation.label("of"), _is_group.label("is_group"))
    .select_from(tables.promise.join(tables.round_).join(tables.organisation).outerjoin(group_tables.group_round))
    .where(_round.organisation.not_in(sa.select(_deleted)))
    .order_by(
        _promise.look_again_on.nulls_last(), sa.func.lower(tables.organisation.c.name), _round.number, _promise.number
    )
)
_due = _all.where(_promise.status == PromiseStatus.OPEN.value, ~_looked_again)


class PromiseList(StorePart):
    def promises(self) -> tuple[PlacedPromise, ...]:
        """All of them, the earliest day first. Raises ``NotOpened``."""
        with self._file.reading() as connection:
            return tuple(_value(row) for row in connection.execute(_all))

    def promises_due(self, until: date) -> tuple[PlacedPromise, ...]:
        """Open ones to look again on or before a day, the earliest first. Raises ``NotOpened``."""
        with self._file.reading() as connection:
            return tuple(_value(row) for row in connection.execute(_due.where(_promise.look_again_on <= until)))


def _value(row: sa.Row[Any]) -> PlacedPromise:
    kind = RoundKind.GROUP if row.is_group else RoundKind.PERSONAL
    return PlacedPromise(Organisation(row.of, row.name), row.round, kind, promise_from(row))
