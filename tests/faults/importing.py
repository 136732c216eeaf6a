"""A program that takes tables into a check without end and says after each how many people it brought.

Run as ``importing.py FILE ROUND FIRST``; ``taken FIRST COUNT`` is said after the store returned. Small tables go
through the store alone, large ones the whole way: written as CSV, read, planned, looked through, handed to the store.
"""

import sys
from collections.abc import Sequence
from itertools import cycle
from pathlib import Path
from random import Random

from tests.faults.killing import READY, say
from tests.storage.people import ASKED, SETUP, STAFF, answers, sheets
from trustcheck.domain.checks.group_round import Sheet
from trustcheck.exchange.tables.taking import Tables
from trustcheck.storage.store import SqliteStore, open_store

SIZES = (3, 40, 1, 700)
"""People in one table after the other; the largest is written in more than one piece."""
READ_FROM_A_FILE = 40
TABLES = Tables(Random(5).shuffle)


def table_of(people: Sequence[int]) -> str:
    rows = [",".join(["perspective", *ASKED.order])]
    rows += [",".join(["staff", *(str(answer.code) for answer in answers(each).values())]) for each in people]
    return "\n".join(rows) + "\n"


def read_from_a_file(people: Sequence[int], file: Path) -> Sequence[Sheet]:
    file.write_text(table_of(people), "utf-8")
    table = TABLES.read(str(file))
    return TABLES.look_through(table, TABLES.plan(table, SETUP, ASKED), SETUP, ASKED).sheets


def take_without_end(store: SqliteStore, round_id: int, first: int, file: Path) -> None:
    for size in cycle(SIZES):
        people = range(first, first + size)
        found = read_from_a_file(people, file) if size >= READ_FROM_A_FILE else sheets(people, STAFF)
        store.sheets.add(round_id, found, lambda _done, _of: None)
        say(f"taken {first} {size}")
        first += size


if __name__ == "__main__":
    path = Path(sys.argv[1])
    # What the first large table needs is loaded before anybody counts.
    read_from_a_file(range(1, 50), path.with_suffix(".csv"))
    opened = open_store(str(path), create=False)
    say(READY)
    take_without_end(opened, int(sys.argv[2]), int(sys.argv[3]), path.with_suffix(".csv"))
