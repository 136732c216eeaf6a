"""What one person's answers show: everything a page or a report says, recomputed each time from the answers."""

from collections.abc import Iterable
from dataclasses import dataclass

from trustcheck.app.results.comparison import PersonalComparison
from trustcheck.app.results.drill import OwnCard
from trustcheck.app.results.policy import PolicyLens
from trustcheck.app.results.retest import Retest
from trustcheck.domain.checks.marks import UNMARKED, AnswerMark
from trustcheck.domain.checks.round import PersonalRound
from trustcheck.domain.findings.practice import Contradiction, PillarPractice
from trustcheck.domain.findings.priorities import HeldBack
from trustcheck.domain.findings.story import Story
from trustcheck.domain.findings.suggestions import ByRight, Proposal, QuickWin, Strength, aside_of, by_right, for_them
from trustcheck.domain.questionnaire.answers import Answer, PracticeAnswer
from trustcheck.domain.questionnaire.arrangement import Arrangement
from trustcheck.domain.questionnaire.model import Form, Item, Pillar, Practice, Questionnaire, Suggestion, Theme
from trustcheck.domain.statistics.quality import Quality


@dataclass(frozen=True, slots=True)
class ItemResult:
    """One question with its answer, in the words this person read."""

    item: Item
    wording: str
    """The sentence as this person read it."""
    answer: Answer | None
    words: str
    """The answer in words: "Often", "I don't know", "Doesn't apply here", "Skipped"."""
    level: float | None
    """The answer on 0 to 100 after reverse items are turned; ``None`` without a point."""
    note: str = ""
    mark: AnswerMark = UNMARKED


@dataclass(frozen=True, slots=True)
class ThemeResult:
    """One theme with its questions, its score if there are enough answers, and what it may mean."""

    theme: Theme
    items: tuple[ItemResult, ...]
    score: float | None
    """Unrounded, 0 to 100; ``None`` where the answers are too few."""
    margin: float
    """The whisker of one person's score, in points either way."""
    band: str = ""
    """The bands the score may lie in, in words ("Patchy to Usual"); empty without a score."""
    band_text: str = ""
    """What the band of the unrounded score may mean."""
    highest: ItemResult | None = None
    lowest: ItemResult | None = None
    """The answers at either end after turning; both ``None`` where all answers lie level."""
    dont_know: int = 0
    not_applicable: int = 0
    skipped: int = 0
    tag: str = ""
    """At most a few words beside the name: "relatively strongest", "start here"."""
    missing: str = ""
    """Why there is no score, in one sentence; empty with one."""
    target: float | None = None
    """What was aimed for; ``None`` where nobody set anything."""


@dataclass(frozen=True, slots=True)
class PillarResult:
    """One pillar with its themes, and its score if enough of them have one."""

    pillar: Pillar
    themes: tuple[ThemeResult, ...]
    score: float | None
    margin: float
    band: str = ""
    missing: str = ""
    """Why there is no score, in one sentence; empty with one."""


@dataclass(frozen=True, slots=True)
class FactResult:
    """One fact with what was said of it, and what it stands against."""

    practice: Practice
    theme: Theme
    given: PracticeAnswer | None
    contradiction: Contradiction | None = None
    sentence: str = ""
    """The contradiction in words; empty without one."""
    proposed: PracticeAnswer | None = None
    """What one person said of it last time, where they have not answered it this time: it stands against nothing."""


def answered_facts(facts: Iterable[FactResult]) -> dict[str, PracticeAnswer]:
    """By id what was answered to each that was."""
    return {each.practice.id: each.given for each in facts if each.given is not None}


@dataclass(frozen=True, slots=True)
class Count:
    """How many items were answered with a point, and how many were not, by kind."""

    points: int
    dont_know: int
    not_applicable: int
    skipped: int

    @property
    def asked(self) -> int:
        return self.points + self.dont_know + self.not_applicable + self.skipped


@dataclass(frozen=True)
class PersonalResult:
    """One person's self-portrait. Pulse rounds have pillars and overall only: their themes carry no score."""

    round: PersonalRound
    pillars: tuple[PillarResult, ...]
    overall: float | None
    story: Story
    strengths: tuple[Strength, ...]
    proposals: tuple[Proposal, ...]
    held_back: tuple[HeldBack, ...]
    quick_wins: tuple[QuickWin, ...]
    facts: tuple[FactResult, ...]
    practice: tuple[PillarPractice, ...]
    quality: Quality
    count: Count
    no_proposals: str = ""
    """Why nothing is proposed, in one sentence; empty where something is."""
    own_questions: tuple[ItemResult, ...] = ()
    """Those beside the themes, as far as the form asks them; no part of any score."""
    cards: tuple[OwnCard, ...] = ()
    """The scenario cards of its questionnaire, answered or not."""
    since: PersonalComparison | None = None
    """An earlier check of the same person beside this one; ``None`` where there is none, or none was looked up."""
    by_rule: tuple[Proposal, ...] = ()
    """What the rules alone propose: ``proposals`` are these as they stand by hand."""
    retests: tuple[Retest, ...] = ()
    """Each time that one of its promises was asked again, the newest first; empty where none was looked up."""
    policy: PolicyLens | None = None
    """A written policy that is looked at beside it, while it is open."""
    hasty: str = ""
    """A gentle note where the answers look hurried, or the two kinds of questions contradict each other."""

    @property
    def questionnaire(self) -> Questionnaire:
        return self.round.questionnaire

    @property
    def form(self) -> Form:
        return self.round.summary.form

    @property
    def arrangement(self) -> Arrangement:
        """Its suggestions as they stand by hand."""
        return self.round.arrangement

    @property
    def by_right(self) -> tuple[ByRight, ...]:
        """Facts answered "no" with what can be tried for each, whatever the scores."""
        return for_them(by_right(answered_facts(self.facts), self.questionnaire), self.arrangement)

    @property
    def put_aside(self) -> tuple[Suggestion, ...]:
        """What would be offered, and is not for them."""
        return aside_of(self.by_rule, by_right(answered_facts(self.facts), self.questionnaire), self.arrangement)

    @property
    def asked_again(self) -> frozenset[str]:
        """Suggestions that were put aside last time, and of which nobody has said anything yet."""
        return self.arrangement.to_ask(self.round.aside_before)

    @property
    def themes(self) -> tuple[ThemeResult, ...]:
        """All themes, by pillar and in the questionnaire's order."""
        return tuple(theme for pillar in self.pillars for theme in pillar.themes)

    def theme(self, theme_id: str) -> ThemeResult:
        return next(each for each in self.themes if each.theme.id == theme_id)
