"""Where to begin: the themes in order, the suggestions they earn, the gates in words, and what to protect."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from trustcheck.app.group_portrait_reasons import gates_in_words, group_reasons, group_rule
from trustcheck.app.group_story_view import GroupView
from trustcheck.domain.group_findings import group_first, group_gates, group_strengths
from trustcheck.domain.group_statistics import GroupStatistics
from trustcheck.domain.group_words import GapKind
from trustcheck.domain.points import whole
from trustcheck.domain.priorities import Chosen, Gates, HeldBack, Ranked
from trustcheck.domain.questionnaire import Form, Questionnaire
from trustcheck.domain.suggestion import Suggestion
from trustcheck.domain.suggestions import Proposal, Strength, held_suggestions, proposals
from trustcheck.domain.view import View
from trustcheck.domain.view_names import people
from trustcheck.words import gettext as _

UNSEEN_QUESTIONS = 2
"""So many questions of a theme that thirty per cent cannot see: the first suggestion is to make practice visible."""


@dataclass(frozen=True)
class Begin:
    """The themes to begin with and what waits."""

    proposals: tuple[Proposal, ...]
    held_back: tuple[HeldBack, ...]


def begin_with(
    found: GroupStatistics, seen: GroupView, unseen: Sequence[str], lowest: Mapping[str, Sequence[str]]
) -> Begin:
    """``unseen`` are theme ids with two questions or more that many could not see; ``lowest`` are sentences on the
    lowest questions of a theme, by its id."""
    asked = seen.questionnaire
    shut, first = group_gates(found, asked), group_first(found, seen.contradictions, asked)
    plain = proposals(first, shut, _as_view(seen))
    offered = tuple(
        _offered(each, place, one, _Why(shut, first, seen, unseen, lowest.get(each.need.theme_id, ())))
        for place, (each, one) in enumerate(zip(first.first, plain, strict=True))
    )
    held = (*first.held_back, *held_suggestions(first, shut, asked))
    return Begin(offered, tuple(replace(each, passed=0.0) for each in held))


def strong_themes(found: GroupStatistics, first: Sequence[str], asked: Questionnaire) -> tuple[Strength, ...]:
    """The strengths with whole scores: the unrounded mean belongs to nobody's eyes."""
    return tuple(replace(each, score=float(whole(each.score))) for each in group_strengths(found, first, asked))


def nothing_proposed(seen: GroupView, form: Form) -> str:
    if form is Form.PULSE:
        return _("The short form asks too little to say where to begin. All the questions together tell more.")
    if not seen.themes:
        return _("There are too few answers to say where to begin.")
    assert seen.headline is not None
    return _("Nothing urgent: {people} describe every theme as often there. What would you like to keep?").format(
        people=people(seen.headline)
    )


def _as_view(seen: GroupView) -> View:
    """For the order of suggestions, which knows people's answers; a group has none to name."""
    assert seen.headline is not None
    asked = seen.questionnaire
    pillars = {each.id: seen.pillars.get(each.id) for each in asked.pillars}
    themes = {each.id: seen.themes.get(each.id) for each in asked.themes}
    return View(asked, seen.headline, Form.FULL, themes, pillars, {}, {})


@dataclass(frozen=True)
class _Why:
    """What put a theme on the list."""

    shut: Gates
    first: Chosen
    seen: GroupView
    unseen: Sequence[str]
    lowest: Sequence[str]


def _offered(each: Ranked, place: int, plain: Proposal, why: _Why) -> Proposal:
    gap, split = each.need.gap == GapKind.CLEAR.weight, each.need.split > 0
    unseeing = each.need.theme_id in why.unseen
    suggestions = _listening_first(plain.suggestions) if gap or split else plain.suggestions
    if unseeing:
        suggestions = (*_made_visible(why.seen.questionnaire), *suggestions)
    reasons = group_reasons(each, why.seen, why.lowest, why.first, why.shut)
    reasons += gates_in_words(split=split, gap=gap, unseeing=unseeing)
    return replace(plain, suggestions=suggestions, reasons=tuple(reasons), rule=group_rule(each, place, why.shut))


def _listening_first(offered: Sequence[Suggestion]) -> tuple[Suggestion, ...]:
    return tuple(sorted(offered, key=lambda each: not each.listening))


def _made_visible(asked: Questionnaire) -> tuple[Suggestion, ...]:
    return tuple(each for each in asked.suggestions if each.makes_visible)[:1]
