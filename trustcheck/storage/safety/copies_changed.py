"""Taking something out of copies, so that no byte of it is left in them: what was deleted, and checks still open.

Each copy is written anew without it and takes its own place in one step; its log, if it has one, is merged before.
"""

from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from trustcheck.app.ports import NotWritten
from trustcheck.app.store.safekeeping import Copy
from trustcheck.storage.file import engine as engines
from trustcheck.storage.file.atomic_files import put, remove, remove_companions, sync
from trustcheck.storage.file.copies import date_by_day, is_set_aside
from trustcheck.storage.file.disk_room import database_name, may_be_damage
from trustcheck.storage.file.key import FileKey
from trustcheck.storage.file.whole_copy import copy_of
from trustcheck.storage.rounds.tidying import FORGET_GONE

_OPEN_ROUNDS = """
SELECT id FROM round WHERE state <> 'closed'
AND id IN (SELECT round FROM group_round UNION SELECT round FROM sheet)
"""
_HOLDS = {
    "organisation": "SELECT count(*) FROM organisation WHERE id = ?",
    "round": "SELECT count(*) FROM round WHERE id = ?",
}
_FORGET = {"organisation": "DELETE FROM organisation WHERE id = ?", "round": "DELETE FROM round WHERE id = ?"}
_DELETED = "SELECT organisation FROM deleted_organisation"
# Who was added by hand stays; the first schema knows nobody like that.
_KEEPS_BY_HAND = "SELECT 1 FROM sqlite_master WHERE name = 'organisation_details'"
_BY_HAND = " AND id NOT IN (SELECT organisation FROM organisation_details)"
# What nothing points to any more, in this order.
_NAMES = "DELETE FROM organisation WHERE id NOT IN (SELECT organisation FROM round)"
_SWEEP = (
    "DELETE FROM questionnaire WHERE id NOT IN (SELECT questionnaire FROM round)",
    "DELETE FROM setting WHERE name LIKE 'seal %' AND CAST(substr(name, 6) AS INTEGER) NOT IN (SELECT id FROM round)",
    FORGET_GONE,
)


def forget_open_rounds(copies: Iterable[Copy], key: FileKey | None) -> None:
    """Take checks that were still open out of copies: two states of one would tell who came in between.

    Not out of what was set aside: sheets that came after the copy that was put back are nowhere else.
    """
    for copy in copies:
        with suppress(dbapi2.Error, OSError, NotWritten):
            if not is_set_aside(copy):
                _change(copy, key, lambda driver: [row[0] for row in driver.execute(_OPEN_ROUNDS)], "round")


def leave_out_deleted(fresh: Path, key: FileKey | None) -> None:
    """Take out of a new copy what was deleted and can still be brought back in the file itself."""
    with closing(engines.driver_on(str(fresh), engines.UNTOUCHED, key)) as driver:
        deleted = driver.execute(_DELETED).fetchall()
    if deleted:
        _take_out(fresh, key, deleted, "organisation")


def leave_out_open(fresh: Path, key: FileKey | None) -> None:
    """Take checks that several people are answering out of a new copy that is kept beside the file that holds them."""
    with closing(engines.driver_on(str(fresh), engines.UNTOUCHED, key)) as driver:
        still_open = driver.execute(_OPEN_ROUNDS).fetchall()
    if still_open:
        _take_out(fresh, key, still_open, "round")


def holding(copies: Iterable[Copy], key: FileKey | None, kind: str, row_id: int) -> tuple[Copy, ...]:
    """Those copies that hold an ``organisation`` or a ``round``; one that cannot be read counts as one that does."""
    return tuple(each for each in copies if _holds(each, key, kind, row_id))


def forget(copies: Iterable[Copy], key: FileKey | None, kind: str, row_id: int) -> None:
    """Take an ``organisation`` or a ``round`` out of every copy that holds it; one that cannot be read goes whole.

    Where the disk takes nothing, a copy stays as it is: the first such failure is raised after the others were seen to.
    """
    failed: list[Exception] = []
    for copy in copies:
        try:
            _change(copy, key, lambda _driver: [row_id], kind)
        except (dbapi2.Error, OSError, NotWritten) as failure:
            if _reads(copy, key):
                failed.append(failure)
            else:
                _remove(copy)
    if failed:
        raise failed[0]


