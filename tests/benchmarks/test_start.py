"""From typing the command to the first painted window, beside a window of Qt with nothing in it."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

import pytest

RUNS = 5

WATCH = """
import sys
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow

class FirstPaint(QObject):
    def eventFilter(self, seen, event):
        if event.type() == QEvent.Type.Paint and seen.isWidgetType() and seen.window().isVisible():
            sys.stdout.write("painted\\n")
            sys.stdout.flush()
            program.removeEventFilter(self)
        return False

program = QApplication(sys.argv[:1])
watch = FirstPaint()
program.installEventFilter(watch)
"""
BARE = (
    WATCH
    + """
window = QMainWindow()
window.resize(900, 600)
window.show()
program.exec()
"""
)
OURS = (
    WATCH
    + """
import os
from trustcheck.bootstrap import build
from trustcheck.commands import window
window.run(build(os.environ), None, os.environ)
"""
)


def seconds_to_paint(script: str, data: Path) -> float:
    begun = perf_counter()
    child = subprocess.Popen(
        [sys.executable, "-c", script],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "TRUSTCHECK_DATA": str(data)},
    )
    assert child.stdout is not None
    with child, child.stdout:
        said = child.stdout.readline()
        needed = perf_counter() - begun
        child.kill()
    assert said == "painted\n"
    return needed


@pytest.mark.benchmark
def test_the_window_is_painted_soon_after_a_bare_one(print_figures: Callable[..., None], tmp_path: Path) -> None:
    seconds_to_paint(BARE, tmp_path), seconds_to_paint(OURS, tmp_path)  # the files are in memory from here on
    rounds = [(seconds_to_paint(BARE, tmp_path), seconds_to_paint(OURS, tmp_path)) for _ in range(RUNS)]
    bare, own = (median(each) for each in zip(*rounds, strict=True))

    print_figures(
        f"first painted window {own / bare:.2f} x a bare Qt window "
        f"(goal 1.6; {own * 1000:.0f} ms beside {bare * 1000:.0f} ms, median of {RUNS})"
    )
