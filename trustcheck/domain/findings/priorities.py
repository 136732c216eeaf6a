"""Which themes come first, and the gates that hold some of them back (measurement 4.1 and 4.2)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from trustcheck.domain.questionnaire.model import Questionnaire
from trustcheck.domain.questionnaire.roles import KEPT_PROMISES, OWN_VOICES, SAFE_TO_SPEAK
from trustcheck.domain.statistics.points import whole
from trustcheck.words import gettext as _
from trustcheck.words.numbers import decimal

RELIABILITY = 0.70
"""Kelley's shrinkage towards the pillar: it stops a theme of four items from topping the list by noise."""
TARGET = 75.0
"""Where a theme needs nothing, unless another target was set: the answer "often"."""
AT_MOST = 3
AT_MOST_ALONE = 2
"""How many themes one person is offered to begin with."""

SAFETY_CUT = 50.0
PROMISE_CUT = 37.5

_WEIGHTS = {1: 0.75, 2: 1.0, 3: 1.25}
_MOST_EVIDENCE = 1.6


@dataclass(frozen=True, slots=True)
class ThemeNeed:
    """What the ordering knows of one theme.

    ``score`` and ``target`` are on 0 to 100. ``importance`` is 1 low, 2 normal, 3 high. ``gap`` is 1 for a clear
    gap, 0.5 for a possible one, 0 otherwise; ``split`` is 1 where people describe different places; ``say_do`` counts
    contradictions, of which only "at least one" matters.
    """

    theme_id: str
    pillar_id: str
    score: float
    importance: int = 2
    gap: float = 0.0
    split: int = 0
    say_do: int = 0
    target: float = TARGET


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
    passed: float = 0.0
    """The priority of a theme that is held back: themes of lower priority move up past it."""


@dataclass(frozen=True, slots=True)
class Gates:
    """What the scores close: ``safety`` (G1) and ``promise`` (G2) hold the reason in words, empty where open.

    ``own_voices`` are the ids of the themes that G1 keeps for later, ``kept_promises`` of those that G2 puts first.
    """

    safety: str = ""
    promise: str = ""
    own_voices: tuple[str, ...] = ()
    kept_promises: tuple[str, ...] = ()

    def puts_first(self, theme_id: str) -> bool:
        """Whether G2 is closed and leads to this theme."""
        return bool(self.promise) and theme_id in self.kept_promises


@dataclass(frozen=True, slots=True)
class Chosen:
    """The themes to begin with, in order, and the themes a gate keeps for later."""

    first: tuple[Ranked, ...]
    held_back: tuple[HeldBack, ...]


def ranked(needs: Sequence[ThemeNeed], *, reliability: float = RELIABILITY) -> tuple[Ranked, ...]:
    """Every theme with its factors, most pressing first; equal ones stay in the order given. Empty in, empty out."""
    pillars = {need.pillar_id for need in needs}
    means = {pillar: fmean(need.score for need in needs if need.pillar_id == pillar) for pillar in pillars}
    found = [_ranked(need, means[need.pillar_id], reliability) for need in needs]
    return tuple(sorted(found, key=lambda each: -each.priority))


def _ranked(need: ThemeNeed, pillar_mean: float, reliability: float) -> Ranked:
    shrunk = reliability * need.score + (1 - reliability) * pillar_mean
    shortfall = 0.0 if need.score >= need.target else max(0.0, (need.target - shrunk) / need.target)
    said_and_done = 1 if need.say_do else 0
    evidence = min(_MOST_EVIDENCE, 1 + 0.25 * need.gap + 0.15 * need.split + 0.20 * said_and_done)
    weight = _WEIGHTS[need.importance]
    return Ranked(need, shrunk, shortfall, evidence, weight, 100 * shortfall * evidence * weight)


def gates(themes: Mapping[str, float | None], questionnaire: Questionnaire) -> Gates:
    """Which gates these theme scores (0 to 100, by theme id) close. A theme without a score closes nothing."""
    unsafe = [each for each in questionnaire.in_role(SAFE_TO_SPEAK) if _is_below(themes.get(each), SAFETY_CUT)]
    broken = [each for each in questionnaire.in_role(KEPT_PROMISES) if _is_below(themes.get(each), PROMISE_CUT)]
    safety = promise = ""
    if unsafe:
        safety = _("{stands}: nobody is asked to speak in public before that is better.")
        safety = safety.format(stands=_stands(unsafe[0], SAFETY_CUT, themes, questionnaire))
    if broken:
        promise = _("{stands}: old promises come before new ones.")
        promise = promise.format(stands=_stands(broken[0], PROMISE_CUT, themes, questionnaire))
    voices = questionnaire.in_role(OWN_VOICES) if safety else ()
    return Gates(safety, promise, voices, tuple(broken))


def chosen(order: Sequence[Ranked], shut: Gates, at_most: int = AT_MOST) -> Chosen:
    """Take the first themes in need through the gates G1, G2 and G6. ``order`` comes from :func:`ranked`."""
    needing = [each for each in order if each.priority > 0]
    held: tuple[HeldBack, ...] = ()
    if shut.safety:
        held = tuple(
            HeldBack("G1", each.need.theme_id, shut.safety, each.priority)
            for each in needing
            if each.need.theme_id in shut.own_voices
        )
        needing = [each for each in needing if each.need.theme_id not in shut.own_voices]
    if shut.promise:
        needing.sort(key=lambda each: not shut.puts_first(each.need.theme_id))
    return Chosen(tuple(needing[:at_most]), held)


def _is_below(score: float | None, cut: float) -> bool:
    return score is not None and score < cut


def _stands(theme_id: str, cut: float, themes: Mapping[str, float | None], questionnaire: Questionnaire) -> str:
    """Where a theme stands; without a number that rounds to the cut, which beside "below" would look like a mistake."""
    score = themes[theme_id]
    assert score is not None
    name = questionnaire.theme_by_id[theme_id].name
    if whole(score) >= cut:
        return _("{theme} stands just below {cut}").format(theme=name, cut=decimal(cut))
    return _("{theme} stands at {score}, below {cut}").format(theme=name, score=whole(score), cut=decimal(cut))
