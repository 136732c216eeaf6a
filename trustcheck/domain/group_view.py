"""One perspective of a check in numbers: themes, pillars, the whole and single items, each shown or suppressed.

A value may be shown with enough people behind it and answers that differ. Then whatever would let a hidden value be
worked out is hidden too: the parts of a whole cover each other (:mod:`trustcheck.domain.anonymity`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

import numpy as np

from trustcheck.domain.agreement import agreement, item_agreement, spread
from trustcheck.domain.anonymity import Part, hidden_parts
from trustcheck.domain.answers import DONT_KNOW_CODE, NOT_APPLICABLE_CODE
from trustcheck.domain.group_answers import Counts, GroupAnswers, answer_counts
from trustcheck.domain.groups import FAVOURABLE, DontKnow, GroupScore, ItemScore, Share, group_score
from trustcheck.domain.intervals import SMALLEST_GROUP, guaranteed_range, wilson
from trustcheck.domain.questionnaire import Form, Questionnaire, band_name, band_range
from trustcheck.domain.robustness import solidity
from trustcheck.domain.scoring import Points, Scores, scores
from trustcheck.domain.suppressed import CLOSE_TOGETHER, Suppressed, too_few

ENOUGH_ANSWERED = 0.60
"""Below this share of the invited a group's mean is not called by a band (measurement 2.8)."""

Value: TypeAlias = GroupScore | Suppressed
ItemValue: TypeAlias = ItemScore | Suppressed


@dataclass(frozen=True)
class GroupTerms:
    """Under which a check is described; all of it decided before anybody sees a score."""

    threshold: int = 5
    """The fewest people behind a value that is shown."""
    invited: Mapping[str, int] = field(default_factory=dict)
    """People asked, by view; a view that is left out has no guaranteed range."""
    importance: Mapping[str, int] = field(default_factory=dict)
    """By theme id: 1 low, 2 normal, 3 high; left out is normal. Orders suggestions, never changes a score."""


@dataclass(frozen=True)
class ViewStatistics:
    """One perspective of a check. Every theme, pillar and asked item has an entry."""

    name: str
    """"leader", "staff", or "all" where nobody told them apart."""
    n: int
    """Sheets."""
    invited: int | None
    hasty: int | Suppressed
    """Sheets that look hurried; a count, never whose."""
    themes: Mapping[str, Value]
    """By theme id; empty for the pulse."""
    pillars: Mapping[str, Value]
    overall: Value
    items: Mapping[str, ItemValue]
    """By id of the items asked."""
    dont_know: Mapping[str, DontKnow]
    """By id of those items that enough people, and at least five, answered or did not know."""


def view_statistics(
    given: GroupAnswers, at: int, hasty: int, questionnaire: Questionnaire, terms: GroupTerms
) -> tuple[ViewStatistics, Scores]:
    """The statistics of the view at place ``at``, and its people's scores for comparing views. Scores are no result."""
    answers = given.of(at)
    found = scores(answers, questionnaire, given.form)
    seen = _View(found, answer_counts(answers, questionnaire.high), given.views[at], questionnaire, given.form, terms)
    return seen.statistics(hasty), found


