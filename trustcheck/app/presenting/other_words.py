"""Beside an older check in a list, where numbers lie side by side: how much of it the newest check asked too."""

from trustcheck.app.ports import Store
from trustcheck.domain.questionnaire import Form, Perspective, Questionnaire
from trustcheck.domain.round import RoundKind, RoundState, RoundSummary
from trustcheck.domain.shared_questions import shared_questions
from trustcheck.words import gettext as _


def asked_otherwise(store: Store, summary: RoundSummary) -> str:
    """How many of its questions the organisation's newest check of the full form asked by the same id in the same
    words; empty where it asked all of them, or is that check itself. Safe on any thread."""
    known = (each for each in store.rounds_of(summary.organisation.id) if _is_finished(each))
    newest = next(known, None)
    if newest is None or newest.id == summary.id or summary.form is not Form.FULL:
        return ""
    here, there = (_questionnaire(store, each) for each in (summary, newest))
    views = tuple(Perspective) if summary.compares else (summary.perspective,)
    same = set.intersection(*(set(shared_questions(here, there, each)) for each in views))
    if len(same) == len(here.order):
        return ""
    if not same:
        return _("It asked other questions than the newest check: the two are not compared.")
    return _("{same} of its {number} questions are the same in the newest check: only these can be compared.").format(
        same=len(same), number=len(here.order)
    )


def _is_finished(summary: RoundSummary) -> bool:
    return summary.state is RoundState.CLOSED and summary.form is Form.FULL


def _questionnaire(store: Store, summary: RoundSummary) -> Questionnaire:
    if summary.kind is RoundKind.GROUP:
        return store.group_setup(summary.id)[2]
    return store.round(summary.id).questionnaire
