"""Is a data file whole? Everything in it is read, by the database and by the program; the file is never changed.

SQLite's own check sees damaged pages; in a protected file each page also carries a seal. What neither sees, a row that
is sound and says what no answer says, shows when the rows are read as values.
"""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from trustcheck.app.day_words import day
from trustcheck.app.ports import NotOpened, Refused
from trustcheck.app.safekeeping import Contents, Verdict
from trustcheck.domain.round import RoundKind, RoundState
from trustcheck.storage import engine as engines
from trustcheck.storage import opening
from trustcheck.storage.contents import contents_seen
from trustcheck.storage.disk_room import database_name, may_be_damage
from trustcheck.storage.file_key import FileKey
from trustcheck.storage.round_store import SqliteStore
from trustcheck.storage.schema import Ladder
from trustcheck.storage.whole_copy import content_of
from trustcheck.words import gettext as _
from trustcheck.words import ngettext

_MOST = 20
"""Damages told one by one; there may be thousands."""


def verify(path: str, key: FileKey | None, ladder: Ladder) -> Verdict:
    """Raises ``NotOpened`` for what is no data file of ours, is newer, does not open with ``key``, or is held by
    somebody else."""
    if not Path(path).stat().st_size:
        return Verdict((_("It is empty: not one byte is in it."),), None)
    try:
        number = opening.look(path, ladder, key)
    except dbapi2.Error as error:
        if database_name(error) not in ("SQLITE_CORRUPT", "SQLITE_ERROR"):
            raise
        return Verdict((_unreadable(error),), None)
    damages: list[str] = []
    contents: Contents | None = None
    try:
        with closing(engines.driver_on(path, engines.how_to_look(path), key)) as driver:
            damages += _pages(driver, key)
            contents = contents_seen(driver)
            damages += _pointers(driver)
            _read_every_row(driver)
    except (dbapi2.Error, ValueError, TypeError) as error:
        if not may_be_damage(error):
            raise
        damages.append(_unreadable(error))
    if number == ladder.newest and not damages:
        damages += _values(path, key, number, ladder)
    return Verdict(tuple(damages[:_MOST]), contents)


def _pages(driver: Any, key: FileKey | None) -> Iterator[str]:
    if key is not None:
        broken = driver.execute("PRAGMA cipher_integrity_check").fetchall()
        if broken:
            yield ngettext(
                "{number} page does not carry its seal any more.", "{number} pages do not carry their seal any more.",
                len(broken),
            ).format(number=len(broken))  # fmt: skip
            return
    for (found,) in driver.execute(f"PRAGMA integrity_check({_MOST})"):
        if found != "ok":
            yield _("Its pages do not fit together: {words}.").format(words=" ".join(str(found).split())[:200])


def _pointers(driver: Any) -> Iterator[str]:
    for table, _row, points_to, _number in driver.execute("PRAGMA foreign_key_check"):
        yield _("A row of {table} belongs to a row of {other} that is not there.").format(table=table, other=points_to)


def _read_every_row(driver: Any) -> None:
    """Raises the driver's error where a text is none any more, which no check of pages sees."""
    for _some in content_of(driver):
        pass


def _values(path: str, key: FileKey | None, number: int, ladder: Ladder) -> Iterator[str]:
    """Every check read as the window would read it."""
    store = SqliteStore(opening.to_look_at(path, number, ladder, key), lambda _bits: 0)
    try:
        for each in store.rounds():
            try:
                if each.kind is RoundKind.PERSONAL:
                    store.round(each.id)
                elif each.state is RoundState.CLOSED:
                    store.group_round(each.id)
                else:
                    store.group_setup(each.id)
            except Refused:
                begun = day(each.started_on)
                yield _("The check begun on {day} does not read as what was answered.").format(day=begun)
    except NotOpened:
        yield _("The list of checks does not read as it was written.")
    finally:
        store.close()


def _unreadable(error: Exception) -> str:
    name = database_name(error) or type(error).__name__
    return _("Part of the file cannot be read at all ({name}).").format(name=name)
