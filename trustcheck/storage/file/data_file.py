"""One open data file: one writer at a time, readers beside it, and the lock that keeps other programs out."""

from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext, suppress
from pathlib import Path
from threading import Lock, RLock
from typing import Any

import sqlalchemy as sa
from sqlcipher3 import dbapi2

from trustcheck.storage.file import engine as engines
from trustcheck.storage.file import refusals, replaced_file
from trustcheck.storage.file.atomic_files import remove_companions
from trustcheck.storage.file.identity import FoundFile, KnownFile
from trustcheck.storage.file.key import FileKey
from trustcheck.storage.file.lock import FileLock
from trustcheck.storage.file.replaced_file import KeptHere, copy_from_log
from trustcheck.storage.file.stable_read import Looking
from trustcheck.storage.file.wal_guard import KeptLog, identity_of
from trustcheck.storage.file.whole_copy import copy_of, reads_alike
from trustcheck.storage.schema.links import trusting_links

# The log of a data file that is open for writing: what is read into the file, when, and never into another one.


# Its first column says whether a reader stood in the way.
EMPTY_THE_LOG = "PRAGMA wal_checkpoint(TRUNCATE)"


class OpenLog:
    """Used by one thread at a time. On a disk that refuses a log there is none, and the file is known by its place."""

    def __init__(self, path: str, engine: sa.Engine, writer: sa.Connection | None) -> None:
        """``writer`` is ``None`` for a file that is only looked at."""
        self._path, self._engine, self._writer = path, engine, writer
        self._identity = identity_of(Path(path))
        has_log = writer is not None and _keeps_a_log(writer)
        self.kept = KeptLog(path) if has_log else None
        self.known = KnownFile(path) if has_log else None

    def found(self, *, in_turn: bool = False) -> FoundFile:
        """What lies where the file was opened. Only whoever writes ``in_turn`` can tell what another program wrote into
        the log from what was written here a moment ago.
        """
        if self.known is not None:
            found = self.known.found()
            is_spoilt = in_turn and found is FoundFile.SAME and self.kept is not None and self.kept.is_overwritten
            return FoundFile.LOG_OVERWRITTEN if is_spoilt else found
        identity = identity_of(Path(self._path))
        return FoundFile.SAME if identity == self._identity else FoundFile.REPLACED if identity else FoundFile.GONE

    def settle(self) -> None:
        """Something is about to be written: from then on the log belongs to the file as it is."""
        if self.known is not None:
            self.known.last.settle()

    def note(self) -> None:
        """What stands in the log now was written here."""
        if self.kept is not None:
            self.kept.note()

    def follow(self, unsaved: str) -> None:
        """Something was written. Raises ``NotSaved`` where it went into a log that lies nowhere any more."""
        log = self.kept
        if log is not None and log.is_gone():
            self._bring_home(log, unsaved)
            return
        if self.known is not None:
            self.known.last.note_log()
        if log is not None and log.is_long():
            self.empty("PRAGMA wal_checkpoint(PASSIVE)")

    def empty(self, *statements: str, at_end: bool = False) -> bool:
        """Whether the last statement, which reads the log into the file, could read all of it. Nothing is read into a
        file that is not the one that was opened, nor from a log into which another program wrote. ``at_end`` it is let
        go next."""
        unwrapped = engines.without_transactions(self._engine)
        if self.found(in_turn=True) is not FoundFile.SAME:
            return False
        try:
            with self._changing(at_end=at_end), suppress(sa.exc.DBAPIError), unwrapped.connect() as connection:
                *first, last = statements
                for each in first:
                    connection.exec_driver_sql(each)
                return not connection.exec_driver_sql(last).one()[0]
        finally:
            self.note()
        return False

    def let_go(self, found: FoundFile, *, is_safe: bool) -> None:
        """Close the database. ``is_safe`` is whether what is open lies somewhere else, where something else was
        ``found`` in its place; otherwise its log stays, to be set aside by whoever opens that."""
        if self.kept is None or self.known is None:
            self._engine.dispose()
            return
        log, known = self.kept, self.known
        is_ours = not log.is_replaced
        if found is FoundFile.OVERWRITTEN:
            # Under this name lies another file from now on, and the database leaves that as it is.
            with suppress(OSError):
                known.give_away()
        elif found is not FoundFile.LOG_OVERWRITTEN:
            # Otherwise the last one to close the file reads the log into it.
            log.let_go()
        self._engine.dispose()
        log.close()
        if found is not FoundFile.SAME and is_safe and is_ours:
            remove_companions(Path(self._path))
        if found is FoundFile.SAME or is_safe:
            known.last.forget()
        known.close()

    def _changing(self, *, at_end: bool = False) -> Any:
        return self.known.changing(at_end=at_end) if self.known is not None else nullcontext()

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


