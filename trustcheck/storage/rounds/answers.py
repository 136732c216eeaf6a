"""Keeping what a person says, one change at a time. What returned is on disk."""

from dataclasses import replace

import sqlalchemy as sa

from trustcheck.domain.checks.marks import AnswerMark
from trustcheck.domain.checks.promises import may_stand
from trustcheck.domain.checks.round import NOTE_LIMIT, Promise
from trustcheck.domain.questionnaire.answers import Answer, PracticeAnswer
from trustcheck.domain.questionnaire.arrangement import Arrangement
from trustcheck.storage.file import refusals
from trustcheck.storage.rounds.arrangement_rows import put_arrangement
from trustcheck.storage.rounds.beside_text import beside_from, beside_text
from trustcheck.storage.rounds.mark_rows import put_mark
from trustcheck.storage.rounds.promise_rows import promise_row
from trustcheck.storage.rounds.reader import kept_beside, promises_of
from trustcheck.storage.rounds.requirements import require_one_persons, require_sheets_here
from trustcheck.storage.rounds.tidying import mark_taken_back
from trustcheck.storage.schema import tables
from trustcheck.storage.store_part import StorePart, fitting
from trustcheck.words import gettext as _

_round = tables.round_.c
# One statement each, straight to the driver: nothing on the way of an answer may cost more than the disk does.
_KEEP_ANSWER = """
INSERT INTO answer (response, item, code) SELECT id, ?, ? FROM response
WHERE round = ? AND round NOT IN (SELECT round FROM group_round)
ON CONFLICT (response, item) DO UPDATE SET code = excluded.code
"""
# What several people answered is never changed here, and stays sealed.
_LIFT_SEAL = "DELETE FROM setting WHERE name = 'seal ' || ?1 AND ?1 NOT IN (SELECT round FROM group_round)"
_FORGET_ANSWER = """
DELETE FROM answer WHERE item = ? AND response IN (SELECT id FROM response WHERE round = ?)
AND response NOT IN (SELECT response FROM sheet)
"""
_KEEP_BESIDE = "UPDATE response SET beside = ? WHERE round = ? AND round NOT IN (SELECT round FROM group_round)"
_KEEP_PLACE = "UPDATE round SET at_item = ? WHERE id = ?"
_KEEP_NOTE = """
INSERT INTO note (id, round, response, item, text) SELECT ?, round, id, ?, ? FROM response
WHERE round = ? AND round NOT IN (SELECT round FROM group_round)
ON CONFLICT (response, item) DO UPDATE SET text = excluded.text
"""
_NOTE = "SELECT text FROM note WHERE item = ? AND round = ? AND response NOT IN (SELECT response FROM sheet)"
_FORGET_NOTE = """
DELETE FROM note WHERE item = ? AND round = ? AND response NOT IN (SELECT response FROM sheet)
"""
_KEEP_FACT = """
INSERT INTO practice_answer (round, practice, fact, evidence, grade) SELECT id, ?, ?, ?, ? FROM round WHERE id = ?
AND id NOT IN (SELECT round FROM carried_result)
ON CONFLICT (round, practice) DO UPDATE
SET fact = excluded.fact, evidence = excluded.evidence, grade = excluded.grade
"""
_EVIDENCE = "SELECT evidence FROM practice_answer WHERE practice = ? AND round = ?"
_FORGET_FACT = "DELETE FROM practice_answer WHERE practice = ? AND round = ?"
# Whoever answers a fact has looked at what was said of it last time.
_PROPOSED = "SELECT evidence FROM proposed_fact WHERE practice = ? AND round = ?"
_FORGET_PROPOSED = "DELETE FROM proposed_fact WHERE practice = ? AND round = ?"


