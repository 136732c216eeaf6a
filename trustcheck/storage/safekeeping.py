"""Keeping closed data files whole and private; fits :class:`trustcheck.app.safekeeping.Safekeeping`."""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

from trustcheck.app.ports import Progress
from trustcheck.app.safekeeping import Contents, Copy, Rescued, Verdict
from trustcheck.storage import copies, copy_refusals, opening, refusals, whole_copy
from trustcheck.storage import engine as engines
from trustcheck.storage.contents import contents_of
from trustcheck.storage.file_key import FileKey
from trustcheck.storage.key_derivation import new_salt
from trustcheck.storage.protecting import protect
from trustcheck.storage.rescued_file import rescue
from trustcheck.storage.restoring import aside_name, restore
from trustcheck.storage.schema import Ladder
from trustcheck.storage.undisturbed import undisturbed
from trustcheck.storage.verifying import verify


class SqliteSafekeeping:
    """Works on closed files, and reads open ones beside their window."""

    def __init__(self, ladder: Ladder | None = None) -> None:
        self._ladder = ladder or Ladder()

    def copies(self, path: str) -> tuple[Copy, ...]:
        return copies.copies_of(os.path.realpath(path))

    def original_of(self, path: str) -> str:
        return copies.original_of(os.path.realpath(path))

    def look_into(self, path: str, passphrase: str = "") -> Contents:
        with opening.told(path), undisturbed(path), self._reading(path, passphrase) as (real, key):
            return contents_of(real, key)

    def verify(self, path: str, passphrase: str = "") -> Verdict:
        with opening.told(path), undisturbed(path):
            real = _there(path)
            return verify(real, opening.key_of(real, passphrase), self._ladder)

    def back_up(self, path: str, to: str, passphrase: str = "") -> None:
        with self._reading(path, passphrase) as (real, key), copy_refusals.copying(to):
            whole_copy.put_copy(lambda fresh: _copy(real, key, fresh), to, real)

    def restore(self, copy: str, path: str, on: date, passphrase: str = "") -> str:
        with self._reading(copy, passphrase) as (real, key):
            if Path(path).exists() and Path(path).samefile(real):
                raise copy_refusals.stands_already(path)
            with copy_refusals.copying(path):
                return restore(real, path, key, on)

    def set_aside_as(self, path: str, on: date) -> str:
        return str(aside_name(Path(os.path.realpath(path)), on))

    def rescue(self, path: str, to: str, passphrase: str = "", progress: Progress | None = None) -> Rescued:
        copy_refusals.require_free(to)
        with opening.told(path):
            real = _there(path)
            opening.require_not_emptied(real)
            key = opening.key_of(real, passphrase)
            opening.look(real, self._ladder, key)
            return rescue(real, os.path.realpath(to), key, self._ladder, progress)

    def protect(self, path: str, passphrase: str, new_passphrase: str, progress: Progress | None = None) -> None:
        with self._reading(path, passphrase) as (real, key):
            new = FileKey(new_passphrase, new_salt()) if new_passphrase else None
            with copy_refusals.copying(path):
                protect(real, key, new, progress)

    @contextmanager
    def _reading(self, path: str, passphrase: str) -> Iterator[tuple[str, FileKey | None]]:
        """Where a file of ours lies, and its key; it may be of an older schema. Raises ``NotOpened``.

        What a link leads to is read there: beside the link, its log would be missed, and the newest answers with it.
        """
        with opening.told(path):
            real = _there(path)
            opening.require_not_emptied(real)
            key = opening.key_of(real, passphrase)
            if not opening.look(real, self._ladder, key):
                raise refusals.not_ours(path)
            yield real, key


def _copy(path: str, key: FileKey | None, fresh: Path) -> None:
    """A whole copy of a file that may be open elsewhere."""
    with (
        undisturbed(path),
        closing(engines.driver_on(path, engines.how_to_look(path), key)) as source,
    ):
        whole_copy.copy_of(source, key, fresh)


def _there(path: str) -> str:
    real = os.path.realpath(path)
    if not Path(real).is_file():
        raise refusals.not_there(path)
    return real
