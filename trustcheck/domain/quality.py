"""Careless answering: how the answers were given, never what they say."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quality:
    """Indices of one response, on raw answers in the order in which the items were shown."""

    longstring: int
    """The longest run of the same scale point; anything else ends a run."""
    variability: float | None
    """Standard deviation (n - 1) of the raw points; ``None`` below two points."""
    inconsistency: float | None
    """Mean over themes of the distance between positive items and the turned reverse item, in answer steps."""
    flags: tuple[str, ...] = ()
    """Which of ``longstring``, ``variability``, ``inconsistency`` passed their cut."""

    @property
    def is_hasty(self) -> bool:
        """Two flags or more. A reason for a gentle note, never for a verdict."""
        return len(self.flags) >= 2
