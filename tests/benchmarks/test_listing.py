"""What lists cost with many organisations, and what an open check's count costs. Ratios of one run, never limits."""

from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

import pytest

from tests.benchmarks.many_checks import CHECKS, file_of
from trustcheck.app.ports import SealedSheet


def seconds(ask: Callable[[], object], times: int) -> float:
    took = []
    for _ in range(times):
        start = perf_counter()
        ask()
        took.append(perf_counter() - start)
    return median(took)


def growth(folder: Path, few: int, many: int) -> list[str]:
    small, large = file_of(folder / "few.trustcheck", few), file_of(folder / "many.trustcheck", many)
    one = small.organisations.summaries()[0].organisation.id
    other = large.organisations.summaries()[0].organisation.id
    asked: dict[str, tuple[Callable[[], object], Callable[[], object], int]] = {
        "list of organisations, for each of them": (
            small.organisations.summaries,
            large.organisations.summaries,
            many // few,
        ),
        "list of all checks, for each of them": (small.rounds.summaries, large.rounds.summaries, many // few),
        "the checks of one organisation": (
            lambda: small.rounds.of_organisation(one),
            lambda: large.rounds.of_organisation(other),
            1,
        ),
    }
    lines = []
    for name, (at_few, at_many, shown) in asked.items():
        slow, quick = seconds(at_many, 15), seconds(at_few, 15)
        lines.append(
            f"{name}: {slow / quick / shown:.2f} x with {many:,} organisations of ten checks against {few} (goal 1.5; "
            f"{slow * 1e3:.0f} ms)"
        )
    assert len(large.organisations.summaries()) == many
    assert len(large.rounds.summaries()) == many * CHECKS
    for store in (small, large):
        store.close()
    return lines


@pytest.mark.parametrize("many", [20, pytest.param(1_000, marks=pytest.mark.benchmark)])
def test_lists_with_many_organisations(tmp_path: Path, many: int, print_figures: Callable[[str], None]) -> None:
    print_figures(*growth(tmp_path, 10, many))


@pytest.mark.benchmark
def test_a_sealed_answer_beside_many_checks(tmp_path: Path, print_figures: Callable[[str], None]) -> None:
    took = {}
    for number in (1, 200):
        store = file_of(tmp_path / f"{number}.trustcheck", number)
        round_id = next(each.id for each in store.rounds.summaries() if each.state.value == "open")
        drafts = iter(range(1, 1000))
        took[number] = seconds(
            lambda at=store, of=round_id, each=drafts: at.sheets.save_sealed(
                of, SealedSheet(7, bytes(2000 + next(each)))
            ),
            200,
        )
        store.close()

    print_figures(
        f"one sealed answer kept beside 200 organisations: {took[200] / took[1]:.2f} x alone in the file (goal 1.3; "
        f"{took[200] * 1e3:.2f} ms)"
    )
    assert took[1] > 0
