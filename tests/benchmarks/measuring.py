"""Seconds, bytes, and rows of answers to spend them on."""

import tracemalloc
from collections.abc import Callable
from time import perf_counter

import numpy as np

from tests.builders import questionnaire
from trustcheck.domain.questionnaire.model import Questionnaire
from trustcheck.domain.statistics.scoring import Codes, Points

ROWS = 100_000


SHAPE = {"people": dict.fromkeys("ABCDE", 4), "openness": dict.fromkeys("FGHIJ", 4)}


def forty() -> Questionnaire:
    return questionnaire(SHAPE, reverse=[f"{theme}4" for theme in "ABCDEFGHIJ"])


def some_codes(rows: int = ROWS) -> Codes:
    shares = [0.02, 0.04, 0.04, *[0.18] * 5]
    drawn = np.random.default_rng(7).choice([-2, -1, 0, 1, 2, 3, 4, 5], size=(rows, 40), p=shares)
    return drawn.astype(np.int8)


def straight(matrix: Points, not_applicable: Codes) -> tuple[Points, Points, Points]:
    """Four items a theme, five themes a pillar, ``nan`` for no point: what one would write for these forty items."""
    points = matrix.reshape(-1, 10, 4).copy()
    points[:, :, 3] = 6 - points[:, :, 3]
    valid = ~np.isnan(points)
    answered = valid.sum(axis=2)
    total = np.where(valid, points, 0).sum(axis=2)
    scored = (answered >= 2) & (answered >= (4 - not_applicable.reshape(-1, 10, 4).sum(axis=2)) / 2)
    with np.errstate(invalid="ignore"):
        themes = np.where(scored, (total / answered - 1) / 4 * 100, np.nan)
        known = scored.reshape(-1, 2, 5).sum(axis=2)
        sums = np.where(scored, themes, 0).reshape(-1, 2, 5).sum(axis=2)
        pillars = np.where(known >= 3, sums / known, np.nan)
    return themes, pillars, pillars.mean(axis=1)


def seconds(work: Callable[[], object]) -> float:
    begun = perf_counter()
    work()
    return perf_counter() - begun


def peak_bytes(work: Callable[[], object]) -> int:
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
