"""A whole copy of a data file, made with SQLite's own backup, compared row by row before it counts as one.

Copying the bytes of a file that is open would lose what stands in its log.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from itertools import zip_longest
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from trustcheck.app.ports import NotWritten
from trustcheck.storage.file import copy_refusals
from trustcheck.storage.file import engine as engines
from trustcheck.storage.file.atomic_files import make_private, put, remove, sync
from trustcheck.storage.file.key import FileKey
from trustcheck.storage.file.lock import FileLock, Held
from trustcheck.words import gettext as _

_MANY = 5000
"""Rows compared at once."""
_PARTS = 2
"""Of a key by which rows belong together."""


def copy_of(source: Any, key: FileKey | None, fresh: Path) -> None:
    """Copy what the driver's connection ``source`` sees into a new private file, under the same key, and compare.

    Raises the driver's errors and ``OSError``, and ``NotWritten`` where the copy reads otherwise; nothing is left then.
    """
    try:
        make_private(fresh)
        with closing(engines.driver_on(str(fresh), "mode=rw", key)) as target:
            # Whole or thrown away: a journal of its own would only be another file to lose.
            target.execute("PRAGMA journal_mode = OFF")
            with _one_moment(source):
                source.backup(target)
                target.close()
                sync(fresh)
                with closing(engines.driver_on(str(fresh), engines.UNTOUCHED, key)) as copied:
                    require_same(source, copied)
    except BaseException:
        remove(fresh)
        raise


@contextmanager
def _one_moment(source: Any) -> Iterator[None]:
    """What is saved meanwhile is neither copied nor compared."""
    begun = not source.in_transaction
    if begun:
        source.execute("BEGIN")
    try:
        # A transaction sees its moment from the first reading on, not from its beginning.
        source.execute("SELECT count(*) FROM sqlite_master").fetchone()
        yield
    finally:
        if begun:
            source.execute("COMMIT")


def put_copy(make: Callable[[Path], None], to: str, source: str) -> None:
    """Let ``make`` write a whole copy of the file at ``source``, and put it at ``to`` in one step.

    Raises what ``make`` raises, ``OSError``, and ``NotWritten`` where ``to`` is the file itself, one that is open, or
    no place for one.
    """
    target = Path(os.path.realpath(to))
    copy_refusals.require_other_place(target, source)
    fresh = target.with_name(f".{target.name}.part")
    with alone_at(target):
        try:
            make(fresh)
            put(fresh, target)
        finally:
            remove(fresh)


@contextmanager
def alone_at(target: Path) -> Iterator[None]:
    """Nobody has the file that stands there open, and nobody else puts one there meanwhile.

    The log or journal of a file that was not closed properly would be read into the one that takes its place.
    """
    if engines.is_unfinished(str(target)):
        raise copy_refusals.stands_open(str(target))
    lock: FileLock | None = None
    try:
        # A disk without locks takes a copy all the same.
        with suppress(OSError):
            lock = FileLock(f"{target}-lock")
        yield
    except Held:
        raise copy_refusals.stands_open(str(target)) from None
    finally:
        if lock is not None:
            lock.release()


def require_same(one: Any, other: Any) -> None:
    """Raise ``NotWritten`` unless two connections see the same tables with the same rows, and ``other`` is whole."""
    if other.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
        raise _differs()
    if not reads_alike(one, other):
        raise _differs()


def reads_alike(one: Any, other: Any) -> bool:
    """Whether two connections see the same tables with the same rows. Ends at the first difference."""
    return all(found == copied for found, copied in zip_longest(content_of(one), content_of(other)))


def content_of(driver: Any) -> Iterator[list[Any]]:
    """The shape of a file and all of its rows, in an order that does not depend on where they lie."""
    shape = driver.execute("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name").fetchall()
    yield shape
    yield [driver.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")]
    for table in tables_of(driver):
        try:
            yield from _in_few_rows(driver, table)
        except dbapi2.Error:
            # What no text can say, as bytes where words should be, is read row by row.
            yield from _read(driver, f"SELECT * FROM {table}")  # noqa: S608 - the name is quoted


def _read(driver: Any, question: str) -> Iterator[list[Any]]:
    rows = driver.execute(question)
    while some := rows.fetchmany(_MANY):
        yield some


def _in_few_rows(driver: Any, table: str) -> Iterator[list[Any]]:
    """All rows of a table; where their key has several parts, how many there are for each first part, and of many of
    those all other values as one text, in their order and each with its kind. There may be millions of answers, forty
    to a sheet, and every text that the database makes is wiped as it is let go.
    """
    columns = driver.execute(f"PRAGMA table_info({table})").fetchall()
    key = [quoted(name) for _at, name, _type, _filled, _default, place in columns if place == 1]
    if max((column[5] for column in columns), default=0) < _PARTS:
        yield from _read(driver, f"SELECT * FROM {table}")  # noqa: S608 - the name is quoted
        return
    others = ", ".join(f"json_group_array({quoted(column[1])})" for column in columns if column[5] != 1)
    texts = f"SELECT count(*), {others} FROM {table} WHERE {key[0]} BETWEEN ? AND ?"  # noqa: S608 - names are quoted
    for some in _read(driver, f"SELECT {key[0]}, count(*) FROM {table} GROUP BY {key[0]}"):  # noqa: S608 - as above
        yield some
        found = driver.execute(texts, (some[0][0], some[-1][0])).fetchall()
        yield found
        if found[0][0] != sum(rows for _key, rows in some):
            # Nothing lies between nothing and something: a damaged key may be neither.
            yield from _read(driver, f"SELECT * FROM {table}")  # noqa: S608 - as above
            return


def tables_of(driver: Any) -> list[str]:
    """The names of a file's tables as SQL takes them, whatever somebody called them."""
    names = driver.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    return [quoted(name) for (name,) in names]


def quoted(name: str) -> str:
    """The name of a table or a column as SQL takes it."""
    return '"{}"'.format(name.replace('"', '""'))


def _differs() -> NotWritten:
    return NotWritten(
        _("The copy does not read like the file it was made from, so it was thrown away."),
        _("The file itself is untouched."),
        _("Choose another disk, and try again."),
    )
