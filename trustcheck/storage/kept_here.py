"""Another program put something else where an open data file was: what is open is written whole beside it, at once."""

import shutil
import tempfile
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import sqlalchemy as sa
from sqlcipher3 import dbapi2

from trustcheck.app.ports import Refused
from trustcheck.storage import engine as engines
from trustcheck.storage.copies import MADE_IN
from trustcheck.storage.durable_files import put, remove, sync
from trustcheck.storage.file_key import FileKey
from trustcheck.storage.kept_log import identity_of
from trustcheck.storage.last_state import kept_of, write_as_it_was
from trustcheck.storage.strange_log import kept_name
from trustcheck.storage.whole_copy import copy_of


class KeptHere:
    """The one file in which what is open is kept, and how far it is up to date."""

    def __init__(self, path: str) -> None:
        self._path = Path(path)
        self._changes = -1
        self._identity: tuple[int, int] | None = None
        self.name = ""
        """Where it lies; empty while there is none."""

    def keep(self, copy_to: Callable[[Path], None], changes: int) -> bool:
        """Let ``copy_to`` write what is open, which counts so many ``changes``; whether it lies there whole."""
        if self.name and changes == self._changes and identity_of(Path(self.name)) == self._identity:
            return True
        target = Path(self.name) if self._is_ours() else kept_name(self._path)
        fresh = target.with_name(f".{target.name}.part")
        try:
            copy_to(fresh)
            put(fresh, target)
        except (OSError, Refused, dbapi2.Error, sa.exc.DBAPIError):
            return False
        finally:
            remove(fresh)
        self.name, self._changes, self._identity = str(target), changes, identity_of(target)
        return True

    def is_needless(self) -> None:
        """The file is back in its place, and holds all of it."""
        if self._is_ours():
            remove(Path(self.name))
        self.name = ""

    def _is_ours(self) -> bool:
        return bool(self.name) and identity_of(Path(self.name)) == self._identity


def copy_from_log(path: str, key: FileKey | None, fresh: Path) -> bool:
    """Write a whole copy of an open file that another program wrote over, from what it held before and from its log;
    whether that can be done. Raises ``OSError``, the driver's errors and ``NotWritten``.
    """
    kept = kept_of(path)
    if kept is None or not kept.is_copied:
        return False
    with tempfile.TemporaryDirectory(prefix=f"{MADE_IN}kept-", dir=fresh.parent) as folder:
        whole = Path(folder, fresh.name)
        write_as_it_was(path, kept, whole)
        with suppress(FileNotFoundError):
            shutil.copyfile(f"{path}-wal", f"{whole}-wal")
            sync(Path(f"{whole}-wal"))
        with closing(engines.driver_on(str(whole), "mode=rw", key)) as source:
            copy_of(source, key, fresh)
    return True
