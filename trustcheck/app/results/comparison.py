"""Two checks of one person beside each other, as values: what can be compared of them, and nothing else."""

from dataclasses import dataclass
from datetime import date

from trustcheck.domain.checks.round import Promise
from trustcheck.domain.questionnaire.model import Theme
from trustcheck.domain.statistics.change import ChangeKind, ScoreChange


@dataclass(frozen=True, slots=True)
class ComparedScore:
    """A pillar or a theme then and now, on the questions that both asked in the same words."""

    id: str
    name: str
    questions: int
    """Shared ones."""
    change: ScoreChange | None
    """``None`` where one of the two has too few answers to shared questions."""


@dataclass(frozen=True, slots=True)
class AnswersBeside:
    """One question whose answer is another one now, both in words."""

    item_id: str
    theme: Theme
    wording: str
    then: str
    now: str


@dataclass(frozen=True, slots=True)
class AloudBeside:
    """Of how many shared questions somebody said both times whether they would say their answer aloud, and how often
    they would not."""

    both: int = 0
    then: int = 0
    now: int = 0


@dataclass(frozen=True, slots=True)
class PersonalComparison:
    then_on: date
    now_on: date
    shared: int
    """Questions that both asked in the same words."""
    asked: int
    """Questions of the newer check."""
    pillars: tuple[ComparedScore, ...]
    themes: tuple[ComparedScore, ...]
    """Empty where one of the two is a short form."""
    answers: tuple[AnswersBeside, ...]
    promises: tuple[Promise, ...]
    """What was promised then."""
    aloud: AloudBeside = AloudBeside()
    lowest_then: str = ""
    """The id of the theme that was lowest then: it tends to rise untouched."""
    languages: tuple[str, str] = ("", "")
    """Those of the words then and now, where they are two."""

    @property
    def scores(self) -> tuple[ComparedScore, ...]:
        return (*self.pillars, *self.themes)

    def of_kind(self, kind: ChangeKind) -> tuple[ComparedScore, ...]:
        return tuple(each for each in self.scores if each.change is not None and each.change.kind is kind)
