"""The automatic copies beside a data file: the last seven days on which something changed, one for each.

They lie in a private folder beside the file, numbered, because a clock may be set back; the day is for people to read.
Their own times say no more than that day. Whatever must not be told by two states of a file side by side is told by
none of them: an open check is in the newest copy only, and one that was closed only as it stands closed.
"""

import os
import re
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from trustcheck.app.safekeeping import COPIES_KEPT, Copy
from trustcheck.storage import engine as engines
from trustcheck.storage.durable_files import put, remove, sync
from trustcheck.storage.file_key import FileKey
from trustcheck.storage.folders_kept import FORGET_GONE
from trustcheck.storage.whole_copy import copy_of

_NAME = re.compile(r"(\d{4,9}) (\d{4}-\d{2}-\d{2})\.trustcheck")
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
# What nothing points to any more, in this order; the first schema knows only some of it.
_SWEEP = (
    "DELETE FROM questionnaire WHERE id NOT IN (SELECT questionnaire FROM round)",
    """
    DELETE FROM organisation WHERE id NOT IN (SELECT organisation FROM round)
    AND id NOT IN (SELECT organisation FROM organisation_details)
    """,
    "DELETE FROM setting WHERE name LIKE 'seal %' AND CAST(substr(name, 6) AS INTEGER) NOT IN (SELECT id FROM round)",
    FORGET_GONE,
)

MakeCopy = Callable[[Path], None]
"""Writes a whole copy into a new file."""


def folder_of(path: str) -> Path:
    """Where the automatic copies of a data file lie."""
    file = Path(path)
    return file.with_name(f"{file.stem} copies")


def copies_of(path: str) -> tuple[Copy, ...]:
    """The copies beside a data file, the newest first; after them what was kept before an update or a restoring."""
    numbered = sorted(_numbered(path), reverse=True)
    daily = [Copy(str(each), _day(each)) for _number, each in numbered]
    return (*daily, *(Copy(str(each), None) for each in _kept_beside(path)))


def add_copy(path: str, make: MakeCopy, on: date) -> Copy:
    """Make today's copy, in the place of an earlier one of the same day, and let go of those beyond the last seven."""
    folder = folder_of(path)
    folder.mkdir(mode=0o700, exist_ok=True)
    folder.chmod(0o700)
    for left_over in folder.glob(".*.part"):
        remove(left_over)
    known = sorted(_numbered(path))
    number = 1 + max((each for each, _copy in known), default=0)
    if known and _day(known[-1][1]) == on:
        number = known[-1][0]
    target = folder / f"{number:04} {on.isoformat()}.trustcheck"
    fresh = folder / f".{number:04}.part"
    make(fresh)
    _date_by_day(fresh, on)
    put(fresh, target)
    for _number, old in sorted(_numbered(path))[:-COPIES_KEPT]:
        remove(old)
    return Copy(str(target), on)


def forget_open_rounds(copies: Iterable[Copy], key: FileKey | None) -> None:
    """Take checks that were still open out of copies: two states of one would tell who came in between."""
    for copy in copies:
        with suppress(dbapi2.Error, OSError):
            _change(copy, key, lambda driver: [row[0] for row in driver.execute(_OPEN_ROUNDS)], "round")


def leave_out_deleted(fresh: Path, key: FileKey | None) -> None:
    """Take out of a new copy what was deleted and can still be brought back in the file itself."""
    with closing(engines.driver_on(str(fresh), engines.UNTOUCHED, key)) as driver:
        deleted = driver.execute(_DELETED).fetchall()
    if deleted:
        _take_out(fresh, key, deleted, "organisation")


def holding(copies: Iterable[Copy], key: FileKey | None, kind: str, row_id: int) -> tuple[Copy, ...]:
    """Those copies that hold an ``organisation`` or a ``round``; one that cannot be read counts as one that does."""
    return tuple(each for each in copies if _holds(each, key, kind, row_id))


def forget(copies: Iterable[Copy], key: FileKey | None, kind: str, row_id: int) -> None:
    """Take an ``organisation`` or a ``round`` out of every copy that holds it; one that cannot be read goes whole."""
    for copy in copies:
        try:
            _change(copy, key, lambda _driver: [row_id], kind)
        except (dbapi2.Error, OSError):
            remove(Path(copy.path))


def _change(copy: Copy, key: FileKey | None, rows: Callable[[Any], list[int]], kind: str) -> None:
    """Delete rows from a copy, in a copy of it that then takes its place packed: what was there is nowhere any more."""
    path = Path(copy.path)
    fresh = path.with_name(f".{path.stem}.part")
    with closing(engines.driver_on(copy.path, engines.UNTOUCHED, key)) as source:
        leaving = rows(source)
        if not any(source.execute(_HOLDS[kind], (each,)).fetchone()[0] for each in leaving):
            return
        try:
            _copied_without(source, key, fresh, [(each,) for each in leaving], kind)
            if copy.made_on is not None:
                _date_by_day(fresh, copy.made_on)
            put(fresh, path)
        finally:
            remove(fresh)


def _copied_without(source: Any, key: FileKey | None, fresh: Path, leaving: list[tuple[int]], kind: str) -> None:
    copy_of(source, key, fresh)
    _take_out(fresh, key, leaving, kind)


def _take_out(fresh: Path, key: FileKey | None, leaving: list[tuple[int]], kind: str) -> None:
    """Delete rows from a copy that nobody has open, and write it anew without a trace of them."""
    with closing(engines.driver_on(str(fresh), "mode=rw", key)) as driver:
        for setting in ("journal_mode = MEMORY", "secure_delete = ON", "foreign_keys = ON", "temp_store = MEMORY"):
            driver.execute(f"PRAGMA {setting}")
        driver.executemany(_FORGET[kind], leaving)
        for sweep in _SWEEP:
            with suppress(dbapi2.OperationalError):
                driver.execute(sweep)
        driver.execute("VACUUM")
        # As a file that was closed properly stands, so that no reader ever needs a companion beside it.
        driver.execute("PRAGMA journal_mode = DELETE")
    sync(fresh)


def _holds(copy: Copy, key: FileKey | None, kind: str, row_id: int) -> bool:
    try:
        with closing(engines.driver_on(copy.path, engines.UNTOUCHED, key)) as driver:
            return bool(driver.execute(_HOLDS[kind], (row_id,)).fetchone()[0])
    except dbapi2.Error:
        return True


def _numbered(path: str) -> list[tuple[int, Path]]:
    try:
        found = [(_NAME.fullmatch(each.name), each) for each in folder_of(path).iterdir()]
    except OSError:
        return []
    return [(int(name[1]), each) for name, each in found if name and each.is_file() and _day(each) is not None]


def _day(copy: Path) -> date | None:
    name = _NAME.fullmatch(copy.name)
    try:
        return date.fromisoformat(name[2]) if name else None
    except ValueError:
        return None


def _kept_beside(path: str) -> list[Path]:
    file = Path(path)
    name = re.compile(re.escape(file.stem) + r"(\.schema-\d+| \(set aside [^)]*\))" + re.escape(file.suffix))
    with suppress(OSError):
        return sorted((each for each in file.parent.iterdir() if name.fullmatch(each.name)), reverse=True)
    return []


def _date_by_day(path: Path, on: date) -> None:
    """A file says when it was written, to the second; a day is enough."""
    noon = datetime(on.year, on.month, on.day, 12, tzinfo=UTC).timestamp()
    with suppress(OSError, OverflowError, ValueError):
        os.utime(path, (noon, noon))
