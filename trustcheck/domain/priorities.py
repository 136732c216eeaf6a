"""Which themes come first, and the gates that hold some of them back."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ThemeNeed:
    """What the ordering knows of one theme.

    ``score`` is on 0 to 100. ``importance`` is 1 low, 2 normal, 3 high. ``gap`` is 1 for a clear gap, 0.5 for a
    possible one, 0 otherwise; ``split`` is 1 where people describe different places; ``say_do`` counts
    contradictions, of which only "at least one" matters.
    """

    theme_id: str
    pillar_id: str
    score: float
    importance: int = 2
    gap: float = 0.0
    split: int = 0
    say_do: int = 0


@dataclass(frozen=True, slots=True)
class Ranked:
    """A theme with the factors of its place in the order. ``priority`` orders; it is never shown as a score."""

    need: ThemeNeed
    shrunk: float
    shortfall: float
    evidence: float
    weight: float
    priority: float


@dataclass(frozen=True, slots=True)
class HeldBack:
    """A theme or a suggestion that a gate keeps for later, with the gate in words."""

    gate: str
    """"G1", "G2" ..."""
    what: str
    """The theme id or the suggestion id."""
    why: str
