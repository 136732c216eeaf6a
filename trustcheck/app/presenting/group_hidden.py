"""What is said where a value is not shown: the same few words everywhere, and the reasons in one place.

Which of the reasons it is in one place would itself tell something of those who answered, or not be so: a value goes
where it is too few people's, where all of them answered alike, and where its neighbours would give one of these away.
"""

from trustcheck.app.group_result import GroupResult
from trustcheck.app.number_words import in_words
from trustcheck.domain.item_release import FEWEST_FOR_ITEMS
from trustcheck.domain.questionnaire import Perspective
from trustcheck.domain.suppressed import REPEATED, Suppressed
from trustcheck.domain.view_names import people_first
from trustcheck.words import gettext as _

TOO_SHORT = Suppressed("the short form asks too little")
"""Stands for a theme of the pulse, which has pillars only."""


def not_shown(value: Suppressed) -> str:
    """In a row, a cell or a list."""
    if value == TOO_SHORT:
        return _("Not shown: the short form asks too little of one theme")
    return _("Not shown, to protect people")


def why_hidden(threshold: int) -> str:
    """Every reason for which a value of people is not shown."""
    said = _(
        "Not shown, to protect people: fewer than {number} answered this, or all of them alike, or all but one, or it "
        "could be worked out from the numbers beside it."
    ).format(number=in_words(threshold))
    if threshold < FEWEST_FOR_ITEMS:
        said += " " + _("A single question is shown from {number} answers on.").format(
            number=in_words(FEWEST_FOR_ITEMS)
        )
    return said


def nothing_of_view(perspective: Perspective, threshold: int) -> str:
    """Of a whole view with too few people."""
    return _("{people}: fewer than {number} answered, so nothing of theirs is shown.").format(
        people=people_first(perspective), number=in_words(threshold)
    )


def repeats_the_check_before(perspective: Perspective) -> str:
    """Of a view whose sheets are those of the check before, but for a few."""
    return _(
        "{people}: nearly all of these sheets stood in the check before, so the two results would differ by what a few "
        "people said. Nothing of theirs is shown."
    ).format(people=people_first(perspective))


def hidden_view(result: GroupResult, perspective: Perspective) -> str:
    """Once for a view of which nothing may be seen: it has too few people, or must be hidden with what is."""
    took = next((each.n for each in result.took if each.perspective is perspective), 0)
    if took < result.setup.threshold:
        return nothing_of_view(perspective, result.setup.threshold)
    if result.overall.get(perspective) == Suppressed(REPEATED):
        return repeats_the_check_before(perspective)
    return _("{people}. {why}").format(people=people_first(perspective), why=why_hidden(result.setup.threshold))
