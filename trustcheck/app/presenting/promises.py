"""A promise in words: what, who sees to it, the sign that it works, the day to look again, what became of it."""

from datetime import date

from trustcheck.domain.checks.round import Promise, PromiseStatus
from trustcheck.domain.questionnaire.model import Suggestion
from trustcheck.words import gettext as _
from trustcheck.words.days import day


def promise_labels(*, together: bool) -> tuple[str, str, str]:
    """``together``: several people answered, and the promise is theirs."""
    if together:
        return _("What we will try"), _("We will see that it works when"), _("We will look again on")
    return _("What I will try"), _("I will see that it works when"), _("I will look again on")


def who_label() -> str:
    return _("Who sees to it")


def promise_pairs(promise: Promise, *, together: bool) -> tuple[tuple[str, str], ...]:
    """Each part of a promise that somebody wrote, after its label; what became of it, once that was said."""
    what, sign, when = promise_labels(together=together)
    again = day(promise.look_again_on) if promise.look_again_on is not None else ""
    became = "" if promise.is_open else status_words(promise.status)
    told = (
        (what, promise.text),
        (who_label(), promise.who),
        (sign, promise.sign),
        (when, again),
        (_("What became of it"), became),
    )
    return tuple((label, text) for label, text in told if text.strip())


def in_a_line(text: str, who: str, until: date | None) -> str:
    """What somebody takes on, as people said it, with whose it is and until when."""
    by = _("until {day}").format(day=day(until)) if until is not None else ""
    beside = ", ".join(each for each in (who, by) if each)
    return _("{decision} ({beside})").format(decision=text, beside=beside) if beside else text


def promised_then(promise: Promise, made_on: date, *, together: bool) -> str:
    """What was promised then, asked about before any number."""
    said = (
        _("On {day} it was promised: \u201c{promise}\u201d What became of it?")
        if together
        else _("On {day} you promised: \u201c{promise}\u201d What became of it?")
    )
    whole = in_a_line(promise.text.strip(), promise.who, None)
    return said.format(day=day(made_on), promise=whole)


def became(promise: Promise, made_on: date) -> str:
    """What one person promised then, with what became of it or the question."""
    if promise.is_open:
        return promised_then(promise, made_on, together=False)
    return _("On {day} you promised: \u201c{promise}\u201d You say: {status}.").format(
        day=day(made_on), promise=promise.text.strip(), status=status_words(promise.status)
    )


def status_words(status: PromiseStatus) -> str:
    """What became of a promise, in the words in which it is asked."""
    return {
        PromiseStatus.OPEN: _("still open"),
        PromiseStatus.KEPT: _("done"),
        PromiseStatus.PARTLY: _("partly"),
        PromiseStatus.NOT: _("did not happen"),
        PromiseStatus.DROPPED: _("dropped"),
    }[status]


# A suggestion as a promise: a whole sentence that somebody alone, or a team, could say aloud.


def promised(suggestion: Suggestion, *, together: bool) -> Promise:
    """What is proposed as a promise: the author's sentence, or one that fits any suggestion."""
    words = suggestion.we_will if together else suggestion.i_will
    return Promise(words or _any_sentence(suggestion, together=together), None, suggestion.notice, suggestion.id)


def _any_sentence(suggestion: Suggestion, *, together: bool) -> str:
    """A title may be anything, so it stands in quotation marks."""
    if together:
        return _("We will try \u201c{title}\u201d and see what comes of it.").format(title=suggestion.title)
    return _("I will try \u201c{title}\u201d and see what comes of it.").format(title=suggestion.title)
