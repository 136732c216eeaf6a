"""A promise as the row it is kept in, and back."""

import json
from typing import Any

import sqlalchemy as sa

from trustcheck.domain.checks.promises import MOST_QUESTIONS
from trustcheck.domain.checks.round import NAME_LIMIT, NOTE_LIMIT, Promise, PromiseStatus
from trustcheck.storage.store_part import fitting


def promise_row(round_id: int, promise: Promise) -> dict[str, object]:
    """Text and sign take ``NOTE_LIMIT`` characters each, a name ``NAME_LIMIT``."""
    return {
        "round": round_id,
        "number": promise.number,
        "text": fitting(promise.text, NOTE_LIMIT),
        "look_again_on": promise.look_again_on,
        "sign": fitting(promise.sign, NOTE_LIMIT),
        "suggestion": promise.suggestion_id,
        "changes": promise.changes,
        "who": fitting(promise.who, NAME_LIMIT),
        "status": promise.status.value,
        "questions": json.dumps(promise.questions[:MOST_QUESTIONS], separators=(",", ":"), ensure_ascii=False),
    }


def promise_from(row: sa.Row[Any]) -> Promise:
    """Raises :class:`ValueError` where it is no promise, which is told as damage."""
    return Promise(
        row.text,
        row.look_again_on,
        row.sign,
        row.suggestion,
        row.changes,
        row.who,
        PromiseStatus(row.status),
        _questions(row.questions),
        row.number,
    )


def _questions(text: str) -> tuple[str, ...]:
    found = json.loads(text)
    if not isinstance(found, list) or len(found) > MOST_QUESTIONS or not all(type(each) is str for each in found):
        message = "something else where the ids of questions should be"
        raise ValueError(message)
    return tuple(found)
