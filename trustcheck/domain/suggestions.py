"""Which suggestions a result earns, and for each the reason in real numbers from these answers."""

from dataclasses import dataclass

from trustcheck.domain.questionnaire import Practice, Suggestion


@dataclass(frozen=True, slots=True)
class Reason:
    """One line under *Why am I seeing this?*: a sentence, and the value that made it true."""

    sentence: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """One priority theme with the suggestions it earns, the first of them opened first."""

    theme_id: str
    suggestions: tuple[Suggestion, ...]
    reasons: tuple[Reason, ...]
    rule: str
    """The rule that put it in this place, in words."""


@dataclass(frozen=True, slots=True)
class QuickWin:
    """A fact answered "no" that can be changed by decision within a month, whatever the scores."""

    practice: Practice


@dataclass(frozen=True, slots=True)
class Strength:
    """A theme to carry over from. ``relative`` says that it is only the highest of these answers."""

    theme_id: str
    score: float
    relative: bool
    question: str
