"""Scenario cards while they are answered, after the questions: which stands on the screen, and what was picked.

No window and no store: a laptop, a phone and a form ask the same card in the same words.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from trustcheck.app.answering.walkthrough import Walkthrough
from trustcheck.app.ports import Refused
from trustcheck.domain.checks.group_round import GroupSetup
from trustcheck.domain.questionnaire.model import Perspective, Questionnaire
from trustcheck.domain.questionnaire.scenarios import Scenario
from trustcheck.words import gettext as _


@dataclass(frozen=True, slots=True)
class CardStep:
    """One card as it stands on the screen."""

    id: str
    name: str
    text: str
    """What happens, in the words of the person's perspective."""
    outcomes: tuple[tuple[int, str], ...]
    """What might follow, each with its rung, in the order of asking."""
    picked: int | None
    """The rung."""
    number: int
    """From 1."""
    of: int
    heading: str = ""
    """What stands above it, with its place among those that are asked in the same way; empty for a scenario card."""
    about: str = ""

    @property
    def is_first(self) -> bool:
        return self.number == 1

    @property
    def is_last(self) -> bool:
        return self.number == self.of

    @property
    def place(self) -> int:
        """The place of what was picked among the outcomes, from 1; 0 where nothing was."""
        return next((at for at, (rung, _words) in enumerate(self.outcomes, start=1) if rung == self.picked), 0)


def cards_asked(setup: GroupSetup, questionnaire: Questionnaire) -> tuple[Scenario, ...]:
    """The cards of a check in their order; none where it does not ask them."""
    return questionnaire.scenarios if setup.drill else ()


def card_steps(
    cards: Sequence[Scenario], questionnaire: Questionnaire, perspective: Perspective
) -> tuple[CardStep, ...]:
    """All cards as somebody of a perspective reads them, nothing picked."""
    return tuple(
        CardStep(
            card.id,
            card.name,
            questionnaire.in_words(card.text, perspective),
            tuple((each.rung, questionnaire.in_words(each.text, perspective)) for each in card.next),
            None,
            number,
            len(cards),
        )
        for number, card in enumerate(cards, start=1)
    )


def card_step(here: Walkthrough, cards: Sequence[Scenario], at: int) -> CardStep:
    """The card at place ``at`` (from 0) with what this person picked."""
    step = card_steps(cards, here.questionnaire, here.response.perspective)[at]
    return replace(step, picked=here.response.beside.drill.get(step.id))


def with_pick(here: Walkthrough, cards: Sequence[Scenario], card_id: str, rung: int | None) -> Walkthrough:
    """One card picked, changed, or (``None``) taken back. Raises :class:`Refused` for what the card does not offer."""
    card = next((each for each in cards if each.id == card_id), None)
    if card is None or (rung is not None and rung not in card.rungs):
        raise Refused(_("This check does not ask that."), _("Nothing was changed."))
    return replace(here, response=here.response.with_pick(card_id, rung))
