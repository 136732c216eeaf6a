"""A log that was left by force beside a file it does not belong to: set aside with what it does, and never read in."""

from datetime import datetime
from pathlib import Path

from trustcheck.storage.file.atomic_files import free_name, put, remove, sync_folder
from trustcheck.storage.file.copies import KEPT_HERE, OTHER_LOG
from trustcheck.storage.file.identity import is_open_here
from trustcheck.storage.file.log_owner import Kept, holds, kept_of, place_of, write_as_it_was


def is_strange(path: str) -> bool:
    """Whether the log beside a file belongs to another one, or to one that is gone. Raises ``OSError``."""
    return _belongs_elsewhere(path) is not None


def set_strange_aside(path: str) -> str:
    """Put a strange log out of the way of the file; where what it belongs to lies now, or empty where there was none.

    For whoever has the lock of the file. The log keeps every byte. Raises ``OSError``.
    """
    kept = _belongs_elsewhere(path)
    aside = ""
    if kept is not None:
        aside = _put_aside(path, kept, kept_name(Path(path), OTHER_LOG if holds(path, kept) else KEPT_HERE))
    beside = place_of(path)
    if beside.exists():
        remove(beside)
        # Before anything is written to the file: what was kept of it is no longer so then.
        sync_folder(beside.parent)
    return aside


def _put_aside(path: str, kept: Kept, name: Path) -> str:
    if kept.is_copied:
        fresh = name.with_name(f".{name.name}.part")
        try:
            write_as_it_was(path, kept, fresh)
            put(fresh, name)
        finally:
            remove(fresh)
    Path(f"{path}-wal").replace(f"{name}-wal")
    remove(Path(f"{path}-shm"))
    # As long as the log may come back to its old place, it stays known whose it is.
    sync_folder(name.parent)
    return str(name) if kept.is_copied else f"{name}-wal"


def kept_name(path: Path, what: str = KEPT_HERE) -> Path:
    """A free name beside a data file for what was open here, which says to people which of the two it is."""
    return free_name(path, f"{what}{datetime.now().astimezone().date().isoformat()}")


def _belongs_elsewhere(path: str) -> Kept | None:
    log = Path(f"{path}-wal")
    if is_open_here(path) or not log.exists() or log.stat().st_size == 0:
        return None
    kept = kept_of(path)
    if kept is None or (holds(path, kept) and kept.may_belong(path)):
        return None
    # Another log of this very file belongs to a state of it that nobody has any more.
    return kept._replace(is_copied=False) if holds(path, kept) else kept
