"""What the story of a group is chosen from: unrounded scores that may be shown, gaps and contradictions."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from trustcheck.domain.findings.practice import Contradiction
from trustcheck.domain.questionnaire.model import Perspective, Pillar, Questionnaire
from trustcheck.domain.statistics.gaps import Gap
from trustcheck.domain.statistics.groups import ItemScore


@dataclass(frozen=True)
class GroupView:
    """Scores on 0 to 100 by id; a theme or pillar that may not be shown is left out."""

    questionnaire: Questionnaire
    headline: Perspective | None
    themes: Mapping[str, float] = field(default_factory=dict)
    """The headline's."""
    pillars: Mapping[str, float] = field(default_factory=dict)
    leaders: Mapping[str, float] = field(default_factory=dict)
    """Theme scores of leaders and of staff, where each may be shown."""
    staff: Mapping[str, float] = field(default_factory=dict)
    gaps: Mapping[str, Gap] = field(default_factory=dict)
    split: tuple[str, ...] = ()
    """Theme ids where the headline's people describe different places, widest apart first."""
    contradictions: tuple[Contradiction, ...] = ()
    items: Mapping[Perspective, Mapping[str, ItemScore]] = field(default_factory=dict)
    """Of each view the questions that may be shown."""

    @property
    def beliefs(self) -> Mapping[str, float]:
        """What stands beside the facts: the leaders' view where it is shown, else the only one."""
        return self.leaders or self.themes

    @property
    def believer(self) -> Perspective | None:
        return Perspective.LEADER if self.leaders else self.headline

    def known_pillars(self) -> list[tuple[float, Pillar]]:
        """The pillars that may be shown, with their scores, in the questionnaire's order."""
        return [(self.pillars[each.id], each) for each in self.questionnaire.pillars if each.id in self.pillars]

    def say(self, of_staff: str, of_leaders: str) -> str:
        """One of two phrasings of the same finding: what staff describe, or what leaders do."""
        return of_leaders if self.headline is Perspective.LEADER else of_staff
