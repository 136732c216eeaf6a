"""All organisations with their newest checks, in a constant number of questions to the file."""

from typing import Any

import sqlalchemy as sa

from trustcheck.domain.round import Organisation, OrganisationSummary, RoundState, RoundSummary
from trustcheck.storage import group_tables, tables
from trustcheck.storage.round_summaries import NEWEST_FIRST, SUMMARIES, summary
from trustcheck.storage.store_part import StorePart

_organisation = tables.organisation.c
_round = tables.round_.c
_is_closed = _round.state == RoundState.CLOSED.value

# Of each organisation the newest check that goes on and the newest that is closed; only these are looked at closely.
_ranked = sa.select(
    _round.id,
    sa.func.row_number().over(partition_by=(_round.organisation, _is_closed), order_by=NEWEST_FIRST).label("rank"),
).subquery()
_newest = SUMMARIES.where(_round.id.in_(sa.select(_ranked.c.id).where(_ranked.c.rank == 1)))
_checks = sa.select(sa.func.count()).where(_round.organisation == _organisation.id).scalar_subquery()
_listed = (
    sa.select(tables.organisation, _checks.label("checks"))
    .where(_organisation.id.not_in(sa.select(group_tables.deleted_organisation.c.organisation)))
    .order_by(sa.func.lower(_organisation.name))
)


class OrganisationList(StorePart):
    def organisation_list(self) -> tuple[OrganisationSummary, ...]:
        """All organisations by name, those that were deleted left out. Raises ``NotOpened``."""
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
