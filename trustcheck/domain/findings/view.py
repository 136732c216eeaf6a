"""One person's answers with what follows from them: what the story and the reasons are chosen from."""

from collections.abc import Mapping
from dataclasses import dataclass

from trustcheck.domain.findings.practice import Contradiction
from trustcheck.domain.questionnaire.answers import Answer, PracticeAnswer
from trustcheck.domain.questionnaire.model import Form, Perspective, Pillar, Questionnaire
from trustcheck.domain.statistics.points import level


@dataclass(frozen=True)
class View:
    """Scores are on 0 to 100 by id, ``None`` where the answers are too few; every pillar and theme has an entry."""

    questionnaire: Questionnaire
    perspective: Perspective
    form: Form
    themes: Mapping[str, float | None]
    pillars: Mapping[str, float | None]
    answers: Mapping[str, Answer]
    facts: Mapping[str, PracticeAnswer]
    contradictions: tuple[Contradiction, ...] = ()

    def known_pillars(self) -> list[tuple[float, Pillar]]:
        """The pillars that have a score, with it, in the questionnaire's order."""
        return [
            (score, pillar)
            for pillar in self.questionnaire.pillars
            if (score := self.pillars.get(pillar.id)) is not None
        ]

    def level_of(self, item_id: str) -> float | None:
        """A given answer on 0 to 100, turned where the item is reversed; ``None`` without a point."""
        answer, item = self.answers.get(item_id), self.questionnaire.item_by_id.get(item_id)
        if answer is None or item is None or answer.point is None:
            return None
        return level(answer.point, self.questionnaire.high, reverse=item.reverse)

    def say(self, to_leader: str, to_staff: str) -> str:
        """One of two phrasings of the same finding; which one depends on the perspective alone."""
        return to_leader if self.perspective is Perspective.LEADER else to_staff
