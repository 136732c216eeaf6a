"""Organisations: their names, what is kept of each, and taking them out of sight before they are gone for good."""

import re

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from trustcheck.domain.checks.round import NAME_LIMIT, NOTE_LIMIT, OrganisationDetails
from trustcheck.storage.organisations import organisation_refusals
from trustcheck.storage.rounds.requirements import require_organisation
from trustcheck.storage.rounds.tidying import (
    deleted_organisations,
    forget_deleted,
    forget_organisation,
    mark_taken_back,
)
from trustcheck.storage.schema import group_tables, tables
from trustcheck.storage.store_part import StorePart, fitting
from trustcheck.words import gettext as _

LONG_TEXT = 4000
"""Characters of an organisation's notes and of a report's closing page."""
LOGO_MEGABYTES = 2

_organisation = tables.organisation.c
_details = group_tables.organisation_details
_deleted = group_tables.deleted_organisation
_WORDS = sa.select(_details.c.notes, _details.c.routes, _details.c.prepared_by, _details.c.closing_words)
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


class OrganisationWriter(StorePart):
    """Each method is one transaction; those that write raise ``NotSaved``."""

    def add(self, name: str) -> int:
        """The new organisation's id. It stays in the file when it has no check."""
        name = _name(name)
        organisation_id = self._new_id()
        with self._file.writing(_("This organisation is not saved yet.")) as connection:
            _require_free(connection, name)
            connection.execute(tables.organisation.insert().values(id=organisation_id, name=name))
            connection.execute(_details.insert().values(organisation=organisation_id))
        return organisation_id

    def rename(self, organisation_id: int, name: str) -> None:
        name = _name(name)
        with self._file.writing(_("This name is not saved yet.")) as connection:
            mark_taken_back(connection, (require_organisation(connection, organisation_id),), (name,))
            _require_free(connection, name, but=organisation_id)
            renamed = tables.organisation.update().where(_organisation.id == organisation_id).values(name=name)
            connection.execute(renamed)

    def details(self, organisation_id: int) -> OrganisationDetails:
        with self._file.reading() as connection:
            require_organisation(connection, organisation_id)
            row = connection.execute(sa.select(_details).where(_details.c.organisation == organisation_id)).first()
        if row is None:
            return OrganisationDetails()
        return OrganisationDetails(
            row.notes, row.routes, row.prepared_by, row.accent, row.closing_words, bytes(row.logo)
        )

    def save_details(self, organisation_id: int, details: OrganisationDetails) -> None:
        """Keep all of them; from then on the organisation stays also without a check."""
        values = {"organisation": organisation_id, **kept_details(details)}
        with self._file.writing(_("These details are not saved yet.")) as connection:
            require_organisation(connection, organisation_id)
            before = connection.execute(_WORDS.where(_details.c.organisation == organisation_id)).first() or ()
            mark_taken_back(connection, before, [getattr(details, each.name) for each in _WORDS.selected_columns])
            connection.execute(
                insert(_details).values(values).on_conflict_do_update(index_elements=["organisation"], set_=values)
            )

    def delete(self, organisation_id: int) -> None:
        with self._file.writing(_("This organisation is not deleted yet.")) as connection:
            name = require_organisation(connection, organisation_id)
            connection.execute(_deleted.insert().values(organisation=organisation_id, name=name))
            # Its name is free for another one meanwhile.
            self._call(connection, organisation_id, f"deleted {organisation_id}")

    def bring_back(self, organisation_id: int) -> None:
        flagged = _deleted.c.organisation == organisation_id
        with self._file.writing(_("This organisation is not back yet.")) as connection:
            name = connection.execute(sa.select(_deleted.c.name).where(flagged)).scalar()
            if name is None:
                require_organisation(connection, organisation_id)
                return
            if connection.execute(sa.select(_organisation.id).where(_organisation.name == name)).first():
                raise organisation_refusals.name_was_taken(name)
            connection.execute(_deleted.delete().where(flagged))
            self._call(connection, organisation_id, name)

    def deleted(self) -> frozenset[int]:
        return deleted_organisations(self._file)

    def forget(self, organisation_id: int) -> None:
        forget_organisation(self._file, organisation_id)

    def forget_deleted(self) -> None:
        """Take what was deleted out of the file for good; a file that is only looked at stays as it is, and so does one
        that is damaged."""
        forget_deleted(self._file)

    @staticmethod
    def _call(connection: sa.Connection, organisation_id: int, name: str) -> None:
        connection.execute(tables.organisation.update().where(_organisation.id == organisation_id).values(name=name))


def _name(name: str) -> str:
    name = fitting(name, NAME_LIMIT)
    if not name.strip():
        raise organisation_refusals.nameless()
    return name


def _require_free(connection: sa.Connection, name: str, but: int = 0) -> None:
    same = sa.select(_organisation.id).where(_organisation.name == name, _organisation.id != but)
    if connection.execute(same).first() is not None:
        raise organisation_refusals.name_is_taken(name)


def kept_details(details: OrganisationDetails) -> dict[str, object]:
    """The columns of what is kept. Raises ``NotSaved`` where something is too long or no colour."""
    if details.accent and not _COLOUR.fullmatch(details.accent):
        raise organisation_refusals.not_a_colour(details.accent)
    if len(details.logo) > LOGO_MEGABYTES * 1024 * 1024:
        raise organisation_refusals.logo_too_large(LOGO_MEGABYTES)
    return {
        "notes": fitting(details.notes, LONG_TEXT),
        "routes": fitting(details.routes, NOTE_LIMIT),
        "prepared_by": fitting(details.prepared_by, NAME_LIMIT),
        "accent": details.accent,
        "closing_words": fitting(details.closing_words, LONG_TEXT),
        "logo": details.logo,
    }
