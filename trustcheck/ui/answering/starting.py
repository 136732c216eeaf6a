"""The page before the first question of one's own check, filled as the last one was begun."""

from dataclasses import replace

from trustcheck.app.ports import Store
from trustcheck.domain.checks.round import RoundSummary
from trustcheck.domain.questionnaire.model import Questionnaire
from trustcheck.ui.answering.start_page import StartView


def start_view(
    store: Store, rounds: tuple[RoundSummary, ...], questionnaire: Questionnaire, at_hand: int, *, goes_on: bool
) -> StartView:
    """``rounds`` are the person's own, newest first. Where a client is ``at_hand``, only theirs are gone by: what is
    filled in must name no other.
    """
    new = StartView(questionnaire, goes_on_by_itself=goes_on, is_protected=store.safety.is_protected)
    last = next((each for each in rounds if at_hand in (0, each.organisation.id)), None)
    if last is None:
        return new
    return replace(
        new,
        place=last.organisation.name,
        leaders_are=store.rounds.round(last.id).leaders_are,
        perspective=last.perspective,
        form=last.form,
    )
