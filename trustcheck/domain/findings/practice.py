"""Say and do: the twenty facts beside the answers. Facts are a census; they carry no test and no interval."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from trustcheck.domain.questionnaire.answers import Fact, PracticeAnswer
from trustcheck.domain.questionnaire.model import Pillar, Practice, Questionnaire

BELIEF_HIGH = 62.5
"""From here on a theme's score says that the thing is usual."""
BELIEF_LOW = 37.5
"""Up to here a theme's score says that the thing is rare."""

_WORTH = {Fact.YES: 100.0, Fact.PARTLY: 50.0, Fact.NO: 0.0}
_KNOWN_OF_TEN = 6


class ContradictionKind(StrEnum):
    SAID_NOT_BUILT = "said, not built"
    WRITTEN_NOT_LIVED = "written, not lived"
    BUILT_NOT_FELT = "built, not felt"


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A theme's score and one of its facts point in different directions."""

    theme_id: str
    practice_id: str
    kind: ContradictionKind
    score: float
    """The unrounded theme score that stands against the fact."""


@dataclass(frozen=True, slots=True)
class PillarPractice:
    """The facts of one pillar: how many are known, and their mean on 0 to 100 when enough are."""

    pillar_id: str
    known: int
    asked: int
    index: float | None


def worth(fact: Fact) -> float:
    """What a known fact counts, on 0 to 100. Raises :class:`KeyError` for one that is not known."""
    return _WORTH[fact]


def pillar_practice(
    facts: Mapping[str, PracticeAnswer], pillar: Pillar, questionnaire: Questionnaire
) -> PillarPractice:
    """The practice index of a pillar: given from six known facts of ten upwards, in proportion for other numbers."""
    asked = [
        practice for theme in questionnaire.themes_of(pillar.id) for practice in questionnaire.practices_of(theme.id)
    ]
    known = [worth(facts[each.id].fact) for each in asked if each.id in facts and facts[each.id].fact.is_known]
    is_enough = bool(known) and 10 * len(known) >= _KNOWN_OF_TEN * len(asked)
    return PillarPractice(pillar.id, len(known), len(asked), sum(known) / len(known) if is_enough else None)


def contradictions(
    beliefs: Mapping[str, float | None],
    facts: Mapping[str, PracticeAnswer],
    questionnaire: Questionnaire,
    felt: Mapping[str, float | None] | None = None,
) -> tuple[Contradiction, ...]:
    """Every fact that stands against the score of its theme, in the questionnaire's order (measurement 2.10).

    ``beliefs`` are theme scores on 0 to 100 by theme id: the leaders' view, or one person's own. ``felt`` are those of
    staff, where both were asked: a fact that leaders see and staff do not feel is "built, not felt".
    """
    found = (
        _contradiction(beliefs.get(each.theme), (felt or {}).get(each.theme), facts.get(each.id), each)
        for each in questionnaire.practices
    )
    return tuple(each for each in found if each is not None)


def _contradiction(
    belief: float | None, felt: float | None, given: PracticeAnswer | None, practice: Practice
) -> Contradiction | None:
    if belief is None or given is None:
        return None
    if belief >= BELIEF_HIGH and given.fact is Fact.NO:
        return Contradiction(practice.theme, practice.id, ContradictionKind.SAID_NOT_BUILT, belief)
    if belief <= BELIEF_LOW and given.fact is Fact.YES:
        return Contradiction(practice.theme, practice.id, ContradictionKind.WRITTEN_NOT_LIVED, belief)
    if belief >= BELIEF_HIGH and given.fact is Fact.YES and felt is not None and felt < BELIEF_LOW:
        return Contradiction(practice.theme, practice.id, ContradictionKind.BUILT_NOT_FELT, belief)
    return None
