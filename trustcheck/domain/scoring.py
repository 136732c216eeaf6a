"""Keying, percent of maximum possible, half rule, pillars, overall: array-wise over all responses at once.

The rules are those of ``measurement.md`` 2.1 to 2.3, for any scale and any number of items, themes and pillars.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

import numpy as np
from numpy.typing import NDArray

from trustcheck.domain.answers import NOT_APPLICABLE_CODE, SKIPPED_CODE, Response
from trustcheck.domain.questionnaire import Form, Questionnaire

Codes = NDArray[np.int8]
Points = NDArray[np.float64]

_ROWS_AT_A_TIME = 4096
"""Rows whose intermediate arrays fit into the cache of a small computer together."""


@dataclass(frozen=True, slots=True, eq=False)
class Scores:
    """Scores on 0 to 100, unrounded; ``nan`` where the answers are too few. One row per response."""

    themes: Points
    """(n, themes), in the questionnaire's order; all ``nan`` for the pulse."""
    pillars: Points
    """(n, pillars)."""
    overall: Points
    """(n,): the mean of the pillars, where all of them are known."""


def codes(responses: Sequence[Response], questionnaire: Questionnaire) -> Codes:
    """Responses as an array (n, items), the items in the order of ``questionnaire.items``.

    A scale point stands as itself, 0 is skipped, -1 *don't know*, -2 *doesn't apply*. Raises ``ValueError`` for a
    point above the scale.
    """
    ids = [item.id for item in questionnaire.items]
    given = np.full((len(responses), len(ids)), SKIPPED_CODE, dtype=np.int8)
    for row, response in enumerate(responses):
        answers = response.answers
        given[row] = [answers[each].code if each in answers else SKIPPED_CODE for each in ids]
    if given.size and int(given.max()) > questionnaire.high:
        message = f"a point of {int(given.max())} lies above the scale of {questionnaire.high}"
        raise ValueError(message)
    return given


def scores(given: Codes, questionnaire: Questionnaire, form: Form) -> Scores:
    """Score every row of ``given`` (n, items), as made by :func:`codes`, by the rules of one form."""
    rows, themes, pillars = len(given), len(questionnaire.themes), len(questionnaire.pillars)
    found = Scores(np.empty((rows, themes)), np.empty((rows, pillars)), np.empty(rows))
    rules = _Pulse(questionnaire) if form is Form.PULSE else _Full(questionnaire)
    for start in range(0, rows, _ROWS_AT_A_TIME):
        part = slice(start, start + _ROWS_AT_A_TIME)
        found.themes[part], found.pillars[part] = rules.scores(given[part])
    found.overall[:] = found.pillars.mean(axis=1)
    return found


def keyed(given: Codes, questionnaire: Questionnaire) -> Points:
    """Answers (n, items) as scale points with reverse items turned; ``nan`` where there is no point."""
    turned = np.array([item.reverse for item in questionnaire.items])
    points = np.where(turned, questionnaire.low + questionnaire.high - given.astype(np.float64), given)
    points[given <= SKIPPED_CODE] = np.nan
    return points


class _Sums:
    """Sums over groups of items by one multiplication each: small whole numbers, exact in single precision."""

    def __init__(self, groups: Sequence[Sequence[int]], questionnaire: Questionnaire) -> None:
        self.sizes = np.array([len(group) for group in groups], dtype=np.float32)
        self._low, self._high = questionnaire.low, questionnaire.high
        self._member = np.zeros((len(questionnaire.items), len(groups)), dtype=np.float32)
        for column, group in enumerate(groups):
            self._member[list(group), column] = 1.0
        turned = np.array([item.reverse for item in questionnaire.items])[:, None]
        self._sign = np.where(turned, -self._member, self._member)
        self._start = np.where(turned, np.float32(self._high), np.float32(-self._low)) * self._member
        self._counts = np.hstack([self._member, self._start])

    def points(self, given: Codes) -> tuple[NDArray[np.float32], Points]:
        """Per row and group: how many items carry a point, and their mean on 0 to 100 (undefined without one)."""
        has_point = (given > 0).astype(np.float32)
        counted = has_point @ self._counts
        answered, started = counted[:, : len(self.sizes)], counted[:, len(self.sizes) :]
        above_low = np.maximum(given, 0).astype(np.float32) @ self._sign + started
        mean = 100.0 / (self._high - self._low) * above_low.astype(np.float64)
        mean /= np.maximum(answered, 1)
        return answered, mean

    def not_applicable(self, given: Codes) -> NDArray[np.float32]:
        """Per row and group: how many items do not apply."""
        absent: NDArray[np.float32] = (given == NOT_APPLICABLE_CODE).astype(np.float32) @ self._member
        return absent


class _Full:
    """Themes by the half rule with a floor of two; pillars as the mean of their scored themes."""

    def __init__(self, questionnaire: Questionnaire) -> None:
        place = {item.id: index for index, item in enumerate(questionnaire.items)}
        self._sums = _Sums(
            [[place[item.id] for item in questionnaire.items_of(theme.id)] for theme in questionnaire.themes],
            questionnaire,
        )
        self._pillar = np.array(
            [[float(theme.pillar == pillar.id) for pillar in questionnaire.pillars] for theme in questionnaire.themes]
        )
        self._needed = np.maximum(np.ceil(self._pillar.sum(axis=0) / 2), 1)

    def scores(self, given: Codes) -> tuple[Points, Points]:
        """Theme scores and pillar scores of some rows."""
        answered, mean = self._sums.points(given)
        applicable = self._sums.sizes - self._sums.not_applicable(given)
        scored = (answered >= np.minimum(2, self._sums.sizes)) & (answered * 2 >= applicable)
        known = scored.astype(np.float64) @ self._pillar
        total = np.where(scored, mean, 0.0) @ self._pillar
        pillars = np.where(known >= self._needed, total / np.maximum(known, 1), np.nan)
        return np.where(scored, mean, np.nan), pillars


class _Pulse:
    """Pillars straight from their pulse items; no theme has a score."""

    def __init__(self, questionnaire: Questionnaire) -> None:
        place = {item.id: index for index, item in enumerate(questionnaire.items)}
        pillar_of = {theme.id: theme.pillar for theme in questionnaire.themes}
        asked = [(place[each], pillar_of[questionnaire.item_by_id[each].theme]) for each in questionnaire.pulse]
        groups = [[at for at, pillar in asked if pillar == each.id] for each in questionnaire.pillars]
        self._sums = _Sums(groups, questionnaire)
        self._needed = np.array([max(ceil(len(group) * 2 / 3), 1) for group in groups])
        self._themes = len(questionnaire.themes)

    def scores(self, given: Codes) -> tuple[Points, Points]:
        """Theme scores (none) and pillar scores of some rows."""
        answered, mean = self._sums.points(given)
        return np.full((len(given), self._themes), np.nan), np.where(answered >= self._needed, mean, np.nan)
