"""What ``trustcheck score`` says of scenario cards: what a window would tell of them, and nothing unrounded."""

from collections.abc import Sequence
from typing import Any

from trustcheck.domain.privacy.suppressed import Suppressed
from trustcheck.domain.questionnaire.answers import Response
from trustcheck.domain.questionnaire.model import Questionnaire
from trustcheck.domain.views.drill import CardValue, drill_statistics
from trustcheck.domain.views.group_view import GroupTerms


def drill_values(
    responses: Sequence[Response], views: Sequence[str], questionnaire: Questionnaire, threshold: int
) -> dict[str, Any]:
    """By view and card the usual rung and whether answers lie apart, or why that is not told; one person's picks."""
    if len(responses) == 1:
        return {"picked": dict(responses[0].beside.drill)}
    found = drill_statistics(responses, views, questionnaire, GroupTerms(threshold))
    return {view: {card: _value(value) for card, value in cards.items()} for view, cards in found.items()}


def _value(value: CardValue) -> dict[str, Any]:
    if isinstance(value, Suppressed):
        return {"suppressed": value.reason}
    return {"n": value.n, "usual": value.usual, "lie_apart": value.lie_apart}
