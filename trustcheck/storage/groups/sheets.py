"""Taking finished sheets into an open round, all of them or none, and putting a form right that was misread."""

from collections import Counter
from collections.abc import Iterator, Sequence

import sqlalchemy as sa

from trustcheck.app.ports import Progress
from trustcheck.domain.checks.coded_sheets import CodedSheets
from trustcheck.domain.checks.group_round import Sheet
from trustcheck.domain.questionnaire.model import Form
from trustcheck.storage.groups import group_refusals
from trustcheck.storage.groups.reader import responses_by_sheet
from trustcheck.storage.groups.sheet_parts import SheetBatch, parts
from trustcheck.storage.groups.sheet_rows import SHEETS, WAITING
from trustcheck.storage.groups.state import Taking, taking
from trustcheck.storage.schema import group_tables, tables
from trustcheck.storage.schema.many_rows import insert
from trustcheck.storage.store_part import StorePart, fitting
from trustcheck.words import gettext as _

NOTE_TAKEN = 4000
"""Characters of a note that comes in from a file."""

_AT_ONCE = 500
_sheet = group_tables.sheet.c

_RESPONSE = "response (id, round, perspective, beside)"
_SHEET = "sheet (response, round, code, hurried, standing)"
_NOTE = "note (id, round, response, item, text)"
_ONE_FORM = f"{SHEETS} WHERE sheet.round = ? AND sheet.code = ?"


class SheetWriter(StorePart):
    """Those that write are one transaction each and raise ``NotSaved``."""

    def add(self, round_id: int, sheets: Sequence[Sheet], progress: Progress | None = None) -> None:
        unsaved = _("These sheets are not saved yet.")
        # Those of a table are made when they are asked for: all at once, as the array they are.
        sheets = sheets[:]
        # Each row belongs to a sheet that is written just before, and each sheet to the round that is looked at here.
        with self._file.writing(unsaved, trusts_links=True) as connection:
            taken = taking(connection, round_id, unsaved)
            _refuse_doubles(connection, round_id, sheets)
            self.put(connection, round_id, sheets, taken, progress)

    def taken_codes(self, round_id: int) -> frozenset[str]:
        wanted = sa.select(_sheet.code).where(_sheet.round == round_id, _sheet.code.is_not(None))
        with self._file.reading() as connection:
            return frozenset(connection.execute(wanted).scalars())

    def of_code(self, round_id: int, code: str) -> Sheet | None:
        with self._file.reading() as connection:
            wanted = sa.select(tables.round_.c.form).where(tables.round_.c.id == round_id)
            rows = connection.exec_driver_sql(_ONE_FORM, (round_id, code)).all()
            if not rows:
                return None
            form = Form(connection.execute(wanted).scalar_one())
            ((id_, response),) = responses_by_sheet(rows, form)
            written = sa.select(tables.note.c.item, tables.note.c.text).where(tables.note.c.response == id_)
            notes = {row.item: row.text for row in connection.execute(written)}
        return Sheet(response, notes, code)

    def replace(self, round_id: int, code: str, sheet: Sheet) -> None:
        unsaved = _("This form is not put right yet.")
        with self._file.writing(unsaved) as connection:
            taken = taking(connection, round_id, unsaved)
            wanted = sa.select(_sheet.response).where(_sheet.round == round_id, _sheet.code == code)
            response = connection.execute(wanted).scalar()
            if response is None:
                raise group_refusals.no_such_form(code)
            connection.execute(tables.response.delete().where(tables.response.c.id == response))
            _refuse_doubles(connection, round_id, [sheet])
            self.put(connection, round_id, [sheet], taken)

    def finish_sealed(self, round_id: int, sheet_id: int, sheet: Sheet) -> None:
        unsaved = _("This sheet is not saved yet.")
        sealed = group_tables.sealed_sheet
        with self._file.writing(unsaved) as connection:
            taken = taking(connection, round_id, unsaved)
            gone = connection.execute(sealed.delete().where(sealed.c.id == sheet_id, sealed.c.round == round_id))
            if gone.rowcount == 0:
                raise group_refusals.draft_is_gone()
            _refuse_doubles(connection, round_id, [sheet])
            self.put(connection, round_id, [sheet], taken)

    def put(
        self,
        connection: sa.Connection,
        round_id: int,
        sheets: Sequence[Sheet],
        taken: Taking,
        progress: Progress | None = None,
    ) -> None:
        """Write sheets in the order of their new ids, not of their coming, straight to the driver."""
        ids, done = self._new_ids(len(sheets)), 0
        for own, part in parts(sheets, ids, _AT_ONCE):
            self._put_some(connection, round_id, own, part, taken)
            done += len(own)
            if progress is not None:
                progress(done, len(ids))

    def _put_some(
        self, connection: sa.Connection, round_id: int, ids: list[int], part: SheetBatch, taken: Taking
    ) -> None:
        part.require_asked(taken)
        looks = list(zip(ids, part.looks(taken), strict=True))
        insert(connection, _RESPONSE, [(new, round_id, look.perspective, look.beside) for new, look in looks])
        insert(connection, _SHEET, [(new, round_id, look.code, look.hurried, WAITING) for new, look in looks])
        part.put_answers(connection, ids)
        if taken.with_notes:
            insert(connection, _NOTE, list(self._notes(round_id, ids, part)))

    def _notes(self, round_id: int, ids: list[int], part: SheetBatch) -> Iterator[tuple[int, int, int, str, str]]:
        for at, item, text in part.notes():
            if text.strip():
                yield self._new_id(), round_id, ids[at], item, fitting(text, NOTE_TAKEN)


def _refuse_doubles(connection: sa.Connection, round_id: int, sheets: Sequence[Sheet]) -> None:
    """Raises ``NotSaved`` naming a code that is among the sheets twice or was taken before."""
    if isinstance(sheets, CodedSheets):
        return
    codes = Counter(sheet.code for sheet in sheets if sheet.code)
    if not codes:
        return
    twice = sorted(code for code, times in codes.items() if times > 1)
    if twice:
        raise group_refusals.twice_at_once(twice[0])
    known = sa.select(_sheet.code).where(_sheet.round == round_id, _sheet.code.is_not(None))
    before = sorted(codes.keys() & set(connection.execute(known).scalars()))
    if before:
        raise group_refusals.taken_before(before[0])
