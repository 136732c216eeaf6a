"""Taking finished sheets into an open round, all of them or none, and putting a form right that was misread."""

from collections import Counter
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import Any

import sqlalchemy as sa

from trustcheck.app.ports import Progress
from trustcheck.domain.answers import Response
from trustcheck.domain.group_round import Sheet
from trustcheck.domain.quality import quality
from trustcheck.domain.questionnaire import Perspective
from trustcheck.storage import group_tables, sheet_refusals, tables
from trustcheck.storage.group_reader import SHEETS, WAITING, answers_by_sheet
from trustcheck.storage.group_state import Taking, taking
from trustcheck.storage.store_part import StorePart, fitting
from trustcheck.words import gettext as _

NOTE_TAKEN = 4000
"""Characters of a note that comes in from a file."""

_AT_ONCE = 500
_MANY = 20
_CODE = itemgetter(2)
_sheet = group_tables.sheet.c

_ADD_RESPONSE = "INSERT INTO response (id, round, perspective) VALUES (?, ?, ?)"
_ADD_SHEET = "INSERT INTO sheet (response, round, code, hurried, standing) VALUES (?, ?, ?, ?, ?)"
_ADD_ANSWER = "INSERT INTO answer (response, item, code) VALUES (?, ?, ?)"
_ADD_NOTE = "INSERT INTO note (id, round, response, item, text) VALUES (?, ?, ?, ?, ?)"
_ONE_FORM = f"{SHEETS} WHERE sheet.round = ? AND sheet.code = ?"


class SheetWriter(StorePart):
    """Those that write are one transaction each and raise ``NotSaved``."""

    def add_sheets(self, round_id: int, sheets: Sequence[Sheet], progress: Progress | None = None) -> None:
        unsaved = _("These sheets are not saved yet.")
        with self._file.writing(unsaved) as connection:
            taken = taking(connection, round_id, unsaved)
            _refuse_doubles(connection, round_id, sheets)
            self._put(connection, round_id, sheets, taken, progress)

    def taken_codes(self, round_id: int) -> frozenset[str]:
        wanted = sa.select(_sheet.code).where(_sheet.round == round_id, _sheet.code.is_not(None))
        with self._file.reading() as connection:
            return frozenset(connection.execute(wanted).scalars())

    def sheet_of_code(self, round_id: int, code: str) -> Sheet | None:
        with self._file.reading() as connection:
            found = list(answers_by_sheet(connection.exec_driver_sql(_ONE_FORM, (round_id, code))))
            if not found:
                return None
            ((response, perspective, answers),) = found
            form = connection.execute(
                sa.select(tables.round_.c.form).where(tables.round_.c.id == round_id)
            ).scalar_one()
            written = sa.select(tables.note.c.item, tables.note.c.text).where(tables.note.c.response == response)
            notes = {row.item: row.text for row in connection.execute(written)}
        return Sheet(Response(Perspective(perspective), form, answers), notes, code)

    def replace_sheet(self, round_id: int, code: str, sheet: Sheet) -> None:
        unsaved = _("This form is not put right yet.")
        with self._file.writing(unsaved) as connection:
            taken = taking(connection, round_id, unsaved)
            wanted = sa.select(_sheet.response).where(_sheet.round == round_id, _sheet.code == code)
            response = connection.execute(wanted).scalar()
            if response is None:
                raise sheet_refusals.no_such_form(code)
            connection.execute(tables.response.delete().where(tables.response.c.id == response))
            _refuse_doubles(connection, round_id, [sheet])
            self._put(connection, round_id, [sheet], taken)

    def finish_sealed(self, round_id: int, sheet_id: int, sheet: Sheet) -> None:
        unsaved = _("This sheet is not saved yet.")
        sealed = group_tables.sealed_sheet
        with self._file.writing(unsaved) as connection:
            taken = taking(connection, round_id, unsaved)
            gone = connection.execute(sealed.delete().where(sealed.c.id == sheet_id, sealed.c.round == round_id))
            if gone.rowcount == 0:
                raise sheet_refusals.draft_is_gone()
            _refuse_doubles(connection, round_id, [sheet])
            self._put(connection, round_id, [sheet], taken)

    def _put(
        self,
        connection: sa.Connection,
        round_id: int,
        sheets: Sequence[Sheet],
        taken: Taking,
        progress: Progress | None = None,
    ) -> None:
        """Write sheets in the order of their new ids, not of their coming, straight to the driver."""
        drawn = sorted((self._new_id(), at) for at in range(len(sheets)))
        for start in range(0, len(drawn), _AT_ONCE):
            some = drawn[start : start + _AT_ONCE]
            self._put_some(connection, round_id, [(new, sheets[at]) for new, at in some], taken)
            if progress is not None:
                progress(start + len(some), len(drawn))

    def _put_some(
        self, connection: sa.Connection, round_id: int, drawn: list[tuple[int, Sheet]], taken: Taking
    ) -> None:
        for _id, sheet in drawn:
            _require_asked(sheet, taken)
        answers = [(new, item, answer.code) for new, sheet in drawn for item, answer in sheet.response.answers.items()]
        if max(map(_CODE, answers), default=0) > taken.questionnaire.high:
            raise sheet_refusals.off_the_scale(taken.questionnaire.high)
        hurried = which_are_hurried([sheet.response for _id, sheet in drawn], taken)
        looks = [
            (new, round_id, sheet.code or None, each, WAITING)
            for (new, sheet), each in zip(drawn, hurried, strict=True)
        ]
        responses = [(new, round_id, sheet.response.perspective.value) for new, sheet in drawn]
        notes = [note for new, sheet in drawn for note in self._notes(round_id, new, sheet, taken)]
        _insert(connection, _ADD_RESPONSE, responses)
        _insert(connection, _ADD_SHEET, looks)
        _insert(connection, _ADD_ANSWER, answers)
        _insert(connection, _ADD_NOTE, notes)

    def _notes(
        self, round_id: int, response: int, sheet: Sheet, taken: Taking
    ) -> Iterator[tuple[int, int, int, str, str]]:
        if taken.with_notes:
            for item, text in sheet.notes.items():
                if text.strip():
                    yield self._new_id(), round_id, response, item, fitting(text, NOTE_TAKEN)


