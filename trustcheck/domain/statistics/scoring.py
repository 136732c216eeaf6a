"""Keying, percent of maximum possible, half rule, pillars, overall: array-wise over all responses at once.

The rules are those of ``measurement.md`` 2.1 to 2.3, for any scale and any number of items, themes and pillars. All of
it is done in whole numbers (:mod:`trustcheck.domain.statistics.exact`): a score on a cut lies on it, whoever is added
first.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, lcm
from typing import Any

import numpy as np
from numpy.typing import NDArray

from trustcheck.domain.questionnaire.answers import NOT_APPLICABLE_CODE, SKIPPED_CODE, Response
from trustcheck.domain.questionnaire.coded_responses import CodedResponses
from trustcheck.domain.questionnaire.model import Form, Questionnaire
from trustcheck.domain.statistics.exact import UNKNOWN, Parts, Points, Whole, dtype_for

Codes = NDArray[np.int8]
ItemCounts = NDArray[np.int16]

_ROWS_AT_A_TIME = 4096
"""Rows whose intermediate arrays fit into the cache of a small computer together."""


@dataclass(frozen=True, slots=True, eq=False)
class Scores:
    """Scores on 0 to 100 as exact parts; unknown where the answers are too few. One row per response."""

    themes: Parts
    """(n, themes), in the questionnaire's order; all unknown for the pulse."""
    pillars: Parts
    """(n, pillars)."""
    overall: Parts
    """(n,): the mean of the pillars, where all of them are known."""


def codes(responses: Sequence[Response], questionnaire: Questionnaire) -> Codes:
    """Responses as an array (n, items), the items in the order of ``questionnaire.items``.

    A scale point stands as itself, 0 is skipped, -1 *don't know*, -2 *doesn't apply*. Raises ``ValueError`` for a
    point above the scale.
    """
    ids = [item.id for item in questionnaire.items]
    given = responses.codes_of(ids) if isinstance(responses, CodedResponses) else _one_by_one(responses, ids)
    if given.size and int(given.max()) > questionnaire.high:
        message = f"a point of {int(given.max())} lies above the scale of {questionnaire.high}"
        raise ValueError(message)
    return given


def _one_by_one(responses: Sequence[Response], ids: Sequence[str]) -> Codes:
    given = np.full((len(responses), len(ids)), SKIPPED_CODE, dtype=np.int8)
    for row, response in enumerate(responses):
        answers = response.answers
        given[row] = [answers[each].code if each in answers else SKIPPED_CODE for each in ids]
    return given


def scores(given: Codes, questionnaire: Questionnaire, form: Form) -> Scores:
    """Score every row of ``given`` (n, items), as made by :func:`codes`, by the rules of one form."""
    rows, themes, pillars = len(given), len(questionnaire.themes), len(questionnaire.pillars)
    rules = _Pulse(questionnaire) if form is Form.PULSE else _Full(questionnaire)
    whole = dtype_for(rules.full * pillars)
    found = Scores(
        Parts(np.empty((rows, themes), dtype=whole, order="F"), rules.theme_full),
        Parts(np.empty((rows, pillars), dtype=whole, order="F"), rules.full),
        Parts(np.empty(rows, dtype=whole), rules.full * pillars),
    )
    for start in range(0, rows, _ROWS_AT_A_TIME):
        part = slice(start, start + _ROWS_AT_A_TIME)
        in_themes, in_pillars = rules.scores(np.ascontiguousarray(given[part].T), whole)
        found.themes.parts[part], found.pillars.parts[part] = in_themes.T, in_pillars.T
        overall = in_pillars.sum(axis=0, dtype=whole)
        overall[(in_pillars < 0).any(axis=0)] = UNKNOWN
        found.overall.parts[part] = overall
    return found


def keyed(given: Codes, questionnaire: Questionnaire) -> Points:
    """Answers (n, items) as scale points with reverse items turned; ``nan`` where there is no point."""
    turned = np.array([item.reverse for item in questionnaire.items])
    points = np.where(turned, questionnaire.low + questionnaire.high - given.astype(np.float64), given)
    points[given <= SKIPPED_CODE] = np.nan
    return points


