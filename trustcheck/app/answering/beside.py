"""What a check asks beside its questions: whether dots may stand on a wall, and what leaders think staff will answer.

Every way of answering (laptop, paper, PDF form, phone) asks the same, and gives the same values.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from trustcheck.domain.checks.group_round import GroupSetup
from trustcheck.domain.privacy.item_release import FEWEST_FOR_ITEMS
from trustcheck.domain.questionnaire.answers import SaidBeside
from trustcheck.domain.questionnaire.model import Perspective, Questionnaire
from trustcheck.words import gettext as _
from trustcheck.words.numbers import in_words


@dataclass(frozen=True, slots=True)
class DotsAsked:
    """The third question of the page before the first question. Nobody has agreed until they say so."""

    asked: str
    explained: str
    agree: str


def dots_asked(setup: GroupSetup) -> DotsAsked | None:
    """``None`` where the check does not ask it."""
    if not setup.dots:
        return None
    return DotsAsked(
        asked=_("May one dot for each person stand on the wall?"),
        explained=_(
            "For up to three questions the wall then shows how many people chose which answer: no names, and nothing"
            " of who leads. Only if everybody agrees, and only if at least {number} people answer. If somebody does"
            " not agree there are no dots, and nobody learns whose choice that was."
        ).format(number=in_words(max(FEWEST_FOR_ITEMS, setup.threshold))),
        agree=_("I agree to dots"),
    )


@dataclass(frozen=True, slots=True)
class GuessAsked:
    """One theme of which a leader guesses what staff will answer."""

    theme_id: str
    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class GuessesAsked:
    """Asked after somebody's own answers, each with one point of ``scale``, left out at will."""

    title: str
    lead: str
    scale: tuple[str, ...]
    """What the points are called, from 1 up: the highest is the best in every theme."""
    themes: tuple[GuessAsked, ...]


def asks_guesses(setup: GroupSetup, perspective: Perspective) -> bool:
    """Whether somebody of this perspective is asked: leaders, where there are staff to answer, now or months later."""
    return setup.guesses and setup.compares and perspective is Perspective.LEADER


def guesses_asked(questionnaire: Questionnaire, setup: GroupSetup, perspective: Perspective) -> GuessesAsked | None:
    """``None`` where nobody of this perspective is asked."""
    if not asks_guesses(setup, perspective):
        return None
    return GuessesAsked(
        title=_("And what will staff answer?"),
        lead=_(
            "Your own answers are in. Now guess: how often will staff say that they see this? One tap for each theme;"
            " leave out what you like. It changes no score, and is shown as that of all leaders together."
        ),
        scale=questionnaire.scale,
        themes=tuple(GuessAsked(each.id, each.name, each.meaning) for each in questionnaire.themes),
    )


def with_guess(beside: SaidBeside, theme_id: str, point: int | None) -> SaidBeside:
    """A guess given, changed, or (``None``) taken back."""
    return replace(beside, guesses=_with(beside.guesses, theme_id, point))


def with_pick(beside: SaidBeside, card_id: str, rung: int | None) -> SaidBeside:
    """The same of what would really happen, on a scenario card."""
    return replace(beside, drill=_with(beside.drill, card_id, rung))


def _with(said: Mapping[str, int], id_: str, value: int | None) -> dict[str, int]:
    kept = {known: each for known, each in said.items() if known != id_}
    return kept if value is None else {**kept, id_: value}