class _View:
    """One view while it is described: its people's scores, and how often each answer was given to each item."""

    def __init__(
        self, found: Scores, counts: Counts, name: str, questionnaire: Questionnaire, form: Form, terms: GroupTerms
    ) -> None:
        self._found, self._name, self._asked_of, self._form, self._terms = found, name, questionnaire, form, terms
        turned = [item.reverse for item in questionnaire.items]
        points = counts[:, -questionnaire.high :]
        self._points = np.where(np.array(turned)[:, None], points[:, ::-1], points)
        self._dont_know = counts[:, DONT_KNOW_CODE - NOT_APPLICABLE_CODE]
        self._place = {item.id: index for index, item in enumerate(questionnaire.items)}
        self._n, self._invited = len(found.overall), terms.invited.get(name)

    def statistics(self, hasty: int) -> ViewStatistics:
        """Everything of the view, with what would give a hidden value away hidden too."""
        pillars = self._pillars()
        themes = self._themes(pillars)
        few = Suppressed(too_few(self._terms.threshold))
        overall = self._value(self._found.overall, list(self._place))
        return ViewStatistics(
            name=self._name,
            n=self._n,
            invited=self._invited,
            hasty=hasty if self._n >= self._terms.threshold else few,
            themes=themes,
            pillars=pillars,
            overall=few if any(isinstance(each, Suppressed) for each in pillars.values()) else overall,
            items=self._items(themes or pillars),
            dont_know=self._could_not_see(),
        )

    def _pillars(self) -> dict[str, Value]:
        return {
            pillar.id: self._value(self._found.pillars[:, at], self._items_in(pillar.id))
            for at, pillar in enumerate(self._asked_of.pillars)
        }

    def _themes(self, pillars: Mapping[str, Value]) -> dict[str, Value]:
        """By id; within a pillar that is shown a hidden theme is covered by others."""
        if self._form is Form.PULSE:
            return {}
        columns = {theme.id: self._found.themes[:, at] for at, theme in enumerate(self._asked_of.themes)}
        values = {theme_id: self._value(scored, self._items_in(theme_id)) for theme_id, scored in columns.items()}
        for pillar in self._asked_of.pillars:
            if isinstance(pillars[pillar.id], GroupScore):
                inside = [theme.id for theme in self._asked_of.themes_of(pillar.id)]
                self._cover(values, inside, [int((~np.isnan(columns[each])).sum()) for each in inside])
        return values

    def _items(self, wholes: Mapping[str, Value]) -> dict[str, ItemValue]:
        """By id; the items of a hidden theme (of a hidden pillar in the pulse) are hidden, and others are covered."""
        values = {each: self._item(self._place[each]) for each in self._asked_of.asked(self._form)}
        for whole_id, whole in wholes.items():
            inside = self._items_in(whole_id)
            if isinstance(whole, Suppressed):
                values |= dict.fromkeys(inside, whole)
            else:
                self._cover(values, inside, [int(self._points[self._place[each]].sum()) for each in inside])
        return {each: values[each] for each in self._asked_of.asked(self._form)}

    def _cover(self, values: dict[str, Value] | dict[str, ItemValue], inside: Sequence[str], n: Sequence[int]) -> None:
        parts = [
            Part(people, isinstance(values[each], Suppressed), values[each] == Suppressed(CLOSE_TOGETHER))
            for each, people in zip(inside, n, strict=True)
        ]
        for at in hidden_parts(parts, self._terms.threshold):
            if not parts[at].hidden:
                values[inside[at]] = Suppressed(too_few(self._terms.threshold))

    def _value(self, points: Points, item_ids: Sequence[str]) -> Value:
        """Mean and company of person scores (n,), and what the answers under them say of spread and *don't know*."""
        places = [self._place[each] for each in item_ids]
        counts = self._points[places]
        score = group_score(points, self._terms.threshold, alike=_are_alike(counts))
        if isinstance(score, Suppressed):
            return score
        together = agreement(item_agreement(counts), self._asked_of.high)
        unknown = int(self._dont_know[places].sum())
        return replace(
            self._called(score, points),
            agreement=together,
            spread=None if together is None else spread(counts, together, score.n),
            dont_know=unknown / (unknown + int(counts.sum())),
        )

    def _called(self, score: GroupScore, points: Points) -> GroupScore:
        """The score with its band, how firmly that stands, and where the mean of all invited must lie."""
        cuts, invited = self._asked_of.cuts, self._invited
        certain = guaranteed_range(score.mean, score.n, invited) if invited else None
        if invited is not None and self._n < ENOUGH_ANSWERED * invited:
            return replace(score, guaranteed=certain)
        touched = (score.interval.low, score.interval.high) if score.interval else (score.mean, score.mean)
        return replace(
            score,
            guaranteed=certain,
            band=band_name(score.mean, cuts),
            band_range=band_range(*touched, cuts),
            solidity=solidity(points[~np.isnan(points)], score.interval, cuts),
        )

    def _item(self, at: int) -> ItemValue:
        counts, unknown = self._points[at], int(self._dont_know[at])
        n = int(counts.sum())
        if n < max(self._terms.threshold, 1):
            return Suppressed(too_few(self._terms.threshold))
        if _are_alike(counts[None]):
            return Suppressed(CLOSE_TOGETHER)
        levels = np.linspace(0.0, 100.0, self._asked_of.high)
        high = int(counts[levels >= FAVOURABLE].sum())
        return ItemScore(n, float(counts @ levels) / n, Share(high, n, wilson(high, n)), unknown / (unknown + n))

    def _could_not_see(self) -> dict[str, DontKnow]:
        fewest = max(self._terms.threshold, SMALLEST_GROUP)
        found = {}
        for each in self._asked_of.asked(self._form):
            unknown = int(self._dont_know[self._place[each]])
            asked = unknown + int(self._points[self._place[each]].sum())
            if asked >= fewest:
                found[each] = DontKnow(asked, unknown)
        return found

    def _items_in(self, part_id: str) -> list[str]:
        """The asked items of a theme or of a pillar, in the questionnaire's order."""
        asked, of = set(self._asked_of.asked(self._form)), self._asked_of
        pillar_of = {theme.id: theme.pillar for theme in of.themes}
        return [item.id for item in of.items if item.id in asked and part_id in (item.theme, pillar_of[item.theme])]


def _are_alike(counts: Counts) -> bool:
    """Whether all answers behind counts (items, options) are one and the same point."""
    return int((counts.sum(axis=0) > 0).sum()) == 1
