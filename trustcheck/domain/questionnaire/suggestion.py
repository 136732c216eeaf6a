"""Something to try: a part of a questionnaire, like its questions and facts."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something to try, with the sign that it works and what is known about it."""

    id: str
    theme: str
    """The theme it belongs to; empty for the one that fits any theme (gate G4, make it visible)."""
    title: str
    this_week: str
    thirty_days: str
    notice: str
    ask: str
    effort: int
    """1 this week, 2 this month, 3 this quarter."""
    evidence: str
    source: str = ""
    listening: bool = False
    sends_public: bool = False
    new_promise: bool = False
    makes_visible: bool = False
    when_practice_no: tuple[str, ...] = ()
    i_will: str = ""
    """The promise that one person makes of it, a whole sentence; empty where the author wrote none."""
    we_will: str = ""
    """The promise that a team makes of it."""
