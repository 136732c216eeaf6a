"""One large check on its way through a data file: a program of its own, so that it runs on whatever build Python is
told of. It prints the seconds of each step, of the processor and of the clock, and how long the step worked at most
before the main thread got another turn."""

import csv
import gc
import json
import os
import sys
import threading
import traceback
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from random import Random
from time import perf_counter, process_time, thread_time

from PySide6.QtCore import QCoreApplication, Qt, QTimer

from tests.builders import questionnaire
from tests.storage.people import DAY
from trustcheck.app.portraits.group_portrait import group_result_of
from trustcheck.app.ports import NewGroupRound
from trustcheck.domain.checks.group_round import GroupSetup
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.exchange.tables.taking import Tables
from trustcheck.storage.store import open_store

ASKED = questionnaire(
    {"people": dict.fromkeys("ABCDE", 4), "openness": dict.fromkeys("FGHIJ", 4)}, reverse=("A4", "F4", "J4")
)
TICK = 2
"""Milliseconds between two turns of the main thread."""

Steps = dict[str, Callable[[], object]]
Figures = dict[str, tuple[float, float, float]]
"""For each step the seconds of the processor, of the clock, and of the most work between two turns of the main thread.
Of the processor and not of the clock, since others share these cores; without those of the main thread itself."""


def export(path: Path, sheets: int) -> None:
    """A table as survey tools write them: whole questions above, words below, and a column of no use."""
    drawn = Random(3)
    cells = [*ASKED.scale, ""]
    with path.open("w", encoding="utf-8", newline="") as target:
        table = csv.writer(target)
        questions = [ASKED.wording(item_id, Perspective.STAFF) for item_id in ASKED.order]
        table.writerow(["Timestamp", "Leader or staff", *questions])
        for at in range(sheets):
            view = drawn.choices(["leader", "staff"], (1, 9))
            table.writerow([f"22/11/2026 {at}", *view, *drawn.choices(cells, (3, 5, 6, 5, 3, 1), k=40)])


def steps(table: Path, file: Path, sheets: int, passphrase: str) -> Steps:
    store = open_store(str(file), passphrase=passphrase)
    both = (Perspective.LEADER, Perspective.STAFF)
    setup = GroupSetup(Form.FULL, both, dict.fromkeys(both, sheets), "The board")
    round_id = store.groups.prepare(NewGroupRound(store.organisations.add("Here"), ASKED, setup, DAY))
    store.groups.open(round_id)

    def take_in() -> None:
        tables = Tables(Random(1).shuffle)
        read = tables.read(str(table))
        found = tables.look_through(read, tables.plan(read, setup, ASKED), setup, ASKED)
        store.sheets.add(round_id, found.sheets)

    def show() -> None:
        assert sum(each.n for each in group_result_of(store.groups.round(round_id)).took) == sheets

    return {
        "taken in": take_in,
        "closed": lambda: store.groups.close(round_id, DAY),
        "copied": lambda: store.safety.make_copy(DAY),
        "read again": lambda: store.groups.round(round_id),
        "shown": show,
        "let go": store.close,
    }


def figures(wanted: Steps) -> Figures:
    """Each step on a thread of its own, while the main thread turns in its event loop."""
    program, found = QCoreApplication([]), Figures()
    # A step that fails ends the program, and with it the measurement.
    threading.excepthook = _fail
    # As while the window is open: forgotten objects are never looked for on the way.
    gc.disable()
    for name, step in wanted.items():
        turns = [_at_work()]
        timer = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=TICK)
        timer.timeout.connect(lambda turns=turns: turns.append(_at_work()))
        worker = threading.Thread(target=step)
        timer.start()
        begun = perf_counter()
        worker.start()
        while worker.is_alive():
            program.processEvents()
            worker.join(TICK / 1000)
        turns.append(_at_work())
        longest = max(later - earlier for earlier, later in pairwise(turns))
        found[name] = (turns[-1] - turns[0], perf_counter() - begun, longest)
    return found


def _at_work() -> float:
    """Seconds of the processor for all that is not the main thread, which asks."""
    return process_time() - thread_time()


def _fail(failed: threading.ExceptHookArgs) -> None:
    traceback.print_exception(failed.exc_value)
    os._exit(1)


if __name__ == "__main__":
    folder, number, *rest = sys.argv[1:]
    print(
        json.dumps(
            figures(steps(Path(folder, "table.csv"), Path(folder, "large.trustcheck"), int(number), "".join(rest)))
        )
    )
