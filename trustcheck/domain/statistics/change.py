"""Whether a score changed between two checks, or may only have wavered (measurement 2.11): of one person, of a group.

Jacobson & Truax (1991), J Consult Clin Psychol 59, 12-19: a change is reliable where it is larger than two scores of
somebody who did not change would differ in 95 of 100 cases. There are no norms, so that spread and reliability are
planning values; a result says so.
"""

from dataclasses import dataclass
from enum import StrEnum
from math import ceil, sqrt

from trustcheck.domain.questionnaire.model import Form
from trustcheck.domain.statistics.points import ABOUT_THE_SAME, apart, whole

_Z = 1.96
"""As Jacobson and Truax print it: 95 of 100."""


@dataclass(frozen=True, slots=True)
class ReliableChange:
    """Of two scores of one person, in their own units."""

    error: float
    """Standard error of one score."""
    difference_error: float
    """Standard error of a difference."""
    index: float
    """The difference in standard errors: beyond 1.96 it is reliable."""
    threshold: float
    """The smallest difference that is."""


def reliable_change(then: float, now: float, sd: float, reliability: float) -> ReliableChange:
    """``sd`` of the scores among people, above 0; ``reliability`` from 0 to below 1."""
    error = sd * sqrt(1 - reliability)
    difference_error = sqrt(2) * error
    return ReliableChange(error, difference_error, (now - then) / difference_error, _Z * difference_error)


@dataclass(frozen=True, slots=True)
class PlanningValues:
    """Assumed of people's scores as long as nobody has measured them."""

    sd: float
    reliability: float
    questions: int
    """Of a score of this kind; with more it counts as no surer, for nobody planned that."""

    @property
    def points_needed(self) -> int:
        """Whole points from which on a difference, rounded once, counts as a change."""
        return ceil(reliable_change(0, 0, self.sd, self.reliability).threshold)

    @property
    def margin(self) -> int:
        """Whole points that one score may lie off, in 95 of 100 cases."""
        return whole(_Z * reliable_change(0, 0, self.sd, self.reliability).error)

    def of_questions(self, number: int) -> "PlanningValues":
        """The mean of so many questions, of one where it is none: stepped down to fewer that hang together as all of
        them do (Spearman 1910, Brown 1910)."""
        number = max(number, 1)
        if number >= self.questions:
            return self
        one = self.reliability / (self.questions - (self.questions - 1) * self.reliability)
        per_question = self.sd**2 * self.questions / (1 + (self.questions - 1) * one)
        together = 1 + (number - 1) * one
        return PlanningValues(sqrt(per_question * together / number), number * one / together, number)


THEME = PlanningValues(20, 0.73, 4)
PILLAR = PlanningValues(17, 0.88, 20)
OVERALL = PlanningValues(16, 0.92, 40)
PULSE_PILLAR = PlanningValues(18, 0.68, 6)
PULSE_OVERALL = PlanningValues(17, 0.78, 12)


def of_pillars(form: Form) -> PlanningValues:
    """The short form asks six questions of a pillar and not twenty."""
    return PULSE_PILLAR if form is Form.PULSE else PILLAR


def of_overall(form: Form) -> PlanningValues:
    return PULSE_OVERALL if form is Form.PULSE else OVERALL


class ChangeKind(StrEnum):
    CHANGED = "changed"
    MOVED_A_LITTLE = "moved a little"
    """Of many people: hardly by chance alone, yet less than half an answer step. One person is never told it."""
    COULD_BE_CHANCE = "could be chance"
    SAME = "about the same"


@dataclass(frozen=True, slots=True)
class ScoreChange:
    """Two scores on 0 to 100 beside each other. The difference is rounded once and carried with its class."""

    then: float
    now: float
    needed: int

    @property
    def points(self) -> int:
        """Now less then, in whole points. Two sixths and a half must not come out a hair below a half."""
        return apart(round(self.now - self.then, 9))

    @property
    def kind(self) -> ChangeKind:
        if abs(self.points) >= self.needed:
            return ChangeKind.CHANGED
        return ChangeKind.SAME if abs(self.points) < ABOUT_THE_SAME else ChangeKind.COULD_BE_CHANCE
