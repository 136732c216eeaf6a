"""What a second visit costs among many organisations of ten checks: opening the file, the result, and comparing.

Ratios of one run, never limits.
"""

from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import process_time

import pytest

from tests.benchmarks.many_checks import file_of
from tests.group_builders import shipped
from trustcheck import assets
from trustcheck.app.portraits.result import group_result_of
from trustcheck.app.portraits.since_last_time import earlier_checks, look_back
from trustcheck.app.samples import fill_second_visit
from trustcheck.bootstrap import SECOND_VISIT
from trustcheck.exchange.samples import read_second_visit
from trustcheck.storage.store import open_store

FEW, RUNS = 10, 9
Work = dict[str, Callable[[], object]]


def visited(path: Path, organisations: int) -> Work:
    """The council's two checks among those of others, and what is done with them."""
    filling = file_of(path, organisations)
    visit = read_second_visit(assets.path("samples", SECOND_VISIT), shipped())
    _first, second = fill_second_visit(filling, visit, shipped())
    filling.close()
    beside = open_store(str(path), look_only=True)
    now = beside.groups.round(second)
    assert len(earlier_checks(beside, now.summary)) == 1
    assert look_back(beside, now).comparison is not None
    return {
        "opening the file, and closing it": lambda: open_store(str(path)).close(),
        "opening the result": lambda: group_result_of(beside.groups.round(second)),
        "comparing": lambda: look_back(beside, now),
    }


def seconds(work: Callable[[], object]) -> float:
    """Of the processor, the median of a few runs: what else goes on counts for nothing."""
    taken = []
    for _run in range(RUNS):
        begun = process_time()
        work()
        taken.append(process_time() - begun)
    return median(taken)


@pytest.mark.parametrize("many", [20, pytest.param(1_000, marks=pytest.mark.benchmark)])
def test_a_second_visit_among_many_organisations(tmp_path: Path, many: int, print_figures: Callable[..., None]) -> None:
    few, crowded = (visited(tmp_path / f"{number}.trustcheck", number) for number in (FEW, many))
    lines = []
    for name, work in crowded.items():
        slow, quick = seconds(work), seconds(few[name])
        lines.append(
            f"{name}: {slow / quick:.2f} x with {many:,} organisations of ten checks against {FEW} (goal 1.5; "
            f"{slow * 1e3:.0f} ms)"
        )
    print_figures(*lines)
