"""Where the mean of everybody who was invited would lie, the missing counted as 0 and as 100: arithmetic, no promise.

One source for the window, the report and printed scores.
"""

from trustcheck.words import gettext as _
from trustcheck.words.numbers import in_words


def name() -> str:
    return _("All invited")


def column() -> str:
    """The same at the head of a narrow column."""
    return _("all invited")


def caption() -> str:
    """Below the range itself."""
    return _("if those without a score count 0, or 100")


def clause(low: int, high: int, silent: int) -> str:
    """After a mean: how far those without a score could move it."""
    who = _("the one without a score here") if silent == 1 else _("the {number} without a score here")
    return _("and {low} to {high} if {who} counted 0, or 100").format(
        who=who.format(number=in_words(silent)), low=low, high=high
    )


def in_a_line(low: int, high: int) -> str:
    """Behind a mean in printed scores."""
    return _("{low} to {high} with the others counted as 0, or as 100").format(low=low, high=high)


def meaning() -> str:
    """Goes on after the name."""
    return _(
        "is the mean of everybody invited, from all without a score at 0 to all of them at 100. It is arithmetic about "
        "who is missing, and nothing more."
    )


def limits() -> str:
    """After the sum itself."""
    return _(
        "This is arithmetic about who is missing, and nothing more: it takes the answers that were given as they are, "
        "and does not say how well the questions measure."
    )
