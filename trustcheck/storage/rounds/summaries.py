"""Rounds of either kind as lists show them: without their answers, and without those that were deleted."""

from typing import Any

import sqlalchemy as sa

from trustcheck.domain.checks.round import Organisation, RetestOf, RoundKind, RoundState, RoundSummary
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.storage.schema import group_tables, tables

_round = tables.round_.c
_response = tables.response.c
_asked = group_tables.asked_perspective.c
_deleted = group_tables.deleted_organisation

# Of one person's round there is one response; of a group's the sheets are counted and never their answers.
_answered = (
    sa.select(sa.func.count())
    .select_from(tables.answer.join(tables.response))
    .where(_response.round == _round.id)
    .scalar_subquery()
)
_sheets = sa.select(sa.func.count()).where(group_tables.sheet.c.round == _round.id).scalar_subquery()
# Of a result that came without its sheets, how many there were.
_carried = group_tables.carried_result.c
_carried_sheets = sa.select(_carried.answered).where(_carried.round == _round.id).scalar_subquery()
_perspective = sa.select(_response.perspective).where(_response.round == _round.id).limit(1).scalar_subquery()
# Staff comes after leader in the alphabet too, and heads the list where it is asked.
_headline = sa.select(sa.func.max(_asked.perspective)).where(_asked.round == _round.id).scalar_subquery()
_perspectives = sa.select(sa.func.count()).where(_asked.round == _round.id).scalar_subquery()
_is_group = group_tables.group_round.c.round.is_not(None)

IS_A_RETEST = _round.retests.is_not(None)
NEWEST_FIRST = (_round.started_on.desc(), _round.number.desc())
SUMMARIES = (
    sa.select(
        tables.round_,
        tables.organisation.c.name.label("organisation_name"),
        _is_group.label("is_group"),
        sa.case((_is_group, _headline), else_=_perspective).label("perspective"),
        sa.case((_is_group, sa.func.coalesce(_carried_sheets, _sheets)), else_=_answered).label("answered"),
        sa.case((_is_group, _perspectives), else_=1).label("perspectives"),
        _carried_sheets.is_not(None).label("carried"),
    )
    .join(tables.organisation)
    .outerjoin(group_tables.group_round)
    .where(_round.organisation.not_in(sa.select(_deleted.c.organisation)))
)
"""Rows for :func:`summary`, of those that ask a promise again too; ``where`` and ``order_by`` may be added."""


LISTED = (
    sa.select(_round.id)
    .outerjoin(group_tables.group_round)
    .where(_round.organisation.not_in(sa.select(_deleted.c.organisation)))
)
"""The ids of the same rounds and nothing else of them."""


def only(kind: RoundKind | None, state: RoundState | None) -> list[sa.ColumnElement[bool]]:
    """What to add to either: rounds that ask no promise again, of one kind, or in one state, where that is named."""
    wanted: list[sa.ColumnElement[bool]] = [sa.not_(IS_A_RETEST)]
    if kind is not None:
        wanted.append(_is_group if kind is RoundKind.GROUP else sa.not_(_is_group))
    if state is not None:
        wanted.append(_round.state == state.value)
    return wanted


def summary(row: sa.Row[Any]) -> RoundSummary:
    """A row of :data:`SUMMARIES` as a value. Raises :class:`ValueError` where the row is damaged."""
    return RoundSummary(
        id=row.id,
        organisation=Organisation(row.organisation, row.organisation_name),
        state=RoundState(row.state),
        form=Form(row.form),
        perspective=Perspective(row.perspective),
        started_on=row.started_on,
        closed_on=row.closed_on,
        answered=row.answered,
        asked=row.asked,
        at_item=row.at_item,
        kind=RoundKind.GROUP if row.is_group else RoundKind.PERSONAL,
        compares=row.perspectives > 1,
        carried=bool(row.carried),
        retests=None if row.retests is None else RetestOf(row.retests, row.promise),
    )
