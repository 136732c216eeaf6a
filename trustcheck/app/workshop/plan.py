"""The plan of a session with its clock: which part is due, and how long is left. Nothing stops when a time is up."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from trustcheck.app.presenting.agenda import AgendaStep, agenda
from trustcheck.app.results.group import GroupResult
from trustcheck.words import gettext as _
from trustcheck.words import ngettext

MOST_MINUTES = 240
"""Of one part."""


@dataclass(frozen=True, slots=True)
class SessionPlan:
    """The parts in order, each as long as the one who leads wants it."""

    steps: tuple[AgendaStep, ...]

    @property
    def minutes(self) -> int:
        return sum(each.minutes for each in self.steps)

    def lasting(self, minutes: Sequence[int]) -> "SessionPlan":
        """The same parts with other lengths in minutes, and their beginnings moved with them. Lengths that do not
        belong to these parts, as after facts were changed, are left aside.
        """
        if len(minutes) != len(self.steps):
            return self
        lengths = [min(max(each, 1), MOST_MINUTES) for each in minutes]
        starts = accumulate(lengths, initial=0)
        steps = zip(self.steps, lengths, starts, strict=False)
        return SessionPlan(tuple(replace(step, start=start, minutes=length) for step, length, start in steps))

    def at(self, elapsed: float) -> int:
        """The part that is due ``elapsed`` minutes after the beginning; the last one from its beginning on."""
        return max(place for place, each in enumerate(self.steps) if place == 0 or each.start <= elapsed)


def plan_for(result: GroupResult, minutes: int) -> SessionPlan:
    """The agenda of the report: the same parts in the same order."""
    return SessionPlan(agenda(result, minutes))


def clock_words(plan: SessionPlan, elapsed: float) -> str:
    """What is due, and how long is left of it: a sentence that asks nobody to stop."""
    step = plan.steps[plan.at(elapsed)]
    left = step.end - elapsed
    if left >= 1:
        said = ngettext("{part}: {number} minute left", "{part}: {number} minutes left", int(left))
        return said.format(part=step.title, number=int(left))
    if left > 0:
        return _("{part}: less than a minute left").format(part=step.title)
    over = int(-left)
    if over < 1:
        return _("{part}: the time is up, and that is your call").format(part=step.title)
    said = ngettext(
        "{part}: {number} minute over, and that is your call",
        "{part}: {number} minutes over, and that is your call",
        over,
    )
    return said.format(part=step.title, number=over)
