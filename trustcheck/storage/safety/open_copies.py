"""What an open data file does for its own safety: copies beside it and elsewhere, and going on in another place."""

import os
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path

import sqlalchemy as sa
from sqlcipher3 import dbapi2

from trustcheck.app.ports import NotWritten, Refused
from trustcheck.app.store.safekeeping import Contents, Copy
from trustcheck.storage.file import copies, copy_refusals, engine, replaced_file
from trustcheck.storage.file.atomic_files import remove, remove_companions
from trustcheck.storage.file.data_file import DataFile
from trustcheck.storage.file.key import FileKey
from trustcheck.storage.file.opening import make_file, take_lock, told
from trustcheck.storage.file.sync_folders import synchronised_by
from trustcheck.storage.file.whole_copy import put_copy
from trustcheck.storage.rounds.tidying import forget_taken_back
from trustcheck.storage.safety import copies_changed
from trustcheck.storage.safety.contents import contents_of
from trustcheck.storage.store_part import StorePart
from trustcheck.words import gettext as _


class SafetyPart(StorePart):
    """What an open data file does so that nothing is lost and nothing stays that was let go."""

    cleared = 0
    """How many files were taken away that a program had left half written."""

    @property
    def is_protected(self) -> bool:
        """Whether the file opens with a passphrase only."""
        return self._file.key is not None

    def opens_with(self, passphrase: str) -> bool:
        key = self._file.key
        return key is not None and FileKey(passphrase, key.salt) == key

    def make_copy(self, on: date) -> Copy:
        return make_copy(self._file, on)

    @property
    def told_apart(self) -> str:
        """What to say of two files, where another program put something else in the place of this one; or empty."""
        file = self._file
        kept = file.kept_here.name or file.set_aside
        return replaced_file.told_apart(file.path, kept) if kept else ""

    @property
    def synchronised_by(self) -> str:
        return synchronised_by(self._file.path)

    @property
    def holds_what_was_taken_back(self) -> bool:
        """Whether something that was changed since may still be read as it was before, in the file or in its log."""
        return self._file.has_full_log

    def forget_taken_back(self) -> None:
        forget_taken_back(self._file)

    @property
    def has_changed(self) -> bool:
        """Whether something was written since the file was opened, or since the automatic copy made after that."""
        return self._file.has_changed

    def has_current_copy(self) -> bool:
        """Whether the newest automatic copy holds what the file holds. Costs reading both; never raises."""
        file = self._file
        newest = next((each for each in copies.copies_of(file.path) if each.made_on is not None), None)
        with file.copying, suppress(dbapi2.Error, sa.exc.DBAPIError, OSError, ValueError):
            return newest is not None and not file.is_closed and file.reads_like(newest.path)
        return False

    def back_up(self, to: str) -> Contents:
        """Put a whole copy at ``to``, whole or not at all, in the place of an older one; what is in it. Raises
        ``NotWritten``.
        """
        with self._file.copying, copy_refusals.copying(to):
            put_copy(partial(copy_to, self._file), to, self._file.path)
            return contents_of(os.path.realpath(to), self._file.key)

    def move_to(self, to: str) -> None:
        """Go on in a whole copy of this file at ``to``, where none may stand; the old file stays as it is.

        What could not be saved can be tried again afterwards. Raises ``NotWritten``, and goes on here then.
        """
        copy_refusals.require_free(to)
        target = Path(os.path.realpath(to))
        before = self._file
        with before.copying, before.standing_still():
            with copy_refusals.copying(to):
                make_file(target)
                before.copy_to(target)
            self._current.file = _opened_at(target, before.key)
        # Its disk may be full, away, or not take a byte: that is why somebody moved.
        with suppress(Refused, OSError, sa.exc.DBAPIError):
            before.close()

    def copies_holding(self, *, organisation: int = 0, round_id: int = 0) -> int:
        """How many copies beside the file still hold an organisation or a check."""
        kind, row_id = ("organisation", organisation) if organisation else ("round", round_id)
        return len(copies_changed.holding(copies.copies_of(self._file.path), self._file.key, kind, row_id))

    def forget_in_copies(self, *, organisation: int = 0, round_id: int = 0) -> None:
        """Take an organisation or a check out of every copy beside the file, so that no byte of it is left there.

        Raises ``NotWritten`` where a copy could not be changed; it is as it was then.
        """
        kind, row_id = ("organisation", organisation) if organisation else ("round", round_id)
        with self._file.copying, copy_refusals.copying(str(copies.folder_of(self._file.path))):
            _require_open(self._file)
            copies_changed.forget(copies.copies_of(self._file.path), self._file.key, kind, row_id)


def make_copy(file: DataFile, on: date) -> Copy:
    """Make the automatic copy of a day, in the place of an earlier one of it. Raises ``NotWritten``.

    Earlier copies let go of checks that are open: only the newest holds those.
    """
    with file.copying, copy_refusals.copying(file.path):
        _require_open(file)
        changes = file.changes
        made = copies.add_copy(file.path, partial(copy_to, file), on)
        file.note_copy(changes)
        earlier = [each for each in copies.copies_of(file.path) if each.path != made.path]
        copies_changed.forget_open_rounds(earlier, file.key)
    return made


def copy_to(file: DataFile, fresh: Path) -> None:
    """A whole copy, but for organisations that were deleted: they go from the file itself once it is closed."""
    file.copy_to(fresh)
    copies_changed.leave_out_deleted(fresh, file.key)


def renew_copies(file: DataFile, on: date, round_id: int) -> None:
    """After a check was closed: where there are copies, one as it stands now, and no other state of that check."""
    if not copies.copies_of(file.path):
        return
    newest = ""
    with suppress(Refused):
        newest = make_copy(file, on).path
    with file.copying:
        others = [each for each in copies.copies_of(file.path) if each.path != newest]
        copies_changed.forget_closed(others, file.key, round_id)


def _require_open(file: DataFile) -> None:
    if file.is_closed:
        raise NotWritten(_("The data file is closed, so no copy was made of it."), "", "")
    if not file.takes_changes:
        # Copies are made and changed by whoever writes the file, and by nobody beside them.
        raise NotWritten(_("This data file was opened to look only, so its copies stay as they are."), "", "")
    if file.is_replaced:
        raise NotWritten(
            _("Another file lies where this data file was, so no copy was made or changed there."),
            _("The copies there are as they were."),
            _("Put the data file back in its place, or back it up somewhere else."),
        )


def _opened_at(target: Path, key: FileKey | None) -> DataFile:
    """A copy that was made, open for the only one who writes to it. Raises ``NotWritten``; the copy is gone then, so
    that the same place can be tried again."""
    try:
        with told(str(target)):
            lock = take_lock(str(target))
            opened = engine.writing_engine(str(target), key)
            try:
                return DataFile(str(target), opened, lock, key)
            except BaseException:
                opened.dispose()
                remove_companions(target)
                remove(target)
                lock.release()
                raise
    except Refused as refused:
        raise NotWritten(refused.sentence, refused.safe, refused.todo) from refused