def forget_closed(copies: Iterable[Copy], key: FileKey | None, round_id: int) -> None:
    """Take a check that was closed just now out of the copies that hold another state of it.

    Nobody was asked, so nothing is thrown away but a copy that cannot be read; the next copy tries again what the disk
    would not take.
    """
    for copy in copies:
        try:
            _change(copy, key, lambda _driver: [round_id], "round")
        except (dbapi2.Error, OSError, NotWritten):
            if not is_set_aside(copy) and not _reads(copy, key):
                _remove(copy)


def _change(copy: Copy, key: FileKey | None, rows: Callable[[Any], list[int]], kind: str) -> None:
    """Delete rows from a copy, in a copy of it that then takes its place packed: what was there is nowhere any more."""
    path = Path(copy.path)
    fresh = path.with_name(f".{path.stem}.part")
    with closing(engines.driver_on(copy.path, engines.how_to_look(copy.path), key)) as source:
        leaving = rows(source)
        if not any(source.execute(_HOLDS[kind], (each,)).fetchone()[0] for each in leaving):
            return
    if engines.has_unmerged_answers(copy.path):
        _merge_log(copy.path, key)
    with closing(engines.driver_on(copy.path, engines.UNTOUCHED, key)) as source:
        try:
            _copied_without(source, key, fresh, [(each,) for each in leaving], kind)
            if copy.made_on is not None:
                date_by_day(fresh, copy.made_on)
            put(fresh, path)
        finally:
            remove(fresh)
    remove_companions(path)


def _merge_log(path: str, key: FileKey | None) -> None:
    """A log that stayed behind would be read into the copy that takes the place of this one."""
    with closing(engines.driver_on(path, "mode=rw", key)) as driver:
        driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    if engines.has_unmerged_answers(path):
        message = "somebody is reading the copy"
        raise OSError(message)


def _reads(copy: Copy, key: FileKey | None) -> bool:
    """Whether a copy is whole, as far as anybody can tell."""
    try:
        with closing(engines.driver_on(copy.path, engines.how_to_look(copy.path), key)) as driver:
            driver.execute(_OPEN_ROUNDS).fetchall()
            return bool(driver.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok")
    except dbapi2.Error as error:
        # Whoever holds a copy, or a disk that is away, is no reason to throw it away.
        return not may_be_damage(error)
    except OSError:
        return True


def _remove(copy: Copy) -> None:
    remove_companions(Path(copy.path))
    remove(Path(copy.path))


def _copied_without(source: Any, key: FileKey | None, fresh: Path, leaving: list[tuple[int]], kind: str) -> None:
    copy_of(source, key, fresh)
    _take_out(fresh, key, leaving, kind)


def _take_out(fresh: Path, key: FileKey | None, leaving: list[tuple[int]], kind: str) -> None:
    """Delete rows from a copy that nobody has open, and write it anew without a trace of them."""
    with closing(engines.driver_on(str(fresh), "mode=rw", key)) as driver:
        for setting in ("journal_mode = MEMORY", "secure_delete = ON", "foreign_keys = ON", "temp_store = MEMORY"):
            driver.execute(f"PRAGMA {setting}")
        driver.executemany(_FORGET[kind], leaving)
        keeps = driver.execute(_KEEPS_BY_HAND).fetchone() is not None
        driver.execute(_NAMES + (_BY_HAND if keeps else ""))
        for sweep in _SWEEP:
            _sweep(driver, sweep)
        driver.execute("VACUUM")
        # As a file that was closed properly stands, so that no reader ever needs a companion beside it.
        driver.execute("PRAGMA journal_mode = DELETE")
    sync(fresh)


def _sweep(driver: Any, sweep: str) -> None:
    """The first schema has not every table; whatever else is refused is the disk's, and would leave what was to go."""
    try:
        driver.execute(sweep)
    except dbapi2.OperationalError as error:
        if database_name(error) != "SQLITE_ERROR":
            raise


def _holds(copy: Copy, key: FileKey | None, kind: str, row_id: int) -> bool:
    try:
        with closing(engines.driver_on(copy.path, engines.how_to_look(copy.path), key)) as driver:
            return bool(driver.execute(_HOLDS[kind], (row_id,)).fetchone()[0])
    except (dbapi2.Error, OSError):
        return True
