"""A program that has a file open, and may be in the middle of a change, until its input ends; then it finishes.

Run as ``holding.py FILE HOW``. ``open`` is nothing but open. ``change`` has written an answer that is not saved yet;
``change without a log`` the same as on a network folder, with more than fits into memory, so that no one can read.
``reading`` only looks, and is in the middle of that. It says ``holding`` when it is there, and ``saved`` once its
change is.
"""

import sys
from typing import Any

import sqlalchemy as sa

from tests.faults.killing import READY, say
from trustcheck.storage.schema import tables
from trustcheck.storage.store import SqliteStore, open_store

ITEM = "Q99"


def change(store: SqliteStore, filler: int) -> None:
    with store.file.writing("") as connection:
        response = connection.execute(sa.select(tables.response.c.id)).scalar_one()
        connection.execute(tables.answer.insert().values(response=response, item=ITEM, code=1 + 99 % 5))
        for number in range(filler):
            connection.exec_driver_sql("INSERT INTO setting VALUES (?, ?)", (f"filler {number}", "x" * 3000))
        say("holding")
        sys.stdin.read()
    say("saved")


def without_a_log(store: SqliteStore) -> Any:
    """Go on as on a network folder that knows no log; the connection that writes."""
    file = store.file
    writer: Any = file.writer
    # Those that were reading stay open otherwise, and the log with them.
    file.engine.dispose()
    log = file.log
    assert log.kept is not None
    assert log.known is not None
    log.kept.let_go()
    log.known.last.forget()
    log.kept = log.known = None
    writer.connection.driver_connection.execute("PRAGMA journal_mode = DELETE")
    return writer.connection.driver_connection


def read(store: SqliteStore) -> None:
    with store.file.reading() as connection:
        connection.execute(sa.select(tables.answer)).all()
        say("holding")
        sys.stdin.read()


if __name__ == "__main__":
    how = sys.argv[2]
    store = open_store(sys.argv[1], create=False, look_only=how == "reading")
    say(READY)
    if how == "reading":
        read(store)
    elif how == "open":
        say("holding")
        sys.stdin.read()
    else:
        if how == "change without a log":
            without_a_log(store).execute("PRAGMA cache_size = 2")
        change(store, 60 if how == "change without a log" else 0)
    store.close()
