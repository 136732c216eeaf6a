"""A sentence on its way to a reader, and the patterns by which a checker understands it.

A sentence that no pattern understands counts as untrue: nothing is said that nobody checks.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Told:
    """``kind`` is where it stands ("story", "reason" ...), ``about`` the theme, pillar or fact it is about."""

    kind: str
    words: str
    about: str = ""
    view: str = ""


Found = dict[str, str]
Check = Callable[[Told, Found], bool]


@dataclass(frozen=True)
class Pattern:
    """What words of a kind look like, with named groups, and whether what was found in them is so."""

    kind: str
    words: re.Pattern[str]
    is_so: Check


def pattern(kind: str, words: str, is_so: Check) -> Pattern:
    return Pattern(kind, re.compile(words), is_so)


def untrue(told: Iterable[Told], patterns: Sequence[Pattern]) -> Iterator[str]:
    """Every sentence that is not so, or that nobody understands."""
    for each in told:
        known = [
            (one, match) for one in patterns if one.kind == each.kind and (match := one.words.fullmatch(each.words))
        ]
        if not known:
            yield f"nobody checks this {each.kind}: {each.words}"
        elif not all(one.is_so(each, match.groupdict()) for one, match in known):
            yield f"this {each.kind} of {each.about or 'the whole'} {each.view} is not so: {each.words}"
