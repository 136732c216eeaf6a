"""Scenario cards: a moment of criticism, and what might really happen next, from closed to open.

Whoever answers a card picks a rung of its ladder. Cards are no part of any score.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from trustcheck.words import gettext as _

MOST_OPEN_RUNG = 4
"""The open end of the ladder; 0 is the closed one."""
RUNGS = MOST_OPEN_RUNG + 1
FEWEST_OUTCOMES = 4
"""Of fewer, what a group is told would too often leave an insider one set of the others' picks."""
MOST_SCENARIOS = 20


@dataclass(frozen=True, slots=True)
class Outcome:
    """One thing that might happen next. ``text`` is a template like that of an item."""

    rung: int
    """0 closed to :data:`MOST_OPEN_RUNG` open; each rung stands once on a card."""
    text: str


@dataclass(frozen=True, slots=True)
class CardSuggestion:
    """What can be tried before the moment on a card is real; all empty where the author wrote none."""

    title: str = ""
    this_week: str = ""
    ask: str = ""
    """A question for the room."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """A card. ``text`` is a template that says what happens, ``next`` what might follow, as it is asked."""

    id: str
    name: str
    text: str
    next: tuple[Outcome, ...]
    suggestion: CardSuggestion = CardSuggestion()

    @property
    def rungs(self) -> tuple[int, ...]:
        """Those that can be picked, as they are asked."""
        return tuple(each.rung for each in self.next)

    def outcome(self, rung: int) -> Outcome:
        return next(each for each in self.next if each.rung == rung)


def known_picks(scenarios: Collection[Scenario], picks: Mapping[str, int]) -> dict[str, int]:
    """Of the rungs that somebody picked, by id of the card, those that the cards have."""
    return {each.id: picks[each.id] for each in scenarios if picks.get(each.id) in each.rungs}


def cards_fit(scenarios: Collection[Scenario], item_ids: Collection[str]) -> bool:
    """Whether every card leaves a choice, and none is called like another one or like a question."""
    ids, ladder = {each.id for each in scenarios}, set(range(RUNGS))
    return (
        len(ids) == len(scenarios) <= MOST_SCENARIOS
        and ids.isdisjoint(item_ids)
        and all(FEWEST_OUTCOMES <= len(each.rungs) == len(ladder & set(each.rungs)) for each in scenarios)
    )


def rung_names() -> tuple[str, ...]:
    """What happens to criticism on each rung, from the closed end to the open one."""
    return (
        _("fought"),
        _("kept quiet"),
        _("let be"),
        _("answered"),
        _("answered, and more follows"),
    )
