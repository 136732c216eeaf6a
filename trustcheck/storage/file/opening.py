"""Reaching a data file: what is there is looked at before a byte is written, and refused untouched where it must be."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlcipher3 import dbapi2

from trustcheck import __version__
from trustcheck.app.ports import InUse, Locked, NotOpened
from trustcheck.storage.file import engine as engines
from trustcheck.storage.file import key_refusals, refusals, replaced_file, strange_log, upgrade
from trustcheck.storage.file.atomic_files import keep_to_owner, make_private, sync, sync_folder
from trustcheck.storage.file.copies import copies_of
from trustcheck.storage.file.data_file import DataFile
from trustcheck.storage.file.disk_room import database_name
from trustcheck.storage.file.key import FileKey, is_protected, salt_of
from trustcheck.storage.file.key_derivation import is_known, new_salt
from trustcheck.storage.file.lock import FileLock, Held
from trustcheck.storage.file.upgrade import Ladder
from trustcheck.storage.schema.tables import APPLICATION_ID


@contextmanager
def told(path: str) -> Iterator[None]:
    """Turns whatever the disk or the database says about the file at ``path`` into ``NotOpened``."""
    try:
        yield
    except dbapi2.Error as error:
        raise _not_opened(error, path) from error
    except sa.exc.DBAPIError as error:
        raise _not_opened(error.orig, path) from error
    except (OSError, ValueError) as error:
        raise refusals.not_opened(error, path) from error


def _not_opened(error: Any, path: str) -> NotOpened:
    """A file that no longer begins as one of ours, and has copies as only ours have, has lost its beginning."""
    begins_otherwise = database_name(error).startswith("SQLITE_NOTADB")
    if begins_otherwise and Path(path).suffix == ".trustcheck" and copies_of(os.path.realpath(path)):
        return refusals.damaged()
    return refusals.not_opened(error, path)


def key_of(path: str, passphrase: str) -> FileKey | None:
    """The key of the file at ``path``, or of the one that is to be made there; ``None`` where it needs none.

    Raises ``Locked`` where a passphrase is needed and none is given, and ``NotOpened`` where a newer version protected
    it in a way that this one does not know.
    """
    if is_protected(path):
        salt = salt_of(path)
        if not is_known(salt):
            raise key_refusals.protected_by_newer(__version__)
        if not passphrase:
            raise key_refusals.needs_passphrase()
        return FileKey(passphrase, salt)
    is_new = not Path(path).exists() or Path(path).stat().st_size == 0
    return FileKey(passphrase, new_salt()) if passphrase and is_new else None


def look(path: str, ladder: Ladder, key: FileKey | None = None, *, may_mend: bool = False) -> int | None:
    """The schema number of a file that is ours, 0 for one still empty, ``None`` where there is none.

    A writer ``may_mend`` a file that was torn in the middle of a change, where a journal beside it says how; for
    anybody else it is ``Unfinished``. Raises ``Locked`` where ``key`` does not open it, and ``NotOpened`` for a foreign
    or a newer file.
    """
    try:
        number = _looked_at(path, ladder, key)
    except (dbapi2.DatabaseError, Locked):
        if Path(path).suffix != ".trustcheck":
            raise
        if may_mend and engines.roll_back(path, key):
            return _looked_at(path, ladder, key)
        if not may_mend and engines.waits_for_undoing(path, key):
            raise refusals.unfinished(path) from None
        raise
    if not may_mend and engines.waits_for_undoing(path, key):
        raise refusals.unfinished(path)
    return number


def require_not_emptied(path: str) -> None:
    """Raise ``Emptied`` where a file without a byte lies beside copies of what was in it: it is none that is new."""
    file = Path(path)
    if file.is_file() and file.stat().st_size == 0 and (copies := copies_of(path)):
        raise refusals.emptied(path, len(copies))


def look_and_set_aside(path: str, place: str, ladder: Ladder, key: FileKey | None) -> tuple[int | None, str]:
    """As :func:`look` for a writer, with where a log lies now that was left for another file, under the name ``place``
    by which this one was asked for or its own. Whatever is refused but for the passphrase says so too.
    """
    try:
        with told(path):
            number = look(path, ladder, key, may_mend=True)
            require_not_emptied(path)
    except Locked:
        raise
    except NotOpened as refused:
        if kept := set_aside(path, place):
            refused.safe = f"{refused.safe} {replaced_file.all_is_in(kept)}".strip()
        raise
    kept = set_aside(path, place)
    if kept and number is None:
        raise replaced_file.gone_and_kept(path, kept)
    return number, kept


def _looked_at(path: str, ladder: Ladder, key: FileKey | None) -> int | None:
    if not Path(path).exists():
        return None
    if not Path(path).is_file():
        # A folder; or a device or a pipe, which reads like an empty file and keeps nothing.
        raise refusals.not_ours(path)
    application_id, number = _header(path, key)
    if application_id != APPLICATION_ID and not (application_id == number == 0 and engines.is_empty(path, key)):
        raise refusals.not_ours(path)
    if number < 0 or (number == 0 and not engines.is_empty(path, key)):
        # Its mark is ours, and no version ever wrote that number.
        raise refusals.damaged()
    if number > ladder.newest:
        raise refusals.newer(engines.written_by(path, key), __version__)
    if engines.holds_more_than_tables(path, key):
        raise refusals.holds_something_else(path)
    return number


def _header(path: str, key: FileKey | None) -> tuple[int, int]:
    try:
        return engines.header(path, key)
    except dbapi2.DatabaseError as error:
        # A first page that does not decrypt is all that a wrong passphrase shows.
        if key is not None and database_name(error) == "SQLITE_NOTADB":
            raise key_refusals.wrong_passphrase() from None
        raise


def to_look_at(path: str, number: int | None, ladder: Ladder, key: FileKey | None) -> DataFile:
    """The file as somebody sees it who changes no byte of it."""
    if number is None:
        raise refusals.not_there(path)
    if number != ladder.newest:
        raise refusals.older_to_look_at() if number else refusals.not_ours(path)
    return DataFile(path, engines.looking_engine(path, key), None, key)


def make_file(path: Path) -> None:
    """An empty private file, in folders that are private where they are made here, before SQLite touches either.

    Raises ``NotOpened`` where the log of another file lies: it would be lost, and with it what was saved last.
    """
    if engines.is_unfinished(str(path)):
        raise refusals.log_left_behind(str(path))
    make_folders(path)
    make_private(path)
    # No log before its file: after a loss of power it would look like what is left of one that is gone.
    sync(path)
    sync_folder(path.parent)


def set_aside(*places: str) -> str:
    """Put logs that were left by force out of the way of files they do not belong to; where the last one lies now.
    A file that another TrustCheck has open is left alone."""
    kept = ""
    for each in filter(strange_log.is_strange, dict.fromkeys(places)):
        with suppress(InUse):
            lock = take_lock(each)
            try:
                kept = strange_log.set_strange_aside(each)
            finally:
                lock.release()
    return kept


def make_folders(path: Path) -> None:
    """The folders a file is to lie in, private where they are made here."""
    for folder in reversed([each for each in path.parents if not each.exists()]):
        folder.mkdir(mode=0o700)
        folder.chmod(0o700)
        sync_folder(folder.parent)


def take_lock(path: str) -> FileLock:
    """The lock that keeps other programs out of a data file. Raises ``InUse``."""
    try:
        return FileLock(f"{path}-lock")
    except Held:
        raise refusals.in_use() from None


def to_write(path: str, ladder: Ladder, key: FileKey | None, kept: str = "") -> DataFile:
    """The file for the only one who writes to it, brought up to date after a copy was made; ``kept`` is what was set
    aside for it."""
    lock = take_lock(path)
    try:
        # What is still known of the file, after a kill, is no longer so once it is written to.
        strange_log.set_strange_aside(path)
        engine = engines.writing_engine(path, key)
    except BaseException:
        lock.release()
        raise
    try:
        _bring_up_to_date(engine, path, ladder, key)
        # It may have come from a stick or from another program, and what is written from now on goes into it.
        keep_to_owner(Path(path))
        return DataFile(path, engine, lock, key, kept)
    except BaseException:
        engine.dispose()
        lock.release()
        raise


def _bring_up_to_date(engine: sa.Engine, path: str, ladder: Ladder, key: FileKey | None) -> None:
    with engines.for_writing(engine).connect() as writer:
        # Refused here rather than at the first answer: the file may only be read, or is held by another program. Taken
        # back, as the database mends a head that counts its pages wrongly with the next change, and this is none.
        writer.begin().rollback()
    # Looked at again: another TrustCheck may have had the file until a moment ago.
    number = look(path, ladder, key)
    if not number:
        upgrade.create(engine, __version__)
    elif number < ladder.newest:
        with engines.without_transactions(engine).connect() as connection:
            engines.require_sound(connection.connection.driver_connection, key)
        upgrade.climb(engine, path, number, ladder, __version__)
