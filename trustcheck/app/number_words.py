"""Small numbers as words, and names in a row, as a sentence wants them."""

from collections.abc import Sequence
from math import ceil

from trustcheck.words import gettext as _

_SECONDS_A_QUESTION = 10
"""Forty questions take about seven minutes, twelve about two (measurement 1.4)."""


def in_words(number: int) -> str:
    """One to twelve as a word, in lower case; every other number in figures."""
    words = (
        _("one"),
        _("two"),
        _("three"),
        _("four"),
        _("five"),
        _("six"),
        _("seven"),
        _("eight"),
        _("nine"),
        _("ten"),
        _("eleven"),
        _("twelve"),
    )
    return words[number - 1] if 1 <= number <= len(words) else str(number)


def capitalised(words: str) -> str:
    """``words`` as a sentence begins."""
    return words[:1].upper() + words[1:]


def in_a_row(names: Sequence[str]) -> str:
    """ "A", "A and B", "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return _("{several} and {last}").format(several=", ".join(names[:-1]), last=names[-1])


def minutes(questions: int) -> int:
    """About how many minutes so many questions take; never less than one."""
    return max(1, ceil(questions * _SECONDS_A_QUESTION / 60 - 0.5))
