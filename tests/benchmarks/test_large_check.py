"""A large check is taken in, closed, copied and shown beside the earlier build in one run; the long run takes a hundred
thousand sheets. Ratios, never limits: what else the computer does meanwhile decides about seconds."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median

import pytest

from tests.benchmarks.large_check import Figures, export
from tests.benchmarks.peer_build import ROOT, peer_build

pytestmark = pytest.mark.benchmark

SHEETS = (5_000, pytest.param(100_000, marks=pytest.mark.long))
PASSPHRASES = ("", pytest.param("seven words that nobody guesses", marks=pytest.mark.long))
GOALS = {"taken in": 0.4, "closed": 0.4, "shown": 0.3}
RUNS = 3
PROGRAM = "tests/benchmarks/large_check.py"
EARLIER = {
    "trustcheck.app.portraits.group_portrait": "trustcheck.app.group_portrait",
    "trustcheck.domain.checks.group_round": "trustcheck.domain.group_round",
    "trustcheck.domain.questionnaire.model": "trustcheck.domain.questionnaire",
    "trustcheck.exchange.tables.taking": "trustcheck.exchange.tables_taking",
    "trustcheck.storage.store ": "trustcheck.storage.round_store ",
    "store.groups.prepare(": "store.prepare_group(",
    "store.organisations.add(": "store.add_organisation(",
    "store.groups.open(": "store.open_group(",
    "store.sheets.add(": "store.add_sheets(",
    "store.groups.round(": "store.group_round(",
    "store.groups.close(": "store.close_group(",
    "store.safety.make_copy(": "store.make_copy(",
}
"""What the earlier build calls the same."""


def program_for(build: Path) -> Path:
    """The program in the words of a build; each of them runs the very same steps."""
    if build == ROOT:
        return ROOT / PROGRAM
    text = (ROOT / PROGRAM).read_text("utf-8")
    for now, earlier in EARLIER.items():
        assert now in text, now
        text = text.replace(now, earlier)
    (build / "large_check.py").write_text(text, "utf-8")
    return build / "large_check.py"


def run_on(build: Path, folder: Path, *words: str) -> Figures:
    """The figures of one run of the program on a build, in a new process."""
    for each in (*folder.glob("large*"),):
        shutil.rmtree(each) if each.is_dir() else each.unlink()
    environment = {**os.environ, "PYTHONPATH": str(build), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, str(program_for(build)), str(folder), *words]
    done = subprocess.run(command, cwd=build, env=environment, check=True, capture_output=True, text=True)
    found: Figures = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("sheets", SHEETS)
@pytest.mark.parametrize("passphrase", PASSPHRASES, ids=["plain", "protected"])
def test_a_large_check_beside_the_earlier_build(
    tmp_path: Path, sheets: int, passphrase: str, print_figures: Callable[..., None]
) -> None:
    peer = peer_build(tmp_path / "peer")
    export(tmp_path / "table.csv", sheets)
    words = (str(sheets), *([passphrase] if passphrase else []))
    runs = [(run_on(peer, tmp_path, *words), run_on(ROOT, tmp_path, *words)) for _run in range(RUNS)]
    lines = [f"{sheets:,} sheets{', protected' if passphrase else ''}: earlier, now, ratio; longest wait (ms)"]
    for name in runs[0][0]:
        before, now = (median(each[at][name][0] for each in runs) for at in (0, 1))
        wait = median(each[1][name][2] for each in runs) * 1000
        goal = f" (goal {GOALS[name]})" if name in GOALS else ""
        lines.append(f"  {name:12}{before:8.2f} s{now:8.2f} s{now / before:7.2f}{goal:11}{wait:8.0f} ms (goal 50)")
    print_figures(*lines)
    assert runs[0][0].keys() == runs[0][1].keys()
