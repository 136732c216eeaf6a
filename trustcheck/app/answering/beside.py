"""What a check asks beside its questions: whether dots may stand on a wall, and what leaders think staff will answer.

Every way of answering (laptop, paper, PDF form, phone) asks the same, and gives the same values.
"""

from dataclasses import dataclass, replace

from trustcheck.app.answering.cards import CardStep
from trustcheck.domain.checks.group_round import GroupSetup
from trustcheck.domain.privacy.item_release import FEWEST_FOR_ITEMS
from trustcheck.domain.questionnaire.answers import SaidBeside
from trustcheck.domain.questionnaire.model import Form, Perspective, Questionnaire
from trustcheck.words import gettext as _
from trustcheck.words.numbers import in_words


@dataclass(frozen=True, slots=True)
class DotsAsked:
    """The third question of the page before the first question. Nobody has agreed until they say so."""

    asked: str
    explained: str
    agree: str
    disagree: str


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
        disagree=_("I do not agree"),
    )


@dataclass(frozen=True, slots=True)
class GuessAsked:
    """One theme of which a leader guesses what staff will answer."""

    theme_id: str
    name: str
    meaning: str

    @property
    def words(self) -> str:
        """The theme, and what it means."""
        return _("{theme}: {meaning}").format(theme=self.name, meaning=self.meaning) if self.meaning else self.name


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
    is_leader = perspective is Perspective.LEADER
    return setup.guesses and setup.compares and setup.form is Form.FULL and is_leader


def guesses_asked(questionnaire: Questionnaire, setup: GroupSetup, perspective: Perspective) -> GuessesAsked | None:
    """``None`` where nobody of this perspective is asked."""
    if not asks_guesses(setup, perspective):
        return None
    return GuessesAsked(
        title=_("And what will staff answer?"),
        lead=_(
            "Your own answers are in. Now guess: how often will staff say that they see this? One answer for each"
            " theme; leave out what you like. It changes no score, and is shown as that of all leaders together."
        ),
        scale=questionnaire.scale,
        themes=tuple(GuessAsked(each.id, each.name, each.meaning) for each in questionnaire.themes),
    )


def guess_step(asked: GuessesAsked, beside: SaidBeside, at: int) -> CardStep:
    """The guess at place ``at`` (from 0), asked and answered as a scenario card is: a rung is a point of the scale."""
    theme, number = asked.themes[at], at + 1
    heading = _("{title} {number} of {of}").format(title=asked.title, number=number, of=len(asked.themes))
    points = tuple(enumerate(asked.scale, start=1))
    picked = beside.guesses.get(theme.theme_id)
    return CardStep(
        theme.theme_id, theme.name, theme.words, points, picked, number, len(asked.themes), heading, asked.lead
    )


def with_guess(beside: SaidBeside, theme_id: str, point: int | None) -> SaidBeside:
    """A guess given, changed, or (``None``) taken back."""
    kept = {known: each for known, each in beside.guesses.items() if known != theme_id}
    return replace(beside, guesses=kept if point is None else {**kept, theme_id: point})