class AnswerWriter(StorePart):
    """Each method is one transaction and raises ``NotSaved``, with what it was about to keep named."""

    def save_answer(self, round_id: int, item_id: str, answer: Answer | None) -> None:
        unsaved = _("This answer is not saved yet.")
        with self._file.writing(unsaved) as connection:
            connection.exec_driver_sql(_LIFT_SEAL, (round_id,))
            if answer is None:
                connection.exec_driver_sql(_FORGET_ANSWER, (item_id, round_id))
            else:
                kept = connection.exec_driver_sql(_KEEP_ANSWER, (item_id, answer.code, round_id))
                _require(kept, unsaved)

    def save_drill(self, round_id: int, card_id: str, rung: int | None) -> None:
        unsaved = _("This answer is not saved yet.")
        with self._file.writing(unsaved) as connection:
            connection.exec_driver_sql(_LIFT_SEAL, (round_id,))
            before = beside_from(kept_beside(connection, round_id))
            others = {card: each for card, each in before.drill.items() if card != card_id}
            beside = replace(before, drill=others if rung is None else {**others, card_id: rung})
            _require(connection.exec_driver_sql(_KEEP_BESIDE, (beside_text(beside), round_id)), unsaved)

    def save_note(self, round_id: int, item_id: str, text: str) -> None:
        """Keep a note, or forget it where the text is empty. At most ``NOTE_LIMIT`` characters."""
        unsaved = _("This note is not saved yet.")
        text = fitting(text, NOTE_LIMIT)
        with self._file.writing(unsaved) as connection:
            mark_taken_back(connection, connection.exec_driver_sql(_NOTE, (item_id, round_id)).scalars(), (text,))
            if text:
                kept = connection.exec_driver_sql(_KEEP_NOTE, (self._new_id(), item_id, text, round_id))
                _require(kept, unsaved)
            else:
                connection.exec_driver_sql(_FORGET_NOTE, (item_id, round_id))

    def save_mark(self, round_id: int, item_id: str, mark: AnswerMark) -> None:
        """Keep what one person says about an answer of theirs; a closed check stays closed."""
        unsaved = _("This is not saved yet.")
        with self._file.writing(unsaved) as connection:
            _require_round(connection, round_id, unsaved)
            require_one_persons(connection, round_id)
            put_mark(connection, round_id, item_id, mark)

    def save_fact(self, round_id: int, practice_id: str, answer: PracticeAnswer | None) -> None:
        """Keep a fact with its evidence (at most ``NOTE_LIMIT`` characters), or forget both."""
        unsaved = _("This fact is not saved yet.")
        evidence = fitting(answer.evidence, NOTE_LIMIT) if answer else ""
        with self._file.writing(unsaved) as connection:
            for known in (_EVIDENCE, _PROPOSED):
                before = connection.exec_driver_sql(known, (practice_id, round_id)).scalars()
                mark_taken_back(connection, before, (evidence,))
            connection.exec_driver_sql(_FORGET_PROPOSED, (practice_id, round_id))
            if answer is None:
                require_sheets_here(connection, round_id)
                connection.exec_driver_sql(_FORGET_FACT, (practice_id, round_id))
            else:
                grade = answer.grade.value if answer.grade else ""
                values = (practice_id, answer.fact.value, evidence, grade, round_id)
                kept = connection.exec_driver_sql(_KEEP_FACT, values)
                if kept.rowcount == 0:
                    require_sheets_here(connection, round_id)
                _require(kept, unsaved)

    def save_promise(self, round_id: int, promise: Promise) -> None:
        """Put this promise in the place of the one with its number; see :func:`promise_row` for its limits."""
        unsaved = _("This promise is not saved yet.")
        values = promise_row(round_id, promise)
        with self._file.writing(unsaved) as connection:
            _require_round(connection, round_id, unsaved)
            kept = promises_of(connection, round_id)
            before = _numbered(kept, promise.number)
            if not may_stand(kept, promise):
                raise refusals.enough_promises(unsaved)
            changes = 0 if before is None else before.changes + (before != promise)
            _forget_promise(connection, round_id, before, promise)
            connection.execute(tables.promise.insert().values(values | {"changes": changes}))

    def take_back_promise(self, round_id: int, number: int) -> None:
        """Forget what was promised under this number, unless somebody answered its questions again."""
        with self._file.writing(_("This promise is not taken back yet.")) as connection:
            asked_again = sa.select(_round.id).where(_round.retests == round_id, _round.promise == number)
            if connection.execute(asked_again).first() is not None:
                raise refusals.asked_again_already()
            _forget_promise(connection, round_id, _numbered(promises_of(connection, round_id), number), None)

    def save_arrangement(self, round_id: int, arranged: Arrangement) -> None:
        unsaved = _("The order of the suggestions is not saved yet.")
        with self._file.writing(unsaved) as connection:
            _require_round(connection, round_id, unsaved)
            put_arrangement(connection, round_id, arranged)

    def save_place(self, round_id: int, item_id: str) -> None:
        with self._file.writing(_("Your place is not saved yet.")) as connection:
            connection.exec_driver_sql(_KEEP_PLACE, (item_id, round_id))


def _numbered(promises: tuple[Promise, ...], number: int) -> Promise | None:
    return next((each for each in promises if each.number == number), None)


def _forget_promise(connection: sa.Connection, round_id: int, before: Promise | None, after: Promise | None) -> None:
    """Take out the row of one promise; words that ``after`` does not say any more leave no trace."""
    if before is None:
        return
    said, says = ((each.text, each.sign, each.who) if each else () for each in (before, after))
    mark_taken_back(connection, said, says)
    promise = tables.promise.c
    connection.execute(tables.promise.delete().where(promise.round == round_id, promise.number == before.number))


def _require_round(connection: sa.Connection, round_id: int, unsaved: str) -> None:
    known = connection.execute(sa.select(tables.round_.c.id).where(tables.round_.c.id == round_id)).first()
    if known is None:
        raise refusals.check_is_gone(unsaved)


def _require(kept: sa.CursorResult[tuple[()]], unsaved: str) -> None:
    """Nothing is kept for a round that is no longer there, and that is no success."""
    if kept.rowcount == 0:
        raise refusals.check_is_gone(unsaved)
