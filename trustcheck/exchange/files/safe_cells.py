"""Texts as cells of a table that a spreadsheet program never takes for a formula."""

import re
from functools import lru_cache

STARTS_A_FORMULA = frozenset("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
"""Also the wide forms that are typed in East Asia, which some programs read like the narrow ones."""

_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# What XML cannot hold, and what is no character at all.
_UNWRITABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")


@lru_cache(maxsize=20_000)
def safe_cell(value: str | int | None) -> str | int | None:
    """A text with an apostrophe before it where it could start a formula; numbers are ours and stay."""
    if not isinstance(value, str):
        return value
    text = _UNWRITABLE.sub("\ufffd", _LINE_ENDS.sub("\n", value))
    # Programs that trim a cell find the formula behind the blanks.
    first = text.lstrip()[:1] or text[:1]
    return f"'{text}" if first in STARTS_A_FORMULA or text[:1] in STARTS_A_FORMULA else text