class _Sums:
    """Sums over groups of items. Codes come item by item (items, rows): whole columns of small numbers are added."""

    def __init__(self, groups: Sequence[Sequence[int]], questionnaire: Questionnaire) -> None:
        self.sizes = np.array([len(group) for group in groups])[:, None]
        self.each = shares_of(max((len(group) for group in groups), default=1))
        """How many parts of a group one answer is worth, by the number of answers; their common multiple for none."""
        self.full = int(self.each[0]) * (questionnaire.high - questionnaire.low)
        self._groups = [list(group) for group in groups]
        self._turned = [at for at, item in enumerate(questionnaire.items) if item.reverse]
        self._low, self._high = questionnaire.low, questionnaire.high

    def parts(self, columns: Codes, whole: np.dtype[Any]) -> tuple[ItemCounts, Whole]:
        """Per group and row: how many items carry a point, and their mean in parts of ``full`` (0 without one)."""
        has_point = (columns > SKIPPED_CODE).view(np.int8)
        above_low = columns - np.int8(self._low)
        above_low[self._turned] = np.int8(self._high) - columns[self._turned]
        above_low *= has_point
        answered = self._added(has_point)
        mean: Whole = self._added(above_low).astype(whole)
        mean *= self.each.astype(whole)[answered]
        return answered, mean

    def not_applicable(self, columns: Codes) -> ItemCounts:
        """Per group and row: how many items do not apply."""
        return self._added((columns == NOT_APPLICABLE_CODE).view(np.int8))

    def _added(self, columns: Codes) -> ItemCounts:
        sums = np.zeros((len(self._groups), columns.shape[1]), dtype=np.int16)
        for at, group in enumerate(self._groups):
            for item in group:
                sums[at] += columns[item]
        return sums


def shares_of(most: int) -> Whole:
    """For 0 to ``most`` equal weights: of their least common multiple the part that each of so many carries."""
    together = lcm(*range(1, most + 1))
    return np.array([together, *(together // number for number in range(1, most + 1))], dtype=object)


class _Full:
    """Themes by the half rule with a floor of two; pillars as the mean of their scored themes."""

    def __init__(self, questionnaire: Questionnaire) -> None:
        place = {item.id: index for index, item in enumerate(questionnaire.items)}
        themes = questionnaire.themes
        self._sums = _Sums(
            [[place[item.id] for item in questionnaire.items_of(theme.id)] for theme in themes], questionnaire
        )
        self._pillars = [
            [at for at, theme in enumerate(themes) if theme.pillar == pillar.id] for pillar in questionnaire.pillars
        ]
        self._each = shares_of(max(map(len, self._pillars), default=1))
        self.theme_full = self._sums.full
        self.full = self.theme_full * int(self._each[0])

    def scores(self, columns: Codes, whole: np.dtype[Any]) -> tuple[Whole, Whole]:
        """Theme scores (themes, rows) and pillar scores (pillars, rows) of some rows."""
        answered, mean = self._sums.parts(columns, whole)
        applicable = self._sums.sizes - self._sums.not_applicable(columns)
        scored = (answered >= np.minimum(2, self._sums.sizes)) & (answered * 2 >= applicable)
        mean[~scored] = 0
        pillars = np.stack([self._pillar(inside, scored, mean) for inside in self._pillars])
        mean[~scored] = UNKNOWN
        return mean, pillars

    def _pillar(self, inside: list[int], scored: NDArray[np.bool_], mean: Whole) -> Whole:
        known = scored[inside].sum(axis=0)
        pillar: Whole = mean[inside].sum(axis=0, dtype=mean.dtype) * self._each.astype(mean.dtype)[known]
        pillar[known < max(ceil(len(inside) / 2), 1)] = UNKNOWN
        return pillar


class _Pulse:
    """Pillars straight from their pulse items; no theme has a score."""

    def __init__(self, questionnaire: Questionnaire) -> None:
        place = {item.id: index for index, item in enumerate(questionnaire.items)}
        pillar_of = {theme.id: theme.pillar for theme in questionnaire.themes}
        asked = [(place[each], pillar_of[questionnaire.item_by_id[each].theme]) for each in questionnaire.pulse]
        groups = [[at for at, pillar in asked if pillar == each.id] for each in questionnaire.pillars]
        self._sums = _Sums(groups, questionnaire)
        self._needed = np.array([max(-(-2 * len(group) // 3), 1) for group in groups])[:, None]
        self._themes = len(questionnaire.themes)
        self.theme_full = self.full = self._sums.full

    def scores(self, columns: Codes, whole: np.dtype[Any]) -> tuple[Whole, Whole]:
        """Theme scores (none) and pillar scores (pillars, rows) of some rows."""
        answered, mean = self._sums.parts(columns, whole)
        mean[answered < self._needed] = UNKNOWN
        return np.full((self._themes, columns.shape[1]), UNKNOWN, dtype=whole), mean
