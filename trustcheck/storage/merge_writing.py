"""Writing what was chosen of two states of a data file, part by part, in a transaction that somebody else began."""

from collections.abc import Mapping
from dataclasses import replace

import sqlalchemy as sa

from trustcheck.app.merging import Choice, Found, Part
from trustcheck.domain.round import RoundState
from trustcheck.storage import tables
from trustcheck.storage.check_rows import CheckRows
from trustcheck.storage.check_writing import write_check
from trustcheck.storage.joining_checks import join_checks
from trustcheck.storage.joining_organisations import OrganisationRows, join_organisations, write_organisation
from trustcheck.storage.store_part import Draw
from trustcheck.storage.taking_over import free_name, names_here
from trustcheck.storage.two_states import TwoStates

_ID_BITS = 63


class MergeWriting:
    def __init__(self, connection: sa.Connection, states: TwoStates, chosen: Mapping[int, Choice], draw: Draw) -> None:
        self._connection, self._states, self._chosen, self._draw = connection, states, chosen, draw
        self.closed: list[int] = []
        """Checks of several people that stand closed now, and did not stand so before."""

    def write(self, part: Part) -> None:
        """Let one part be in the file as it was chosen. Raises the driver's errors."""
        choice = self._choice(part)
        if part.found in (Found.ONLY_HERE, Found.ONLY_THERE):
            self._write_alone(part, choice)
        elif part.is_check:
            self._write_check(part, choice)
        else:
            here, there = self._states.organisation(part.id)
            joined, _clashes = join_organisations(here, there, choice)
            if joined != here:
                self._write_organisation(part.id, joined, here)

    def _choice(self, part: Part) -> Choice:
        wanted = self._chosen.get(part.id, Choice.HERE)
        if not part.choices:
            return Choice.HERE
        return wanted if part.id in self._chosen and wanted in part.choices else part.choices[0]

    def _write_alone(self, part: Part, choice: Choice) -> None:
        if part.found is Found.ONLY_HERE:
            if choice is Choice.THERE:
                table = tables.round_ if part.is_check else tables.organisation
                self._connection.execute(table.delete().where(table.c.id == part.id))
        elif part.is_check:
            rows = self._states.check_there(part.id)
            if choice is Choice.THERE:
                self._add_check(part.id, rows)
        else:
            self._add_organisation(part.id, wanted=choice is Choice.THERE)

    def _add_organisation(self, id_: int, *, wanted: bool) -> None:
        rows = self._states.arriving(id_)
        if wanted:
            # It may be one that was deleted here a moment ago.
            gone = tables.organisation.delete().where(tables.organisation.c.id == id_)
            self._connection.execute(gone)
            self._write_organisation(id_, rows, None)
        for each in reversed(self._states.there.checks_of(id_)):
            check = self._states.check_there(each.id)
            if wanted:
                self._add_check(each.id, check)

    def _write_organisation(self, id_: int, rows: OrganisationRows, before: OrganisationRows | None) -> None:
        if before is None or rows.name != before.name:
            rows = rows._replace(name=free_name(rows.name, names_here(self._connection)))
        write_organisation(self._connection, id_, rows, is_new=before is None)

    def _write_check(self, part: Part, choice: Choice) -> None:
        here, there = self._states.check(part.id)
        if part.found is Found.SAME:
            return
        if choice is Choice.BOTH:
            self._add_check(self._draw(_ID_BITS), self._renewed(there))
            return
        joined = join_checks(here, there, choice).rows
        if joined != here:
            write_check(self._connection, part.id, joined, here, self._questionnaire(joined))
            self._note_closed(part.id, joined)

    def _add_check(self, id_: int, rows: CheckRows) -> None:
        write_check(self._connection, id_, rows, None, self._questionnaire(rows))
        self._note_closed(id_, rows)

    def _note_closed(self, id_: int, rows: CheckRows) -> None:
        if rows.group is not None and rows.state is RoundState.CLOSED:
            self.closed.append(id_)

    def _renewed(self, rows: CheckRows) -> CheckRows:
        """One person's check under ids of its own."""
        ids = {each: self._draw(_ID_BITS) for each in rows.sheets}
        notes = {self._draw(_ID_BITS): (ids[response], *rest) for response, *rest in rows.notes.values()}
        return replace(
            rows,
            sheets={ids[each]: sheet for each, sheet in rows.sheets.items()},
            notes=notes,
            promises={self._draw(_ID_BITS): each for each in rows.promises.values()},
        )

    def _questionnaire(self, rows: CheckRows) -> int:
        """The id here of what a check asks; its words come along where they are not here yet."""
        known = tables.questionnaire.c
        here = self._connection.execute(sa.select(known.id).where(known.digest == rows.questionnaire)).scalar()
        if here is not None:
            return int(here)
        wanted = sa.select(known.text).where(known.digest == rows.questionnaire)
        text = self._states.there.connection.execute(wanted).scalar_one()
        fresh = {"id": self._draw(_ID_BITS), "digest": rows.questionnaire, "text": text}
        self._connection.execute(tables.questionnaire.insert().values(fresh))
        return int(fresh["id"])
