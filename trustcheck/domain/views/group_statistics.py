"""Everything that is known of a group's check in numbers: one typed, unrounded value for JSON, screen and report.

``group_statistics(responses, views, questionnaire, form, terms)`` gives a :class:`GroupStatistics`:

- ``perspectives["staff"]`` is a :class:`~trustcheck.domain.views.group_view.ViewStatistics`: ``n``, ``invited``,
  ``hasty``; ``themes["GI"]``, ``pillars["people"]`` and ``overall``, each a
  :class:`~trustcheck.domain.statistics.groups.GroupScore` or :class:`~trustcheck.domain.privacy.suppressed.Suppressed`;
  ``items["GI1"]``, each an :class:`~trustcheck.domain.statistics.groups.ItemScore` or ``Suppressed``;
  ``dont_know["GI1"]``, a :class:`~trustcheck.domain.statistics.groups.DontKnow` where at least five people (and the
  threshold) were asked.
- ``gaps["GI"]`` and ``pillar_gaps["people"]`` are a :class:`~trustcheck.domain.statistics.gaps.Gap` or ``Suppressed``;
  both are empty where there is one perspective only, or a single leader, who is never compared here.
- ``reliability["GI"]`` is there for the headline view's themes that have enough complete sheets.
- ``headline`` names the view that speaks first: staff, everybody, leaders, whichever may be shown; else ``None``.

Nothing here is rounded, and a suppressed value carries no number. Whoever shows these to people rounds to whole
points and keeps sd, median, classes and indices for ten people or more.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias, TypeVar

import numpy as np

from trustcheck.domain.privacy.group_hiding import HideableScore
from trustcheck.domain.privacy.releases import may_show_both
from trustcheck.domain.privacy.suppressed import REPEATED, Suppressed, too_few
from trustcheck.domain.questionnaire.answers import Response
from trustcheck.domain.questionnaire.model import Form, Questionnaire
from trustcheck.domain.statistics.exact import Sample
from trustcheck.domain.statistics.gaps import Gap, gaps, share_below
from trustcheck.domain.statistics.group_answers import GroupAnswers, coded, hurried, without_hurried
from trustcheck.domain.statistics.groups import GroupScore, ItemScore
from trustcheck.domain.statistics.reliability import Reliability, reliability_of_answers
from trustcheck.domain.statistics.scoring import Scores, scores
from trustcheck.domain.views.group_view import GroupTerms, ViewStatistics, view_statistics

# A view of which nothing is told, because its sheets are those of the check before but for a few.
#
# Two results of nearly the same sheets differ by what those few say: the second one is not shown.


def withheld(found: ViewStatistics) -> ViewStatistics:
    """The same view without a number but for how many people there are."""
    return replace(
        found,
        hasty=Suppressed(REPEATED),
        themes=_hidden(found.themes),
        pillars=_hidden(found.pillars),
        overall=Suppressed(REPEATED),
        items=_hidden(found.items),
        dont_know={},
        plain_above_turned=None,
    )


def _hidden(values: Mapping[str, object]) -> dict[str, Suppressed]:
    return dict.fromkeys(values, Suppressed(REPEATED))


HEADLINES = ("staff", "all", "leader")
"""The view that speaks for a check: staff where they may be shown (leaders and staff are never pooled)."""
LEADER, STAFF = "leader", "staff"

GapValue: TypeAlias = Gap | Suppressed


@dataclass(frozen=True)
class GroupStatistics:
    """A whole check. Perspectives stand side by side and are never pooled."""

    form: Form
    terms: GroupTerms
    perspectives: Mapping[str, ViewStatistics]
    gaps: Mapping[str, GapValue] = field(default_factory=dict)
    """Leaders minus staff by theme id, one family for Holm's correction."""
    pillar_gaps: Mapping[str, GapValue] = field(default_factory=dict)
    """The same by pillar id, a family of its own."""
    reliability: Mapping[str, Reliability] = field(default_factory=dict)
    """By theme id, of the headline view."""
    headline: str | None = None

    @property
    def first(self) -> ViewStatistics | None:
        """The headline view."""
        return None if self.headline is None else self.perspectives[self.headline]


def group_statistics(
    responses: Sequence[Response], views: Sequence[str], questionnaire: Questionnaire, form: Form, terms: GroupTerms
) -> GroupStatistics:
    """Statistics of responses with, beside each, the name of its view ("leader", "staff" or "all")."""
    return statistics_of(coded(responses, views, questionnaire, form), questionnaire, terms)


