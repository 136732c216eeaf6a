"""What the disk or the database mean by an error, asked of the disk itself where they do not say."""

import errno
import tempfile
from pathlib import Path
from typing import Any

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)
_MORE_THAN_AN_ANSWER = 64 * 1024


def database_name(error: Any) -> str:
    """SQLite's own name for what went wrong ("SQLITE_BUSY"), empty for an error of the system."""
    return getattr(error, "sqlite_errorname", None) or ""


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
