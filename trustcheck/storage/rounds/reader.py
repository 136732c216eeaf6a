"""Reading rounds back as values."""

from typing import Any

import sqlalchemy as sa

from trustcheck.domain.checks.round import PersonalRound, Promise, RoundKind, RoundState, RoundSummary
from trustcheck.domain.questionnaire.answers import Answer, EvidenceGrade, Fact, PracticeAnswer, Response
from trustcheck.domain.questionnaire.model import Questionnaire
from trustcheck.storage.file import refusals
from trustcheck.storage.rounds import seals
from trustcheck.storage.rounds.arrangement_rows import arrangement_of, aside_before
from trustcheck.storage.rounds.beside_text import beside_from
from trustcheck.storage.rounds.mark_rows import marks_of
from trustcheck.storage.rounds.promise_rows import promise_from
from trustcheck.storage.rounds.proposal_rows import proposal_of
from trustcheck.storage.rounds.questionnaire_text import questionnaire_from_text
from trustcheck.storage.rounds.requirements import not_one_persons
from trustcheck.storage.rounds.summaries import IS_A_RETEST, LISTED, NEWEST_FIRST, SUMMARIES, only, summary
from trustcheck.storage.schema import group_tables, tables
from trustcheck.storage.store_part import StorePart

_response = tables.response.c


class RoundReader(StorePart):
    """Every method sees one moment of the file. All raise ``NotOpened`` where it cannot be read."""

    def summaries(self, kind: RoundKind | None = None, state: RoundState | None = None) -> tuple[RoundSummary, ...]:
        return self._listed(SUMMARIES.where(*only(kind, state)))

    def has_any(self, kind: RoundKind | None = None, state: RoundState | None = None) -> bool:
        wanted = LISTED.where(*only(kind, state)).limit(1)
        with self._file.reading() as connection:
            return connection.execute(wanted).first() is not None

    def of_organisation(self, organisation_id: int) -> tuple[RoundSummary, ...]:
        of = tables.round_.c.organisation == organisation_id
        return self._listed(SUMMARIES.where(of, *only(None, None)))

    def retests(self, round_id: int | None = None) -> tuple[RoundSummary, ...]:
        of = IS_A_RETEST if round_id is None else tables.round_.c.retests == round_id
        return self._listed(SUMMARIES.where(of))

    def _listed(self, wanted: sa.Select[Any]) -> tuple[RoundSummary, ...]:
        with self._file.reading() as connection:
            return tuple(summary(row) for row in connection.execute(wanted.order_by(*NEWEST_FIRST)))

    def promises(self, round_id: int) -> tuple[Promise, ...]:
        with self._file.reading() as connection:
            return promises_of(connection, round_id)

    def round(self, round_id: int) -> PersonalRound:
        with self._file.reading() as connection:
            row = summary_row(connection, round_id)
            found = summary(row)
            if found.kind is RoundKind.GROUP:
                raise not_one_persons()
            if found.state is RoundState.CLOSED:
                seals.require_unbroken(connection, round_id, seals.SHEETS)
            questionnaire = questionnaire_of(connection, row.questionnaire)
            answers = _answers(connection, round_id, questionnaire.high)
            beside = beside_from(kept_beside(connection, round_id))
            return PersonalRound(
                summary=found,
                questionnaire=questionnaire,
                response=Response(found.perspective, found.form, answers, beside),
                leaders_are=row.leaders_are,
                notes=_notes(connection, round_id),
                facts=facts_of(connection, round_id),
                promises=promises_of(connection, round_id),
                targets=targets_of(connection, round_id),
                marks=marks_of(connection, round_id),
                proposed=proposal_of(connection, round_id),
                arrangement=arrangement_of(connection, round_id),
                aside_before=aside_before(connection, round_id),
            )


def summary_row(connection: sa.Connection, round_id: int) -> sa.Row[Any]:
    """The row of one round for :func:`summary`. Raises ``NotOpened`` where it is gone."""
    row = connection.execute(SUMMARIES.where(tables.round_.c.id == round_id)).first()
    if row is None:
        raise refusals.no_such_check()
    return row


def questionnaire_of(connection: sa.Connection, questionnaire_id: int) -> Questionnaire:
    wanted = sa.select(tables.questionnaire.c.text).where(tables.questionnaire.c.id == questionnaire_id)
    return questionnaire_from_text(str(connection.execute(wanted).scalar_one()))


def on_scale(answer: Answer, high: int) -> Answer:
    """The answer itself. Raises :class:`ValueError` for one that nobody can give: it would be scored all the same."""
    if not isinstance(answer.code, int) or answer.code > high:
        message = f"{answer.code} on a scale that ends at {high}"
        raise ValueError(message)
    return answer


def _answers(connection: sa.Connection, round_id: int, high: int) -> dict[str, Answer]:
    answer = tables.answer
    wanted = sa.select(answer.c.item, answer.c.code).join(tables.response).where(_response.round == round_id)
    return {row.item: on_scale(Answer(row.code), high) for row in connection.execute(wanted)}


def kept_beside(connection: sa.Connection, round_id: int) -> str:
    """Of one person's round, as it is kept."""
    wanted = sa.select(_response.beside).where(_response.round == round_id)
    return connection.execute(wanted).scalar() or ""


def _notes(connection: sa.Connection, round_id: int) -> dict[str, str]:
    wanted = sa.select(tables.note.c.item, tables.note.c.text).where(tables.note.c.round == round_id)
    return {row.item: row.text for row in connection.execute(wanted)}


def facts_of(connection: sa.Connection, round_id: int) -> dict[str, PracticeAnswer]:
    wanted = sa.select(tables.practice_answer).where(tables.practice_answer.c.round == round_id)
    return {
        row.practice: PracticeAnswer(row.practice, Fact(row.fact), row.evidence, _grade(row.grade))
        for row in connection.execute(wanted)
    }


def _grade(kept: str) -> EvidenceGrade | None:
    return EvidenceGrade(kept) if kept else None


def targets_of(connection: sa.Connection, round_id: int) -> dict[str, float]:
    target = group_tables.target.c
    wanted = sa.select(target.theme, target.tenths).where(target.round == round_id)
    return {row.theme: row.tenths / 10 for row in connection.execute(wanted)}


def promises_of(connection: sa.Connection, round_id: int) -> tuple[Promise, ...]:
    """In the order of their numbers."""
    promise = tables.promise.c
    wanted = sa.select(tables.promise).where(promise.round == round_id).order_by(promise.number)
    return tuple(promise_from(row) for row in connection.execute(wanted))
