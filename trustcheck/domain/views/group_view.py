"""One perspective of a check in numbers: themes, pillars, the whole and single items, each shown or suppressed.

A value may be shown with enough people behind it and answers that differ. Then whatever would let a hidden value be
worked out is hidden too: the parts of a whole cover each other (:mod:`trustcheck.domain.privacy.group_hiding`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

import numpy as np

from trustcheck.domain.privacy.group_hiding import (
    Answered,
    HideableScore,
    ItemValue,
    JudgedValues,
    group_score,
    in_pairs,
    items_inside,
    protected,
)
from trustcheck.domain.privacy.item_release import (
    EXACT_FROM,
    FEWEST_FOR_ITEMS,
    may_be_told,
    may_stand_beside_theme,
    nearest,
)
from trustcheck.domain.privacy.suppressed import CLOSE_TOGETHER, JOINED_LATE, REPEATED, Suppressed, too_few
from trustcheck.domain.privacy.told_words import told_spread
from trustcheck.domain.questionnaire.answers import DONT_KNOW_CODE, NOT_APPLICABLE_CODE
from trustcheck.domain.questionnaire.model import Form, Questionnaire, band_name, band_range
from trustcheck.domain.statistics.agreement import Counts, agreement, item_agreement, spread
from trustcheck.domain.statistics.exact import Parts, Sample
from trustcheck.domain.statistics.group_answers import GroupAnswers, answer_counts
from trustcheck.domain.statistics.group_words import ENOUGH_ANSWERED, Spread, some_variety
from trustcheck.domain.statistics.groups import (
    SMALLEST_GROUP,
    DontKnow,
    GroupScore,
    ItemScore,
    Share,
    guaranteed_range,
    solidity,
    told_share,
    wilson,
)
from trustcheck.domain.statistics.points import FAVOURABLE
from trustcheck.domain.statistics.scoring import Codes, Scores, scores
from trustcheck.domain.statistics.yes_saying import plain_above_turned

WHOLE = ""
"""Stands for everything together among ids of themes and pillars, none of which is empty."""


@dataclass(frozen=True)
class GroupTerms:
    """Under which a check is described; all of it decided before anybody sees a score."""

    threshold: int = 5
    """The fewest people behind a value that is shown."""
    invited: Mapping[str, int] = field(default_factory=dict)
    """People asked, by view; a view that is left out has no guaranteed range."""
    importance: Mapping[str, int] = field(default_factory=dict)
    """By theme id: 1 low, 2 normal, 3 high; left out is normal. Orders suggestions, never changes a score."""
    targets: Mapping[str, float] = field(default_factory=dict)
    """By theme id, and :data:`WHOLE` for those without one of their own; orders suggestions, never changes a score."""
    joined_late: frozenset[str] = frozenset()
    """Views whose result was shown before sheets joined it: their questions are told as below ten people."""
    withheld: frozenset[str] = frozenset()
    """Views of which nothing is told: another check showed nearly the same sheets."""

    told_beside: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """By view the ids of themes and pillars, and :data:`WHOLE`, that the check before would tell of a few people."""

    def shows(self, name: str, n: int) -> bool:
        """Whether a view of ``n`` sheets may be shown at all."""
        return n >= self.threshold and name not in self.withheld


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
    themes: Mapping[str, HideableScore]
    """By theme id; empty for the pulse."""
    pillars: Mapping[str, HideableScore]
    overall: HideableScore
    items: Mapping[str, ItemValue]
    """By id of the items asked."""
    dont_know: Mapping[str, DontKnow]
    """By id of those items that enough people, and at least five, answered or did not know."""
    plain_above_turned: Fraction | None = None
    """Points by which the other questions lie above those asked the other way round; ``None`` below ten sheets
    or the threshold."""


def view_statistics(
    given: GroupAnswers, at: int, hasty: int, questionnaire: Questionnaire, terms: GroupTerms
) -> tuple[ViewStatistics, Scores]:
    """The statistics of the view at place ``at``, and its people's scores for comparing views. Scores are no result."""
    rows = given.of(at)
    found, counts = _worked_out(rows, questionnaire, given.form)
    few = rows if len(rows) < EXACT_FROM else rows[:0]
    seen = _View(found, counts, given.views[at], questionnaire, given.form, terms, few)
    return seen.statistics(hasty), found


