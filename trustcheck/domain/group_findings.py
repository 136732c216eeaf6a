"""What follows from a group's statistics: where to begin, what is strong, and where facts disagree (measurement 4).

The headline view's themes decide; leaders' scores stand as belief beside the facts. What is suppressed decides
nothing.
"""

from collections.abc import Mapping, Sequence

from trustcheck.domain.answers import PracticeAnswer
from trustcheck.domain.gaps import Gap
from trustcheck.domain.group_statistics import GroupStatistics
from trustcheck.domain.group_view import ViewStatistics
from trustcheck.domain.group_words import GapKind
from trustcheck.domain.groups import FAVOURABLE, GroupScore
from trustcheck.domain.practice import Contradiction, contradictions
from trustcheck.domain.priorities import AT_MOST, Chosen, Gates, ThemeNeed, chosen, gates, ranked
from trustcheck.domain.questionnaire import Item, Questionnaire
from trustcheck.domain.suggestions import STRENGTHS, Strength, carry_over

BELIEVING = ("leader", "all")
"""Whose scores stand as belief beside the facts: the leaders', or everybody's where nobody tells them apart."""
UNSEEN = 0.30
"""From this share of *don't know* on people cannot see a thing (measurement 1.8)."""
UNSEEN_ITEMS = 2


def theme_means(view: ViewStatistics | None) -> dict[str, float | None]:
    """By theme id the mean of one view, ``None`` where it is suppressed; empty without a view."""
    themes = {} if view is None else view.themes
    return {each: value.mean if isinstance(value, GroupScore) else None for each, value in themes.items()}


def group_contradictions(
    found: GroupStatistics, facts: Mapping[str, PracticeAnswer], questionnaire: Questionnaire
) -> tuple[Contradiction, ...]:
    """Facts that stand against what leaders (or everybody) see, and those that staff do not feel."""
    believing = next((found.perspectives[each] for each in BELIEVING if each in found.perspectives), None)
    felt = theme_means(found.perspectives.get("staff"))
    return contradictions(theme_means(believing), facts, questionnaire, felt)


def group_gates(found: GroupStatistics, questionnaire: Questionnaire) -> Gates:
    """What the headline view's scores close: G1 and G2."""
    return gates(theme_means(found.first), questionnaire)


def group_needs(
    found: GroupStatistics, against: Sequence[Contradiction], questionnaire: Questionnaire
) -> tuple[ThemeNeed, ...]:
    """What the ordering knows of every theme that the headline view shows, with importance, gap, split and facts."""
    said = {each.theme_id for each in against}
    return tuple(
        ThemeNeed(
            theme.id,
            theme.pillar,
            mean,
            importance=found.terms.importance.get(theme.id, 2),
            gap=gap_weight(found, theme.id),
            split=int(is_split(found, theme.id)),
            say_do=int(theme.id in said),
        )
        for theme in questionnaire.themes
        if (mean := theme_means(found.first).get(theme.id)) is not None
    )


def group_first(
    found: GroupStatistics, against: Sequence[Contradiction], questionnaire: Questionnaire, at_most: int = AT_MOST
) -> Chosen:
    """The themes to begin with, in order, after the gates G1, G2 and G6."""
    return chosen(ranked(group_needs(found, against, questionnaire)), group_gates(found, questionnaire), at_most)


def group_strengths(
    found: GroupStatistics, first: Sequence[str], questionnaire: Questionnaire, number: int = STRENGTHS
) -> tuple[Strength, ...]:
    """The strongest themes of the headline view that are not among the ``first`` to begin with.

    A strength is certain where its interval lies from 62.5 on, people are not split and there is no gap. Where no
    theme is, the highest ones are only relatively strongest, and ``relative`` says so.
    """
    means = theme_means(found.first)
    scored = [(mean, each.id) for each in questionnaire.themes if (mean := means.get(each.id)) is not None]
    free = sorted((pair for pair in scored if pair[1] not in first), key=lambda pair: -pair[0])
    certain = [pair for pair in free if is_certain(found, pair[1])]
    question = carry_over(first, questionnaire)
    return tuple(Strength(theme, mean, not certain, question) for mean, theme in (certain or free)[:number])


def is_certain(found: GroupStatistics, theme_id: str) -> bool:
    """Whether a theme is a strength without doubt: interval from 62.5 on, not split, no clear or possible gap."""
    value = None if found.first is None else found.first.themes.get(theme_id)
    if not isinstance(value, GroupScore) or value.interval is None or value.interval.low < FAVOURABLE:
        return False
    return not is_split(found, theme_id) and not gap_weight(found, theme_id)


def is_split(found: GroupStatistics, theme_id: str) -> bool:
    """Whether the headline view's people describe different places, or are in two camps."""
    value = None if found.first is None else found.first.themes.get(theme_id)
    return isinstance(value, GroupScore) and value.spread is not None and value.spread.is_split


def gap_weight(found: GroupStatistics, theme_id: str) -> float:
    """1 for a clear gap between leaders and staff, 0.5 for a possible one, otherwise 0."""
    gap = found.gaps.get(theme_id)
    return gap.kind.weight if isinstance(gap, Gap) else 0.0


def listens_first(found: GroupStatistics, theme_id: str) -> bool:
    """Gate G3: a clear gap or a split, so that the theme's listening suggestion comes first."""
    gap = found.gaps.get(theme_id)
    return is_split(found, theme_id) or (isinstance(gap, Gap) and gap.kind is GapKind.CLEAR)


def unseen_items(view: ViewStatistics, questionnaire: Questionnaire, theme_id: str) -> tuple[Item, ...]:
    """The items of a theme that 30 % or more, of at least five people, could not answer because they do not know."""
    return tuple(
        item
        for item in questionnaire.items_of(theme_id)
        if item.id in view.dont_know and view.dont_know[item.id].share >= UNSEEN
    )


def shows_first(found: GroupStatistics, theme_id: str, questionnaire: Questionnaire) -> bool:
    """Gate G4: two items of a theme that people could not see, so that making it visible comes first."""
    return found.first is not None and len(unseen_items(found.first, questionnaire, theme_id)) >= UNSEEN_ITEMS
