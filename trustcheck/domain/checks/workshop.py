"""What is kept of a session about a closed check: which slides, how long its parts are, and what people decided."""

from dataclasses import dataclass
from datetime import date

USUAL_MINUTES = 90
MOST_DECISIONS = 12
"""Kept of one session: more than anybody could do, and few enough to stand on a page."""
MOST_PARTS = 30
"""Of a plan."""
MOST_SLIDES = 200


@dataclass(frozen=True, slots=True)
class WorkshopDecision:
    """What people decided together, in their own words."""

    text: str
    who: str = ""
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Workshop:
    """Slides are known by their ids; those that are not named keep their place and stand on the wall."""

    order: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    minutes: int = USUAL_MINUTES
    lengths: tuple[int, ...] = ()
    """Minutes of each part of the plan where they were changed; empty as the plan has them."""
    decisions: tuple[WorkshopDecision, ...] = ()