def _worked_out(answers: Codes, questionnaire: Questionnaire, form: Form) -> tuple[Scores, Counts]:
    """Scores and counts of a view's rows; a copy of the rows is let go before anything else is made."""
    return scores(answers, questionnaire, form), answer_counts(answers, questionnaire.high)


class _View:
    """One view while it is described: its people's scores, and how often each answer was given to each item."""

    def __init__(
        self,
        found: Scores,
        counts: Counts,
        name: str,
        questionnaire: Questionnaire,
        form: Form,
        terms: GroupTerms,
        few: Codes,
    ) -> None:
        """``few`` holds the answers (n, items) of a view so small that a theme's score is a sum of its questions."""
        self._few = few
        self._found, self._name, self._asked_of, self._form, self._terms = found, name, questionnaire, form, terms
        turned = [item.reverse for item in questionnaire.items]
        points = counts[:, -questionnaire.high :]
        self._points = np.where(np.array(turned)[:, None], points[:, ::-1], points)
        self._dont_know = counts[:, DONT_KNOW_CODE - NOT_APPLICABLE_CODE]
        self._place = {item.id: index for index, item in enumerate(questionnaire.items)}
        self._inside = items_inside(questionnaire, form)
        self._n, self._invited = len(found.overall.parts), terms.invited.get(name)
        self._told_beside = terms.told_beside.get(name, frozenset())

    def statistics(self, hasty: int) -> ViewStatistics:
        """Everything of the view, with what would give a hidden value away hidden too."""
        scored = [item.id for item in self._asked_of.items if item.theme]
        everything = self._value(self._found.overall, scored)
        found = JudgedValues(self._pillars(), self._themes(), self._items(), everything)
        found = self._beside_the_check_before(found)
        found = protected(found, self._answered(), self._asked_of, self._form, self._terms.threshold)
        self._hide_beside_sums(found)
        return ViewStatistics(
            name=self._name,
            n=self._n,
            invited=self._invited,
            hasty=hasty if self._n >= self._terms.threshold else Suppressed(too_few(self._terms.threshold)),
            themes=found.themes,
            pillars=found.pillars,
            overall=found.overall,
            items=found.items,
            dont_know=self._could_not_see(),
            plain_above_turned=self._between_kinds(),
        )

    def _between_kinds(self) -> Fraction | None:
        if self._n < max(EXACT_FROM, self._terms.threshold) or self._told_beside:
            return None
        return plain_above_turned(self._points, self._asked_of)

    def _pillars(self) -> dict[str, HideableScore]:
        return {
            pillar.id: self._value(self._found.pillars.column(at), self._inside[pillar.id])
            for at, pillar in enumerate(self._asked_of.pillars)
        }

    def _themes(self) -> dict[str, HideableScore]:
        if self._form is Form.PULSE:
            return {}
        return {
            theme.id: self._value(self._found.themes.column(at), self._inside[theme.id])
            for at, theme in enumerate(self._asked_of.themes)
        }

    def _items(self) -> dict[str, ItemValue]:
        return {
            each: self._item(self._place[each])
            if self._asked_of.item_by_id[each].theme
            else self._own_question(self._place[each])
            for each in self._asked_of.asked(self._form)
        }

    def _hide_beside_sums(self, found: JudgedValues) -> None:
        """Hide the questions of a theme (in the short form of a pillar) whose score would give them away."""
        for whole_id, value in (found.themes or found.pillars).items():
            inside = self._inside[whole_id]
            hidden = {at for at, each in enumerate(inside) if isinstance(found.items[each], Suppressed)}
            if isinstance(value, Suppressed) or len(hidden) == len(inside) or not len(self._few):
                continue
            answers = self._few[:, [self._place[each] for each in inside]]
            together = [pair for pair in in_pairs(range(len(inside))) if hidden & set(pair)]
            if (answers > 0).all() and not self._may_stand(answers, inside, together):
                found.items.update(dict.fromkeys(inside, Suppressed(CLOSE_TOGETHER)))

    def _may_stand(self, answers: Codes, inside: Sequence[str], together: Sequence[Sequence[int]]) -> bool:
        return may_stand_beside_theme(self._places(answers, inside), self._asked_of.high, together)

    def _beside_the_check_before(self, found: JudgedValues) -> JudgedValues:
        """Without what would tell of a few people, laid beside the check before."""
        if not self._told_beside:
            return found
        hidden = dict.fromkeys(self._told_beside, Suppressed(REPEATED))
        pillars = {each: hidden.get(each, value) for each, value in found.pillars.items()}
        themes = {each: hidden.get(each, value) for each, value in found.themes.items()}
        return replace(found, pillars=pillars, themes=themes, overall=hidden.get(WHOLE, found.overall))

    def _places(self, answers: Codes, inside: Sequence[str]) -> list[tuple[int, ...]]:
        """Answers as places on the scale from 0 up, turned where the question is."""
        turned = np.array([self._asked_of.item_by_id[each].reverse for each in inside])
        return list(map(tuple, np.where(turned, self._asked_of.high - answers, answers - 1).tolist()))

    def _answered(self) -> Answered:
        answered = self._found.themes.is_known.sum(axis=0)
        themes = {each.id: int(answered[at]) for at, each in enumerate(self._asked_of.themes)}
        return Answered(themes, {each: int(self._points[at].sum()) for each, at in self._place.items()})

    def _value(self, scored: Parts, item_ids: Sequence[str]) -> HideableScore:
        """Mean and company of person scores (n,), and what the answers under them say of spread and *don't know*."""
        known = scored.known()
        places = [self._place[each] for each in item_ids]
        counts = self._points[places]
        step = Fraction(1, len(places) * (self._asked_of.high - 1))
        score = group_score(known, self._terms.threshold, alike=_are_alike(counts), step=step)
        if isinstance(score, Suppressed):
            return score
        together = agreement(item_agreement(counts), self._asked_of.high)
        unknown = int(self._dont_know[places].sum())
        return replace(
            self._called(score, known),
            agreement=together,
            spread=None if together is None else self._spread(counts, known),
            dont_know=unknown / (unknown + int(counts.sum())),
        )

    def _spread(self, counts: Counts, known: Sample) -> Spread | None:
        found, n = spread(counts, len(known)), len(known)
        steps = self._asked_of.high - 1
        between = known.average_deviation * steps / some_variety(steps + 1) if n < EXACT_FROM else Fraction(0)
        return told_spread(found, n, between, counts.tolist())

    def _called(self, score: GroupScore, known: Sample) -> GroupScore:
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
            solidity=solidity(known, score.interval, cuts),
        )

    def _item(self, at: int) -> ItemValue:
        counts, unknown = self._points[at], int(self._dont_know[at])
        n, fewest = int(counts.sum()), max(self._terms.threshold, FEWEST_FOR_ITEMS)
        if n < fewest:
            return Suppressed(too_few(fewest))
        if not may_be_told(counts.tolist()):
            return Suppressed(CLOSE_TOGETHER)
        places = np.arange(len(counts))
        total, top, late = int(counts @ places), int(places[-1]), self._name in self._terms.joined_late
        high = int(counts[places * 100 >= FAVOURABLE * places[-1]].sum())
        return ItemScore(
            n,
            _level(total, n * top),
            None if late else told_share(Share(high, n, wilson(high, n))),
            unknown / (unknown + n),
            nearest=_level(nearest(total, n), top) if late or n < EXACT_FROM else None,
        )

    def _own_question(self, at: int) -> ItemValue:
        """A question beside the themes. No other value covers it, so nothing of it is told where another result may
        stand beside this one that differs by a few people."""
        if self._told_beside:
            return Suppressed(REPEATED)
        return Suppressed(JOINED_LATE) if self._name in self._terms.joined_late else self._item(at)

    def _could_not_see(self) -> dict[str, DontKnow]:
        fewest = max(self._terms.threshold, SMALLEST_GROUP)
        told_beside = {item for each in self._told_beside for item in self._inside.get(each, ())}
        found = {}
        for each in self._asked_of.asked(self._form):
            if each in told_beside or not self._asked_of.item_by_id[each].theme:
                continue
            unknown = int(self._dont_know[self._place[each]])
            asked = unknown + int(self._points[self._place[each]].sum())
            if asked >= fewest:
                found[each] = DontKnow(asked, unknown)
        return found


def _level(parts: int, full: int) -> float:
    return 100 * parts / full


def _are_alike(counts: Counts) -> bool:
    """Whether all answers behind counts (items, options) are one and the same point."""
    return int((counts.sum(axis=0) > 0).sum()) == 1
