"""The driver, so that whatever a file makes it raise is one of its own errors: those become a sentence.

Where a damaged file leads it to ask for more memory than there is anywhere, or calls a column by bytes that are no
text, it raises what Python raises for a mistake in a program.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from sqlcipher3 import dbapi2

_ENOUGH = 16 * 1024 * 1024
"""Bytes: looking through a file takes less."""


def connect(uri: str) -> Any:
    """A connection that leaves transactions to us, and may go from thread to thread."""
    return dbapi2.connect(uri, uri=True, isolation_level=None, check_same_thread=False, factory=_Connection)


def _in_its_own_words(method: Callable[..., Any]) -> Callable[..., Any]:
    """A method of a cursor or a connection that raises ``dbapi2.Error`` for whatever the file is to blame for."""

    @wraps(method)
    def told(asked: Any, *given: Any, **named: Any) -> Any:
        try:
            return method(asked, *given, **named)
        except MemoryError as error:
            raise _of_memory(getattr(asked, "connection", asked)) from error
        except (SystemError, UnicodeError) as error:
            raise _malformed() from error

    return told


def _of_memory(connection: Any) -> dbapi2.Error:
    """There was no memory: for want of it, or because the file asks for more than it could fill."""
    try:
        # Not through a cursor of ours, which would ask the same again.
        checked = dbapi2.Connection.cursor(connection).execute("PRAGMA integrity_check(1)").fetchone()
        is_sound = checked == ("ok",)
    except MemoryError:
        # A damaged list of tables is read before anything else.
        is_sound = not is_there_memory()
    except dbapi2.Error:
        is_sound = False
    return dbapi2.OperationalError("out of memory") if is_sound else _malformed()


def is_there_memory() -> bool:
    """Whether there is as much as looking through a file takes."""
    try:
        return bool(bytearray(_ENOUGH))
    except MemoryError:
        return False


def _malformed() -> dbapi2.Error:
    """As the database itself says it."""
    return dbapi2.DatabaseError("database disk image is malformed")


def _through_ours(connection: Any, factory: Any = None) -> Any:
    """A connection does all it is asked through a cursor, but for copying itself."""
    return dbapi2.Connection.cursor(connection, factory or _Cursor)


_READS_AND_WRITES = ("execute", "executemany", "fetchone", "fetchmany", "fetchall", "__next__")
_Cursor = type(
    "_Cursor", (dbapi2.Cursor,), {name: _in_its_own_words(getattr(dbapi2.Cursor, name)) for name in _READS_AND_WRITES}
)
_Connection = type(
    "_Connection",
    (dbapi2.Connection,),
    {"cursor": _through_ours, "backup": _in_its_own_words(dbapi2.Connection.backup)},
)
