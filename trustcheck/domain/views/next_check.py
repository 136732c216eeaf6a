"""What a check may not show because the check before it stands beside (measurement 2.15, rules 1, 4 and 5).

Whose sheets they are nobody knows. But where most people answered the questions of a theme word for word as in the
check before, whoever supposes so takes one result from the other, and is left with what those say who came, who went
or who answered otherwise. These are judged as people are who join a result late: those who came as a group of their
own, and those who went as another. Where one of the two would be hidden by itself, the theme is, and its questions
with it.

A pillar and the whole are judged alike, each by its own questions. Equal answers of a few among many others are chance,
and tell nothing.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from trustcheck.domain.privacy.group_hiding import group_score, items_inside
from trustcheck.domain.privacy.releases import is_repeated
from trustcheck.domain.privacy.suppressed import Suppressed
from trustcheck.domain.questionnaire.answers import LONGEST_SCALE, NOT_APPLICABLE_CODE, SKIPPED_CODE, Response
from trustcheck.domain.questionnaire.model import Form, Questionnaire
from trustcheck.domain.statistics.exact import Parts
from trustcheck.domain.statistics.scoring import Codes, Scores, codes, scores
from trustcheck.domain.views.group_view import WHOLE, GroupTerms, ViewStatistics
from trustcheck.domain.views.late_sheets import FullerResult, view_of


def told_beside(
    before: Sequence[Response],
    after: Sequence[Response],
    shared: AbstractSet[str],
    questionnaire: Questionnaire,
    form: Form,
    threshold: int,
) -> frozenset[str]:
    """Ids of the themes and pillars of ``after`` that must not be shown, and :data:`WHOLE` for everything together.

    Both hold sheets of one perspective and one form. ``shared`` are the questions that both were asked in the same
    words: what rests on another question too is no difference of the same. Raises ``ValueError`` for a point above
    the scale.
    """
    two = _InARow(codes(before, questionnaire), codes(after, questionnaire), questionnaire, form, threshold)
    told = {each.id for each in two.values() if each.asked <= shared and two.tell_of_few(each)}
    return frozenset(told) | {part for each in told for part in _parts(each, questionnaire, form)}


def _parts(value_id: str, questionnaire: Questionnaire, form: Form) -> Iterator[str]:
    """What a value could be worked out from, if it were shown: the themes of a pillar, all pillars of the whole."""
    pillars = [each for each in questionnaire.pillars if value_id in (WHOLE, each.id)]
    for pillar in pillars:
        yield pillar.id
        yield from (each.id for each in questionnaire.themes_of(pillar.id) if form is Form.FULL)


_CODES = LONGEST_SCALE - NOT_APPLICABLE_CODE + 1
"""Codes that an answer may have."""
_COLUMNS_AT_ONCE = 8
"""As many as leave one number narrow enough, with that of all rows before them."""


@dataclass(frozen=True, slots=True, eq=False)
class _Value:
    """A theme, a pillar or the whole: the questions it rests on, and whether it is shown beside each of them."""

    id: str
    asked: AbstractSet[str]
    is_sum_of_shown: bool


@dataclass(frozen=True, eq=False)
class _InARow:
    """Sheets (n, items) of two checks of one perspective."""

    before: Codes
    after: Codes
    questionnaire: Questionnaire
    form: Form
    threshold: int

    def values(self) -> Iterator[_Value]:
        inside, is_pulse = items_inside(self.questionnaire, self.form), self.form is Form.PULSE
        if not is_pulse:
            yield from (_Value(each, set(inside[each]), True) for each in self.questionnaire.theme_by_id)
        yield from (_Value(each, set(inside[each]), is_pulse) for each in self.questionnaire.pillar_by_id)
        yield _Value(WHOLE, {item for each in inside.values() for item in each}, False)

    def tell_of_few(self, value: _Value) -> bool:
        """Whether the value's two numbers say of those who came, or of those who went, what would be hidden of them."""
        places = [at for at, item in enumerate(self.questionnaire.items) if item.id in value.asked]
        went, came = _apart(self.before[:, places], self.after[:, places])
        if not is_repeated(len(self.before), len(went), len(came)) or not self._is_shown_twice(value.id):
            return False
        sides = [self._only(places, each) for each in (went, came)]
        some = [each for each in sides if len(each)]
        if any(len(each) < self.threshold or self._are_hidden(value.id, each) for each in some):
            return True
        return value.is_sum_of_shown and len(some) == 1 and self._tell_in(value.id, *sides)

    def _only(self, places: Sequence[int], answers: Codes) -> Codes:
        """Rows with these answers at ``places`` and nothing else; those who left all of them out say nothing."""
        answers = answers[(answers != SKIPPED_CODE).any(axis=1)]
        rows = np.full((len(answers), len(self.questionnaire.items)), SKIPPED_CODE, dtype=np.int8)
        rows[:, places] = answers
        return rows

    def _are_hidden(self, value_id: str, rows: Codes) -> bool:
        """Whether the value of these rows alone would be hidden, though enough: all alike, or all but one."""
        known = self._score(value_id, scores(rows, self.questionnaire, self.form))
        return bool(known.is_known.any()) and isinstance(group_score(known.known(), self.threshold), Suppressed)

    def _score(self, value_id: str, found: Scores) -> Parts:
        themes, pillars = list(self.questionnaire.theme_by_id), list(self.questionnaire.pillar_by_id)
        if value_id in themes:
            return found.themes.column(themes.index(value_id))
        return found.pillars.column(pillars.index(value_id)) if value_id in pillars else found.overall

    def _tell_in(self, whole_id: str, went: Codes, came: Codes) -> bool:
        asked = self.questionnaire, self.form
        if len(came):
            return FullerResult(self.before, came, self._seen_before, self._seen_after, *asked).are_told_in(whole_id)
        return FullerResult(self.after, went, self._seen_after, self._seen_before, *asked).are_told_in(whole_id)

    def _is_shown_twice(self, value_id: str) -> bool:
        seen = [
            {WHOLE: each.overall, **each.pillars, **each.themes}[value_id]
            for each in (self._seen_before, self._seen_after)
        ]
        return not any(isinstance(each, Suppressed) for each in seen)

    @cached_property
    def _seen_before(self) -> ViewStatistics:
        return view_of(self.before, self.questionnaire, self.form, GroupTerms(self.threshold))

    @cached_property
    def _seen_after(self) -> ViewStatistics:
        return view_of(self.after, self.questionnaire, self.form, GroupTerms(self.threshold))


def _apart(before: Codes, after: Codes) -> tuple[Codes, Codes]:
    """The rows of each that the other has not, counting equal ones: a row that stands in both twice is in neither."""
    both = np.concatenate([before, after])
    _kinds, first, kind = np.unique(_names(both), return_index=True, return_inverse=True)
    kind = kind.ravel()
    counts = [np.bincount(each, minlength=len(first)) for each in (kind[: len(before)], kind[len(before) :])]
    return _times(both[first], counts[0] - counts[1]), _times(both[first], counts[1] - counts[0])


def _names(rows: Codes) -> NDArray[np.int64]:
    """(n,): one number for each row, the same for equal ones alone. Many columns are numbered anew now and then."""
    names = np.zeros(len(rows), dtype=np.int64)
    for at in range(rows.shape[1]):
        if at % _COLUMNS_AT_ONCE == 0 and at:
            names = np.unique(names, return_inverse=True)[1].ravel().astype(np.int64)
        names = names * _CODES + (rows[:, at] - NOT_APPLICABLE_CODE)
    return names


def _times(rows: Codes, often: NDArray[np.int64]) -> Codes:
    return np.repeat(rows, np.maximum(often, 0), axis=0)
