"""A program that brings another state of a data file in and is ended by force, at a step or at a moment.

Run as ``joining.py FILE OTHER STEP``: before the step of that number it ends itself; with -1 somebody else does. It
says ``ready`` once it has seen both files, and ``joined`` after the store returned.
"""

import os
import signal
import sys
from datetime import date

from tests.faults.killing import READY, say
from trustcheck.app.store.merging import MergeChoice
from trustcheck.storage.store import open_store

DAY = date(2026, 11, 22)


def bring_in(path: str, other: str, step: int = -1) -> None:
    store = open_store(path, create=False)
    seen = store.carrying.compare_with(other)
    # What only this file has is deleted, what only the other has comes in.
    chosen = {each.id: MergeChoice.THERE for each in seen.parts if MergeChoice.THERE in each.choices}
    steps = 0

    def watch(_done: int, of: int) -> None:
        nonlocal steps
        steps += of > 1
        if steps == step:
            os.kill(os.getpid(), signal.SIGKILL)

    say(READY)
    store.carrying.merge(other, seen, chosen, DAY, "", watch)
    say("joined")
    store.close()


if __name__ == "__main__":
    bring_in(sys.argv[1], sys.argv[2], int(sys.argv[3]))
