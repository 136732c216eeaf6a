"""What stands in an export of version 2, as JSON Schema, made from the types that are written and read.

``python -m tests.parcel_schema`` writes ``docs/export-2.schema.json`` anew.
"""

import json
from collections.abc import Mapping
from dataclasses import is_dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

from trustcheck.app.carrying.export_document import FORMAT, VERSION
from trustcheck.app.json_decode import LARGEST_NUMBER, LONGEST_TEXT, NAMED, declared
from trustcheck.app.store.export_model import Belongings
from trustcheck.domain.privacy.suppressed import Suppressed
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.domain.questionnaire.model import Questionnaire

PATH = Path(__file__).resolve().parents[1] / "docs" / f"export-{VERSION}.schema.json"
Plain = dict[str, Any]

_SCALARS: dict[Any, Plain] = {
    str: {"type": "string", "maxLength": LONGEST_TEXT},
    int: {"type": "integer", "minimum": -LARGEST_NUMBER, "maximum": LARGEST_NUMBER},
    float: {"type": "number", "minimum": -LARGEST_NUMBER, "maximum": LARGEST_NUMBER},
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date"},
    bytes: {"type": "string", "contentEncoding": "base64"},
    NoneType: {"type": "null"},
    Answer: {"anyOf": [{"type": "integer", "minimum": 1, "maximum": 7}, {"enum": ["dk", "na"]}]},
    Questionnaire: {"type": "string", "description": "A name under questionnaires."},
}


def schema() -> Plain:
    """The whole schema."""
    inside, outside = _Types(whole=True), _Types(whole=False)
    questionnaire = inside.of_record(Questionnaire)
    organisation = outside.of(Belongings)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "An export of TrustCheck",
        "description": (
            "Readers ignore keys they do not know; new versions of TrustCheck only add some. Days are written like"
            " 2026-11-22, and there are no clock times. Limits that follow from other values are told by"
            " `trustcheck import`."
        ),
        "type": "object",
        "required": ["format", "version", "organisations", "questionnaires"],
        "properties": {
            "format": {"const": FORMAT},
            "version": {"const": VERSION},
            "organisations": {"type": "array", "items": organisation},
            "questionnaires": {"type": "object", "additionalProperties": questionnaire},
        },
        "$defs": dict(sorted({**inside.known, **outside.known}.items())),
    }


class _Types:
    """Types as schemas. ``whole``: parts of a questionnaire stand there themselves, not by their ids."""

    def __init__(self, *, whole: bool) -> None:
        self._whole = whole
        self.known: dict[str, Plain] = {}

    def of(self, kind: Any) -> Plain:
        if kind in NAMED and not self._whole:
            return {"type": "string", "description": f"The id of a {kind.__name__.lower()} of the questionnaire."}
        if kind is Suppressed:
            return _record({"suppressed": _SCALARS[str]}, ["suppressed"])
        if kind in _SCALARS:
            return _SCALARS[kind]
        if is_dataclass(kind):
            return self.of_record(kind)
        origin = get_origin(kind)
        if origin in (Union, UnionType):
            return {"anyOf": [self.of(each) for each in get_args(kind)]}
        if origin is tuple:
            return self._row(get_args(kind))
        if origin is Mapping:
            return self._mapping(*get_args(kind))
        assert issubclass(kind, StrEnum), kind
        return {"enum": [each.value for each in kind]}

    def of_record(self, kind: Any) -> Plain:
        name = kind.__name__
        if name not in self.known:
            self.known[name] = {}
            fields = {field: self.of(each.type) for field, each in declared(kind).items()}
            fields |= {key: {**fields[key], "description": said} for (of, key), said in _MEANT.items() if of == name}
            if name in _KINDS:
                fields["kind"] = {"const": _KINDS[name]}
            self.known[name] = _record(fields, [field for field, each in declared(kind).items() if each.is_required])
        return {"$ref": f"#/$defs/{name}"}

    def _row(self, kinds: tuple[Any, ...]) -> Plain:
        if kinds[-1] is ...:
            return {"type": "array", "items": self.of(kinds[0])}
        number = len(kinds)
        return {"type": "array", "items": self.of(kinds[0]), "minItems": number, "maxItems": number}

    def _mapping(self, key: Any, kind: Any) -> Plain:
        record: Plain = {"type": "object", "additionalProperties": self.of(kind)}
        return record if key is str else {**record, "propertyNames": self.of(key)}


_KINDS = {"PersonalCheck": "personal", "GroupCheck": "group"}
_MEANT = {
    ("Shown", "guaranteed"): (
        "Where the mean of all invited would lie, those without a score counted as 0 and as 100: arithmetic about who"
        " is missing, no promise."
    ),
    ("Shown", "solidity"): (
        "Whether the band would be another one without one of the people: arithmetic about those who answered, which"
        " does not say how well the questions measure."
    ),
}
"""Keys that could be read as more than they say."""


def _record(fields: Plain, required: list[str]) -> Plain:
    return {"type": "object", "properties": fields, **({"required": required} if required else {})}


def text() -> str:
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    PATH.write_text(text(), "utf-8")
