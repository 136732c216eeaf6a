"""A program that takes sheets and closes and reopens a check without end, and says what was called done.

Run as ``collecting.py FILE ROUND FIRST``. Each line is said after the store returned: ``sheet N`` for the sheet of
person N, ``closed`` and ``open``.
"""

import sys
from itertools import count

from tests.faults.killing import READY, say
from tests.storage.people import DAY, sheet
from trustcheck.domain.checks.round import RoundState
from trustcheck.storage.store import SqliteStore, open_store

EVERY = 7
"""Sheets after which the check is closed and opened again."""


def collect_without_end(store: SqliteStore, round_id: int, first: int) -> None:
    for person in count(first):
        store.sheets.add(round_id, [sheet(person, code=f"C{person}", notes={"A1": str(person)})])
        say(f"sheet {person}")
        if person % EVERY == 0:
            store.groups.close(round_id, DAY)
            say("closed")
            store.groups.reopen(round_id)
            say("open")


if __name__ == "__main__":
    opened = open_store(sys.argv[1], create=False)
    if opened.groups.setup(int(sys.argv[2]))[0].state is RoundState.CLOSED:
        opened.groups.reopen(int(sys.argv[2]))
    say(READY)
    collect_without_end(opened, int(sys.argv[2]), int(sys.argv[3]))
