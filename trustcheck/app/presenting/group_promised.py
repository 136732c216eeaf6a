"""What people were promised before the first question of a group's check, told again beside its result."""

from trustcheck.app.group_result import GroupResult
from trustcheck.app.number_words import in_words
from trustcheck.domain.group_round import USUAL_THRESHOLD, GroupSetup, NotesUse
from trustcheck.words import gettext as _


def kept(result: GroupResult) -> str:
    """Who could see what, now that the result is told; with what a program cannot promise."""
    setup = result.setup
    return " ".join(each for each in (_opened(setup), _limits(), notes_kept(setup.notes), _small(setup)) if each)


def _opened(setup: GroupSetup) -> str:
    words = _(
        "No screen and no page shows one person's answers. Nobody saw a result while the check was open; then it opened"
        " from {least} people on."
    )
    both = _(
        "No screen and no page shows one person's answers. Nobody saw a result while the check was open; then leaders"
        " and staff each opened from {least} people on."
    )
    return (both if setup.compares else words).format(least=in_words(setup.threshold))


def _limits() -> str:
    return _(
        "Confidential, as far as a program can keep it: whoever owns the data file can read its rows, which hold no"
        " name, no order and no time."
    )


def notes_kept(use: NotesUse) -> str:
    """Who reads what was noted."""
    return {
        NotesUse.NONE: _("No notes were collected."),
        NotesUse.FACILITATOR: _("Notes are read by whoever leads the talk, without names and shuffled, from ten on."),
        NotesUse.GROUP: _("Notes are shown without names and shuffled, from ten sheets on."),
    }[use]


def _small(setup: GroupSetup) -> str:
    if setup.threshold >= USUAL_THRESHOLD:
        return ""
    return _("In a group this small, people may guess who said what.")