def statistics_of(answers: GroupAnswers, questionnaire: Questionnaire, terms: GroupTerms) -> GroupStatistics:
    """The same from sheets that are coded already."""
    views, found = _views(answers, questionnaire, terms)
    headline = next((name for name in HEADLINES if name in views and terms.shows(name, views[name].n)), None)
    compares = LEADER in views and STAFF in views and views[LEADER].n > 1
    return GroupStatistics(
        form=answers.form,
        terms=terms,
        perspectives=views,
        gaps=_theme_gaps(views, found, questionnaire, terms) if compares else {},
        pillar_gaps=_pillar_gaps(views, found, questionnaire, terms) if compares else {},
        reliability=_reliability(answers, views, headline, questionnaire),
        headline=headline,
    )


def views_of(answers: GroupAnswers, questionnaire: Questionnaire, terms: GroupTerms) -> Mapping[str, ViewStatistics]:
    """The perspectives alone, without setting them beside each other: that may take longer than all else."""
    return _views(answers, questionnaire, terms)[0]


def _views(
    answers: GroupAnswers, questionnaire: Questionnaire, terms: GroupTerms
) -> tuple[dict[str, ViewStatistics], dict[str, Scores]]:
    flagged = hurried(answers, questionnaire)
    views: dict[str, ViewStatistics] = {}
    found: dict[str, Scores] = {}
    for at, name in enumerate(answers.views):
        hasty = int(np.count_nonzero(flagged & (answers.view == at)))
        view, found[name] = view_statistics(answers, at, hasty, questionnaire, terms)
        views[name] = withheld(view) if name in terms.withheld else view
    return views, found


def leader_among_staff(
    leader: Response, staff: Sequence[Response], questionnaire: Questionnaire, form: Form
) -> dict[str, float]:
    """For the only leader, who agreed to it: by theme id the share of staff expected to score lower, 0 to 1.

    A theme is left out where the leader has no score, or fewer than five of staff have one, or staff do not differ.
    For the report that leader reads; never for a screen that others see, and never for an export.
    """
    own = scores(coded([leader], [LEADER], questionnaire, form).given, questionnaire, form).themes.points()[0]
    others = scores(coded(staff, [STAFF] * len(staff), questionnaire, form).given, questionnaire, form).themes
    shares = {
        theme.id: share_below(float(own[at]), others.column(at).known())
        for at, theme in enumerate(questionnaire.themes)
        if not np.isnan(own[at])
    }
    return {theme_id: share for theme_id, share in shares.items() if share is not None}


def _theme_gaps(
    views: Mapping[str, ViewStatistics], found: Mapping[str, Scores], questionnaire: Questionnaire, terms: GroupTerms
) -> dict[str, GapValue]:
    columns = {theme.id: at for at, theme in enumerate(questionnaire.themes)}
    pairs = {
        each: (found[LEADER].themes.column(columns[each]).known(), found[STAFF].themes.column(columns[each]).known())
        for each in views[LEADER].themes
    }
    return _compared(pairs, views[LEADER].themes, views[STAFF].themes, terms)


def _pillar_gaps(
    views: Mapping[str, ViewStatistics], found: Mapping[str, Scores], questionnaire: Questionnaire, terms: GroupTerms
) -> dict[str, GapValue]:
    pairs = {
        pillar.id: (found[LEADER].pillars.column(at).known(), found[STAFF].pillars.column(at).known())
        for at, pillar in enumerate(questionnaire.pillars)
    }
    return _compared(pairs, views[LEADER].pillars, views[STAFF].pillars, terms)


def _compared(
    pairs: Mapping[str, tuple[Sample, Sample]],
    leaders: Mapping[str, HideableScore],
    staff: Mapping[str, HideableScore],
    terms: GroupTerms,
) -> dict[str, GapValue]:
    """A gap where both sides are shown; where one is not, the reason, and too few before all alike."""
    known = gaps(
        (each, one, other)
        for each, (one, other) in pairs.items()
        if isinstance(leaders[each], GroupScore) and isinstance(staff[each], GroupScore)
    )
    return {each: known[each] if each in known else _reason(leaders[each], staff[each], terms) for each in pairs}


def _reason(one: HideableScore, other: HideableScore, terms: GroupTerms) -> Suppressed:
    hidden = [value for value in (one, other) if isinstance(value, Suppressed)]
    few = Suppressed(too_few(terms.threshold))
    return few if few in hidden else hidden[0]


def _reliability(
    answers: GroupAnswers, views: Mapping[str, ViewStatistics], headline: str | None, questionnaire: Questionnaire
) -> dict[str, Reliability]:
    if headline is None or answers.form is Form.PULSE:
        return {}
    given, shown = answers.of(answers.views.index(headline)), views[headline].themes
    found = {
        each: reliability_of_answers(given, each, questionnaire)
        for each, value in shown.items()
        if isinstance(value, GroupScore)
    }
    return {each: value for each, value in found.items() if value is not None}


# A check with and without the sheets that look hurried, where both may stand side by side (measurement 2.12).
#
# The difference of two results is what those left out answered. It is given only where nobody was left out of a value
# or enough people were; for one hurried sheet alone there is the count, and the organiser's choice before anybody
# sees a result.


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
