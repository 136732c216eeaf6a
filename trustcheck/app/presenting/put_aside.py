"""Suggestions that somebody put aside, in words: counted, never told again, and asked about next time."""

from trustcheck.app.results.group import GroupResult
from trustcheck.app.results.personal import PersonalResult
from trustcheck.words import gettext as _
from trustcheck.words import ngettext
from trustcheck.words.numbers import capitalised, in_words

Result = GroupResult | PersonalResult


def put_aside_words(result: Result) -> str:
    """How many are not printed because they were put aside; empty where none was."""
    number = len(result.put_aside)
    if not number:
        return ""
    said = ngettext(
        "{number} suggestion was put aside and is not printed here.",
        "{number} suggestions were put aside and are not printed here.",
        number,
    )
    return said.format(number=capitalised(in_words(number)))


def is_all_aside(result: Result) -> bool:
    """Whether something would be offered, and all of it was put aside."""
    return bool(result.put_aside) and bool(result.proposals) and not any(each.suggestions for each in result.proposals)


def all_aside_heading() -> str:
    return _("Everything here was put aside")


def all_aside_words() -> str:
    return _("It can be taken back on the page of suggestions.")


def asked_again_words() -> str:
    """Of a suggestion that was put aside in the check before."""
    return _("Last time you put this aside: is it still not for you?")
