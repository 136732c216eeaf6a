"""One open data file: one writer at a time, readers beside it, and the lock that keeps other programs out."""

from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext, suppress
from pathlib import Path
from threading import Lock, RLock
from typing import Any

import sqlalchemy as sa
from sqlcipher3 import dbapi2

from trustcheck.storage import engine as engines
from trustcheck.storage import refusals
from trustcheck.storage.file_key import FileKey
from trustcheck.storage.file_lock import FileLock
from trustcheck.storage.kept_log import KeptLog, identity_of
from trustcheck.storage.undisturbed import Looking
from trustcheck.storage.whole_copy import copy_of, reads_alike

# Its first column says whether a reader stood in the way.
_EMPTY_THE_LOG = "PRAGMA wal_checkpoint(TRUNCATE)"


class DataFile:
    """Hands out connections inside transactions, and turns every error of the disk into a sentence."""

    def __init__(self, path: str, engine: sa.Engine, lock: FileLock | None, key: FileKey | None = None) -> None:
        """``lock`` is ``None`` for a file that is only looked at, ``key`` for one without a passphrase."""
        self.path, self.key = path, key
        self._engine = engine
        self._lock = lock
        # Whoever has the lock is the only one who writes.
        self._looking = Looking(path, engine) if lock is None else None
        self._turn = Lock()
        self.copying = RLock()
        """Held while copies are made or changed: one at a time, and the file stays open meanwhile."""
        self._place = Path(path)
        self._identity = identity_of(self._place)
        # Held for the whole time, so that an answer pays for nothing but its transaction.
        self._writer = engines.for_writing(engine).connect() if lock else None
        self._log = KeptLog(path) if self._writer is not None and _keeps_a_log(self._writer) else None
        self._closed = False
        self._moved = False
        self._copied_at = self._changes()

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """A connection that sees one moment of the file. Raises ``NotOpened``."""
        try:
            with self._moment() as connection:
                yield connection
        except sa.exc.DBAPIError as error:
            raise refusals.not_read(error.orig, self.path) from error
        except (ValueError, TypeError, ArithmeticError, RecursionError, sa.exc.NoResultFound) as error:
            # A damaged row may hold anything: words where a day should be, a number without end, nothing.
            raise refusals.damaged() from error

    @contextmanager
    def writing(self, unsaved: str) -> Iterator[sa.Connection]:
        """A connection for one change, which is on disk when the block is left. Raises ``NotSaved``.

        ``unsaved`` is the sentence that says what is not kept if this fails.
        """
        with self._turn:
            writer = self._ready_writer(unsaved)
            try:
                with writer.begin():
                    yield writer
            except sa.exc.DBAPIError as error:
                _undo(writer)
                raise refusals.not_saved(error.orig, self.path, unsaved) from error
            # A removed file takes every write and keeps none, without a word.
            if identity_of(self._place) != self._identity:
                raise refusals.file_is_gone(unsaved)
            if self._log is not None and self._log.is_gone():
                self._bring_home(self._log, writer, unsaved)

    @property
    def is_closed(self) -> bool:
        return self._closed

    @property
    def takes_changes(self) -> bool:
        """Whether the file is open, and not only to look."""
        return self._writer is not None and not self._closed

    @property
    def is_replaced(self) -> bool:
        """Whether another file lies where this one was opened: its copies there are no longer those of this one."""
        return identity_of(self._place) not in (None, self._identity)

    @property
    def has_changed(self) -> bool:
        """Whether a row was written since the file was opened, or since :meth:`note_copy`."""
        with self._turn:
            return self._changes() != self._copied_at

    def note_copy(self, changes: int) -> None:
        """A copy was made of the file as it was after so many ``changes``."""
        self._copied_at = changes

    @property
    def changes(self) -> int:
        """How many rows were written since the file was opened."""
        with self._turn:
            return self._changes()

    @contextmanager
    def standing_still(self) -> Iterator[None]:
        """Nothing is written meanwhile; nor afterwards, where the block was left without an error."""
        with self._turn:
            yield
            self._moved = True

    def merge(self) -> None:
        """Empty the log into the file, so that nothing deleted is left in it. Failing harms nothing: the log stays."""
        unwrapped = engines.without_transactions(self._engine)
        with self._turn, suppress(sa.exc.DBAPIError), unwrapped.connect() as connection:
            connection.exec_driver_sql(_EMPTY_THE_LOG)

    def pack(self) -> bool:
        """Write the file anew, its rows in the order of their keys and nothing between them; whether that was done.

        False where the disk or somebody reading would not have it. The file is whole either way.
        """
        unwrapped = engines.without_transactions(self._engine)
        with self._turn, suppress(sa.exc.DBAPIError), unwrapped.connect() as connection:
            connection.exec_driver_sql("VACUUM")
            return not connection.exec_driver_sql(_EMPTY_THE_LOG).one()[0]
        return False

    def copy_to(self, fresh: Path) -> None:
        """A whole copy of this moment, under the same key, in a new file. Raises ``OSError`` and the driver's errors.

        It is read through what is open already, so it works as well where the file's own name is gone.
        """
        with self._moment() as connection:
            copy_of(connection.connection.driver_connection, self.key, fresh)

    def reads_like(self, copy: str) -> bool:
        """Whether a copy under the same key holds what this file holds. Raises ``OSError`` and the driver's errors."""
        with self._moment() as connection, closing(engines.driver_on(copy, engines.UNTOUCHED, self.key)) as other:
            return reads_alike(connection.connection.driver_connection, other)

    def close(self) -> None:
        """Leave nothing behind but the file. A second call does nothing."""
        with self.copying:
            with self._turn:
                if self._closed:
                    return
                self._closed = True
                if self._writer is not None:
                    self._writer.close()
            if self._lock is not None:
                self.merge()
            if self._log is not None:
                self._log.let_go()
            self._engine.dispose()
            if self._log is not None:
                self._log.close()
            if self._lock is not None:
                self._lock.release()

    @contextmanager
    def _moment(self) -> Iterator[sa.Connection]:
        """A connection that sees one moment of the file. Raises ``Closed``, and ``NotOpened`` where somebody wrote in
        between."""
        if self._closed:
            raise refusals.closed_meanwhile()
        try:
            with self._looking.undisturbed() if self._looking else nullcontext(), self._engine.begin() as connection:
                yield connection
        finally:
            if self._closed:
                # Closed while this was read: a connection knows the key, and nobody would let go of this one.
                self._engine.dispose()

    def _changes(self) -> int:
        driver: Any = self._writer.connection.driver_connection if self._writer is not None else None
        return int(driver.total_changes) if driver is not None else 0

    def _bring_home(self, log: KeptLog, writer: sa.Connection, unsaved: str) -> None:
        """What was written went into a log that lies nowhere any more, and that only this connection still reads: put
        it into the file itself. Raises ``NotSaved`` where somebody else writes there meanwhile, or the disk fails.
        """
        if log.is_replaced:
            raise refusals.log_is_replaced(unsaved)
        driver: Any = writer.connection.driver_connection
        try:
            # A reader in the way leaves the log as it is, and all of it in the file all the same.
            _busy, written, merged = driver.execute("PRAGMA wal_checkpoint(FULL)").fetchone()
        except dbapi2.Error as error:
            raise refusals.not_saved(error, self.path, unsaved) from error
        if merged < written:
            raise refusals.log_is_replaced(unsaved)

    def _ready_writer(self, unsaved: str) -> sa.Connection:
        if self._closed or self._moved:
            raise refusals.file_is_closed(unsaved)
        if self._writer is None:
            raise refusals.only_looking(unsaved)
        return self._writer


def _keeps_a_log(writer: sa.Connection) -> bool:
    driver: Any = writer.connection.driver_connection
    return bool(driver.execute("PRAGMA journal_mode").fetchone()[0] == "wal")


def _undo(writer: sa.Connection) -> None:
    """Let nothing of a change go on that could not be finished.

    Where a reader stood in the way of its last step, the database waits with it, and SQLAlchemy takes it for done.
    """
    driver: Any = writer.connection.driver_connection
    if driver.in_transaction:
        with suppress(dbapi2.Error):
            driver.rollback()
