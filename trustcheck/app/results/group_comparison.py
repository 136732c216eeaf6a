"""Two checks of a group beside each other, fit for eyes: whole points, coarse intervals of few people, or why not."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from trustcheck.domain.checks.round import Promise, RoundSummary
from trustcheck.domain.privacy.suppressed import Suppressed
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.domain.statistics.change import ChangeKind


@dataclass(frozen=True, slots=True)
class GroupChange:
    """One value then and now on the shared questions. Its class was decided before anything was rounded."""

    then: int
    now: int
    points: int
    """Now less then, rounded once."""
    low: int
    high: int
    """95 % Welch interval of the difference; in fives, rounded outwards, where one side has fewer than fourteen."""
    kind: ChangeKind
    then_low: int | None = None
    then_high: int | None = None
    """95 % interval of ``then`` alone, as coarse; ``None`` below five people."""


@dataclass(frozen=True, slots=True)
class GroupScoreBeside:
    """A pillar or a theme in both checks."""

    id: str
    name: str
    questions: int
    """Shared ones, as far as they are compared."""
    change: GroupChange | Suppressed


@dataclass(frozen=True, slots=True)
class ViewBeside:
    """What one perspective said then and now."""

    perspective: Perspective
    then_n: int
    now_n: int
    shared: int
    """Questions that both asked in the same words."""
    asked: int
    """Questions of the newer check."""
    pillars: tuple[GroupScoreBeside, ...]
    themes: tuple[GroupScoreBeside, ...]
    """Empty where one of the two is a short form."""
    lowest_then: str = ""
    """The id of the theme that was lowest then, of those compared: it tends to rise untouched."""

    @property
    def scores(self) -> tuple[GroupScoreBeside, ...]:
        return (*self.pillars, *self.themes)

    @property
    def changes(self) -> Mapping[str, GroupChange]:
        """By pillar and theme id what is compared."""
        return {each.id: each.change for each in self.scores if isinstance(each.change, GroupChange)}


@dataclass(frozen=True)
class GroupComparison:
    """Two closed checks of one organisation."""

    then: RoundSummary
    now: RoundSummary
    views: tuple[ViewBeside, ...]
    """Of the perspectives that both asked, the one that speaks first before the other."""
    only_now: tuple[Perspective, ...] = ()
    only_then: tuple[Perspective, ...] = ()
    without_sheets: bool = False
    """One of the two came without its sheets: what it showed is known, and nothing can be worked out from it anew."""
    promises: tuple[Promise, ...] = ()
    """What was promised then."""
    moving: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    """By the number of a promise the ids of the themes whose questions it should move."""
    languages: tuple[str, str] = ("", "")
    """Those of the words then and now, where they are two."""

    @property
    def then_on(self) -> date:
        return self.then.closed_on or self.then.started_on

    @property
    def now_on(self) -> date:
        return self.now.closed_on or self.now.started_on

    @property
    def forms(self) -> tuple[Form, Form]:
        return self.then.form, self.now.form

    @property
    def first(self) -> ViewBeside | None:
        """The view that speaks: the first of which anything is compared."""
        return next((each for each in self.views if each.changes), None)

    def view(self, perspective: Perspective) -> ViewBeside | None:
        return next((each for each in self.views if each.perspective is perspective), None)
