"""A questionnaire as canonical JSON text and back, so that a round keeps exactly what was asked."""

import json
from collections.abc import Sequence
from dataclasses import MISSING, Field, asdict, fields, is_dataclass
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from trustcheck.domain.questionnaire.model import Questionnaire
from trustcheck.domain.questionnaire.roles import roles_before

_FORMAT = 1


_NEWER = ("scenarios", "based_on", "own")
"""Of a questionnaire, what came after files were handed over for the first time."""
_NEWER_IN_SUGGESTIONS = ("i_will", "we_will", "only_when_no")


def questionnaire_to_text(questionnaire: Questionnaire) -> str:
    """Equal questionnaires give equal texts: keys sorted, no spaces, ASCII only.

    What an older version did not know is left out where it is empty: its questionnaires keep the text, and so the
    digest, under which they stand in files that others will bring.
    """
    written = {"format": _FORMAT, **asdict(questionnaire)}
    _leave_out_empty(written, _NEWER)
    if questionnaire.roles == roles_before(questionnaire.id):
        del written["roles"]
    for suggestion in written["suggestions"]:
        _leave_out_empty(suggestion, _NEWER_IN_SUGGESTIONS)
    return json.dumps(written, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False)


def _leave_out_empty(record: dict[str, Any], names: Sequence[str]) -> None:
    for name in names:
        if not record[name]:
            del record[name]


def questionnaire_from_text(text: str) -> Questionnaire:
    """Read what :func:`questionnaire_to_text` wrote, now or in another version of the program.

    Unknown keys are ignored; missing keys take their defaults. Raises :class:`ValueError` where the text is not JSON,
    a key without default is missing, or a value has another shape.
    """
    read = _value(Questionnaire, json.loads(text), "questionnaire")
    assert isinstance(read, Questionnaire)
    return read


def _value(expected: Any, found: Any, where: str) -> Any:
    """``found`` as the type a field declares: a dataclass, a tuple, or a plain value."""
    if is_dataclass(expected):
        return _record(expected, found, where)
    if get_origin(expected) is tuple:
        return _row(get_args(expected), found, where)
    if expected is float and isinstance(found, int) and not isinstance(found, bool):
        return _whole(found, where)
    if type(found) is not expected:
        message = f"{where} holds {type(found).__name__}, not {expected.__name__}"
        raise ValueError(message)
    return found


def _whole(found: int, where: str) -> float:
    try:
        return float(found)
    except OverflowError:
        message = f"{where} holds a number of {found.bit_length()} bits"
        raise ValueError(message) from None


def _record(expected: Any, found: Any, where: str) -> Any:
    if not isinstance(found, dict):
        message = f"{where} is not a record"
        raise ValueError(message)
    types = _types(expected)
    given = {}
    for field in fields(expected):
        if field.name in found:
            given[field.name] = _value(types[field.name], found[field.name], f"{where}.{field.name}")
        elif _is_required(field):
            message = f"{where}.{field.name} is missing"
            raise ValueError(message)
    return expected(**given)


def _row(types: tuple[Any, ...], found: Any, where: str) -> tuple[Any, ...]:
    if not isinstance(found, list):
        message = f"{where} is not a list"
        raise ValueError(message)
    if types[-1] is ...:
        return tuple(_value(types[0], each, f"{where}[{place}]") for place, each in enumerate(found))
    if len(found) != len(types):
        message = f"{where} holds {len(found)} values, not {len(types)}"
        raise ValueError(message)
    return tuple(_value(kind, each, where) for kind, each in zip(types, found, strict=True))


def _is_required(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


@cache
def _types(expected: type) -> dict[str, Any]:
    return get_type_hints(expected)
