"""Taking finished sheets into an open round, all of them or none, and putting a form right that was misread."""

from collections import Counter
from collections.abc import Iterator, Sequence
from gettext import gettext as _

import sqlalchemy as sa

from trustcheck.app.ports import Progress
from trustcheck.domain.answers import Response
from trustcheck.domain.group_round import Sheet
from trustcheck.domain.quality import quality
from trustcheck.domain.questionnaire import Perspective
from trustcheck.storage import group_tables, sheet_refusals, tables
from trustcheck.storage.group_reader import WAITING, answers_by_sheet
from trustcheck.storage.group_state import Taking, taking
from trustcheck.storage.store_part import StorePart, fitting

NOTE_TAKEN = 4000
"""Characters of a note that comes in from a file."""

_AT_ONCE = 500
_sheet = group_tables.sheet.c

_ADD_RESPONSE = "INSERT INTO response (id, round, perspective) VALUES (?, ?, ?)"
_ADD_SHEET = "INSERT INTO sheet (response, round, code, hurried, standing) VALUES (?, ?, ?, ?, ?)"
_ADD_ANSWER = "INSERT INTO answer (response, item, code) VALUES (?, ?, ?)"
_ADD_NOTE = "INSERT INTO note (id, round, response, item, text) VALUES (?, ?, ?, ?, ?)"
_ONE_FORM = """
SELECT sheet.response, response.perspective, answer.item, answer.code
FROM sheet JOIN response ON response.id = sheet.response LEFT JOIN answer ON answer.response = sheet.response
WHERE sheet.round = ? AND sheet.code = ?
"""


class SheetWriter(StorePart):
    """Those that write are one transaction each and raise ``NotSaved``."""

    def add_sheets(self, round_id: int, sheets: Sequence[Sheet], progress: Progress | None = None) -> None:
        unsaved = _("These sheets are not saved yet.")
        with self._file.writing(unsaved) as connection:
            taken = taking(connection, round_id, unsaved)
            _refuse_doubles(connection, round_id, sheets)
            done = 0
            for some in _in_pieces(sheets):
                self._put(connection, round_id, some, taken)
                done += len(some)
                if progress is not None:
                    progress(done, len(sheets))

    def taken_codes(self, round_id: int) -> frozenset[str]:
        wanted = sa.select(_sheet.code).where(_sheet.round == round_id, _sheet.code.is_not(None))
        with self._file.reading() as connection:
            return frozenset(connection.execute(wanted).scalars())

    def sheet_of_code(self, round_id: int, code: str) -> Sheet | None:
        with self._file.reading() as connection:
            found = answers_by_sheet(connection.exec_driver_sql(_ONE_FORM, (round_id, code)))
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

    def _put(self, connection: sa.Connection, round_id: int, sheets: Sequence[Sheet], taken: Taking) -> None:
        """Write sheets in the order of their new ids, not of their coming, straight to the driver."""
        drawn = sorted(((self._new_id(), sheet) for sheet in sheets), key=lambda each: each[0])
        for _id, sheet in drawn:
            _require_asked(sheet, taken)
        rows = {
            _ADD_RESPONSE: [(each, round_id, sheet.response.perspective.value) for each, sheet in drawn],
            _ADD_SHEET: [
                (each, round_id, sheet.code or None, is_hurried(sheet.response, taken), WAITING)
                for each, sheet in drawn
            ],
            _ADD_ANSWER: [(each, item, answer.code) for each, sheet in drawn for item, answer in sheet.response],
            _ADD_NOTE: list(self._notes(round_id, drawn)) if taken.with_notes else [],
        }
        for statement, values in rows.items():
            if values:
                connection.exec_driver_sql(statement, values)

    def _notes(self, round_id: int, drawn: Sequence[tuple[int, Sheet]]) -> Iterator[tuple[int, int, int, str, str]]:
        for response, sheet in drawn:
            for item, text in sheet.notes.items():
                if text.strip():
                    yield self._new_id(), round_id, response, item, fitting(text, NOTE_TAKEN)


def is_hurried(response: Response, taken: Taking) -> bool:
    return quality(response, taken.questionnaire, taken.questionnaire.asked(taken.form)).is_hasty


def _require_asked(sheet: Sheet, taken: Taking) -> None:
    """Raises ``NotSaved`` for a sheet that does not belong into the round."""
    answers = sheet.response.answers
    asked = taken.asked
    if sheet.response.perspective not in taken.perspectives:
        raise sheet_refusals.not_asked(sheet.response.perspective)
    if not answers.keys() <= asked or not sheet.notes.keys() <= asked:
        raise sheet_refusals.unknown_items((answers.keys() | sheet.notes.keys()) - asked)
    if answers and max(answer.code for answer in answers.values()) > taken.questionnaire.high:
        raise sheet_refusals.off_the_scale(taken.questionnaire.high)


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


def _in_pieces(sheets: Sequence[Sheet]) -> Iterator[Sequence[Sheet]]:
    for start in range(0, len(sheets), _AT_ONCE):
        yield sheets[start : start + _AT_ONCE]
