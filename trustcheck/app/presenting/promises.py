"""A promise in words: what is tried, the sign that it works, and the day on which somebody looks again."""

from trustcheck.app.day_words import day
from trustcheck.domain.round import Promise
from trustcheck.words import gettext as _


def promise_labels(*, together: bool) -> tuple[str, str, str]:
    """``together``: several people answered, and the promise is theirs."""
    if together:
        return _("What we will try"), _("We will see that it works when"), _("We will look again on")
    return _("What I will try"), _("I will see that it works when"), _("I will look again on")


def promise_pairs(promise: Promise, *, together: bool) -> tuple[tuple[str, str], ...]:
    """Each part of a promise that somebody wrote, after its label."""
    again = day(promise.look_again_on) if promise.look_again_on is not None else ""
    told = zip(promise_labels(together=together), (promise.text, promise.sign, again), strict=True)
    return tuple((label, text) for label, text in told if text.strip())
