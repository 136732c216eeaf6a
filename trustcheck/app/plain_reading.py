"""Values from a document of plain ones. Nothing in it is trusted, unknown keys are ignored."""

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from trustcheck.app.plain_scalars import Misfit, scalar
from trustcheck.app.plain_values import NAMED
from trustcheck.domain.answers import Answer
from trustcheck.domain.questionnaire import Item, Pillar, Practice, Questionnaire, Theme
from trustcheck.domain.suggestion import Suggestion
from trustcheck.domain.suppressed import Suppressed
from trustcheck.words import gettext as _

LONGEST_LIST = 200_000


@dataclass
class Reading:
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
                raise Misfit(where, _("this list has more than {limit} entries.").format(limit=f"{LONGEST_LIST:,}"))
            return tuple(self.value(kinds[0], each, f"{where}[{at}]") for at, each in enumerate(found))
        if len(found) != len(kinds):
            raise Misfit(where, _("{number} entries are expected here.").format(number=len(kinds)))
        return tuple(self.value(kind, each, where) for kind, each in zip(kinds, found, strict=True))

    def _mapping(self, kinds: tuple[Any, ...], found: Any, where: str) -> dict[Any, Any]:
        if not isinstance(found, dict):
            raise Misfit(where, _("a record is expected here."))
        key, kind = kinds
        if len(found) > LONGEST_LIST:
            raise Misfit(where, _("this record has more than {limit} entries.").format(limit=f"{LONGEST_LIST:,}"))
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
