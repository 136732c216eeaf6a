"""Say and do: the twenty facts beside the answers. Facts are a census; they carry no test and no interval."""

from dataclasses import dataclass
from enum import StrEnum


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
