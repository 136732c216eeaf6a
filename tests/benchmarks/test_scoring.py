"""Scoring beside the same arithmetic written straight in numpy on the same matrix."""

import tracemalloc
from collections.abc import Callable
from statistics import median
from time import perf_counter

import numpy as np
import pytest

from tests.builders import questionnaire
from trustcheck.domain.questionnaire.model import Form, Questionnaire
from trustcheck.domain.statistics.scoring import Codes, Points, Scores, scores

ROWS = 100_000
RUNS = 9
SHAPE = {"people": dict.fromkeys("ABCDE", 4), "openness": dict.fromkeys("FGHIJ", 4)}


def forty() -> Questionnaire:
    return questionnaire(SHAPE, reverse=[f"{theme}4" for theme in "ABCDEFGHIJ"])


def some_codes() -> Codes:
    shares = [0.02, 0.04, 0.04, *[0.18] * 5]
    drawn = np.random.default_rng(7).choice([-2, -1, 0, 1, 2, 3, 4, 5], size=(ROWS, 40), p=shares)
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


@pytest.mark.benchmark
def test_scoring_costs_little_more_than_the_bare_arithmetic(print_figures: Callable[..., None]) -> None:
    asked, given = forty(), some_codes()
    matrix = np.where(given > 0, given, np.nan)
    not_applicable = (given == -2).astype(np.int8)

    def ours() -> Scores:
        return scores(given, asked, Form.FULL)

    def floor() -> tuple[Points, Points, Points]:
        return straight(matrix, not_applicable)

    found, expected = ours(), floor()
    for one, other in zip((found.themes, found.pillars, found.overall), expected, strict=True):
        np.testing.assert_allclose(one.points(), other, rtol=0, atol=1e-9)

    rounds = [(seconds(floor), seconds(ours)) for _ in range(RUNS)]
    bare, own = (median(each) for each in zip(*rounds, strict=True))
    peak = peak_bytes(ours) / matrix.nbytes
    print_figures(
        f"scoring {ROWS:,} responses of 40 items    straight     ours   ratio",
        f"  time, median of {RUNS} interleaved (ms)  {bare * 1000:10.1f} {own * 1000:8.1f} {own / bare:7.2f}",
        f"  peak memory beside the float64 matrix                   {peak:7.2f}",
    )
    assert peak <= 3
