"""Whether the disk has room, asked of the disk itself."""

import errno
import tempfile
from pathlib import Path

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_MORE_THAN_AN_ANSWER = 64 * 1024


def says_full(error: object) -> bool:
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
        return says_full(error)


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0
