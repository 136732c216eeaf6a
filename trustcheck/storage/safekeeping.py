"""Keeping closed data files whole and private; fits :class:`trustcheck.app.store.safekeeping.Safekeeping`."""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from trustcheck.app.ports import NotOpened, Progress, Refused
from trustcheck.app.store.safekeeping import Contents, Copy, Rescued, Verdict
from trustcheck.domain.checks.round import RoundKind, RoundState
from trustcheck.storage.file import copies, copy_refusals, opening, refusals, whole_copy
from trustcheck.storage.file import engine as engines
from trustcheck.storage.file.disk_room import database_name, may_be_damage
from trustcheck.storage.file.key import FileKey
from trustcheck.storage.file.key_derivation import new_salt
from trustcheck.storage.file.stable_read import undisturbed
from trustcheck.storage.file.upgrade import Ladder
from trustcheck.storage.file.whole_copy import content_of
from trustcheck.storage.rescued_file import rescue
from trustcheck.storage.safety.contents import contents_of, contents_seen
from trustcheck.storage.safety.protecting import protect
from trustcheck.storage.safety.restoring import aside_name, restore
from trustcheck.storage.store import SqliteStore
from trustcheck.words import gettext as _
from trustcheck.words import ngettext
from trustcheck.words.days import day

# Is a data file whole? Everything in it is read, by the database and by the program; the file is never changed.
#
# SQLite's own check sees damaged pages; in a protected file each page also carries a seal. What neither sees, a row
# that is sound and says what no answer says, shows when the rows are read as values.


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
        for each in store.rounds.summaries():
            try:
                if each.kind is RoundKind.PERSONAL:
                    store.rounds.round(each.id)
                elif each.state is RoundState.CLOSED:
                    store.groups.round(each.id)
                else:
                    store.groups.setup(each.id)
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


class SqliteSafekeeping:
    """Works on closed files, and reads open ones beside their window."""

    def __init__(self, ladder: Ladder | None = None) -> None:
        self._ladder = ladder or Ladder()

    def copies(self, path: str) -> tuple[Copy, ...]:
        return copies.copies_of(os.path.realpath(path))

    def original_of(self, path: str) -> str:
        return copies.original_of(os.path.realpath(path))

    def look_into(self, path: str, passphrase: str = "") -> Contents:
        with opening.told(path), undisturbed(path), self._reading(path, passphrase) as (real, key):
            return contents_of(real, key)

    def verify(self, path: str, passphrase: str = "") -> Verdict:
        with opening.told(path), undisturbed(path):
            real = _there(path)
            return verify(real, opening.key_of(real, passphrase), self._ladder)

    def back_up(self, path: str, to: str, passphrase: str = "") -> None:
        with self._reading(path, passphrase) as (real, key), copy_refusals.copying(to):
            whole_copy.put_copy(lambda fresh: _copy(real, key, fresh), to, real)

    def restore(self, copy: str, path: str, on: date, passphrase: str = "") -> str:
        with self._reading(copy, passphrase) as (real, key):
            if Path(path).exists() and Path(path).samefile(real):
                raise copy_refusals.stands_already(path)
            with copy_refusals.copying(path):
                return restore(real, path, key, on)

    def set_aside_as(self, path: str, on: date) -> str:
        return str(aside_name(Path(os.path.realpath(path)), on))

    def rescue(self, path: str, to: str, passphrase: str = "", progress: Progress | None = None) -> Rescued:
        copy_refusals.require_free(to)
        with opening.told(path):
            real = _there(path)
            opening.require_not_emptied(real)
            key = opening.key_of(real, passphrase)
            opening.look(real, self._ladder, key)
            return rescue(real, os.path.realpath(to), key, self._ladder, progress)

    def protect(self, path: str, passphrase: str, new_passphrase: str, progress: Progress | None = None) -> None:
        with self._reading(path, passphrase) as (real, key):
            new = FileKey(new_passphrase, new_salt()) if new_passphrase else None
            with copy_refusals.copying(path):
                protect(real, key, new, progress)

    @contextmanager
    def _reading(self, path: str, passphrase: str) -> Iterator[tuple[str, FileKey | None]]:
        """Where a file of ours lies, and its key; it may be of an older schema. Raises ``NotOpened``.

        What a link leads to is read there: beside the link, its log would be missed, and the newest answers with it.
        """
        with opening.told(path):
            real = _there(path)
            opening.require_not_emptied(real)
            key = opening.key_of(real, passphrase)
            if not opening.look(real, self._ladder, key):
                raise refusals.not_ours(path)
            yield real, key


def _copy(path: str, key: FileKey | None, fresh: Path) -> None:
    """A whole copy of a file that may be open elsewhere."""
    with (
        undisturbed(path),
        closing(engines.driver_on(path, engines.how_to_look(path), key)) as source,
    ):
        whole_copy.copy_of(source, key, fresh)


def _there(path: str) -> str:
    real = os.path.realpath(path)
    if not Path(real).is_file():
        raise refusals.not_there(path)
    return real
