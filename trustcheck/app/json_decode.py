"""Values from a document of plain ones. Nothing in it is trusted, unknown keys are ignored."""

from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from trustcheck.domain.privacy.suppressed import Suppressed
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.domain.questionnaire.model import Item, Pillar, Practice, Questionnaire, Suggestion, Theme
from trustcheck.domain.questionnaire.scenarios import Scenario
from trustcheck.words import gettext as _
from trustcheck.words.numbers import grouped

# Values as plain texts, numbers, lists and records: what a document in JSON holds. Equal values give equal ones.


DECLINED = {"dk": Answer.DONT_KNOW, "na": Answer.NOT_APPLICABLE}
"""The two answers that are no points, as files of answers write them."""
NAMED = (Theme, Pillar, Item, Practice, Suggestion, Scenario)
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


# Single values of a document: texts, numbers, days, pictures, answers. Each has its type and limits, or is told.


LONGEST_TEXT = 20_000
LARGEST_NUMBER = 1_000_000_000
LONGEST_PLACE = 160


class Misfit(ValueError):
    """A document holds something else than it should; ``sentence`` says what and where."""

    def __init__(self, where: str, what: str) -> None:
        # Keys are somebody else's words: on one line, and no longer than is read.
        place = "".join(each if each.isprintable() else "\ufffd" for each in where)
        self.sentence = f"{place if len(place) <= LONGEST_PLACE else place[:LONGEST_PLACE] + '…'}: {what}"
        super().__init__(self.sentence)


def scalar(expected: Any, found: Any, where: str) -> Any:
    """A text, a number, a day, a picture or one of a few words. Raises :class:`Misfit`."""
    if expected is Answer:
        return _answer(found, where)
    if expected is str:
        return _text(found, where)
    if expected is bool and isinstance(found, bool):
        return found
    if expected in (int, float) and isinstance(found, int | float) and not isinstance(found, bool):
        return _number(expected, found, where)
    if isinstance(found, str) and expected not in (bool, int, float):
        return _meant(expected, found, where)
    raise Misfit(where, _("{kind} is expected here.").format(kind=_kind(expected)))


def _kind(expected: Any) -> str:
    return {bool: "true, false", int: _("a whole number"), float: _("a number")}.get(expected, _("a text"))


def _answer(found: Any, where: str) -> Answer:
    if isinstance(found, str) and found in DECLINED:
        return DECLINED[found]
    if isinstance(found, int) and not isinstance(found, bool) and 0 < found <= 7:
        return Answer(found)
    raise Misfit(where, _("an answer is a point of the scale, dk or na."))


def _text(found: Any, where: str) -> str:
    if not isinstance(found, str):
        raise Misfit(where, _("a text is expected here."))
    if len(found) > LONGEST_TEXT:
        raise Misfit(where, _("this text has more than {limit} characters.").format(limit=grouped(LONGEST_TEXT)))
    if not found.isascii() and found != found.encode("utf-8", "replace").decode("utf-8"):
        raise Misfit(where, _("this text holds half a character."))
    return found


def _number(expected: type[int] | type[float], found: float, where: str) -> float:
    # Compared first: whether a whole number of hundreds of digits is finite cannot be asked.
    if not abs(found) <= LARGEST_NUMBER or (expected is int and not isinstance(found, int)):
        raise Misfit(where, _("this number is none that is expected here."))
    return expected(found)


def _meant(expected: Any, found: str, where: str) -> Any:
    """What a text stands for: a day, a picture, one of a few words."""
    try:
        if expected is bytes:
            return b64decode(found, validate=True)
        if expected is date:
            if len(found) != len("2026-11-22"):
                raise ValueError
            return date.fromisoformat(found)
        return expected(found)
    except ValueError:
        raise Misfit(where, _("{found} is not what is expected here.").format(found=repr(found[:40]))) from None


LONGEST_LIST = 200_000