def which_are_hurried(responses: Sequence[Response], taken: Taking) -> list[bool]:
    """For each response whether it looks hurried: many at once as an array, few without loading what that needs."""
    if len(responses) < _MANY:
        order = taken.questionnaire.asked(taken.form)
        return [quality(each, taken.questionnaire, order).is_hasty for each in responses]
    from trustcheck.domain.careless import hasty
    from trustcheck.domain.scoring import codes

    return [bool(each) for each in hasty(codes(responses, taken.questionnaire), taken.questionnaire, taken.form)]


def _require_asked(sheet: Sheet, taken: Taking) -> None:
    """Raises ``NotSaved`` for a sheet that does not belong into the round."""
    answers = sheet.response.answers
    asked = taken.asked
    if sheet.response.perspective not in taken.perspectives:
        raise sheet_refusals.not_asked(sheet.response.perspective)
    if not answers.keys() <= asked or not sheet.notes.keys() <= asked:
        raise sheet_refusals.unknown_items((answers.keys() | sheet.notes.keys()) - asked)


def _insert(connection: sa.Connection, statement: str, rows: list[Any]) -> None:
    if rows:
        connection.exec_driver_sql(statement, rows)


def _refuse_doubles(connection: sa.Connection, round_id: int, sheets: Sequence[Sheet]) -> None:
    """Raises ``NotSaved`` naming a code that is among the sheets twice or was taken before."""
    codes = Counter(sheet.code for sheet in sheets if sheet.code)
    if not codes:
        return
    twice = sorted(code for code, times in codes.items() if times > 1)
    if twice:
        raise sheet_refusals.twice_at_once(twice[0])
    known = sa.select(_sheet.code).where(_sheet.round == round_id, _sheet.code.is_not(None))
    before = sorted(codes.keys() & set(connection.execute(known).scalars()))
    if before:
        raise sheet_refusals.taken_before(before[0])
