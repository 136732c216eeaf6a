"""Values as plain texts, numbers, lists and records: what a document in JSON holds. Equal values give equal ones."""

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

from trustcheck.domain.answers import Answer
from trustcheck.domain.questionnaire import Item, Pillar, Practice, Questionnaire, Theme
from trustcheck.domain.suggestion import Suggestion
from trustcheck.domain.suppressed import Suppressed

DECLINED = {"dk": Answer.DONT_KNOW, "na": Answer.NOT_APPLICABLE}
"""The two answers that are no points, as files of answers write them."""
NAMED = (Theme, Pillar, Item, Practice, Suggestion)
"""Parts of a questionnaire, which a document names by their ids instead of repeating them."""

_NAMES = {answer: name for name, answer in DECLINED.items()}

Names = Mapping[Questionnaire, str] | None
"""How questionnaires are called in a document; ``None`` inside of one, whose parts stand there whole."""


def plain(value: Any, named: Names) -> Any:
    """A value as JSON knows them; questionnaires, and what belongs to them, by their names."""
    if named is not None and isinstance(value, Questionnaire):
        return named[value]
    if named is not None and isinstance(value, NAMED):
        return value.id
    if isinstance(value, Answer):
        return _NAMES.get(value, value.code)
    if isinstance(value, Suppressed):
        return {"suppressed": value.reason}
    if isinstance(value, bytes):
        return b64encode(value).decode("ascii")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    return _plain_parts(value, named)


def _plain_parts(value: Any, named: Names) -> Any:
    if is_dataclass(value):
        return record(value, named)
    if isinstance(value, Mapping):
        return {plain(key, named): plain(value[key], named) for key in sorted(value)}
    if isinstance(value, tuple):
        return [plain(each, named) for each in value]
    return value


def record(value: Any, named: Names) -> dict[str, Any]:
    """The fields of a dataclass in their order, also of one that is named elsewhere."""
    return {each.name: plain(getattr(value, each.name), named) for each in fields(value)}
