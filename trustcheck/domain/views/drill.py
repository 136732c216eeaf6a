"""The scenario cards of a check in numbers: by view and card what may be told, or why it is not."""

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from trustcheck.domain.privacy.card_release import card_score
from trustcheck.domain.privacy.group_hiding import in_pairs
from trustcheck.domain.privacy.suppressed import CLOSE_TOGETHER, JOINED_LATE, REPEATED, Suppressed
from trustcheck.domain.questionnaire.answers import Response
from trustcheck.domain.questionnaire.model import Questionnaire
from trustcheck.domain.questionnaire.scenarios import RUNGS, Scenario
from trustcheck.domain.statistics.drill import CardScore
from trustcheck.domain.views.group_view import GroupTerms

CardValue: TypeAlias = CardScore | Suppressed


def drill_statistics(
    responses: Sequence[Response], views: Sequence[str], questionnaire: Questionnaire, terms: GroupTerms
) -> dict[str, dict[str, CardValue]]:
    """By view, and by id of the card in the order of asking; ``views`` names the view beside each response.

    Views are never pooled. One whose result was shown before is not told again, neither with sheets that joined since
    nor beside the check before: two medians of nearly the same people tell what the few others picked.
    """
    return {
        view: _of_view(
            [each for each, of in zip(responses, views, strict=True) if of == view], view, questionnaire, terms
        )
        for view in sorted(set(views))
    }


def picked(responses: Iterable[Response], card: Scenario) -> list[int]:
    """How many picked each rung of a card, from 0 up. What the card does not offer counts as nothing picked."""
    picks = [each.beside.drill.get(card.id) for each in responses]
    return [picks.count(rung) if rung in card.rungs else 0 for rung in range(RUNGS)]


def _of_view(
    responses: Sequence[Response], view: str, questionnaire: Questionnaire, terms: GroupTerms
) -> dict[str, CardValue]:
    cards = [each.id for each in questionnaire.scenarios]
    before = _shown_before(view, terms)
    if before is not None:
        return dict.fromkeys(cards, before)
    found: dict[str, CardValue] = {
        each.id: card_score(picked(responses, each), each.rungs, terms.threshold) for each in questionnaire.scenarios
    }
    # Neighbours go together, as with questions of few people: nobody is to know on which card all picked alike.
    hidden = [pair for pair in in_pairs(cards) if any(found[each] == Suppressed(CLOSE_TOGETHER) for each in pair)]
    beside = {each for pair in hidden for each in pair if isinstance(found[each], CardScore)}
    return found | dict.fromkeys(beside, Suppressed(CLOSE_TOGETHER))


def _shown_before(view: str, terms: GroupTerms) -> Suppressed | None:
    if view in terms.joined_late:
        return Suppressed(JOINED_LATE)
    return Suppressed(REPEATED) if view in terms.withheld or terms.told_beside.get(view) else None
