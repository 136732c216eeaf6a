"""Signs that nobody sees and no XML can hold: words that were pasted, as from a PDF, bring them along."""

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

Said = TypeVar("Said")
_ENDS_A_LINE = re.compile("[\v\f\x1c-\x1e]")
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1b\x1f\ufffe\uffff]")
_HALF_A_LETTER = re.compile("[\ud800-\udfff]")


def without_unseen(said: Said) -> Said:
    """The same without them, in every text of a value, tuple or mapping however deep; a new page begins a line, and
    half a letter is shown as one that is missing."""
    found: Any = said
    if isinstance(found, str):
        found = _HALF_A_LETTER.sub("\ufffd", _UNSEEN.sub("", _ENDS_A_LINE.sub("\n", found)))
    elif isinstance(found, tuple):
        found = tuple(without_unseen(each) for each in found)
    elif isinstance(found, dict):
        found = {key: without_unseen(each) for key, each in found.items()}
    elif is_dataclass(found) and not isinstance(found, type):
        parts = {each.name: getattr(found, each.name) for each in fields(found) if each.init}
        clean = {name: without_unseen(part) for name, part in parts.items()}
        found = found if clean == parts else replace(found, **clean)
    return cast("Said", found)
