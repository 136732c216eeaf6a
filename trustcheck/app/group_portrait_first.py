"""Where to begin: the themes in order, the suggestions they earn, the gates in words, and what to protect."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from gettext import gettext as _

from trustcheck.app.group_portrait_reasons import gates_in_words, group_reasons, group_rule
from trustcheck.app.group_story_view import GroupView
from trustcheck.domain.group_round import NORMAL_IMPORTANCE
from trustcheck.domain.group_words import GapKind
from trustcheck.domain.points import whole
from trustcheck.domain.priorities import Chosen, Gates, HeldBack, Ranked, ThemeNeed, chosen, gates, ranked
from trustcheck.domain.questionnaire import Form, Questionnaire, Suggestion
from trustcheck.domain.suggestions import Proposal, Strength, held_suggestions, proposals, strengths
from trustcheck.domain.view import View

UNSEEN_QUESTIONS = 2
"""So many questions of a theme that thirty per cent cannot see: the first suggestion is to make practice visible."""
_STRONG = 62.5
_STRENGTHS = 2


@dataclass(frozen=True)
class Begin:
    """The themes to begin with and what waits."""

    proposals: tuple[Proposal, ...]
    held_back: tuple[HeldBack, ...]


def begin_with(
    seen: GroupView, importance: Mapping[str, int], unseen: Sequence[str], lowest: Mapping[str, Sequence[str]]
) -> Begin:
    """``importance`` by theme id; ``unseen`` are theme ids with two questions or more that many could not see;
    ``lowest`` are sentences on the lowest questions of a theme, by its id."""
    asked = seen.questionnaire
    order = ranked(_needs(seen, importance))
    shut = gates(dict(seen.themes), asked)
    first = chosen(order, shut)
    plain = proposals(first, shut, _as_view(seen))
    offered = tuple(
        _offered(each, place, one, shut, first, seen, unseen, lowest.get(each.need.theme_id, ()))
        for place, (each, one) in enumerate(zip(first.first, plain, strict=True))
    )
    held = (*first.held_back, *held_suggestions(first, shut, asked))
    return Begin(offered, tuple(replace(each, passed=0.0) for each in held))


def strong_themes(seen: GroupView, lower_ends: Mapping[str, float], first: Sequence[str]) -> tuple[Strength, ...]:
    """Themes whose interval begins at 62.5 or above, not split and without a gap; else the relatively strongest.

    ``lower_ends`` are the lower ends of the headline's intervals, by theme id.
    """
    by_score = strengths(dict(seen.themes), first, seen.questionnaire, len(seen.themes))
    sure = [each for each in by_score if _is_sure(each.theme_id, seen, lower_ends)]
    kept = sure or by_score
    return tuple(replace(each, score=float(whole(each.score)), relative=not sure) for each in kept[:_STRENGTHS])


def nothing_proposed(seen: GroupView, form: Form) -> str:
    if form is Form.PULSE:
        return _("The short form asks too little to say where to begin. All the questions together tell more.")
    if not seen.themes:
        return _("There are too few answers to say where to begin.")
    return _("Nothing urgent: every theme is described as often there. What would you like to keep?")


def _is_sure(theme_id: str, seen: GroupView, lower_ends: Mapping[str, float]) -> bool:
    gap = seen.gaps.get(theme_id)
    is_apart = gap is not None and gap.kind is not GapKind.SIMILAR
    return lower_ends.get(theme_id, 0.0) >= _STRONG and theme_id not in seen.split and not is_apart


def _needs(seen: GroupView, importance: Mapping[str, int]) -> list[ThemeNeed]:
    said = {each.theme_id for each in seen.contradictions}
    return [
        ThemeNeed(
            each.id,
            each.pillar,
            seen.themes[each.id],
            importance=importance.get(each.id, NORMAL_IMPORTANCE),
            gap=seen.gaps[each.id].kind.weight if each.id in seen.gaps else 0.0,
            split=int(each.id in seen.split),
            say_do=int(each.id in said),
        )
        for each in seen.questionnaire.themes
        if each.id in seen.themes
    ]


def _as_view(seen: GroupView) -> View:
    """For the order of suggestions, which knows people's answers; a group has none to name."""
    assert seen.headline is not None
    asked = seen.questionnaire
    pillars = {each.id: seen.pillars.get(each.id) for each in asked.pillars}
    themes = {each.id: seen.themes.get(each.id) for each in asked.themes}
    return View(asked, seen.headline, Form.FULL, themes, pillars, {}, {})


def _offered(
    each: Ranked,
    place: int,
    plain: Proposal,
    shut: Gates,
    first: Chosen,
    seen: GroupView,
    unseen: Sequence[str],
    lowest: Sequence[str],
) -> Proposal:
    theme_id = each.need.theme_id
    listens = each.need.gap == GapKind.CLEAR.weight or each.need.split > 0
    unseeing = theme_id in unseen
    suggestions = _listening_first(plain.suggestions) if listens else plain.suggestions
    if unseeing:
        suggestions = (*_made_visible(seen.questionnaire), *suggestions)
    reasons = group_reasons(each, seen, lowest, first, shut)
    reasons += gates_in_words(listens=listens, unseeing=unseeing)
    return replace(plain, suggestions=suggestions, reasons=tuple(reasons), rule=group_rule(each, place, shut))


def _listening_first(offered: Sequence[Suggestion]) -> tuple[Suggestion, ...]:
    return tuple(sorted(offered, key=lambda each: not each.listening))


def _made_visible(asked: Questionnaire) -> tuple[Suggestion, ...]:
    return tuple(each for each in asked.suggestions if each.makes_visible)[:1]
