"""What follows from a group's statistics: where to begin, what is strong, and where facts disagree (measurement 4).

The headline view's themes decide; leaders' scores stand as belief beside the facts, those of the only view where
leaders may not be shown. What is suppressed decides nothing.
"""

from collections.abc import Mapping, Sequence

from trustcheck.domain.findings.practice import Contradiction, contradictions
from trustcheck.domain.findings.priorities import AT_MOST, TARGET, Chosen, Gates, ThemeNeed, chosen, gates, ranked
from trustcheck.domain.findings.suggestions import STRENGTHS, Strength, carry_over
from trustcheck.domain.questionnaire.answers import PracticeAnswer
from trustcheck.domain.questionnaire.model import Questionnaire
from trustcheck.domain.statistics.gaps import Gap
from trustcheck.domain.statistics.group_words import GapKind
from trustcheck.domain.statistics.groups import GroupScore
from trustcheck.domain.statistics.points import FAVOURABLE, whole
from trustcheck.domain.views.group_statistics import LEADER, STAFF, GroupStatistics
from trustcheck.domain.views.group_view import WHOLE, ViewStatistics


def theme_means(view: ViewStatistics | None) -> dict[str, float | None]:
    """By theme id the mean of one view, ``None`` where it is suppressed; empty without a view."""
    themes = {} if view is None else view.themes
    return {each: value.mean if isinstance(value, GroupScore) else None for each, value in themes.items()}


def group_contradictions(
    found: GroupStatistics, facts: Mapping[str, PracticeAnswer], questionnaire: Questionnaire
) -> tuple[Contradiction, ...]:
    """Facts that stand against what leaders see (everybody, where there is one view to show), and unfelt ones.

    A fact is "built, not felt" only where leaders and staff may both be shown.
    """
    leaders, staff = (theme_means(found.perspectives.get(each)) for each in (LEADER, STAFF))
    compares = _any(leaders) and _any(staff)
    beliefs = leaders if _any(leaders) else theme_means(found.first)
    return contradictions(beliefs, facts, questionnaire, staff if compares else None)


def _any(means: Mapping[str, float | None]) -> bool:
    return any(mean is not None for mean in means.values())


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
            target=found.terms.targets.get(theme.id, found.terms.targets.get(WHOLE, TARGET)),
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
    theme is, the highest ones are only relatively strongest, and ``relative`` says so; none of them lies below a theme
    to begin with.
    """
    means = theme_means(found.first)
    scored = [(mean, each.id) for each in questionnaire.themes if (mean := means.get(each.id)) is not None]
    free = sorted((pair for pair in scored if pair[1] not in first), key=lambda pair: -pair[0])
    certain = [pair for pair in free if is_certain(found, pair[1])]
    highest = max((whole(mean) for mean, theme in scored if theme in first), default=0)
    highest_of_all = [pair for pair in free if whole(pair[0]) >= highest]
    question = carry_over(first, questionnaire)
    return tuple(Strength(theme, mean, not certain, question) for mean, theme in (certain or highest_of_all)[:number])


def is_certain(found: GroupStatistics, theme_id: str) -> bool:
    """Whether a theme is a strength without doubt: interval from 62.5 on, not split, and views that are similar."""
    value = None if found.first is None else found.first.themes.get(theme_id)
    if not isinstance(value, GroupScore) or value.interval is None or value.interval.low < FAVOURABLE:
        return False
    gap = found.gaps.get(theme_id)
    is_apart = isinstance(gap, Gap) and gap.kind is not GapKind.SIMILAR
    return not is_split(found, theme_id) and not is_apart


def is_split(found: GroupStatistics, theme_id: str) -> bool:
    """Whether the headline view's people describe different places, or are in two camps."""
    value = None if found.first is None else found.first.themes.get(theme_id)
    return isinstance(value, GroupScore) and value.spread is not None and value.spread.is_split


def gap_weight(found: GroupStatistics, theme_id: str) -> float:
    """1 for a clear gap between leaders and staff, 0.5 for a possible one, otherwise 0."""
    gap = found.gaps.get(theme_id)
    return gap.kind.weight if isinstance(gap, Gap) else 0.0
