"""Two states of what is written of one organisation as one: its name, and what stands on its page."""

from typing import Any, NamedTuple

import sqlalchemy as sa

from trustcheck.app.store.merging import Clash, MergeChoice
from trustcheck.storage.merging.joining_checks import Joining
from trustcheck.storage.schema import group_tables, tables

_details = group_tables.organisation_details
_COLUMNS = tuple(each.name for each in _details.columns if each.name != "organisation")


class OrganisationRows(NamedTuple):
    name: str
    details: dict[str, Any] | None
    """``None`` for one that is there only as long as it has a check."""


def read_organisation(connection: sa.Connection, organisation_id: int) -> OrganisationRows:
    """An organisation that is there."""
    called = sa.select(tables.organisation.c.name).where(tables.organisation.c.id == organisation_id)
    name = connection.execute(called).scalar_one()
    columns = ", ".join(f'"{each}"' for each in _COLUMNS)
    wanted = f"SELECT {columns} FROM organisation_details WHERE organisation = ?"  # noqa: S608 - our own names
    row = connection.exec_driver_sql(wanted, (organisation_id,)).first()
    return OrganisationRows(name, None if row is None else dict(zip(_COLUMNS, row, strict=True)))


def write_organisation(
    connection: sa.Connection, organisation_id: int, rows: OrganisationRows, *, is_new: bool
) -> None:
    """Let an organisation be called and described so; its name is free."""
    organisation = tables.organisation
    if is_new:
        connection.execute(organisation.insert().values(id=organisation_id, name=rows.name))
    else:
        named = organisation.update().where(organisation.c.id == organisation_id).values(name=rows.name)
        connection.execute(named)
    connection.execute(_details.delete().where(_details.c.organisation == organisation_id))
    if rows.details is not None:
        connection.execute(_details.insert().values(organisation=organisation_id, **rows.details))


def join_organisations(
    here: OrganisationRows, there: OrganisationRows, choice: MergeChoice
) -> tuple[OrganisationRows, tuple[Clash, ...]]:
    """What is written in one of them only is kept, and of two texts the chosen one."""
    joining = Joining(choice)
    details = here.details or there.details
    if here.details is not None and there.details is not None:
        ours, theirs = here.details, there.details
        details = {each: joining.either(ours[each], theirs[each], Clash.PAGE) for each in _COLUMNS}
    name = joining.either(here.name, there.name, Clash.NAME)
    return OrganisationRows(name, details), joining.clashes
