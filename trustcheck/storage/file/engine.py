"""How a data file is reached: the driver, its settings, and real transactions.

The driver is sqlcipher3 for every file, so that one SQLite with one set of build options serves every platform.
"""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlcipher3 import dbapi2

from trustcheck.storage.file import refusals
from trustcheck.storage.file.atomic_files import begins_empty
from trustcheck.storage.file.disk_room import database_name
from trustcheck.storage.file.driver import connect
from trustcheck.storage.file.key import FileKey
from trustcheck.storage.file.key_derivation import wipe
from trustcheck.storage.file.strange_log import is_strange
from trustcheck.storage.schema.tables import APPLICATION_ID

BUSY_MILLISECONDS = 2000

# As if nobody could ever change the file: takes no lock, looks for no log, leaves no trace.
# Nor is a file made where there is none any more.
UNTOUCHED = "mode=ro&immutable=1"
WITH_LOG = "mode=ro"

_SETTINGS = (
    f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}",
    "PRAGMA foreign_keys = ON",
    # Deleted words are overwritten; the default of this depends on who built SQLite.
    "PRAGMA secure_delete = ON",
    # Nothing of a file goes through another one that nobody overwrites.
    "PRAGMA temp_store = MEMORY",
    # What a file says of itself runs nothing but the plainest functions.
    "PRAGMA trusted_schema = OFF",
    # Where a plain fsync only reaches the drive's cache (macOS); does nothing elsewhere.
    "PRAGMA fullfsync = ON",
    "PRAGMA checkpoint_fullfsync = ON",
)


def writing_engine(path: str, key: FileKey | None = None) -> sa.Engine:
    """An engine on an existing file, or on an empty one that ``key`` protects from its first byte on.
    Transactions begin with ``BEGIN``, those of :func:`for_writing` at once. The first connection raises ``Damaged``
    where a file that keeps no log is not sound: its head would be changed for one."""
    looked = False

    def prepare(driver: Any) -> None:
        nonlocal looked
        for setting in _SETTINGS:
            driver.execute(setting)
        if not looked and driver.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            require_sound(driver, key)
        looked = True
        journal = driver.execute("PRAGMA journal_mode = WAL").fetchone()[0]
        # Network folders may refuse WAL; only EXTRA makes the other journal keep the last answer on power loss.
        driver.execute(f"PRAGMA synchronous = {'FULL' if journal == 'wal' else 'EXTRA'}")

    return _engine(lambda: _prepared(driver_on(path, "mode=rw", key), prepare))


def require_sound(driver: Any, key: FileKey | None) -> None:
    """Raise ``Damaged`` before a byte of a damaged file is changed. Reads all of it."""
    if key is not None and driver.execute("PRAGMA cipher_integrity_check").fetchone() is not None:
        raise refusals.damaged()
    if driver.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
        raise refusals.damaged()


def making_engine(path: str, key: FileKey | None = None) -> sa.Engine:
    """An engine on a new file that is put in its place whole or thrown away: nothing of it ever lies beside it."""

    def prepare(driver: Any) -> None:
        for setting in (*_SETTINGS, "PRAGMA journal_mode = MEMORY"):
            driver.execute(setting)

    return _engine(lambda: _prepared(driver_on(path, "mode=rw", key), prepare))


def memory_engine() -> sa.Engine:
    """An engine on an empty file that is in memory only, and gone when the engine is disposed of."""

    def connect() -> Any:
        driver = dbapi2.connect(":memory:", isolation_level=None, check_same_thread=False)
        driver.execute("PRAGMA foreign_keys = ON")
        return driver

    return _engine(connect, pool=sa.StaticPool)


def looking_engine(path: str, key: FileKey | None = None) -> sa.Engine:
    """An engine that reads and never writes, not even beside a file that was closed properly."""

    def prepare(driver: Any) -> None:
        driver.execute(_SETTINGS[0])
        driver.execute("PRAGMA query_only = ON")

    return _engine(lambda: _prepared(driver_on(path, how_to_look(path), key), prepare))


def for_writing(engine: sa.Engine) -> sa.Engine:
    """The same engine, taking the write lock as each transaction begins: never halfway, where waiting cannot help."""
    return engine.execution_options(trustcheck_begin="BEGIN IMMEDIATE")


def without_transactions(engine: sa.Engine) -> sa.Engine:
    """The same engine for the few statements SQLite refuses inside a transaction."""
    return engine.execution_options(trustcheck_begin="")


def has_unmerged_answers(path: str) -> bool:
    """Whether a log with content lies beside the file: it is open somewhere, or was closed by force."""
    log = Path(f"{path}-wal")
    try:
        return log.stat().st_size > 0
    except FileNotFoundError:
        return False


def is_unfinished(path: str) -> bool:
    """Whether a log or a journal with content lies at a path, with its file or without: it would be read into whatever
    file is put there."""
    return has_unmerged_answers(path) or has_journal(path)


def header(path: str, key: FileKey | None = None) -> tuple[int, int]:
    """``(application_id, user_version)`` of a file, read without changing it. Raises the driver's errors."""
    how = _how_to_peek(path)
    if key is not None and how == WITH_LOG:
        # A first page that was torn as the power went reads only together with the log.
        return _numbers(path, WITH_LOG, key)
    # First without the log: a file that is not ours is not even read together with what lies beside it.
    found = _numbers(path, UNTOUCHED, key)
    return _numbers(path, WITH_LOG, key) if found[0] in (0, APPLICATION_ID) and how == WITH_LOG else found


