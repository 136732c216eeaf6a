"""What is said about an answer as the row it is kept in, and back."""

import sqlalchemy as sa

from trustcheck.domain.checks.marks import Aloud, AnswerMark, Marks
from trustcheck.domain.questionnaire.answers import EvidenceGrade
from trustcheck.storage.schema import tables

_mark = tables.answer_mark


def mark_row(round_id: int, item_id: str, mark: AnswerMark) -> dict[str, object]:
    return {
        "round": round_id,
        "item": item_id,
        "flagged": mark.flagged,
        "aloud": mark.aloud.value if mark.aloud else "",
        "grade": mark.grade.value if mark.grade else "",
    }


def marks_of(connection: sa.Connection, round_id: int) -> Marks:
    """Raises :class:`ValueError` where a row is no mark, which is told as damage."""
    found = connection.execute(sa.select(_mark).where(_mark.c.round == round_id).order_by(_mark.c.item))
    return {
        row.item: AnswerMark(
            row.flagged,
            Aloud(row.aloud) if row.aloud else None,
            EvidenceGrade(row.grade) if row.grade else None,
        )
        for row in found
    }


def put_mark(connection: sa.Connection, round_id: int, item_id: str, mark: AnswerMark) -> None:
    """In the place of what was said about this answer; one that says nothing leaves no row."""
    connection.execute(_mark.delete().where(_mark.c.round == round_id, _mark.c.item == item_id))
    if mark.says_something:
        connection.execute(_mark.insert().values(mark_row(round_id, item_id, mark)))
