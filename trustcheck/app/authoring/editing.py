"""A questionnaire while it is written: every step of it as a value, so that each can be taken back and made again."""

from dataclasses import dataclass, replace

from trustcheck.app.authoring.places import Where
from trustcheck.domain.questionnaire.model import Questionnaire

MOST_STEPS = 500
"""Steps that can be taken back; the oldest ones are forgotten first."""


@dataclass(frozen=True, slots=True)
class _Step:
    asked: Questionnaire
    where: Where = ()
    """What was written at; empty for anything but words in a field."""


@dataclass(frozen=True, slots=True)
class Editing:
    """Where somebody is in the steps they have made. Written on and on in one field, that is one step."""

    steps: tuple[_Step, ...]
    place: int = 0
    known_ids: frozenset[str] = frozenset()
    """Ids of earlier versions: none of them is ever used for something else."""

    @property
    def asked(self) -> Questionnaire:
        return self.steps[self.place].asked

    @property
    def can_undo(self) -> bool:
        return self.place > 0

    @property
    def can_redo(self) -> bool:
        return self.place + 1 < len(self.steps)

    def to(self, asked: Questionnaire, where: Where = ()) -> "Editing":
        """With another step. ``where`` is the field that somebody writes in."""
        if asked == self.asked:
            return self
        goes_on = bool(where) and self.place > 0 and where == self.steps[self.place].where and not self.can_redo
        kept = self.steps[: self.place + (0 if goes_on else 1)][-MOST_STEPS:]
        return replace(self, steps=(*kept, _Step(asked, where)), place=len(kept))

    def rested(self) -> "Editing":
        """The field was left: what is written in it from now on is another step."""
        here = replace(self.steps[self.place], where=())
        return replace(self, steps=(*self.steps[: self.place], here, *self.steps[self.place + 1 :]))

    def as_version(self, version: str) -> "Editing":
        """The same steps on the way to another version."""
        steps = tuple(replace(each, asked=replace(each.asked, version=version)) for each in self.steps)
        return replace(self, steps=steps)

    def undone(self) -> "Editing":
        return replace(self, place=max(0, self.place - 1))

    def redone(self) -> "Editing":
        return replace(self, place=min(len(self.steps) - 1, self.place + 1))

    @property
    def longest_scale(self) -> tuple[str, ...]:
        """The words of the answers when there were most of them on the way here; the latest of these."""
        return max((each.asked.scale for each in reversed(self.steps[: self.place + 1])), key=len)

    @property
    def taken_ids(self) -> frozenset[str]:
        """Of everything that ever was in it, thrown away or not."""
        return self.known_ids.union(*(ids_in(each.asked) for each in self.steps))


def begun(asked: Questionnaire, known_ids: frozenset[str] = frozenset()) -> Editing:
    return Editing((_Step(asked),), 0, known_ids)


def ids_in(asked: Questionnaire) -> frozenset[str]:
    """Every id of a questionnaire but its own."""
    lists = (asked.pillars, asked.themes, asked.items, asked.practices, asked.suggestions, asked.scenarios)
    return frozenset(each.id for some in lists for each in some)
