"""Reading organisations and rounds back as values."""

from typing import Any

import sqlalchemy as sa

from trustcheck.domain.answers import Answer, Fact, PracticeAnswer, Response
from trustcheck.domain.questionnaire import Form, Perspective
from trustcheck.domain.round import Organisation, PersonalRound, Promise, RoundState, RoundSummary
from trustcheck.storage import refusals, tables
from trustcheck.storage.questionnaire_text import questionnaire_from_text
from trustcheck.storage.store_part import StorePart

_round = tables.round_.c
_response = tables.response.c

_answered = (
    sa.select(sa.func.count())
    .select_from(tables.answer.join(tables.response))
    .where(_response.round == _round.id)
    .scalar_subquery()
)
_perspective = sa.select(_response.perspective).where(_response.round == _round.id).limit(1).scalar_subquery()
_SUMMARIES = sa.select(
    tables.round_,
    tables.organisation.c.name.label("organisation_name"),
    _perspective.label("perspective"),
    _answered.label("answered"),
).join(tables.organisation)


class RoundReader(StorePart):
    """Every method sees one moment of the file. All raise ``NotOpened`` where it cannot be read."""

    @property
    def path(self) -> str:
        return self._file.path

    def organisations(self) -> tuple[Organisation, ...]:
        """All organisations, by name."""
        wanted = sa.select(tables.organisation).order_by(sa.func.lower(tables.organisation.c.name))
        with self._file.reading() as connection:
            return tuple(Organisation(row.id, row.name) for row in connection.execute(wanted))

    def rounds(self) -> tuple[RoundSummary, ...]:
        newest_first = _SUMMARIES.order_by(_round.started_on.desc(), _round.number.desc())
        with self._file.reading() as connection:
            return tuple(_summary(row) for row in connection.execute(newest_first))

    def round(self, round_id: int) -> PersonalRound:
        with self._file.reading() as connection:
            row = connection.execute(_SUMMARIES.where(_round.id == round_id)).first()
            if row is None:
                raise refusals.no_such_check()
            summary = _summary(row)
            return PersonalRound(
                summary=summary,
                questionnaire=questionnaire_from_text(_questionnaire_text(connection, row.questionnaire)),
                response=Response(summary.perspective, summary.form, _answers(connection, round_id)),
                leaders_are=row.leaders_are,
                notes=_notes(connection, round_id),
                facts=_facts(connection, round_id),
                promise=_promise(connection, round_id),
            )


def _summary(row: sa.Row[Any]) -> RoundSummary:
    return RoundSummary(
        id=row.id,
        organisation=Organisation(row.organisation, row.organisation_name),
        state=RoundState(row.state),
        form=Form(row.form),
        perspective=Perspective(row.perspective),
        started_on=row.started_on,
        closed_on=row.closed_on,
        answered=row.answered,
        asked=row.asked,
        at_item=row.at_item,
    )


def _questionnaire_text(connection: sa.Connection, questionnaire_id: int) -> str:
    wanted = sa.select(tables.questionnaire.c.text).where(tables.questionnaire.c.id == questionnaire_id)
    return str(connection.execute(wanted).scalar_one())


def _answers(connection: sa.Connection, round_id: int) -> dict[str, Answer]:
    answer = tables.answer
    wanted = sa.select(answer.c.item, answer.c.code).join(tables.response).where(_response.round == round_id)
    return {row.item: Answer(row.code) for row in connection.execute(wanted)}


def _notes(connection: sa.Connection, round_id: int) -> dict[str, str]:
    wanted = sa.select(tables.note.c.item, tables.note.c.text).where(tables.note.c.round == round_id)
    return {row.item: row.text for row in connection.execute(wanted)}


def _facts(connection: sa.Connection, round_id: int) -> dict[str, PracticeAnswer]:
    wanted = sa.select(tables.practice_answer).where(tables.practice_answer.c.round == round_id)
    return {
        row.practice: PracticeAnswer(row.practice, Fact(row.fact), row.evidence) for row in connection.execute(wanted)
    }


def _promise(connection: sa.Connection, round_id: int) -> Promise | None:
    row = connection.execute(sa.select(tables.promise).where(tables.promise.c.round == round_id)).first()
    return None if row is None else Promise(row.text, row.look_again_on, row.sign, row.suggestion)
