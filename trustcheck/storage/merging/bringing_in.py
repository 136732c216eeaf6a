"""Bringing in what was changed elsewhere: another state of this very data file, shown first and then joined with it."""

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from trustcheck.app.ports import Progress
from trustcheck.app.store.merging import Merge, MergeChoice, MergePart, PartState
from trustcheck.domain.checks.round import RoundState
from trustcheck.storage.file import copy_refusals, refusals
from trustcheck.storage.file.atomic_files import put, remove
from trustcheck.storage.file.upgrade import Ladder
from trustcheck.storage.groups.sheet_rows import RELEASED_SHEETS
from trustcheck.storage.groups.writer import forget_tries
from trustcheck.storage.merging import merge_refusals
from trustcheck.storage.merging.check_rows import SMALL, CheckRows, SheetRow
from trustcheck.storage.merging.joining_checks import join_checks
from trustcheck.storage.merging.joining_organisations import OrganisationRows, join_organisations, write_organisation
from trustcheck.storage.merging.two_states import TwoStates, state_of
from trustcheck.storage.organisations import organisation_refusals
from trustcheck.storage.organisations.arrivals import arrived
from trustcheck.storage.organisations.rows import insert_into
from trustcheck.storage.organisations.taking_over import free_name, names_here
from trustcheck.storage.rounds import seals
from trustcheck.storage.rounds.tidying import mark_untidy, sweep, tidy
from trustcheck.storage.rounds.writer import NEXT_NUMBER
from trustcheck.storage.safety import copies_changed
from trustcheck.storage.safety.open_copies import copy_to, renew_copies
from trustcheck.storage.safety.restoring import aside_name
from trustcheck.storage.schema import group_tables, tables
from trustcheck.storage.store_part import Draw, StorePart
from trustcheck.words import gettext as _

# Writing all rows of one check into a file, in the place of those it had.


def write_check(
    connection: sa.Connection, round_id: int, rows: CheckRows, before: CheckRows | None, questionnaire: int
) -> None:
    """Let a check hold these rows, in the place of those it had ``before``; a check that was not there is added."""
    values = {"organisation": rows.organisation, "questionnaire": questionnaire, **rows.head}
    columns = ", ".join(values)
    if before is None:
        number = connection.execute(sa.select(NEXT_NUMBER)).scalar_one()
        places = ", ".join("?" * len(values))
        put_in = f"INSERT INTO round (id, number, {columns}) VALUES (?, ?, {places})"  # noqa: S608 - our own names
        connection.exec_driver_sql(put_in, (round_id, number, *values.values()))
    else:
        changed = ", ".join(f"{each} = ?" for each in values)
        put_in = f"UPDATE round SET {changed} WHERE id = ?"  # noqa: S608 - our own names
        connection.exec_driver_sql(put_in, (*values.values(), round_id))
    for table in (group_tables.group_round, *SMALL):
        connection.execute(table.delete().where(table.c.round == round_id))
    if rows.group is not None:
        connection.execute(group_tables.group_round.insert().values(round=round_id, lock=b"", **rows.group))
        forget_tries(connection, round_id)
    _write_sheets(connection, round_id, rows.sheets, before.sheets if before is not None else {})
    for table, some in zip(SMALL, rows.small(), strict=True):
        _put(connection, insert_into(table), [_whole(table, round_id, key, rest) for key, rest in sorted(some.items())])
    _seal(connection, round_id, rows)


def _write_sheets(
    connection: sa.Connection, round_id: int, sheets: dict[int, SheetRow], before: dict[int, SheetRow]
) -> None:
    gone = [(each,) for each in before if sheets.get(each) != before[each]]
    _put(connection, "DELETE FROM response WHERE id = ?", gone)
    fresh = sorted((id_, each) for id_, each in sheets.items() if before.get(id_) != each)
    _put(
        connection,
        insert_into(tables.response),
        [(id_, round_id, each.perspective, each.beside) for id_, each in fresh],
    )
    _put(
        connection,
        insert_into(group_tables.sheet),
        [(id_, round_id, each.code, each.hurried, each.standing) for id_, each in fresh if each.standing is not None],
    )
    answers = ((id_, item, code) for id_, each in fresh for item, code in sorted(json.loads(each.answers).items()))
    _put(connection, insert_into(tables.answer), list(answers))


def _seal(connection: sa.Connection, round_id: int, rows: CheckRows) -> None:
    if rows.state is RoundState.CLOSED:
        said = RELEASED_SHEETS if rows.group is not None else seals.SHEETS
        seals.put(connection, round_id, connection.exec_driver_sql(said, (round_id,)))
    else:
        seals.lift(connection, round_id)


