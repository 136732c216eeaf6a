"""What scenario cards show: of a group each view's usual answer or why it is not told, of one person their own."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from trustcheck.domain.privacy.suppressed import Suppressed
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.domain.questionnaire.scenarios import Scenario
from trustcheck.domain.statistics.drill import CardScore

CardViews: TypeAlias = Mapping[Perspective, CardScore | Suppressed]
"""One value for each perspective of the check, never pooled."""


@dataclass(frozen=True, slots=True)
class CardView:
    """One card as each perspective answered it."""

    scenario: Scenario
    views: CardViews


@dataclass(frozen=True, slots=True)
class OwnCard:
    """One card as one person answered it."""

    scenario: Scenario
    rung: int | None
    """``None`` where nothing was picked."""
