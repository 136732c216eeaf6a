"""What the strip of promises that come due says of each, in a few words."""

from datetime import date

from trustcheck.domain.round import DuePromise, Promise
from trustcheck.ui.dates import day_and_month, day_in_words
from trustcheck.words import gettext as _

_SHORT = 160
"""Characters of a promise in the strip; all of it stands on its own page."""


def in_short(promise: Promise) -> str:
    """The promise in one line, cut after a word where it is long."""
    words = " ".join(promise.text.split())
    if len(words) <= _SHORT:
        return words
    beginning = words[:_SHORT]
    head = beginning.rpartition(" ")[0]
    # Some scripts put no gap between words.
    return _("{beginning}\u2026").format(beginning=head.rstrip(" ,;:.") if len(head) > _SHORT // 2 else beginning)


def when(promise: Promise, today: date) -> str:
    """Until when, in a few words: "by 28 November"; a day of another year says which."""
    day = promise.look_again_on
    assert day is not None
    if day == today:
        return _("today")
    named = day_and_month(day) if day.year == today.year else day_in_words(day)
    return _("by {day}").format(day=named) if day > today else _("{day} has passed").format(day=named)


def spoken(due: DuePromise, today: date) -> str:
    """The whole line as a screen reader says it."""
    return _("Promise of {organisation}, {when}: {promise}").format(
        organisation=due.organisation.name, promise=in_short(due.promise), when=when(due.promise, today)
    )
