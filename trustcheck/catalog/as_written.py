"""A questionnaire as far as it goes: what an author has written so far, whatever is missing or wrong in it.

And the other way: what a file says of a questionnaire, as plain dicts and lists in the shape of the contract, in which
what is left to its usual value is left out.
"""

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from trustcheck.catalog.document import Document
from trustcheck.domain.questionnaire.model import DEFAULT_CUTS, Questionnaire, Token
from trustcheck.domain.questionnaire.roles import Role

Plain = dict[str, Any]

FORMAT = 1
_FILE_CALLS_THEM = {"cuts": "bands"}


def as_far_as_it_goes(document: Document) -> Questionnaire:
    """What a document holds, with nothing where it says nothing that fits."""
    data = document.data if isinstance(document.data, dict) else {}
    found = _record(Questionnaire, {**data, "cuts": data.get("bands"), "tokens": None})
    tokens = data.get("tokens")
    listed = tokens.items() if isinstance(tokens, dict) else ()
    told = {
        "tokens": tuple(_record(Token, {**each, "name": name}) for name, each in listed if isinstance(each, dict)),
        "cuts": found.cuts if len(found.cuts) == len(DEFAULT_CUTS) else DEFAULT_CUTS,
        "roles": tuple(_roles(data.get("roles"))),
        "order": found.order if isinstance(data.get("order"), list) else tuple(each.id for each in found.items),
    }
    return Questionnaire(**{**_values(found), **told})


def plain(questionnaire: Questionnaire) -> Plain:
    """As a file of the contract says it, its keys in their usual order."""
    told = _keys(questionnaire)
    told.pop("own", None)
    written = {"format": FORMAT, **{_FILE_CALLS_THEM.get(key, key): value for key, value in told.items()}}
    written["tokens"] = {each.name: {"staff": each.staff, "leader": each.leader} for each in questionnaire.tokens}
    if questionnaire.order == tuple(each.id for each in questionnaire.items):
        del written["order"]
    for each in written.get("suggestions", ()):
        if not each["theme"]:
            del each["theme"]
    written["roles"] = {each.name: list(each.ids) for each in questionnaire.roles}
    return {key: value for key, value in written.items() if key not in ("tokens", "roles") or value}


def _roles(named: object) -> Iterator[Role]:
    for name, ids in named.items() if isinstance(named, dict) else ():
        if isinstance(ids, list):
            yield Role(str(name), tuple(each for each in ids if isinstance(each, str)))


def _keys(value: Any) -> Plain:
    """Each field that does not have its usual value, by its name."""
    given = {field: getattr(value, field.name) for field in fields(value)}
    return {field.name: _plain(each) for field, each in given.items() if _is_required(field) or each != field.default}


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return _keys(value)
    return [_plain(each) for each in value] if isinstance(value, tuple) else value


def _is_required(field: "Field[Any]") -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _values(value: Any) -> Plain:
    return {field.name: getattr(value, field.name) for field in fields(value)}


def _record(kind: type, found: Mapping[str, Any]) -> Any:
    types = _types(kind)
    given = {}
    for field in fields(kind):
        value = _value(types[field.name], found.get(field.name))
        if value is not None:
            given[field.name] = value
        elif _is_required(field):
            given[field.name] = _nothing(types[field.name])
    return kind(**given)


def _value(kind: Any, found: Any) -> Any:
    """``None`` where it does not fit."""
    if get_origin(kind) is tuple:
        listed = [_value(get_args(kind)[0], each) for each in found] if isinstance(found, list) else None
        return None if listed is None else tuple(each for each in listed if each is not None)
    if is_dataclass(kind):
        return _record(kind, found) if isinstance(kind, type) and isinstance(found, dict) else None
    if kind in (int, float):
        return _number(kind, found)
    if kind is str:
        return " ".join(found.split()) if isinstance(found, str) else None
    return found if isinstance(found, kind) else None


def _number(kind: type, found: Any) -> Any:
    """A number as it was written, if it is one: text in quotes never is."""
    try:
        return None if found is None or isinstance(found, bool) else kind(found)
    except (TypeError, ValueError):
        return None


def _nothing(kind: Any) -> Any:
    if get_origin(kind) is tuple:
        return ()
    return _record(kind, {}) if isinstance(kind, type) and is_dataclass(kind) else kind()


@cache
def _types(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
