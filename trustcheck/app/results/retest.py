"""A promise asked again, as values: what was answered then, how that moved, and how sure it is."""

from dataclasses import dataclass
from datetime import date

from trustcheck.domain.checks.round import RoundSummary
from trustcheck.domain.privacy.suppressed import Suppressed
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.domain.statistics.change import ChangeKind


@dataclass(frozen=True, slots=True)
class MovedAgain:
    """The difference between the two answers to a promise's questions, in points on 0 to 100."""

    kind: ChangeKind
    low: int
    high: int
    """Of several people a 95 % interval with coarse ends; of one person what may be chance, either way."""

    @property
    def is_up(self) -> bool:
        return self.low + self.high > 0


@dataclass(frozen=True, slots=True)
class RetestView:
    """What one perspective, or one person, said again."""

    perspective: Perspective
    then_n: int
    now_n: int
    moved: MovedAgain | Suppressed


@dataclass(frozen=True, slots=True)
class QuestionAgain:
    """One question of a promise. Of one person both answers in words; of several people neither."""

    item_id: str
    wording: str
    then: str = ""
    now: str = ""


@dataclass(frozen=True, slots=True)
class Retest:
    """One time that a promise was asked again."""

    summary: RoundSummary
    questions: tuple[QuestionAgain, ...]
    views: tuple[RetestView, ...] = ()
    """Empty while it is open, and where it cannot be read."""

    @property
    def number(self) -> int:
        """The promise's."""
        assert self.summary.retests is not None
        return self.summary.retests.number

    @property
    def on(self) -> date:
        return self.summary.closed_on or self.summary.started_on
