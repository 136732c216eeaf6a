"""Why a sheet is not taken, in words a person understands. No answer and no note is ever quoted."""

from trustcheck.app.ports import NotSaved
from trustcheck.domain.questionnaire import Perspective
from trustcheck.words import gettext as _


def not_asked(perspective: Perspective) -> NotSaved:
    if perspective is Perspective.LEADER:
        return _untaken(_("One of these sheets is a leader's, and this check asks staff only."))
    return _untaken(_("One of these sheets is of staff, and this check asks leaders only."))


def unknown_items(items: set[str]) -> NotSaved:
    named = ", ".join(sorted(each[:20] for each in items)[:5])
    return _untaken(
        _("One of these sheets answers questions that this check does not ask: {items}.").format(items=named)
    )


def off_the_scale(high: int) -> NotSaved:
    return _untaken(_("One of these sheets has an answer that is not on the scale from 1 to {high}.").format(high=high))


def taken_before(code: str) -> NotSaved:
    return NotSaved(
        _("The form {code} was taken into this check before.").format(code=code[:20]),
        _("Nothing was taken twice."),
        _("Leave it out, or check it against the paper."),
    )


def twice_at_once(code: str) -> NotSaved:
    return NotSaved(
        _("The form {code} is among these twice.").format(code=code[:20]), _("Nothing was taken."), _("Leave one out.")
    )


def no_such_form(code: str) -> NotSaved:
    return NotSaved(
        _("There is no form {code} in this check.").format(code=code[:20]),
        _("Nothing was changed."),
        _("Look at the code on the paper again."),
    )


def draft_is_gone() -> NotSaved:
    return NotSaved(
        _("This half-filled sheet is no longer there: it was finished or discarded."), _("Nothing was taken twice.")
    )


def _untaken(sentence: str) -> NotSaved:
    return NotSaved(sentence, _("None of them was taken."), _("Look whether they belong to this check."))
