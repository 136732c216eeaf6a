"""From what a file says to a questionnaire, or to every mistake in it. Imports pydantic: import this module lazily."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from trustcheck.catalog.document import Document, Mistake, Path, QuestionnaireMistakes
from trustcheck.catalog.questionnaire_rules import broken_rules
from trustcheck.catalog.questionnaire_shape import (
    ENTRIES,
    INSIDE,
    LANGUAGE,
    NO_QUESTIONNAIRE_ID,
    QUESTIONNAIRE_ID,
    SMALL_WORD,
    VERSION,
    QuestionnaireShape,
    ScenarioShape,
    ThemeShape,
)
from trustcheck.domain.questionnaire.model import (
    BandTexts,
    Definition,
    Item,
    Pillar,
    Practice,
    Questionnaire,
    Suggestion,
    Theme,
    Token,
)
from trustcheck.domain.questionnaire.roles import Role
from trustcheck.domain.questionnaire.scenarios import CardSuggestion, Outcome, Scenario
from trustcheck.words import gettext as _
from trustcheck.words import ngettext

# Mistakes of shape in our own words: what pydantic found, said to somebody who writes questionnaires.


Details = Mapping[str, Any]


def shape_mistakes(errors: Iterable[Details]) -> list[tuple[Path, str]]:
    """Where each error is, and one sentence about it; ``errors`` are those of a ``ValidationError``."""
    return [_told(error) for error in errors]


def _told(error: Details) -> tuple[Path, str]:
    path, code, context = tuple(error["loc"]), str(error["type"]), error.get("ctx", {})
    if path and path[-1] == "[key]":
        return path[:-1], _pattern(SMALL_WORD)
    if code == "missing":
        return path[:-1], _("The key {key} is missing here.").format(key=_quoted(path[-1]))
    if code == "extra_forbidden":
        return path, _unknown(path)
    if code == "literal_error" or (path and path[-1] in ("format", "rung")):
        return path, _choice(path)
    sentence = _SENTENCES.get(code)
    return path, sentence(context) if sentence else _("This cannot stand here.")


def _unknown(path: Path) -> str:
    key, known = str(path[-1]), _known(path[:-1])
    close = get_close_matches(key[:64], known, 1)
    if close:
        return _("The key {key} is not known here. Is {close} meant?").format(key=_quoted(key), close=_quoted(close[0]))
    return _("The key {key} is not known here. There can be: {known}.").format(key=_quoted(key), known=", ".join(known))


def _known(path: Path) -> list[str]:
    if not path:
        return list(QuestionnaireShape.model_fields)
    key = next(step for step in reversed(path) if isinstance(step, str))
    return list((INSIDE.get(key) or ENTRIES[str(path[0])]).model_fields)


def _choice(path: Path) -> str:
    if path[-1] == "format":
        return _("Write 1 here; there is no other format so far.")
    if path[-1] == "rung":
        return _("Write 0 (closed), 1, 2, 3 or 4 (open) here, without quotes.")
    if path[-1] == "evidence":
        return _("Write A, B or C here.")
    return _("Write leader or staff here, or leave the key out.")


def _pattern(pattern: str) -> str:
    return {
        NO_QUESTIONNAIRE_ID: _("Write the id of another questionnaire here, or leave the key out."),
        QUESTIONNAIRE_ID: _("Only small letters, digits and - can stand here, at least one and at most 64."),
        VERSION: _("Write a version here, such as 1.0.0."),
        LANGUAGE: _("Write a language here, such as en-GB."),
        SMALL_WORD: _("The name of a token has only small letters and _ in it."),
    }.get(pattern, _("Only letters, digits, _ and - can stand here, at least one and at most 64."))


def _too_few(context: Details) -> str:
    least, found = context["min_length"], context["actual_length"]
    return ngettext(
        "At least {least} entry is needed here, and there are {found}.",
        "At least {least} entries are needed here, and there are {found}.",
        least,
    ).format(least=least, found=found)


def _too_many(context: Details) -> str:
    return _("At most {most} entries can stand here, and there are more.").format(most=context["max_length"])


def _too_long(context: Details) -> str:
    return _("This text is longer than {most} characters.").format(most=context["max_length"])


def _quoted(key: object) -> str:
    return f"“{str(key)[:64]}”"


def _keys(_context: Details) -> str:
    return _("Keys with values are needed here, such as “id: A1”.")


def _number(_context: Details) -> str:
    return _("Write a number here, without quotes.")


def _effort(_context: Details) -> str:
    return _("Write 1, 2 or 3 here, without quotes.")


_SENTENCES: dict[str, Callable[[Details], str]] = {
    "string_type": lambda _context: _("A text is needed here. Put quotes round a word such as true or null."),
    "string_too_short": lambda _context: _("A text is needed here, and it is empty."),
    "string_too_long": _too_long,
    "string_pattern_mismatch": lambda context: _pattern(context["pattern"]),
    "bool_type": lambda _context: _("Write true or false here, without quotes."),
    "int_type": _effort,
    "greater_than_equal": _effort,
    "less_than_equal": _effort,
    "float_type": _number,
    "finite_number": _number,
    "list_type": lambda _context: _("A list is needed here, each entry on a line that begins with a dash."),
    "dict_type": _keys,
    "model_type": _keys,
    "model_attributes_type": _keys,
    "too_short": _too_few,
    "too_long": _too_many,
}


Value = TypeVar("Value")


def questionnaire_from_data(data: object, file: str = "") -> Questionnaire:
    """A questionnaire from plain dicts and lists, such as JSON gives. Raises :class:`QuestionnaireMistakes`."""
    return questionnaire_from(Document(file, data))


def questionnaire_from(document: Document, *, own: bool = False) -> Questionnaire:
    """The questionnaire a document holds, ``own`` where it does not come with the program. Raises
    :class:`QuestionnaireMistakes` with all that is wrong.
    """
    mistakes = list(document.mistakes)
    shape = None
    if document.whole and isinstance(document.data, dict):
        shape, found = _checked(document)
        mistakes += found
    elif document.whole:
        sentence = _("A questionnaire is made of keys with values, such as “title: ...”. There are none here.")
        mistakes.append(document.mistake((), sentence))
    if mistakes or shape is None:
        raise QuestionnaireMistakes(_in_order(mistakes, document.file))
    return _questionnaire(shape, own=own)


def _checked(document: Document) -> tuple[QuestionnaireShape | None, list[Mistake]]:
    """The shape, and what is wrong beyond what reading has told already: an alias is not also a missing text."""
    assert isinstance(document.data, dict)
    shape = None
    found = []
    try:
        shape = QuestionnaireShape.model_validate(document.data)
    except ValidationError as wrong:
        found = shape_mistakes(wrong.errors(include_url=False, include_input=False))
    found += broken_rules(document.data)
    told = {(mistake.file, mistake.line, mistake.key) for mistake in document.mistakes}
    mistakes = [document.mistake(path, sentence) for path, sentence in found]
    return shape, [each for each in mistakes if (each.file, each.line, each.key) not in told]


def _in_order(mistakes: list[Mistake], file: str) -> list[Mistake]:
    """From top to bottom, the main file first."""
    return sorted(mistakes, key=lambda mistake: (mistake.file != file, mistake.file, mistake.line))


def _questionnaire(shape: QuestionnaireShape, *, own: bool) -> Questionnaire:
    low, middle, high = shape.bands
    return Questionnaire(
        id=shape.id,
        version=shape.version,
        language=shape.language,
        title=shape.title,
        frame=shape.frame,
        scale=tuple(shape.scale),
        tokens=tuple(Token(name, token.staff, token.leader) for name, token in shape.tokens.items()),
        pillars=tuple(_same(Pillar, each) for each in shape.pillars),
        themes=tuple(_theme(each) for each in shape.themes),
        items=tuple(_same(Item, each) for each in shape.items),
        order=tuple(each.id for each in shape.items) if shape.order is None else tuple(shape.order),
        pulse=tuple(shape.pulse),
        practices=tuple(_same(Practice, each) for each in shape.practices),
        cuts=(low, middle, high),
        suggestions=tuple(_same(Suggestion, each) for each in shape.suggestions),
        definitions=tuple(_same(Definition, each) for each in shape.definitions),
        before=tuple(shape.before),
        scenarios=tuple(_scenario(each) for each in shape.scenarios),
        based_on=shape.based_on,
        own=own,
        roles=tuple(Role(name, tuple(ids)) for name, ids in shape.roles.items()),
    )


def _theme(shape: ThemeShape) -> Theme:
    bands = _same(BandTexts, shape.bands)
    return Theme(shape.id, shape.pillar, shape.name, shape.meaning, bands, shape.on_your_own, shape.known)


def _scenario(shape: ScenarioShape) -> Scenario:
    outcomes = tuple(_same(Outcome, each) for each in shape.next)
    suggestion = _same(CardSuggestion, shape.suggestion) if shape.suggestion else CardSuggestion()
    return Scenario(shape.id, shape.name, shape.text, outcomes, suggestion)


def _same(kind: type[Value], shape: BaseModel) -> Value:
    """The domain's value with the same field names; lists become tuples."""
    given = {each.name: getattr(shape, each.name) for each in fields(kind)}  # type: ignore[arg-type]
    return kind(**{name: tuple(value) if isinstance(value, list) else value for name, value in given.items()})