@dataclass
class DocumentReading:
    """One document being read. Whatever names a questionnaire is read with that one's themes from there on."""

    questionnaires: Mapping[str, Questionnaire] = field(default_factory=dict)
    _known: Mapping[Any, Mapping[str, Any]] = field(default_factory=dict)

    def value(self, expected: Any, found: Any, where: str) -> Any:
        """``found`` as the type a field declares. Raises :class:`Misfit`."""
        if expected is Questionnaire:
            return self._questionnaire(found, where)
        if expected in NAMED and self._known:
            return self._part(expected, found, where)
        if expected is Suppressed:
            return Suppressed(self._of(_HIDDEN, found, where)["suppressed"])
        if is_dataclass(expected) and expected is not Answer:
            return self.record(expected, found, where)
        origin = get_origin(expected)
        if origin in (Union, UnionType):
            return self._one_of(get_args(expected), found, where)
        if origin is tuple:
            return self._row(get_args(expected), found, where)
        if origin is not None:
            return self._mapping(get_args(expected), found, where)
        return scalar(expected, found, where)

    def record(self, expected: Any, found: Any, where: str) -> Any:
        """A dataclass from its fields; missing ones take their defaults."""
        return expected(**self._of(declared(expected), found, where))

    def speak_of(self, questionnaire: Questionnaire) -> None:
        """Read the ids of themes, questions and facts as those of this questionnaire."""
        self._known = {
            Theme: questionnaire.theme_by_id,
            Pillar: questionnaire.pillar_by_id,
            Item: questionnaire.item_by_id,
            Practice: questionnaire.practice_by_id,
            Suggestion: {each.id: each for each in questionnaire.suggestions},
            Scenario: questionnaire.scenario_by_id,
        }

    def _of(self, wanted: "Mapping[str, Declared]", found: Any, where: str) -> dict[str, Any]:
        if not isinstance(found, dict):
            raise Misfit(where, _("a record is expected here."))
        given = {}
        for name, each in wanted.items():
            if name in found:
                given[name] = self.value(each.type, found[name], f"{where}.{name}")
            elif each.is_required:
                raise Misfit(where, _("{name} is missing.").format(name=name))
        return given

    def _questionnaire(self, found: Any, where: str) -> Questionnaire:
        if not isinstance(found, str) or found not in self.questionnaires:
            raise Misfit(where, _("no questionnaire of this document has that name."))
        self.speak_of(self.questionnaires[found])
        return self.questionnaires[found]

    def _part(self, expected: Any, found: Any, where: str) -> Any:
        known = self._known[expected]
        if not isinstance(found, str) or found not in known:
            raise Misfit(where, _("its questionnaire knows nothing with that id."))
        return known[found]

    def _one_of(self, kinds: tuple[Any, ...], found: Any, where: str) -> Any:
        if found is None and NoneType in kinds:
            return None
        some = [each for each in kinds if each is not NoneType]
        return self.value(next((each for each in some[:-1] if _looks_like(each, found)), some[-1]), found, where)

    def _row(self, kinds: tuple[Any, ...], found: Any, where: str) -> tuple[Any, ...]:
        if not isinstance(found, list):
            raise Misfit(where, _("a list is expected here."))
        if kinds[-1] is ...:
            if len(found) > LONGEST_LIST:
                raise Misfit(where, _("this list has more than {limit} entries.").format(limit=grouped(LONGEST_LIST)))
            return tuple(self.value(kinds[0], each, f"{where}[{at}]") for at, each in enumerate(found))
        if len(found) != len(kinds):
            raise Misfit(where, _("{number} entries are expected here.").format(number=len(kinds)))
        return tuple(self.value(kind, each, where) for kind, each in zip(kinds, found, strict=True))

    def _mapping(self, kinds: tuple[Any, ...], found: Any, where: str) -> dict[Any, Any]:
        if not isinstance(found, dict):
            raise Misfit(where, _("a record is expected here."))
        key, kind = kinds
        if len(found) > LONGEST_LIST:
            raise Misfit(where, _("this record has more than {limit} entries.").format(limit=grouped(LONGEST_LIST)))
        return {scalar(key, name, where): self.value(kind, each, f"{where}.{name}") for name, each in found.items()}


@dataclass(frozen=True, slots=True)
class Declared:
    """A field of a record: its type, and whether a document must have it."""

    type: Any
    is_required: bool


_HIDDEN = {"suppressed": Declared(str, is_required=True)}


@cache
def declared(expected: Any) -> dict[str, Declared]:
    """The fields of a dataclass by name."""
    types = get_type_hints(expected)
    return {
        each.name: Declared(types[each.name], each.default is MISSING and each.default_factory is MISSING)
        for each in fields(expected)
    }


def _looks_like(expected: Any, found: Any) -> bool:
    """Whether one of several types is meant: by its kind, by what is left out, or by what it is."""
    if expected is int:
        return isinstance(found, int)
    if not isinstance(found, dict):
        return not is_dataclass(expected)
    if expected is Suppressed:
        return "suppressed" in found
    kind = next((each.default for each in fields(expected) if each.name == "kind"), MISSING)
    return "suppressed" not in found if kind is MISSING else bool(found.get("kind") == kind)