def is_empty(path: str, key: FileKey | None = None) -> bool:
    """Whether a file holds no table yet: it is new, or a program was stopped while making it."""
    return bool(_first(path, key, _how_to_peek(path), "SELECT count(*) = 0 FROM sqlite_master"))


def holds_more_than_tables(path: str, key: FileKey | None = None) -> bool:
    """Whether something lies in a file that acts by itself when it is read or written; no version ever put it there."""
    acting = "SELECT count(*) > 0 FROM sqlite_master WHERE type NOT IN ('table', 'index') OR sql LIKE 'CREATE VIRTUAL%'"
    return bool(_first(path, key, _how_to_peek(path), acting))


def written_by(path: str, key: FileKey | None = None) -> str:
    """The version of TrustCheck that wrote a file, or empty where it does not say."""
    try:
        found = _first(path, key, _how_to_peek(path), "SELECT value FROM setting WHERE name = 'written_by'")
    except dbapi2.Error:
        return ""
    return str(found or "")[:40]


def how_to_look(path: str) -> str:
    """The SQLite URI parameter with which a file is read and nothing is written, not even beside it where possible."""
    # With a journal beside it, what stands in the file may be half of a change: then SQLite decides, and may refuse.
    has_more = has_unmerged_answers(path) or _is_open_somewhere(path) or has_journal(path)
    # The log of another file is none of this one.
    return WITH_LOG if has_more and not is_strange(path) else UNTOUCHED


def roll_back(path: str, key: FileKey | None) -> bool:
    """Let SQLite undo what was under way when the power went, as it would at the first reading; whether there was any.

    Only a file that keeps no log knows this; it cannot be done by anybody who may not write.
    """
    if not has_journal(path):
        return False
    with suppress(dbapi2.Error):
        _first(path, key, "mode=rw", "SELECT count(*) FROM sqlite_master")
    return True


def waits_for_undoing(path: str, key: FileKey | None) -> bool:
    """Whether a half change is to be undone before anybody can read, as a writer does. Raises the driver's errors."""
    try:
        if has_journal(path):
            _first(path, key, WITH_LOG, "SELECT count(*) FROM sqlite_master")
    except dbapi2.OperationalError as error:
        if database_name(error) == "SQLITE_READONLY":
            return True
        raise
    return False


def has_journal(path: str) -> bool:
    """Whether a journal lies beside a file that keeps no log: a change was not finished, or is under way. While it is,
    the first twelve bytes are zero; where the whole head is, nothing is undone any more."""
    return not begins_empty(Path(f"{path}-journal"), 512)


def _how_to_peek(path: str) -> str:
    """As :func:`how_to_look`, for what stands at the head of a file. A journal would have to be rolled back first,
    which only the writer does."""
    return UNTOUCHED if has_journal(path) else how_to_look(path)


def _is_open_somewhere(path: str) -> bool:
    """Whether another program has the file, though it wrote nothing yet: what it writes is to be seen."""
    return Path(f"{path}-wal").exists() and Path(f"{path}-shm").exists()


def driver_on(path: str, how: str, key: FileKey | None = None) -> Any:
    """A connection of the driver that leaves transactions to us. ``how`` is a SQLite URI parameter."""
    uri = f"{Path(path).absolute().as_uri()}?{how}"
    driver = connect(uri)
    if key is not None:
        # It would tell the terminal of every passphrase that does not fit.
        driver.execute("PRAGMA cipher_log_level = NONE")
        # What the database lets go of is overwritten, in the whole process.
        driver.execute("PRAGMA cipher_memory_security = ON")
        with key.raw() as raw:
            statement = f'PRAGMA key = "{raw}"'
            driver.execute(statement)
            wipe(statement)
    return driver


def _numbers(path: str, how: str, key: FileKey | None) -> tuple[int, int]:
    application_id = int(_first(path, key, how, "PRAGMA application_id"))
    return application_id, int(_first(path, key, how, "PRAGMA user_version"))


def _first(path: str, key: FileKey | None, how: str, question: str) -> Any:
    """The first value of the first row, or ``None`` without a row."""
    driver = driver_on(path, how, key)
    try:
        if how == UNTOUCHED:
            # Where the power went while the log was merged, the file alone may be shorter than it says: nothing to
            # stumble over before the log is looked at.
            driver.execute("PRAGMA writable_schema = ON")
        row = driver.execute(question).fetchone()
    finally:
        driver.close()
    return row[0] if row else None


def _prepared(driver: Any, prepare: Callable[[Any], None]) -> Any:
    """The connection, closed at once where it cannot be used: left open, its log would stay beside a refused file."""
    try:
        prepare(driver)
    except BaseException:
        driver.close()
        raise
    return driver


def _engine(connect: Any, pool: type[sa.Pool] = sa.QueuePool) -> sa.Engine:
    # A failure must not quote the answers and notes it was to save.
    engine = sa.create_engine(
        "sqlite+pysqlite://", creator=connect, module=dbapi2, poolclass=pool, hide_parameters=True
    )
    sa.event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: sa.Connection) -> None:
    statement = connection.get_execution_options().get("trustcheck_begin", "BEGIN")
    if statement:
        connection.exec_driver_sql(statement)
