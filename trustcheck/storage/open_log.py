"""The log of a data file that is open for writing: what is read into the file, when, and never into another one."""

from contextlib import nullcontext, suppress
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlcipher3 import dbapi2

from trustcheck.storage import engine as engines
from trustcheck.storage import refusals
from trustcheck.storage.durable_files import remove_companions
from trustcheck.storage.kept_log import KeptLog, identity_of
from trustcheck.storage.known_file import Found, KnownFile

# Its first column says whether a reader stood in the way.
EMPTY_THE_LOG = "PRAGMA wal_checkpoint(TRUNCATE)"


class OpenLog:
    """Used by one thread at a time. On a disk that refuses a log there is none, and the file is known by its place."""

    def __init__(self, path: str, engine: sa.Engine, writer: sa.Connection | None) -> None:
        """``writer`` is ``None`` for a file that is only looked at."""
        self._path, self._engine, self._writer = path, engine, writer
        self._identity = identity_of(Path(path))
        has_log = writer is not None and _keeps_a_log(writer)
        self._log = KeptLog(path) if has_log else None
        self._known = KnownFile(path) if has_log else None

    def found(self) -> Found:
        """What lies where the file was opened."""
        if self._known is not None:
            return self._known.found()
        identity = identity_of(Path(self._path))
        return Found.SAME if identity == self._identity else Found.REPLACED if identity else Found.GONE

    def follow(self, unsaved: str) -> None:
        """Something was written. Raises ``NotSaved`` where it went into a log that lies nowhere any more."""
        log = self._log
        if log is not None and log.is_gone():
            self._bring_home(log, unsaved)
            return
        if self._known is not None:
            self._known.last.note_log()
        if log is not None and log.is_long():
            self.empty("PRAGMA wal_checkpoint(PASSIVE)")

    def empty(self, *statements: str) -> bool:
        """Whether the last statement, which reads the log into the file, could read all of it. Nothing is read into a
        file that is not the one that was opened."""
        unwrapped = engines.without_transactions(self._engine)
        if self.found() is not Found.SAME:
            return False
        with self._changing(), suppress(sa.exc.DBAPIError), unwrapped.connect() as connection:
            *first, last = statements
            for each in first:
                connection.exec_driver_sql(each)
            return not connection.exec_driver_sql(last).one()[0]
        return False

    def let_go(self, found: Found, *, is_safe: bool) -> None:
        """Close the database. ``is_safe`` is whether what is open lies somewhere else, where something else was
        ``found`` in its place; otherwise its log stays, to be set aside by whoever opens that."""
        if self._log is None or self._known is None:
            self._engine.dispose()
            return
        log, known = self._log, self._known
        is_ours = not log.is_replaced
        if found is Found.OVERWRITTEN:
            # Under this name lies another file from now on, and the database leaves that as it is.
            with suppress(OSError):
                known.give_away()
        else:
            log.let_go()
        self._engine.dispose()
        log.close()
        if found is not Found.SAME and is_safe and is_ours:
            remove_companions(Path(self._path))
        if found is Found.SAME or is_safe:
            known.last.forget()
        known.close()

    def _changing(self) -> Any:
        return self._known.changing() if self._known is not None else nullcontext()

    def _bring_home(self, log: KeptLog, unsaved: str) -> None:
        """What was written went into a log that lies nowhere any more, and that only this connection still reads: put
        it into the file itself. Raises ``NotSaved`` where somebody else writes there meanwhile, or the disk fails.
        """
        if log.is_replaced or self._writer is None:
            raise refusals.log_is_replaced(unsaved)
        driver: Any = self._writer.connection.driver_connection
        try:
            # A reader in the way leaves the log as it is, and all of it in the file all the same.
            with self._changing():
                _busy, written, merged = driver.execute("PRAGMA wal_checkpoint(FULL)").fetchone()
        except dbapi2.Error as error:
            raise refusals.not_saved(error, self._path, unsaved) from error
        if merged < written:
            raise refusals.log_is_replaced(unsaved)


def _keeps_a_log(writer: sa.Connection) -> bool:
    driver: Any = writer.connection.driver_connection
    if driver.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        return False
    # Read into the file here and nowhere else, so that each change of the file itself is known.
    driver.execute("PRAGMA wal_autocheckpoint = 0")
    driver.execute("PRAGMA journal_size_limit = 0")
    return True
