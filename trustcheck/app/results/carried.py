"""A group's result as it travels without the sheets it follows from: what was shown, in the values that show it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from trustcheck.app.results.drill import CardView
from trustcheck.app.results.group import (
    ItemView,
    PillarView,
    PredictionView,
    Technical,
    Took,
    Unseen,
    Views,
    WithoutHurried,
)
from trustcheck.app.results.personal import FactResult
from trustcheck.domain.findings.practice import PillarPractice
from trustcheck.domain.findings.priorities import HeldBack
from trustcheck.domain.findings.story import Story
from trustcheck.domain.findings.suggestions import Proposal, QuickWin, Strength
from trustcheck.domain.questionnaire.model import Perspective


@dataclass(frozen=True)
class CarriedResult:
    """The fields of a :class:`GroupResult` that travel; what else it has stands in its check."""

    took: tuple[Took, ...]
    headline: Perspective | None
    pillars: tuple[PillarView, ...]
    overall: Views
    story: Story
    strengths: tuple[Strength, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    held_back: tuple[HeldBack, ...] = ()
    quick_wins: tuple[QuickWin, ...] = ()
    unseen: tuple[Unseen, ...] = ()
    facts: tuple[FactResult, ...] = ()
    practice: tuple[PillarPractice, ...] = ()
    technical: tuple[Technical, ...] = ()
    banners: tuple[str, ...] = ()
    no_proposals: str = ""
    together: Mapping[str, str] = field(default_factory=dict)
    without_hurried: tuple[WithoutHurried, ...] = ()
    cards: tuple[CardView, ...] = ()
    predictions: tuple[PredictionView, ...] = ()
    own_questions: tuple[ItemView, ...] = ()