def _whole(table: sa.Table, round_id: int, key: Any, rest: Iterable[Any]) -> tuple[Any, ...]:
    """The row that :func:`_split` took apart."""
    keys = {each.name: key for each in table.primary_key if each.name != "round"}
    others = iter(rest)
    return tuple(
        round_id if each.name == "round" else keys[each.name] if each.name in keys else next(others)
        for each in table.columns
    )


def _put(connection: sa.Connection, statement: str, rows: list[tuple[Any, ...]]) -> None:
    if rows:
        connection.exec_driver_sql(statement, rows)


# Writing what was chosen of two states of a data file, part by part, in a transaction that somebody else began.


_ID_BITS = 63


class MergeWriting:
    def __init__(
        self, connection: sa.Connection, states: TwoStates, chosen: Mapping[int, MergeChoice], draw: Draw
    ) -> None:
        self._connection, self._states, self._chosen, self._draw = connection, states, chosen, draw
        self._moved: dict[int, Mapping[int, int]] = {}
        """By check, which promises of the other file have another number here."""
        self._beside: dict[int, int] = {}
        """By check of which both states were kept, the id under which the other file's stands here."""
        self.closed: list[int] = []
        """Checks of several people that stand closed now, and did not stand so before."""

    def write(self, part: MergePart) -> None:
        """Let one part be in the file as it was chosen. Raises the driver's errors."""
        choice = self._choice(part)
        if part.found in (PartState.ONLY_HERE, PartState.ONLY_THERE):
            self._write_alone(part, choice)
        elif part.is_check:
            self._write_check(part, choice)
        else:
            here, there = self._states.organisation(part.id)
            joined, _clashes = join_organisations(here, there, choice)
            if joined != here:
                self._write_organisation(part.id, joined, here)

    def _choice(self, part: MergePart) -> MergeChoice:
        wanted = self._chosen.get(part.id, MergeChoice.HERE)
        if not part.choices:
            return MergeChoice.HERE
        return wanted if part.id in self._chosen and wanted in part.choices else part.choices[0]

    def _write_alone(self, part: MergePart, choice: MergeChoice) -> None:
        if part.found is PartState.ONLY_HERE:
            if choice is MergeChoice.THERE:
                table = tables.round_ if part.is_check else tables.organisation
                self._connection.execute(table.delete().where(table.c.id == part.id))
        elif part.is_check:
            rows = self._states.check_there(part.id)
            if choice is MergeChoice.THERE:
                self._add_check(part.id, rows)
        else:
            self._add_organisation(part.id, wanted=choice is MergeChoice.THERE)

    def _add_organisation(self, id_: int, *, wanted: bool) -> None:
        rows = self._states.arriving(id_)
        if wanted:
            # It may be one that was deleted here a moment ago.
            gone = tables.organisation.delete().where(tables.organisation.c.id == id_)
            self._connection.execute(gone)
            self._write_organisation(id_, rows, None)
        # The oldest first, and what asks a promise of one of them again after all: it leads to the check it asks of.
        checks = [*reversed(self._states.there.checks_of(id_))]
        for each in sorted(checks, key=lambda each: each.retests is not None):
            check = self._states.check_there(each.id)
            if wanted:
                self._add_check(each.id, check)

    def _write_organisation(self, id_: int, rows: OrganisationRows, before: OrganisationRows | None) -> None:
        if before is None or rows.name != before.name:
            rows = rows._replace(name=free_name(rows.name, names_here(self._connection)))
        write_organisation(self._connection, id_, rows, is_new=before is None)

    def _write_check(self, part: MergePart, choice: MergeChoice) -> None:
        here, there = self._states.check(part.id)
        if part.found is PartState.SAME:
            return
        if choice is MergeChoice.BOTH:
            self._beside[part.id] = self._draw(_ID_BITS)
            self._add_check(self._beside[part.id], self._renewed(there))
            return
        found = join_checks(here, there, choice)
        joined = found.rows
        if joined != here:
            write_check(self._connection, part.id, joined, here, self._questionnaire(joined))
            self._note_closed(part.id, joined)
        self._moved[part.id] = found.moved_there
        if moved := found.moved_here:
            # All at once: one after the other, a row that was moved would be moved again.
            promise = tables.round_.c.promise
            again = tables.round_.c.retests == part.id, promise.in_(moved)
            self._connection.execute(tables.round_.update().where(*again).values(promise=sa.case(moved, value=promise)))

    def _add_check(self, id_: int, rows: CheckRows) -> None:
        asks_of, number = rows.head["retests"], rows.head["promise"]
        # Where both were kept, it belongs to the one that came with it.
        asks_of = self._beside.get(asks_of, asks_of)
        if not self._is_there(asks_of):
            # It asks a promise again that was left where it is.
            return
        moved = self._moved.get(asks_of or 0, {})
        rows = replace(rows, head={**rows.head, "retests": asks_of, "promise": moved.get(number, number)})
        write_check(self._connection, id_, rows, None, self._questionnaire(rows))
        self._note_closed(id_, rows)

    def _is_there(self, round_id: int | None) -> bool:
        known = sa.select(tables.round_.c.id).where(tables.round_.c.id == round_id)
        return round_id is None or self._connection.execute(known).first() is not None

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


