"""What a person may choose where two states of one data file hold different things."""

from typing import NamedTuple

from trustcheck.app.merging import Choice, Found, Part
from trustcheck.words import gettext as _


class OptionWords(NamedTuple):
    choice: Choice
    words: str
    detail: str


def option_words(part: Part) -> tuple[OptionWords, ...]:
    """The first is what is done where nobody chooses."""
    return tuple(OptionWords(each, *_option(part, each)) for each in part.choices)


def _option(part: Part, choice: Choice) -> tuple[str, str]:
    here = choice is Choice.HERE
    if part.found is Found.ONLY_HERE:
        return (_("Keep it"), _("It stays as it is.")) if here else (_("Delete it here"), _("It goes from this file."))
    if part.found is Found.ONLY_THERE:
        return (_("Leave it out"), _("It stays in the other file only.")) if here else (_("Bring it in"), "")
    if choice is Choice.BOTH:
        return _("Keep both"), _("The other one comes in as a check of its own.")
    if here:
        return _("As it is here"), ""
    if part.replaces:
        return _("As it is in the other file"), _("The sheets that are here are let go, from the copies too.")
    return _("As it is in the other file"), ""