class DataFile:
    """Hands out connections inside transactions, and turns every error of the disk into a sentence."""

    def __init__(
        self, path: str, engine: sa.Engine, lock: FileLock | None, key: FileKey | None = None, set_aside: str = ""
    ) -> None:
        """``lock`` is ``None`` for a file that is only looked at, ``key`` for one without a passphrase."""
        self.path, self.key = path, key
        self.engine = engine
        self._lock = lock
        # Whoever has the lock is the only one who writes.
        self._looking = Looking(path, engine) if lock is None else None
        self._turn = Lock()
        self.copying = RLock()
        """Held while copies are made or changed: one at a time, and the file stays open meanwhile."""
        # Held for the whole time, so that an answer pays for nothing but its transaction.
        self.writer = engines.for_writing(engine).connect() if lock else None
        self.log = OpenLog(path, engine, self.writer)
        self.kept_here = KeptHere(path)
        self.set_aside = set_aside
        """Where what a killed program left open here lies now, because another file lay in its place."""
        self._closed = False
        self._moved = False
        self._copied_at = self._changes()
        # A program that was ended by force left what stands in the log.
        self._emptied_at = -1 if engines.has_unmerged_answers(path) else self._copied_at

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """A connection that sees one moment of the file. Raises ``NotOpened``."""
        try:
            with self._moment() as connection:
                yield connection
        except sa.exc.DBAPIError as error:
            raise refusals.not_read(error.orig, self.path) from error
        except refusals.MAKES_NO_SENSE as error:
            raise refusals.damaged() from error

    @contextmanager
    def writing(self, unsaved: str, *, trusts_links: bool = False) -> Iterator[sa.Connection]:
        """A connection for one change, which is on disk when the block is left. Raises ``NotSaved``.

        ``unsaved`` is the sentence that says what is not kept if this fails. Whoever writes millions of rows and has
        counted that each belongs to one that is there ``trusts_links``: nothing is looked up for each of them then, and
        nothing goes with what it belonged to.
        """
        with self._turn:
            writer = self._ready_writer(unsaved)
            self.log.settle()
            self._require_known(unsaved)
            try:
                with trusting_links(writer) if trusts_links else nullcontext(), writer.begin():
                    yield writer
            except sa.exc.DBAPIError as error:
                _undo(writer)
                raise refusals.not_saved(error.orig, self.path, unsaved) from error
            finally:
                self.log.note()
            # A file that was taken away meanwhile takes every write and keeps none, without a word.
            self._require_known(unsaved)
            self.log.follow(unsaved)

    @property
    def is_closed(self) -> bool:
        return self._closed

    @property
    def takes_changes(self) -> bool:
        """Whether the file is open, and not only to look."""
        return self.writer is not None and not self._closed

    @property
    def is_replaced(self) -> bool:
        """Whether something else lies where this file was opened: its copies there are no longer those of this one."""
        return self.log.found() in (FoundFile.REPLACED, FoundFile.OVERWRITTEN)

    @property
    def has_changed(self) -> bool:
        """Whether a row was written since the file was opened, or since :meth:`note_copy`."""
        with self._turn:
            return self._changes() != self._copied_at

    @property
    def has_full_log(self) -> bool:
        """Whether something was written since the log was read into the file and emptied. Asks the disk nothing, and
        waits for nobody."""
        return self.takes_changes and self._changes() != self._emptied_at

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
        with self._turn:
            self._empty(EMPTY_THE_LOG)

    def pack(self) -> bool:
        """Write the file anew, its rows in the order of their keys and nothing between them; whether that was done.

        False where the disk or somebody reading would not have it. The file is whole either way.
        """
        with self._turn:
            return self._empty("VACUUM", EMPTY_THE_LOG)

    def copy_to(self, fresh: Path) -> None:
        """A whole copy of this moment, under the same key, in a new file. Raises ``OSError`` and the driver's errors.

        It is read through what is open already, so it works as well where the file's own name is gone.
        """
        # Where the file itself was written over, what is open reads half of another one.
        if self.log.found() is FoundFile.OVERWRITTEN and copy_from_log(self.path, self.key, fresh):
            return
        with self._moment() as connection:
            copy_of(connection.connection.driver_connection, self.key, fresh)

    def reads_like(self, copy: str) -> bool:
        """Whether a copy under the same key holds what this file holds. Raises ``OSError`` and the driver's errors."""
        with self._moment() as connection, closing(engines.driver_on(copy, engines.UNTOUCHED, self.key)) as other:
            return reads_alike(connection.connection.driver_connection, other)

    def close(self) -> None:
        """Leave nothing behind but the file; where something else lies there, that as it was brought, and what was open
        beside it. A second call does nothing."""
        with self.copying:
            with self._turn:
                if self._closed:
                    return
                found = self.log.found(in_turn=True)
                is_safe = self._keep_here(found)
                if found is FoundFile.SAME:
                    self.kept_here.is_needless()
                self._closed = True
                if self.writer is not None:
                    self.writer.close()
            if self._lock is not None:
                with self._turn:
                    self._empty(EMPTY_THE_LOG, at_end=True)
            self.log.let_go(found, is_safe=is_safe)
            if self._lock is not None:
                self._lock.release()

    def _empty(self, *statements: str, at_end: bool = False) -> bool:
        changes = self._changes()
        is_done = self.log.empty(*statements, at_end=at_end)
        if is_done:
            self._emptied_at = changes
        return is_done

    @contextmanager
    def _moment(self) -> Iterator[sa.Connection]:
        """A connection that sees one moment of the file. Raises ``Closed``, and ``NotOpened`` where somebody wrote in
        between."""
        if self._closed:
            raise refusals.closed_meanwhile()
        try:
            with self._looking.undisturbed() if self._looking else nullcontext(), self.engine.begin() as connection:
                yield connection
        finally:
            if self._closed:
                # Closed while this was read: a connection knows the key, and nobody would let go of this one.
                self.engine.dispose()

    def _require_known(self, unsaved: str) -> None:
        """Raise ``NotSaved`` where it is no longer the file that was opened; what is open lies beside it then."""
        found = self.log.found(in_turn=True)
        if found is not FoundFile.SAME:
            self._keep_here(found)
            raise replaced_file.not_saved(unsaved, found, self.kept_here.name)
        self.kept_here.is_needless()

    def _keep_here(self, found: FoundFile) -> bool:
        """Whether nothing is lost: what is open lies whole beside its place, where something else lies there."""
        if found is FoundFile.SAME or self.writer is None or self._moved:
            return True
        # Whoever deletes a file in which nothing was changed meant to.
        if found is FoundFile.GONE and not (self._changes() or engines.has_unmerged_answers(self.path)):
            return True
        copy = self._copy_what_was_written if found is FoundFile.LOG_OVERWRITTEN else self.copy_to
        return self.kept_here.keep(copy, self._changes())

    def _copy_what_was_written(self, fresh: Path) -> None:
        """A copy as :meth:`copy_to` makes one, where the log no longer holds what was written to it: the connection
        that wrote remembers its pages. Raises ``NotWritten`` where not all of them."""
        assert self.writer is not None
        copy_of(self.writer.connection.driver_connection, self.key, fresh)

    def _changes(self) -> int:
        if self.writer is None or self.writer.closed:
            return 0
        driver: Any = self.writer.connection.driver_connection
        return int(driver.total_changes)

    def _ready_writer(self, unsaved: str) -> sa.Connection:
        if self._closed or self._moved:
            raise refusals.file_is_closed(unsaved)
        if self.writer is None:
            raise refusals.only_looking(unsaved)
        return self.writer


def _undo(writer: sa.Connection) -> None:
    """Let nothing of a change go on that could not be finished.

    Where a reader stood in the way of its last step, the database waits with it, and SQLAlchemy takes it for done.
    """
    driver: Any = writer.connection.driver_connection
    if driver.in_transaction:
        with suppress(dbapi2.Error):
            driver.rollback()
