"""A check with and without the sheets that look hurried, where both may stand side by side (measurement 2.12).

The difference of two results is what those left out answered. It is given only where nobody was left out of a value
or enough people were; for one hurried sheet alone there is the count, and the organiser's choice before anybody sees
a result.
"""

from dataclasses import replace
from typing import TypeVar

from trustcheck.domain.privacy.group_hiding import HideableScore
from trustcheck.domain.privacy.releases import may_show_both
from trustcheck.domain.privacy.suppressed import Suppressed, too_few
from trustcheck.domain.questionnaire.model import Questionnaire
from trustcheck.domain.statistics.group_answers import GroupAnswers, without_hurried
from trustcheck.domain.statistics.groups import ItemScore
from trustcheck.domain.views.group_statistics import GroupStatistics
from trustcheck.domain.views.group_view import ViewStatistics, view_statistics

AnyValue = TypeVar("AnyValue", HideableScore, ItemScore | Suppressed)


def views_without_hurried(
    answers: GroupAnswers, found: GroupStatistics, questionnaire: Questionnaire
) -> dict[str, ViewStatistics | Suppressed]:
    """By name each shown view that has hurried sheets, without them; ``found`` is the result of all ``answers``.

    Suppressed where the two results together would tell what fewer people than the threshold answered. A value that
    ``found`` does not show is not shown here either.
    """
    with_some = [view for view in found.perspectives.values() if not isinstance(view.hasty, Suppressed) and view.hasty]
    if not with_some:
        return {}
    kept = without_hurried(answers, questionnaire)
    few = Suppressed(too_few(found.terms.threshold))
    beside: dict[str, ViewStatistics | Suppressed] = {}
    for everybody in with_some:
        rest, _scores = view_statistics(kept, kept.views.index(everybody.name), 0, questionnaire, found.terms)
        may_stand = _may_stand(everybody, rest, found.terms.threshold)
        beside[everybody.name] = _both_shown(everybody, rest) if may_stand else few
    return beside


def _may_stand(everybody: ViewStatistics, rest: ViewStatistics, threshold: int) -> bool:
    """Whether of every value either nobody or enough people were left out."""
    pairs = [
        *((value, rest.themes[each]) for each, value in everybody.themes.items()),
        *((value, rest.pillars[each]) for each, value in everybody.pillars.items()),
        *((value, rest.items[each]) for each, value in everybody.items.items()),
        (everybody.overall, rest.overall),
    ]
    shown = [(a.n, b.n) for a, b in pairs if not isinstance(a, Suppressed) and not isinstance(b, Suppressed)]
    return may_show_both(threshold, everybody.n, rest.n) and all(may_show_both(threshold, *each) for each in shown)


def _both_shown(everybody: ViewStatistics, rest: ViewStatistics) -> ViewStatistics:
    return replace(
        rest,
        themes={each: _unless_hidden(everybody.themes[each], value) for each, value in rest.themes.items()},
        pillars={each: _unless_hidden(everybody.pillars[each], value) for each, value in rest.pillars.items()},
        overall=_unless_hidden(everybody.overall, rest.overall),
        items={each: _unless_hidden(everybody.items[each], value) for each, value in rest.items.items()},
    )


def _unless_hidden(everybody: AnyValue, rest: AnyValue) -> AnyValue:
    return everybody if isinstance(everybody, Suppressed) else rest
