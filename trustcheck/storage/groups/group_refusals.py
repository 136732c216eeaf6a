"""Why a step of a group's check is refused, in words a person understands."""

from collections.abc import Set as AbstractSet

from trustcheck.app.ports import NotSaved, Refused
from trustcheck.domain.checks.round import RoundState
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.words import gettext as _

# Why a sheet is not taken, in words a person understands. No answer and no note is ever quoted.


def not_asked(perspective: Perspective) -> NotSaved:
    if perspective is Perspective.LEADER:
        return _untaken(_("One of these sheets is a leader's, and this check asks staff only."))
    return _untaken(_("One of these sheets is of staff, and this check asks leaders only."))


def unknown_items(items: AbstractSet[str]) -> NotSaved:
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


def not_a_groups() -> Refused:
    return Refused(_("One person answers this check, not a group."), "", _("Open it from Home."))


def results_wait() -> Refused:
    return Refused(
        _("Results open when you close the check."),
        _("Until then nobody sees one, so that nobody's answers can be worked out from what changes."),
        _("Close the check when everybody has answered."),
    )


def not_taking_sheets(state: RoundState) -> NotSaved:
    if state is RoundState.CLOSED:
        return NotSaved(
            _("This check is closed and takes no more answers."),
            _("Nothing in it was changed."),
            _("Reopen the check to add some; its results are hidden until it closes again."),
        )
    return NotSaved(
        _("This check is still being prepared and takes no answers yet."),
        _("Nothing in it was changed."),
        _("Open it for answers first."),
    )


def cannot_open(state: RoundState) -> Refused:
    if state is RoundState.CLOSED:
        return Refused(_("This check was closed."), _("Nothing was changed."), _("Reopen it to take more answers."))
    return Refused(_("This check is open already."), _("Nothing was changed."))


def cannot_close(state: RoundState) -> Refused:
    if state is RoundState.CLOSED:
        return Refused(_("This check is closed already."), _("Nothing was changed."))
    return Refused(
        _("This check has not been opened yet, so there is nothing to close."),
        _("Nothing was changed."),
        _("Open it for answers first, or delete it."),
    )


def cannot_reopen(state: RoundState) -> Refused:
    if state is RoundState.OPEN:
        return Refused(_("This check is open already."), _("Nothing was changed."))
    return Refused(_("This check was never open."), _("Nothing was changed."), _("Open it for answers first."))


def set_up_is_fixed(state: RoundState) -> Refused:
    if state is RoundState.CLOSED:
        return Refused(
            _("This check is closed, and its set-up stays as it was answered."), _("Nothing was changed."), ""
        )
    return Refused(
        _("People may be answering already, under the set-up they were told."),
        _("Nothing was changed."),
        _("While a check is open, only the number of people invited, the minutes and where to turn can be changed."),
    )


def no_perspective() -> Refused:
    return Refused(_("Nobody is asked in this check."), _("Nothing was changed."), _("Choose who answers."))


def threshold_out_of_range(least: int, most: int) -> Refused:
    return Refused(
        _("A result can be shown from {least} to {most} answers on, not from fewer and not from more.").format(
            least=least, most=most
        ),
        _("Nothing was changed."),
        _("Choose a number in between."),
    )


def another_check_goes_round() -> Refused:
    return Refused(
        _("The laptop is going round for another check."), _("Nothing was changed."), _("End that round first.")
    )
