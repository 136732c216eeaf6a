"""Whether late sheets may join a result that was shown, value by value (measurement 2.15, rules 1, 4 and 5).

Those who join are judged as a group of their own. Enough late sheets are not enough where only few of them answered
a question, or where all of them stand at one place: its two values, one before and one after, tell what they said.
Of a theme, a pillar and the whole that is decided by their own scores. Of a single question it is decided by what
its two values leave (:mod:`trustcheck.domain.privacy.releases`): five people often agree on one of forty questions,
and where both values are told in coarse steps nobody reads that off them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trustcheck.domain.privacy.group_hiding import HideableScore, group_score, items_inside
from trustcheck.domain.privacy.releases import ItemInBoth, tells_of_joined
from trustcheck.domain.privacy.suppressed import Suppressed
from trustcheck.domain.questionnaire.answers import DONT_KNOW_CODE, SKIPPED_CODE, Response
from trustcheck.domain.questionnaire.model import Form, Questionnaire
from trustcheck.domain.statistics.exact import Parts
from trustcheck.domain.statistics.group_answers import GroupAnswers
from trustcheck.domain.statistics.scoring import Codes, Scores, codes, scores
from trustcheck.domain.views.group_view import GroupTerms, ViewStatistics, view_statistics

_VIEW = "all"


def view_of(given: Codes, questionnaire: Questionnaire, form: Form, terms: GroupTerms) -> ViewStatistics:
    """What is told of all rows ``given`` (n, items) together, as one view."""
    answers = GroupAnswers(given, (_VIEW,), np.zeros(len(given), dtype=np.int8), form)
    return view_statistics(answers, 0, 0, questionnaire, terms)[0]


@dataclass(frozen=True, slots=True, eq=False)
class FullerResult:
    """Rows (n, items) that stand in a fuller result and not in one of fewer people, and what both results tell."""

    fewer: Codes
    joined: Codes
    before: ViewStatistics
    after: ViewStatistics
    """Of the fewer, and of them with those who joined, whichever was shown first."""
    questionnaire: Questionnaire
    form: Form

    def are_told_in(self, whole_id: str) -> bool:
        """Whether a question of a theme (in the short form of a pillar) tells an insider of them what others said."""
        inside = items_inside(self.questionnaire, self.form)[whole_id]
        is_pulse = self.form is Form.PULSE
        one, two = (each.pillars if is_pulse else each.themes for each in (self.before, self.after))
        places = [self.questionnaire.items.index(self.questionnaire.item_by_id[each]) for each in inside]
        complete = all(bool((each[:, places] > SKIPPED_CODE).all()) for each in (self.fewer, self.joined))
        asked = [
            ItemInBoth(self.before.items[each], self.after.items[each], self._said(at, each), self.questionnaire.high)
            for at, each in zip(places, inside, strict=True)
        ]
        return tells_of_joined(one[whole_id], two[whole_id], asked, complete=complete)

    def _said(self, at: int, item_id: str) -> tuple[int, ...]:
        """What those who joined answered to a question, as places on the scale from 0 up, turned where it is."""
        given = self.joined[:, at][self.joined[:, at] > SKIPPED_CODE]
        turned = self.questionnaire.item_by_id[item_id].reverse
        return tuple((self.questionnaire.high - given if turned else given - 1).tolist())


def may_join(
    shown: Sequence[Response],
    joining: Sequence[Response],
    questionnaire: Questionnaire,
    form: Form,
    threshold: int,
    *,
    again: bool = False,
) -> bool:
    """Whether the ``shown`` sheets and all of them together tell nothing of the ``joining`` ones.

    To every value that ``shown`` had people enough for, nobody of ``joining`` adds, or ``threshold`` do, and neither
    does one of them stand apart from all others there. Both are sheets of one perspective, whose result some joined
    before this ``again``. Raises ``ValueError`` for a point above the scale.
    """
    earlier, later = (codes(each, questionnaire) for each in (shown, joining))
    before, more = (_behind(each, questionnaire, form) for each in (earlier, later))
    if not np.all((before < threshold) | (more == 0) | (more >= threshold)):
        return False
    return not _Joining(earlier, later, questionnaire, form, threshold).are_told(again=again)


def _behind(given: Codes, questionnaire: Questionnaire, form: Form) -> NDArray[np.int64]:
    """How many people stand behind each value there may be: items, their *don't know*, themes, pillars, the whole."""
    found = scores(given, questionnaire, form)
    answered = given > SKIPPED_CODE
    scored = np.column_stack([found.themes.is_known, found.pillars.is_known, found.overall.is_known])
    behind = (answered, answered | (given == DONT_KNOW_CODE), scored)
    return np.concatenate([each.sum(axis=0) for each in behind])


@dataclass(frozen=True, slots=True, eq=False)
class _Joining:
    """Enough late sheets (n, items) beside those that were shown."""

    earlier: Codes
    later: Codes
    questionnaire: Questionnaire
    form: Form
    threshold: int

    def are_told(self, *, again: bool) -> bool:
        """Whether any value tells of them what their own group would hide."""
        before = self._view(self.earlier, joined_late=again)
        after = self._view(np.concatenate([self.earlier, self.later]), joined_late=True)
        joined = FullerResult(self.earlier, self.later, before, after, self.questionnaire, self.form)
        return self._stand_alike(before, after) or any(joined.are_told_in(each) for each in self._wholes)

    @property
    def _wholes(self) -> list[str]:
        """Whose score is a sum of its questions: themes, or in the short form pillars."""
        asked = self.questionnaire
        return [*(asked.pillar_by_id if self.form is Form.PULSE else asked.theme_by_id)]

    def _view(self, given: Codes, *, joined_late: bool) -> ViewStatistics:
        terms = GroupTerms(self.threshold, joined_late=frozenset([_VIEW] if joined_late else []))
        return view_of(given, self.questionnaire, self.form, terms)

    def _stand_alike(self, before: ViewStatistics, after: ViewStatistics) -> bool:
        """Whether a theme, a pillar or the whole that both results show would be hidden of those who join alone."""
        own = scores(self.later, self.questionnaire, self.form)
        return any(
            known.is_known.any() and isinstance(group_score(known.known(), self.threshold), Suppressed)
            for known, one, two in self._scored(own, before, after)
            if not isinstance(one, Suppressed) and not isinstance(two, Suppressed)
        )

    def _scored(
        self, own: Scores, before: ViewStatistics, after: ViewStatistics
    ) -> Iterator[tuple[Parts, HideableScore, HideableScore]]:
        for at, theme in enumerate(self.questionnaire.themes if before.themes else ()):
            yield own.themes.column(at), before.themes[theme.id], after.themes[theme.id]
        for at, pillar in enumerate(self.questionnaire.pillars):
            yield own.pillars.column(at), before.pillars[pillar.id], after.pillars[pillar.id]
        yield own.overall, before.overall, after.overall
