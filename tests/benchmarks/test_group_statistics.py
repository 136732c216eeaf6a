"""All statistics of a large check beside plain numpy for the same means and variances."""

from collections.abc import Callable
from statistics import median

import numpy as np
import pytest

from tests.benchmarks.measuring import forty, peak_bytes, seconds, some_codes, straight
from trustcheck.domain.questionnaire.model import Form
from trustcheck.domain.statistics.exact import Sample
from trustcheck.domain.statistics.gaps import Chance, Relabellings, gap
from trustcheck.domain.statistics.group_answers import GroupAnswers
from trustcheck.domain.statistics.groups import GroupScore
from trustcheck.domain.statistics.scoring import Codes, Points
from trustcheck.domain.views.group_statistics import GroupStatistics, statistics_of
from trustcheck.domain.views.group_view import GroupTerms

STAFF, LEADERS = 100_000, 500
RUNS = 7


def large_check(staff: int) -> GroupAnswers:
    given = np.concatenate([some_codes(staff), some_codes(staff)[:LEADERS]])
    view = np.repeat(np.array([1, 0], dtype=np.int8), [staff, LEADERS])
    return GroupAnswers(given, ("leader", "staff"), view, Form.FULL)


def means_and_variances(matrix: Points, not_applicable: Codes) -> list[Points]:
    """What one would write for the means and variances of themes, pillars, the whole, and single items."""
    themes, pillars, overall = straight(matrix, not_applicable)
    parts = (themes, pillars, overall[:, None], matrix)
    return [worked(part, axis=0) for part in parts for worked in (np.nanmean, np.nanvar)]


@pytest.mark.parametrize("staff", [5_000, pytest.param(STAFF, marks=pytest.mark.benchmark)])
def test_all_statistics_cost_little_more_than_their_means_and_variances(
    staff: int, print_figures: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, answers = forty(), large_check(staff)
    matrix = np.where(answers.given > 0, answers.given, np.nan)
    not_applicable = (answers.given == -2).astype(np.int8)
    views = [(matrix[:staff], not_applicable[:staff]), (matrix[staff:], not_applicable[staff:])]

    def ours() -> GroupStatistics:
        return statistics_of(answers, asked, GroupTerms(invited={"staff": staff, "leader": LEADERS}))

    def floor() -> list[list[Points]]:
        return [means_and_variances(*view) for view in views]

    found, expected = ours(), floor()
    value = found.perspectives["staff"].themes["A"]
    assert isinstance(value, GroupScore)
    assert value.mean == pytest.approx(expected[0][0][0])
    one, other = (Sample(answers.given[answers.view == at, 0].astype(np.int64), 5) for at in (0, 1))
    drawing = seconds(lambda: gap(one, other))

    monkeypatch.setattr(Relabellings, "chance", lambda *_views: Chance(1.0, "not drawn", 1.0))
    rounds = [(seconds(floor), seconds(ours)) for _ in range(RUNS)]
    bare, own = (median(each) for each in zip(*rounds, strict=True))
    peak = peak_bytes(ours)
    print_figures(
        f"all statistics of {staff:,} staff and {LEADERS} leaders    numpy     ours   ratio",
        f"  time without relabelling, median of {RUNS} (ms)  {bare * 1000:10.1f} {own * 1000:8.1f} {own / bare:7.2f}",
        f"  one theme's relabelling, 9,999 draws (ms)              {drawing * 1000:8.1f}",
        f"  peak memory beside the answers (one byte each)                 {peak / answers.given.nbytes:7.2f}",
        f"  peak memory beside the float64 matrix                          {peak / matrix.nbytes:7.2f}",
    )
    assert peak <= 4 * matrix.nbytes
