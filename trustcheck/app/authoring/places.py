"""Where in a questionnaire something stands, and the questionnaire with something else there."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

from trustcheck.domain.questionnaire.model import Questionnaire

Where = tuple[str | int, ...]
"""``("items", "GI1", "text")``; an entry is named by its id, a token by its name, what has neither by its
place from 0."""

_FILE_CALLS_THEM = {"cuts": "bands"}


def at(asked: Questionnaire, where: Where) -> Any:
    """What stands there."""
    found: Any = asked
    for step in where:
        found = found[_place(found, step)] if isinstance(found, tuple) else getattr(found, str(step))
    return found


def with_(asked: Questionnaire, where: Where, value: Any) -> Questionnaire:
    """The questionnaire with ``value`` there, everything else being as it was."""
    made: Questionnaire = _with(asked, where, value)
    return made


def without(asked: Questionnaire, where: Where) -> Questionnaire:
    """The questionnaire without this entry of a list."""
    inside: tuple[Any, ...] = at(asked, where[:-1])
    place = _place(inside, where[-1])
    return with_(asked, where[:-1], inside[:place] + inside[place + 1 :])


def moved(asked: Questionnaire, where: Where, by: int) -> Questionnaire:
    """The questionnaire with this entry ``by`` places further down its list; the ends of the list hold it."""
    inside: list[Any] = list(at(asked, where[:-1]))
    place = _place(inside, where[-1])
    entry = inside.pop(place)
    inside.insert(max(0, min(len(inside), place + by)), entry)
    return with_(asked, where[:-1], tuple(inside))


def key_of(where: Where) -> str:
    """As mistakes in a file name it: ``items.GI1.text``, ``scale.2``."""
    return ".".join(str(each + 1) if isinstance(each, int) else _FILE_CALLS_THEM.get(each, each) for each in where)


def _with(whole: Any, where: Where, value: Any) -> Any:
    if not where:
        return value
    step, rest = where[0], where[1:]
    if isinstance(whole, tuple):
        place = _place(whole, step)
        return (*whole[:place], _with(whole[place], rest, value), *whole[place + 1 :])
    return replace(whole, **{str(step): _with(getattr(whole, str(step)), rest, value)})


def _place(inside: Any, step: str | int) -> int:
    if isinstance(step, int):
        return step
    return next(place for place, each in enumerate(inside) if step == each or step == _name(each))


def _name(entry: Any) -> str:
    known = {each.name for each in fields(entry)} if is_dataclass(entry) else set()
    return str(entry.id if "id" in known else entry.name) if known else ""
