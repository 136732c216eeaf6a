"""Scoring beside the same arithmetic written straight in numpy on the same matrix."""

from collections.abc import Callable
from statistics import median
from time import process_time

import numpy as np
import pytest

from tests.benchmarks.measuring import ROWS, forty, peak_bytes, some_codes, straight
from trustcheck.domain.questionnaire.model import Form
from trustcheck.domain.statistics.scoring import Points, Scores, scores

RUNS = 9
AT_MOST = 0.3
"""Of the time of the straight arithmetic. It is 0.17 for 100,000 people and 0.20 for 20,000: the rest is for noise."""


@pytest.mark.parametrize("rows", [20_000, pytest.param(ROWS, marks=pytest.mark.benchmark)])
def test_scoring_costs_little_more_than_the_bare_arithmetic(rows: int, print_figures: Callable[..., None]) -> None:
    asked, given = forty(), some_codes(rows)
    matrix = np.where(given > 0, given, np.nan)
    not_applicable = (given == -2).astype(np.int8)

    def ours() -> Scores:
        return scores(given, asked, Form.FULL)

    def floor() -> tuple[Points, Points, Points]:
        return straight(matrix, not_applicable)

    found, expected = ours(), floor()
    for one, other in zip((found.themes, found.pillars, found.overall), expected, strict=True):
        np.testing.assert_allclose(one.points(), other, rtol=0, atol=1e-9)

    rounds = [(of_the_processor(floor), of_the_processor(ours)) for _ in range(RUNS)]
    bare, own = (median(each) for each in zip(*rounds, strict=True))
    peak = peak_bytes(ours) / matrix.nbytes
    print_figures(
        f"scoring {rows:,} responses of 40 items    straight     ours   ratio",
        f"  time, median of {RUNS} interleaved (ms)  {bare * 1000:10.1f} {own * 1000:8.1f} {own / bare:7.2f}",
        f"  peak memory beside the float64 matrix                   {peak:7.2f}",
    )
    assert own <= AT_MOST * bare, f"{own / bare:.2f} times the straight arithmetic"
    assert peak <= 3


def of_the_processor(work: Callable[[], object]) -> float:
    """Seconds of this process alone: what else the computer does counts for neither side."""
    begun = process_time()
    work()
    return process_time() - begun
