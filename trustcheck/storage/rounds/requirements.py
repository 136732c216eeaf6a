"""What must hold of a check before its rows are written: its organisation, whose answers it has, and where they are."""

import sqlalchemy as sa

from trustcheck.app.ports import NotSaved, Refused
from trustcheck.storage.schema import group_tables, tables
from trustcheck.words import gettext as _

_organisation = tables.organisation.c
_deleted = group_tables.deleted_organisation


def not_one_persons() -> Refused:
    return Refused(
        _("Several people answer this check, so it has no answers of one person to show."),
        "",
        _("Open it from its organisation."),
    )


def sheets_are_elsewhere() -> NotSaved:
    return NotSaved(
        _("This check came with its result; the answers stayed where they were given."),
        _("It is as it came."),
        _("Reopen it, or change its facts, in the data file where people answered."),
    )


def no_such_organisation() -> NotSaved:
    return NotSaved(
        _("This organisation is no longer in the data file."), "", _("Go back and choose another organisation.")
    )


def require_sheets_here(connection: sa.Connection, round_id: int) -> None:
    """Raises ``NotSaved`` where a round came with its result and without the sheets it follows from."""
    carried = group_tables.carried_result.c.round
    if connection.execute(sa.select(carried).where(carried == round_id)).first() is not None:
        raise sheets_are_elsewhere()


def require_one_persons(connection: sa.Connection, round_id: int) -> None:
    """Raises ``Refused`` where several people answer a round."""
    group = sa.select(group_tables.group_round.c.round).where(group_tables.group_round.c.round == round_id)
    if connection.execute(group).first() is not None:
        raise not_one_persons()


def require_organisation(connection: sa.Connection, organisation_id: int) -> str:
    """The name of an organisation that is in the lists. Raises ``NotSaved`` where it is gone or deleted."""
    deleted = sa.select(_deleted.c.organisation)
    known = sa.select(_organisation.name).where(_organisation.id == organisation_id, _organisation.id.not_in(deleted))
    name = connection.execute(known).scalar()
    if name is None:
        raise no_such_organisation()
    return str(name)
