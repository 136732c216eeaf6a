"""Which suggestions a result earns, and for each the reason in real numbers from these answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from trustcheck.domain.findings.priorities import Chosen, Gates, HeldBack
from trustcheck.domain.findings.reasons import Reason, reasons, rule
from trustcheck.domain.findings.view import View
from trustcheck.domain.questionnaire.answers import Fact, PracticeAnswer
from trustcheck.domain.questionnaire.arrangement import Arrangement
from trustcheck.domain.questionnaire.model import Practice, Questionnaire, Suggestion
from trustcheck.domain.statistics.change import THEME
from trustcheck.domain.statistics.margins import theme_margin
from trustcheck.domain.statistics.points import whole
from trustcheck.words import gettext as _

STRENGTHS = 2
USUAL = 62.5
CERTAIN_STRENGTH = USUAL + THEME.margin
"""From here on one person's theme of four questions stays "usual" at the lower end of its margin."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """One priority theme with the suggestions it earns, the first of them opened first."""

    theme_id: str
    suggestions: tuple[Suggestion, ...]
    reasons: tuple[Reason, ...]
    rule: str
    """The rule that put it in this place, in words."""


@dataclass(frozen=True, slots=True)
class QuickWin:
    """A fact answered "no" that can be changed by decision within a month, whatever the scores."""

    practice: Practice


@dataclass(frozen=True, slots=True)
class ByRight:
    """A fact answered "no", and what would make of it something that everybody can count on, whatever the scores."""

    practice: Practice
    suggestion: Suggestion


@dataclass(frozen=True, slots=True)
class Strength:
    """A theme to carry over from. ``relative`` says that it is only the highest of these answers."""

    theme_id: str
    score: float
    relative: bool
    question: str


def proposals(chosen: Chosen, shut: Gates, seen: View) -> tuple[Proposal, ...]:
    """The suggestions of each chosen theme, easy ones first, then by evidence; those a gate closes are left out."""
    return tuple(
        Proposal(
            theme_id=each.need.theme_id,
            suggestions=_open(seen.questionnaire.suggestions_of(each.need.theme_id), shut),
            reasons=tuple(reasons(each, chosen, shut, seen)),
            rule=rule(each, place, shut),
        )
        for place, each in enumerate(chosen.first)
    )


def arranged(by_rule: Sequence[Proposal], by_hand: Arrangement) -> tuple[Proposal, ...]:
    """The same in the order that somebody gave them, without what was put aside; what was moved says so.

    A theme stands where the first of its suggestions was put, also after that one was put aside; one of which nothing
    was moved comes behind all others.
    """
    place = {each: at for at, each in enumerate(by_hand.order)}

    def put(each: Suggestion) -> int:
        return place.get(each.id, len(place))

    order = sorted(enumerate(by_rule), key=lambda each: min(map(put, each[1].suggestions), default=len(place)))
    return tuple(
        replace(
            each,
            suggestions=tuple(sorted((s for s in each.suggestions if s.id not in by_hand.aside), key=put)),
            rule=each.rule if was == at else _moved(was),
        )
        for at, (was, each) in enumerate(order)
    )


def _moved(was: int) -> str:
    return _("Moved here by hand; by the rules it would be number {place}.").format(place=was + 1)


def aside_of(by_rule: Sequence[Proposal], rights: Sequence[ByRight], by_hand: Arrangement) -> tuple[Suggestion, ...]:
    """What the rules would offer and somebody put aside, each once."""
    offered = [s for each in by_rule for s in each.suggestions] + [each.suggestion for each in rights]
    return tuple({each.id: each for each in offered if each.id in by_hand.aside}.values())


def for_them(rights: Sequence[ByRight], by_hand: Arrangement) -> tuple[ByRight, ...]:
    """Without what somebody put aside."""
    return tuple(each for each in rights if each.suggestion.id not in by_hand.aside)


def held_suggestions(chosen: Chosen, shut: Gates, questionnaire: Questionnaire) -> tuple[HeldBack, ...]:
    """The suggestions of the chosen themes that a gate keeps for later, each with the gate in words."""
    held = []
    for each in chosen.first:
        for suggestion in questionnaire.suggestions_of(each.need.theme_id):
            if shut.safety and suggestion.sends_public:
                held.append(HeldBack("G1", suggestion.id, shut.safety))
            elif shut.promise and suggestion.new_promise:
                held.append(HeldBack("G2", suggestion.id, shut.promise))
    return tuple(held)


def quick_wins(facts: Mapping[str, PracticeAnswer], questionnaire: Questionnaire) -> tuple[QuickWin, ...]:
    """Gate G5: the facts answered "no" that a decision can change within a month."""
    return tuple(QuickWin(each) for each in _answered_no(facts, questionnaire) if each.quick_win)


def by_right(facts: Mapping[str, PracticeAnswer], questionnaire: Questionnaire) -> tuple[ByRight, ...]:
    """The facts answered "no" for which the author wrote a suggestion of their own, in the questionnaire's order."""
    return tuple(
        ByRight(each, suggestion)
        for each in _answered_no(facts, questionnaire)
        if (suggestion := questionnaire.suggestion_for(each.id)) is not None
    )


def _answered_no(facts: Mapping[str, PracticeAnswer], questionnaire: Questionnaire) -> list[Practice]:
    return [each for each in questionnaire.practices if each.id in facts and facts[each.id].fact is Fact.NO]


def strengths(
    themes: Mapping[str, float | None], first: Sequence[str], questionnaire: Questionnaire, number: int = STRENGTHS
) -> tuple[Strength, ...]:
    """The highest themes that are not among the ``first`` to begin with; equal ones in the questionnaire's order.

    None is called relatively strongest that lies below a theme to begin with.
    """
    scored = [(score, each) for each in questionnaire.themes if (score := themes.get(each.id)) is not None]
    free = sorted((pair for pair in scored if pair[1].id not in first), key=lambda pair: -pair[0])
    highest = max((whole(score) for score, each in scored if each.id in first), default=0)
    sure = {each.id: USUAL + theme_margin(questionnaire, each.id) for each in questionnaire.themes}
    kept = [(score, each) for score, each in free if score >= sure[each.id] or whole(score) >= highest]
    question = carry_over(first, questionnaire)
    return tuple(Strength(theme.id, score, score < sure[theme.id], question) for score, theme in kept[:number])


def carry_over(first: Sequence[str], questionnaire: Questionnaire) -> str:
    """What to ask of a strength: what of it could be carried over to the first theme to begin with."""
    if not first:
        return _("What keeps this going here, and who would notice first if it faded?")
    name = questionnaire.theme_by_id[first[0]].name
    return _("What do we do here that we could carry over to {theme}?").format(theme=name)


def _open(offered: Sequence[Suggestion], shut: Gates) -> tuple[Suggestion, ...]:
    kept = [
        each for each in offered if not (shut.safety and each.sends_public) and not (shut.promise and each.new_promise)
    ]
    return tuple(sorted(kept, key=lambda each: (each.effort, each.evidence)))
