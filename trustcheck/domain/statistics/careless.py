"""Which of many sheets look hurried, all at once: the same indices and cuts as ``quality``.

How a sheet was answered, never what it says; and never whose it is.
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from trustcheck.domain.questionnaire.model import Form, Questionnaire
from trustcheck.domain.statistics.exact import Points
from trustcheck.domain.statistics.quality import (
    LEAST_VARIABILITY,
    MOST_INCONSISTENCY,
    STEPS_OF_FIVE,
    longest_run_allowed,
)
from trustcheck.domain.statistics.scoring import Codes

Flags = NDArray[np.bool_]
_ROWS_AT_A_TIME = 4096


def hasty(given: Codes, questionnaire: Questionnaire, form: Form) -> Flags:
    """Which rows of coded sheets (n, items; ``codes``) show two flags or more."""
    found = np.zeros(len(given), dtype=np.bool_)
    place = {item.id: at for at, item in enumerate(questionnaire.items)}
    shown = [place[each] for each in questionnaire.asked(form)]
    if not shown:
        return found
    for start in range(0, len(given), _ROWS_AT_A_TIME):
        part = slice(start, start + _ROWS_AT_A_TIME)
        found[part] = _hasty(np.ascontiguousarray(given[part].T), shown, questionnaire)
    return found


def _hasty(columns: Codes, shown: Sequence[int], questionnaire: Questionnaire) -> Flags:
    """``columns`` is (items, rows); ``shown`` names the items of the form in order of presentation."""
    stretch = (questionnaire.high - questionnaire.low) / STEPS_OF_FIVE
    answered = (columns[shown] > 0).sum(axis=0, dtype=np.int16)
    flags = (_longest_runs(columns, shown) >= longest_run_allowed(len(shown))).astype(np.int8)
    flags += _variances(columns[shown], answered) < (LEAST_VARIABILITY * stretch) ** 2
    flags += _inconsistencies(columns, set(shown), questionnaire) >= MOST_INCONSISTENCY * stretch
    enough: Flags = 2 * answered >= len(shown)
    return (flags >= 2) & enough


def _longest_runs(columns: Codes, shown: Sequence[int]) -> Codes:
    """The longest run of the same scale point in each row; anything else ends a run."""
    run = (columns[shown[0]] > 0).astype(np.int8)
    longest: Codes = run.copy()
    for before, at in pairwise(shown):
        run *= columns[at] == columns[before]
        run += 1
        run *= columns[at] > 0
        np.maximum(longest, run, out=longest)
    return longest


def _variances(columns: Codes, answered: NDArray[np.int16]) -> Points:
    """Variance (n - 1) of the raw points of each row; ``nan`` below two of them."""
    points = np.where(columns > 0, columns, 0).astype(np.int16)
    total = points.sum(axis=0, dtype=np.int32)
    squares = (points * points).sum(axis=0, dtype=np.int32)
    with np.errstate(invalid="ignore", divide="ignore"):
        found: Points = (answered * squares - total * total) / (answered.astype(np.float64) * (answered - 1))
    return found


def _inconsistencies(columns: Codes, shown: set[int], questionnaire: Questionnaire) -> Points:
    """Mean over themes of the distance between positive and turned reverse answers; ``nan`` without any."""
    total, themes = np.zeros(columns.shape[1]), np.zeros(columns.shape[1])
    for theme in questionnaire.themes:
        inside = [at for at, item in enumerate(questionnaire.items) if item.theme == theme.id and at in shown]
        sides = [[at for at in inside if questionnaire.items[at].reverse is turned] for turned in (False, True)]
        if not all(sides):
            continue
        plain, turned = (_mean(columns[side]) for side in sides)
        distance = np.abs(plain - (questionnaire.low + questionnaire.high - turned))
        known = ~np.isnan(distance)
        total[known] += distance[known]
        themes += known
    with np.errstate(invalid="ignore"):
        found: Points = total / themes
    return found


def _mean(columns: Codes) -> Points:
    is_point = columns > 0
    with np.errstate(invalid="ignore"):
        found: Points = np.where(is_point, columns, 0).sum(axis=0, dtype=np.int16) / is_point.sum(axis=0)
    return found
