"""What stands between the buttons under a question: which keys answer, and what happens then."""

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
