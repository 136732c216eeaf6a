"""What the disk or the database mean by an error, asked of the disk itself where they do not say."""

import errno
import tempfile
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)
_HELD_BACK = (
    *("SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_PROTOCOL", "SQLITE_INTERRUPT"),
    *("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_AUTH"),
    *("SQLITE_FULL", "SQLITE_NOMEM", "SQLITE_IOERR"),
)
# The driver gives no name to what goes wrong in a backup, and SQLCipher calls everything an error while it exports.
_NO_NAME = ("", "SQLITE_ERROR")
_NAME_OF = {
    "database or disk is full": "SQLITE_FULL",
    "disk I/O error": "SQLITE_IOERR",
    "database is locked": "SQLITE_BUSY",
    "database table is locked": "SQLITE_LOCKED",
    "attempt to write a readonly database": "SQLITE_READONLY",
    "unable to open database file": "SQLITE_CANTOPEN",
    "database disk image is malformed": "SQLITE_CORRUPT",
    "file is not a database": "SQLITE_NOTADB",
    "out of memory": "SQLITE_NOMEM",
}
_MORE_THAN_AN_ANSWER = 64 * 1024


def database_name(error: Any) -> str:
    """SQLite's own name for what went wrong ("SQLITE_BUSY"), empty for an error of the system."""
    name = getattr(error, "sqlite_errorname", None) or ""
    is_nameless = name in _NO_NAME and isinstance(error, dbapi2.Error)
    return _NAME_OF.get(str(error), name) if is_nameless else name


def is_no_text(error: Any) -> bool:
    """Whether bytes that should be a text are none: the driver says so without any name."""
    nameless = isinstance(error, dbapi2.OperationalError) and not database_name(error)
    return nameless or isinstance(error, UnicodeDecodeError)


def may_be_damage(error: Any) -> bool:
    """Whether a file that read like this may be damaged: not where it is held by somebody, or the disk is away."""
    return not is_forbidden(error) and not database_name(error).startswith(_HELD_BACK)


def is_full(error: Any, path: str) -> bool:
    """Whether writing to ``path`` or beside it failed for want of room, whoever says so."""
    name = database_name(error)
    return name == "SQLITE_FULL" or _says_full(error) or (name.startswith("SQLITE_IOERR") and is_full_beside(path))


def is_forbidden(error: Any) -> bool:
    """Whether the system does not allow it."""
    return isinstance(error, OSError) and error.errno in _FORBIDDEN


def _says_full(error: object) -> bool:
    """Whether the system's own error is that of a full disk, of a quota, or of a limit on the size of files."""
    return isinstance(error, OSError) and error.errno in _FULL


def is_full_beside(path: str) -> bool:
    """Whether a file beside a data file could not grow by what an answer needs.

    The driver says of a quota only that writing went wrong, as it does of a disk that was pulled out. The attempt
    leaves nothing behind.
    """
    try:
        reached = max(_size(Path(path)), _size(Path(f"{path}-wal")))
        with tempfile.TemporaryFile(dir=Path(path).parent, buffering=0) as attempt:
            attempt.seek(reached)
            attempt.write(bytes(_MORE_THAN_AN_ANSWER))
            # A partial write is a full disk that has not said so yet.
            attempt.write(b"\0")
            return attempt.tell() <= reached + _MORE_THAN_AN_ANSWER
    except OSError as error:
        return _says_full(error)


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0
