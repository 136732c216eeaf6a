"""What a group's closed check shows: everything a page, an export or a report may say of it, and nothing more.

These values are made for eyes: whole points, words, and no standard deviation, median or distribution below ten
people. A value that would point at somebody is a :class:`~trustcheck.domain.privacy.suppressed.Suppressed`: no number.
No sheet of a single person is reachable from here, so that nobody downstream can forget to hide one.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from trustcheck.app.results.dots import DotPlot
from trustcheck.app.results.drill import CardView
from trustcheck.app.results.group_comparison import GroupComparison
from trustcheck.app.results.personal import FactResult, answered_facts
from trustcheck.app.results.policy import PolicyLens
from trustcheck.app.results.retest import Retest
from trustcheck.domain.checks.group_round import GroupNote, GroupSetup
from trustcheck.domain.checks.round import Promise, RoundSummary
from trustcheck.domain.checks.workshop import Workshop
from trustcheck.domain.findings.practice import PillarPractice
from trustcheck.domain.findings.priorities import HeldBack
from trustcheck.domain.findings.story import Story
from trustcheck.domain.findings.suggestions import ByRight, Proposal, QuickWin, Strength, aside_of, by_right, for_them
from trustcheck.domain.privacy.suppressed import Suppressed
from trustcheck.domain.questionnaire.arrangement import Arrangement
from trustcheck.domain.questionnaire.model import Item, Perspective, Pillar, Questionnaire, Suggestion, Theme
from trustcheck.domain.statistics.classes import Classes
from trustcheck.domain.statistics.group_words import GapKind, Solidity, Spread
from trustcheck.domain.statistics.points import ABOUT_THE_SAME

DETAILS_FROM = 10
"""From this many people on shares and three classes are shown."""
COARSE = 5
"""Below that the ends of an interval lie on multiples of this: whole points would tell the standard deviation."""


@dataclass(frozen=True, slots=True)
class Range:
    """Whole points on 0 to 100, or per cent where said so."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Shown:
    """One perspective's value of a theme, a pillar, the whole, or one question. Whole points on 0 to 100."""

    n: int
    mean: int
    about: bool = False
    """Whether ``mean`` is but the answer nearest to it, as of a question of few, or where some joined late."""
    band: str = ""
    """"Patchy", or "Patchy to Usual" where the interval crosses a cut; empty where too few of the invited answered."""
    lowest_band: int | None = None
    """From 0 the band of the interval's lower end, before rounding; where ``band`` is told."""
    band_text: str = ""
    """What a score in the band of the mean may mean, in the questionnaire's words; themes only."""
    interval: Range | None = None
    """95 % t interval; below fourteen people its ends are rounded outwards to fives."""
    guaranteed: Range | None = None
    """Where the mean of all who were invited would lie, those without a score counted as 0 and as 100."""
    spread: Spread | None = None
    solidity: Solidity | None = None
    dont_know: int = 0
    """Per cent *I don't know* among answered and *don't know*."""
    favourable: int | None = None
    """People at 62.5 or more; from ten people on, and where neither they nor the others are fewer than three."""
    favourable_range: Range | None = None
    """Wilson's 95 % interval of their share, in per cent; where ``favourable`` is told."""
    classes: tuple[int, int, int] | None = None
    """People below 37.5, between, and from 62.5 on, where all three may stand apart; else ask :attr:`people_in`."""
    sd: int | None = None
    median: int | None = None
    """Both from fourteen people on."""
    rare: int | None = None
    """People below 37.5; where that alone may be told of the classes."""

    @property
    def people_in(self) -> Classes | None:
        """The classes that may be told of a theme, a pillar or the whole, from ten people on."""
        if self.n < DETAILS_FROM:
            return None
        low, middle, _high = self.classes or (self.rare, None, None)
        return Classes(self.n, low, middle, self.favourable)


Value: TypeAlias = Shown | Suppressed
Views: TypeAlias = Mapping[Perspective, Value]
"""One value for each perspective of the check, never pooled."""


@dataclass(frozen=True, slots=True)
class GapShown:
    """Leaders minus staff, in whole points, with its class (measurement 2.9)."""

    difference: int
    """Rounded once, half away from zero. What it amounts to was decided before: ask ``kind``, never this number."""
    interval: Range
    """95 % Welch interval; may lie below 0. Rounded outwards to fives where one side has fewer than fourteen people."""
    kind: GapKind
    sentence: str
    """The direction in words, without deciding who is right."""

    @property
    def apart(self) -> int:
        """How far, without which way."""
        return abs(self.difference)

    @property
    def about_the_same(self) -> bool:
        """Whether no number of it is said in words."""
        return self.apart < ABOUT_THE_SAME


@dataclass(frozen=True, slots=True)
class PredictionShown:
    """What leaders thought staff would answer: whole points, and the guess minus staff."""

    n: int
    """Leaders who guessed."""
    guess: int
    about: bool
    """The nearest answer alone is told of the guess, below ten leaders."""
    difference: int
    """Rounded once, half away from zero; above 0 leaders expected more than staff say."""
    interval: Range | None
    """95 %, from how exactly staff are known; ``None`` where they are fewer than five."""
    kind: GapKind

    @property
    def apart(self) -> int:
        return abs(self.difference)

    @property
    def about_the_same(self) -> bool:
        """Whether no number of it is said in words."""
        return self.apart < ABOUT_THE_SAME


@dataclass(frozen=True, slots=True)
class PredictionView:
    theme: Theme
    value: PredictionShown | Suppressed


