"""What is said where another program put something else in the place of an open data file, or took it away."""

import shutil
import tempfile
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import sqlalchemy as sa
from sqlcipher3 import dbapi2

from trustcheck.app.ports import NotOpened, NotSaved, NotTaken, Refused
from trustcheck.storage.file import engine as engines
from trustcheck.storage.file.atomic_files import put, remove, sync
from trustcheck.storage.file.copies import MADE_IN, OTHER_LOG
from trustcheck.storage.file.identity import FoundFile
from trustcheck.storage.file.key import FileKey
from trustcheck.storage.file.log_owner import kept_of, write_as_it_was
from trustcheck.storage.file.strange_log import kept_name
from trustcheck.storage.file.wal_guard import identity_of
from trustcheck.storage.file.whole_copy import copy_of
from trustcheck.words import gettext as _

# Another program put something else where an open data file was: what is open is written whole beside it, at once.


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


def not_saved(unsaved: str, found: FoundFile, kept: str) -> NotSaved:
    """The refusal for a write; ``kept`` is where what was saved before lies whole, or empty where the disk had no
    room."""
    if found is FoundFile.GONE:
        happened = _("The data file is no longer where it was.")
        todo = _("Put it back in its place and try again, or save somewhere else.")
    elif found is FoundFile.LOG_OVERWRITTEN:
        happened = _("Another program wrote over what was saved last.")
        todo = _("Close the file and open it again, then try again.")
    else:
        happened = _("Another program put another version in the place of the data file.")
        todo = _("Save somewhere else to go on.")
    safe = _("It is still on screen.")
    if kept:
        safe += " " + _("What was saved before is whole in {name}, beside it.").format(name=_quoted(kept))
    return NotTaken(f"{unsaved} {happened}", safe, todo)


def told_apart(path: str, kept: str) -> str:
    """Both files, and which is which, once the one that was open is closed."""
    if f" ({OTHER_LOG}" in Path(kept).name:
        return _(
            "Another program put an older log in the place of the one that {path} had, in which what was saved last "
            "stood. Nothing of it was taken in; it lies in {kept}. Look whether anything is missing."
        ).format(path=_quoted(path), kept=_quoted(kept))
    if not Path(path).exists():
        return _("The data file {path} was taken away while it was open. All you saved is in {kept}.").format(
            path=_quoted(path), kept=_quoted(kept)
        )
    return _(
        "Another program put another version in the place of {path} while it was open. All you saved is in {kept}, and "
        "the other version lies there as it was brought: open either, and bring the other one in under "
        "Settings, Files."
    ).format(path=_quoted(path), kept=_quoted(kept))


def all_is_in(kept: str) -> str:
    return _("All that was saved in the file that lay there is in {kept}.").format(kept=_quoted(kept))


def gone_and_kept(path: str, kept: str) -> NotOpened:
    """A file that is gone, whose log was left by force and is set aside with what it belongs to."""
    return NotOpened(
        _("There is no file {path} any more.").format(path=path),
        _("All that was saved in it is in {kept}.").format(kept=_quoted(kept)),
        _("Open that one."),
    )


def _quoted(path: str) -> str:
    return f"“{Path(path).name}”"
