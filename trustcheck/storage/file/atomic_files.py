"""Files that are private from their first byte, and on the disk once they have their name."""

import os
from contextlib import suppress
from itertools import count
from pathlib import Path


def make_private(path: Path) -> None:
    """An empty file that only its owner may read, under any umask. An older one of that name is replaced."""
    with suppress(FileNotFoundError):
        path.unlink()
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    os.close(handle)
    path.chmod(0o600)


def keep_to_owner(path: Path) -> None:
    """Take from everybody else the rights to a file and its companions, where the disk knows of rights."""
    if os.name != "posix":
        return
    for each in (path, *companions(path)):
        with suppress(OSError):
            mode = each.stat().st_mode
            if mode & 0o077:
                each.chmod(mode & 0o700)


def free_name(path: Path, what: str) -> Path:
    """A free name beside a data file that says to people what lies there: nothing of another file lies beside it."""
    for number in count(1):
        more = f", {number}" if number > 1 else ""
        name = path.with_name(f"{path.stem} ({what}{more}){path.suffix}")
        if not any(Path(f"{name}{each}").exists() for each in ("", "-wal", "-journal")):
            break
    return name


def put(fresh: Path, target: Path) -> bool:
    """Move a finished file into its place in one step; whether that is certain to outlast a loss of power."""
    # First what was removed and made before: a log that came back would be read into the new file.
    sync_folder(target.parent)
    fresh.replace(target)
    return sync_folder(target.parent)


def sync(path: Path) -> None:
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> bool:
    """Make new names durable; whether the system did. Where it cannot, the files are whole all the same."""
    if os.name != "posix":
        return False
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return False
    try:
        os.fsync(handle)
    except OSError:
        return False
    finally:
        os.close(handle)
    return True


def remove_companions(path: Path) -> None:
    """What lies beside a database while it is open, and belongs to nothing once another file is in its place."""
    for each in companions(path):
        remove(each)


def companions(path: Path) -> tuple[Path, ...]:
    return tuple(Path(f"{path}{each}") for each in ("-wal", "-shm", "-journal"))


def begins_empty(path: Path, length: int) -> bool:
    """Whether there is no file, or nothing but zeros in its first bytes. Raises ``OSError``."""
    try:
        with path.open("rb") as opened:
            return not any(opened.read(length))
    except FileNotFoundError:
        return True


def remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink()
