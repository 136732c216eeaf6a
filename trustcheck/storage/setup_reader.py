"""A group's set-up as it is kept."""

import sqlalchemy as sa

from trustcheck.domain.group_round import GroupSetup, NotesUse, Way
from trustcheck.domain.questionnaire import Form, Perspective
from trustcheck.storage import group_tables, tables

_group = group_tables.group_round
_asked = group_tables.asked_perspective.c
_importance = group_tables.importance.c


def setup_of(connection: sa.Connection, round_id: int) -> GroupSetup:
    """The set-up of a round that is known to be a group's."""
    wanted = (
        sa.select(_group, tables.round_.c.form, tables.round_.c.leaders_are)
        .join(tables.round_)
        .where(_group.c.round == round_id)
    )
    row = connection.execute(wanted).one()
    invited = invited_of(connection, round_id)
    weights = sa.select(_importance.theme, _importance.weight).where(_importance.round == round_id)
    return GroupSetup(
        form=Form(row.form),
        perspectives=tuple(invited),
        invited=invited,
        leaders_are=row.leaders_are,
        staff_are=row.staff_are,
        way=Way(row.way),
        minutes=row.minutes,
        threshold=row.threshold,
        notes=NotesUse(row.notes),
        importance={each.theme: each.weight for each in connection.execute(weights)},
        routes=row.routes,
        one_leader_agreed=row.one_leader_agreed,
        rows_may_leave=row.rows_may_leave,
    )


def invited_of(connection: sa.Connection, round_id: int) -> dict[Perspective, int]:
    """How many are invited of each perspective that is asked, leaders first."""
    wanted = sa.select(_asked.perspective, _asked.invited).where(_asked.round == round_id).order_by(_asked.perspective)
    return {Perspective(row.perspective): row.invited for row in connection.execute(wanted)}
