"""Mistakes of shape in our own words: what pydantic found, said to somebody who writes questionnaires."""

from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from typing import Any

from trustcheck.catalog.mistakes import Path
from trustcheck.catalog.questionnaire_model import (
    ENTRIES,
    LANGUAGE,
    QUESTIONNAIRE_ID,
    SMALL_WORD,
    VERSION,
    BandsShape,
    QuestionnaireShape,
)
from trustcheck.words import gettext as _
from trustcheck.words import ngettext

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
    if code == "literal_error":
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
    shape = BandsShape if path[-1] == "bands" else ENTRIES[str(path[0])]
    return list(shape.model_fields)


def _choice(path: Path) -> str:
    if path[-1] == "format":
        return _("Write 1 here; there is no other format so far.")
    if path[-1] == "evidence":
        return _("Write A, B or C here.")
    return _("Write leader or staff here, or leave the key out.")


def _pattern(pattern: str) -> str:
    return {
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
