"""From typing the command to the first painted window and to a key that is answered, and what that takes of memory:
the installed wheel, as bytecode, and the wheel of an earlier build, beside a window of Qt with nothing in it."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

import pytest

from tests.benchmarks.peer_build import ROOT, peer_build

RUNS = 15
PROGRAM = ROOT / "tests/benchmarks/start_watch.py"
GOALS = {"painted": 1.3, "usable": 2.0}
MEMORY_GOAL = 1.3

Moment = dict[str, float]


def installed(source: Path, into: Path) -> Path:
    """A folder with the wheel of a source tree in it, as bytecode; what it depends on is where the tests have it."""
    wheels, target = into / "wheel", into / "installed"
    make = [sys.executable, "-m", "build", "-q", "--wheel", "--outdir", str(wheels), str(source)]
    subprocess.run(make, check=True, capture_output=True)
    put = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--compile", "--target", str(target)]
    subprocess.run([*put, *map(str, wheels.glob("*.whl"))], check=True)
    return target


def one_start(kind: str, build: Path | None) -> dict[str, Moment]:
    """A whole process on an empty data folder: seconds of the clock and of the processor, and MiB, at each moment."""
    with TemporaryDirectory() as folder:
        environment = {**os.environ, "TRUSTCHECK_DATA": f"{folder}/data", "QT_QPA_PLATFORM": "offscreen"}
        environment["PYTHONPATH"] = str(build or "")
        begun = perf_counter()
        command = [sys.executable, str(PROGRAM), kind]
        found: dict[str, Moment] = {}
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment, cwd=folder) as child:
            assert child.stdout is not None
            for line in child.stdout:
                told = json.loads(line)
                found[told["moment"]] = {"clock": perf_counter() - begun, "cpu": told["cpu"], "mib": told["mib"]}
        return found


@pytest.mark.benchmark
def test_the_window_is_there_and_answers_soon_after_a_bare_one(
    print_figures: Callable[..., None], tmp_path: Path
) -> None:
    builds = {"now": installed(ROOT, tmp_path / "now")}
    builds["earlier"] = installed(peer_build(tmp_path / "peer", everything=True), tmp_path / "then")
    starts = [
        {"bare": one_start("bare", None)} | {name: one_start("ours", build) for name, build in builds.items()}
        for _run in range(RUNS + 1)
    ][1:]  # the files are in memory from the first one on

    lines = [f"a start beside a bare Qt window, medians of {RUNS}: clock, processor"]
    for moment, goal in GOALS.items():
        for name in builds:
            ratios = [
                median(each[name][moment][kind] / each["bare"]["painted"][kind] for each in starts)
                for kind in ("clock", "cpu")
            ]
            ms = median(each[name][moment]["cpu"] for each in starts) * 1000
            lines.append(
                f"  {moment:8}{name:8}{ratios[0]:6.2f}{ratios[1]:6.2f} (goal {goal}; {ms:.0f} ms of processor)"
            )
    for name in builds:
        ratio = median(each[name]["idle"]["mib"] / each["bare"]["idle"]["mib"] for each in starts)
        mib = median(each[name]["idle"]["mib"] for each in starts)
        lines.append(f"  memory  {name:8}{ratio:6.2f} (goal {MEMORY_GOAL}; {mib:.0f} MiB)")
    print_figures(*lines)
    assert all(each[name].keys() == {"painted", "usable", "idle"} for each in starts for name in builds)
