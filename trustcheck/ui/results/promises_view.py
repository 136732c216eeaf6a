"""What the page of promises shows, as values."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from trustcheck.domain.checks.promises import has_room, next_number
from trustcheck.domain.checks.round import Promise
from trustcheck.domain.checks.workshop import WorkshopDecision
from trustcheck.domain.questionnaire.model import Perspective, Questionnaire


@dataclass(frozen=True, slots=True)
class PromisesView:
    """``current`` is the one that is written on; one that is not among ``kept`` was just made from something."""

    kept: tuple[Promise, ...]
    current: Promise | None
    today: date
    asked: Questionnaire
    perspective: Perspective
    decided: tuple[WorkshopDecision, ...] = ()
    """In the session about the result; each can be promised."""
    again: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    """By the number of a promise what is said of each time it was asked again, the newest first."""
    asking: frozenset[int] = frozenset()
    """The numbers of those whose questions are being asked again."""

    @property
    def to_promise(self) -> tuple[WorkshopDecision, ...]:
        """What was decided and is no promise yet."""
        said = {each.text for each in self.kept}
        return tuple(each for each in self.decided if each.text not in said)


def first_to_show(kept: tuple[Promise, ...], offered: Promise | None) -> Promise | None:
    """What is written on first: what was offered where there is room for it, else the first that is open."""
    if offered is not None:
        made = next((each for each in kept if each.is_open and _is_same(each, offered)), None)
        if made is not None:
            return made
        if has_room(kept):
            return numbered(offered, kept)
    return next((each for each in kept if each.is_open), None)


def _is_same(made: Promise, offered: Promise) -> bool:
    """One in somebody's own words comes from no suggestion: only its words tell it from others."""
    if offered.suggestion_id:
        return made.suggestion_id == offered.suggestion_id
    return made.text == offered.text


def numbered(promise: Promise, kept: tuple[Promise, ...]) -> Promise:
    """The same as the next one beside those that are kept."""
    return replace(promise, number=next_number(kept))
