"""What is said under a question: which keys answer, what happens then, and what was answered last time."""

from collections.abc import Sequence

from trustcheck.app.presenting.personal import declined_words
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.words import gettext as _


def hint(points: int, *, single_keys: bool, goes_on: bool) -> str:
    """``goes_on``: the next question comes by itself after a digit; not while a note is open, and never after Space."""
    if not single_keys:
        return _("Space chooses, Enter goes on")
    if goes_on:
        return _("Press 1 to {points} to answer and go on, Backspace to go back").format(points=points)
    return _("Press 1 to {points} to answer, Enter to go on").format(points=points)


def nothing_chosen(*, single_keys: bool) -> str:
    return _("Nothing chosen yet. S skips it.") if single_keys else _("Nothing chosen yet. Skip leaves it open.")


def last_time(proposed: Answer, scale: Sequence[str]) -> str:
    """What was answered last time, and how it becomes an answer of today."""
    said = scale[proposed.code - 1] if proposed.is_point else declined_words(proposed)
    return _("Last time you answered \u201c{answer}\u201d. Enter keeps it, any other answer changes it.").format(
        answer=said
    )