@dataclass(frozen=True, slots=True)
class ItemView:
    """One question as each perspective answered it."""

    item: Item
    wording: str
    """In the staff's wording, or in that of the only perspective."""
    views: Views


@dataclass(frozen=True, slots=True)
class ThemeView:
    theme: Theme
    items: tuple[ItemView, ...]
    views: Views
    gap: GapShown | Suppressed | None = None
    """``None`` where only one perspective was asked."""
    sentence: str = ""
    """What was answered, and what it may mean, in one or two sentences with n and range."""
    tag: str = ""
    """At most three words beside the name, on three themes at most."""
    conflict: str = ""
    """Where evidence disagrees (leaders high and staff low, score high and practice no ...), in words; else empty."""


@dataclass(frozen=True, slots=True)
class PillarView:
    pillar: Pillar
    themes: tuple[ThemeView, ...]
    views: Views
    gap: GapShown | Suppressed | None = None


@dataclass(frozen=True, slots=True)
class Took:
    """Who answered, of one perspective: "seven of nine"."""

    perspective: Perspective
    n: int
    invited: int
    hurried: int | Suppressed = 0


@dataclass(frozen=True, slots=True)
class Unseen:
    """A question that thirty per cent or more could not answer because they could not see it (measurement 1.8)."""

    item: Item
    wording: str
    perspective: Perspective
    n: int
    """Who answered it or said *I don't know*."""
    dont_know: int
    """Per cent."""


@dataclass(frozen=True, slots=True)
class Technical:
    """One theme's line in the appendix of the method page; texts are ready to print, empty where not allowed."""

    theme: Theme
    perspective: Perspective
    agreement: str
    """rwg(J) under the uniform and the slightly skewed null, and a_wg; from a hundred people on."""
    reliability: str
    """Alpha (and omega) with interval, or why there is none."""
    effect: str
    """Hedges g with interval, p and Holm's p, smallest reachable p; empty without a comparison."""


@dataclass(frozen=True, slots=True)
class WithoutHurried:
    """What would read otherwise without the hurried sheets of one perspective, or why that is not said."""

    perspective: Perspective
    sentence: str
    moved: tuple[str, ...] = ()
    """A line for each pillar and theme in another band, or five points or more away: with them, and without."""


@dataclass(frozen=True)
class GroupResult:
    """One closed check as it may be seen."""

    summary: RoundSummary
    setup: GroupSetup
    questionnaire: Questionnaire
    took: tuple[Took, ...]
    headline: Perspective | None
    """Whose view speaks first: staff where staff may be shown; ``None`` where nothing may."""
    pillars: tuple[PillarView, ...]
    overall: Views
    story: Story
    own_words: str
    strengths: tuple[Strength, ...]
    proposals: tuple[Proposal, ...]
    held_back: tuple[HeldBack, ...]
    quick_wins: tuple[QuickWin, ...]
    unseen: tuple[Unseen, ...]
    facts: tuple[FactResult, ...]
    practice: tuple[PillarPractice, ...]
    technical: tuple[Technical, ...]
    notes: tuple[GroupNote, ...] = ()
    promises: tuple[Promise, ...] = ()
    workshop: Workshop = field(default_factory=Workshop)
    flags: frozenset[str] = frozenset()
    """The questions that whoever leads the check wants to talk about."""
    banners: tuple[str, ...] = ()
    """What stands above everything: few answered, few allowed to be shown, sheets that wait, hurried ones."""
    one_leader: str = ""
    """For the only leader, who agreed to it: a sentence for the report they read, nowhere else."""
    no_proposals: str = ""
    together: Mapping[str, str] = field(default_factory=dict)
    """By theme id, for facilitators: what the views say together, and a question to ask in the room."""
    without_hurried: tuple[WithoutHurried, ...] = ()
    """Of each shown perspective with hurried sheets that were counted."""
    own_questions: tuple[ItemView, ...] = ()
    """Those beside the themes, in the order of the questionnaire; no part of any score."""
    cards: tuple[CardView, ...] = ()
    """The scenario cards; empty where the check did not ask them."""
    since: GroupComparison | None = None
    """An earlier check of the organisation beside this one; ``None`` where there is none, or none was looked up."""
    policy: PolicyLens | None = None
    """A written policy that is looked at beside it, while it is open."""
    predictions: tuple[PredictionView, ...] = ()
    """What leaders thought staff would answer, theme by theme; empty where nobody was asked or staff are not in."""
    dots: tuple[DotPlot, ...] = ()
    """For a wall in the room where everybody agreed, and for nothing else: no report, no export."""
    by_rule: tuple[Proposal, ...] = ()
    """What the rules alone propose: ``proposals`` are these as they stand by hand."""
    arrangement: Arrangement = field(default_factory=Arrangement)
    aside_before: frozenset[str] = frozenset()
    """Suggestions that were put aside in the check before."""
    retests: tuple[Retest, ...] = ()
    """Each time that one of its promises was asked again, the newest first; empty where none was looked up."""

    @property
    def perspectives(self) -> tuple[Perspective, ...]:
        return tuple(each.perspective for each in self.took)

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
        return self.arrangement.to_ask(self.aside_before)

    @property
    def themes(self) -> tuple[ThemeView, ...]:
        """All themes, by pillar and in the questionnaire's order."""
        return tuple(theme for pillar in self.pillars for theme in pillar.themes)

    def theme(self, theme_id: str) -> ThemeView:
        return next(each for each in self.themes if each.theme.id == theme_id)

    @property
    def sentence(self) -> str:
        """The story, in the organiser's own words where they wrote some."""
        return self.own_words or self.story.sentence
