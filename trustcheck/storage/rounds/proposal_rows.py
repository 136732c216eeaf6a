"""What one person said last time, as the rows it is kept in beside a check of theirs, and back."""

import sqlalchemy as sa

from trustcheck.domain.checks.proposal import LastSaid
from trustcheck.domain.checks.round import NOTE_LIMIT
from trustcheck.domain.questionnaire.answers import Answer, EvidenceGrade, Fact, PracticeAnswer
from trustcheck.storage.schema import tables
from trustcheck.storage.store_part import fitting

_answer, _fact = tables.proposed_answer, tables.proposed_fact


def put_proposal(connection: sa.Connection, round_id: int, proposed: LastSaid) -> None:
    """Of a check that has none yet."""
    answers = [{"round": round_id, "item": item, "code": each.code} for item, each in proposed.answers.items()]
    facts = [
        {
            "round": round_id,
            "practice": each.practice_id,
            "fact": each.fact.value,
            "evidence": fitting(each.evidence, NOTE_LIMIT),
            "grade": each.grade.value if each.grade else "",
        }
        for each in proposed.facts.values()
    ]
    for table, rows in ((_answer, answers), (_fact, facts)):
        if rows:
            connection.execute(table.insert(), rows)


def proposal_of(connection: sa.Connection, round_id: int) -> LastSaid:
    """Raises :class:`ValueError` where a row is damaged."""
    answers = connection.execute(sa.select(_answer).where(_answer.c.round == round_id))
    facts = connection.execute(sa.select(_fact).where(_fact.c.round == round_id))
    return LastSaid(
        {row.item: Answer(row.code) for row in answers},
        {row.practice: _practice_answer(row) for row in facts},
    )


def _practice_answer(row: sa.Row[tuple[object, ...]]) -> PracticeAnswer:
    grade = EvidenceGrade(row.grade) if row.grade else None
    return PracticeAnswer(row.practice, Fact(row.fact), row.evidence, grade)