_IDS = "SELECT id FROM organisation UNION SELECT id FROM round"
_LOCKED = "SELECT 1 FROM group_round WHERE lock <> x''"


class Merging(StorePart):
    def compare_with(self, path: str, passphrase: str = "", progress: Progress | None = None) -> Merge:
        """What bringing in another state of this file would do. See the port."""
        with self._other(path, passphrase, progress) as source, self._file.reading() as connection:
            return _states(connection, source).merge(progress)

    def merge(
        self,
        path: str,
        seen: Merge,
        chosen: Mapping[int, MergeChoice],
        on: date,
        passphrase: str = "",
        progress: Progress | None = None,
    ) -> str:
        """Do what was seen and chosen, in one transaction; where the copy made before lies. See the port."""
        if not self._file.takes_changes:
            raise merge_refusals.only_looking()
        with self._other(path, passphrase, progress) as source:
            with self._file.reading() as connection:
                if _states(connection, source).merge() != seen:
                    raise merge_refusals.changed_since_seen()
            kept = self._keep_before(on)
            try:
                closed = self._write(source, seen, chosen, progress)
            except BaseException:
                remove(kept)
                raise
        tidy(self._file)
        for each in closed:
            # A copy that holds another state of a closed check would undo what closing is for.
            renew_copies(self._file, on, each)
        return str(kept)

    def _write(
        self, source: sa.Connection, seen: Merge, chosen: Mapping[int, MergeChoice], progress: Progress | None
    ) -> list[int]:
        with self._file.writing(_("Nothing was brought in.")) as connection:
            states = _states(connection, source)
            writing = MergeWriting(connection, states, chosen, self._draw)
            try:
                # The oldest check first: those that come in are numbered on. What asks a promise again after all.
                in_order = [*reversed(seen.parts)]
                in_order.sort(key=_asks_again)
                for done, part in enumerate(in_order):
                    writing.write(part)
                    if progress is not None:
                        progress(done + 1, len(seen.parts))
            except sa.exc.IntegrityError as error:
                # A row of the other file has the id of quite another one here.
                raise organisation_refusals.not_sound() from error
            if states.stamp != seen.stamp:
                raise merge_refusals.changed_since_seen()
            sweep(connection)
            _require_sense(connection)
            mark_untidy(connection)
        return writing.closed

    def _keep_before(self, on: date) -> Path:
        """A copy of the file as it is, under the name of what is set aside; raises ``NotWritten``.

        Checks that several people are answering are left out: two states of one would tell who came in between.
        """
        target = aside_name(Path(self._file.path), on)
        fresh = target.with_name(f".{target.name}.part")
        with self._file.copying, copy_refusals.copying(self._file.path):
            try:
                copy_to(self._file, fresh)
                copies_changed.leave_out_open(fresh, self._file.key)
                put(fresh, target)
            finally:
                remove(fresh)
        return target

    @contextmanager
    def _other(self, path: str, passphrase: str, progress: Progress | None) -> Iterator[sa.Connection]:
        from trustcheck.storage.organisations.imported_consistency import Arrivals

        if Path(path).exists() and Path(path).samefile(os.path.realpath(self._file.path)):
            raise organisation_refusals.the_file_itself()
        with self._file.reading() as connection:
            _require_still(connection)
            here = _ids(connection)
        with arrived(path, passphrase, Ladder(), progress, with_drafts=True) as engine:
            with organisation_refusals.looked_through(path):
                Arrivals(engine).looked_through()
            with engine.begin() as source:
                _require_still(source)
                if not here & _ids(source):
                    raise merge_refusals.another_workspace()
                yield source


def _asks_again(part: MergePart) -> bool:
    return any(each is not None and each.retests is not None for each in (part.here, part.there))


def _states(connection: sa.Connection, source: sa.Connection) -> TwoStates:
    return TwoStates(state_of(connection), state_of(source))


def _ids(connection: sa.Connection) -> set[int]:
    """The random ids of organisations and checks: by them the states of one file know each other."""
    return {id_ for (id_,) in connection.exec_driver_sql(_IDS)}


def _require_still(connection: sa.Connection) -> None:
    if connection.exec_driver_sql(_LOCKED).first() is not None:
        raise merge_refusals.goes_round()


def _require_sense(connection: sa.Connection) -> None:
    """Raises ``Damaged`` where what was joined contradicts itself."""
    from trustcheck.storage.organisations.imported_consistency import CONTRADICTIONS

    broken = ("PRAGMA foreign_key_check", *CONTRADICTIONS)
    if any(connection.exec_driver_sql(each).first() is not None for each in broken):
        raise refusals.damaged()
