"""What an open data file does for its own safety: copies beside it and elsewhere, and going on in another place."""

import os
from contextlib import suppress
from datetime import date
from pathlib import Path

import sqlalchemy as sa

from trustcheck.app.ports import NotWritten, Refused
from trustcheck.app.safekeeping import Copy
from trustcheck.storage import copies, copy_refusals, engine
from trustcheck.storage.data_file import DataFile
from trustcheck.storage.opening import make_file, take_lock, told
from trustcheck.storage.store_part import StorePart
from trustcheck.storage.whole_copy import put_copy


class SafeCopies(StorePart):
    @property
    def is_protected(self) -> bool:
        """Whether the file opens with a passphrase only."""
        return self._file.key is not None

    def make_copy(self, on: date) -> Copy:
        """Make the automatic copy of a day, in the place of an earlier one of it. Raises ``NotWritten``.

        Earlier copies let go of checks that are open: only the newest holds those.
        """
        path = self._file.path
        with copy_refusals.copying(path):
            made = copies.add_copy(path, self._file.copy_to, on)
        earlier = [each for each in copies.copies_of(path) if each.path != made.path]
        copies.forget_open_rounds(earlier, self._file.key)
        return made

    def back_up(self, to: str) -> None:
        """Put a whole copy at ``to``, whole or not at all, in the place of an older one. Raises ``NotWritten``."""
        with copy_refusals.copying(to):
            put_copy(self._file.copy_to, to, self._file.path)

    def move_to(self, to: str) -> None:
        """Go on in a whole copy of this file at ``to``, where none may stand; the old file stays as it is.

        What could not be saved can be tried again afterwards. Raises ``NotWritten``, and goes on here then.
        """
        target = Path(os.path.realpath(to))
        if target.exists():
            raise copy_refusals.stands_already(to)
        with copy_refusals.copying(to):
            make_file(target)
            self._file.copy_to(target)
        try:
            with told(to):
                lock = take_lock(str(target))
                moved = DataFile(str(target), engine.writing_engine(str(target), self._file.key), lock, self._file.key)
        except Refused as refused:
            raise NotWritten(refused.sentence, refused.safe, refused.todo) from refused
        before, self._file = self._file, moved
        # Its disk may be full, away, or not take a byte: that is why somebody moved.
        with suppress(Refused, OSError, sa.exc.DBAPIError):
            before.close()

    def copies_holding(self, *, organisation: int = 0, round_id: int = 0) -> int:
        """How many copies beside the file still hold an organisation or a check."""
        kind, row_id = ("organisation", organisation) if organisation else ("round", round_id)
        return len(copies.holding(copies.copies_of(self._file.path), self._file.key, kind, row_id))

    def forget_in_copies(self, *, organisation: int = 0, round_id: int = 0) -> None:
        """Take an organisation or a check out of every copy beside the file, so that no byte of it is left there."""
        kind, row_id = ("organisation", organisation) if organisation else ("round", round_id)
        copies.forget(copies.copies_of(self._file.path), self._file.key, kind, row_id)

    def _renew_copies(self, on: date, round_id: int) -> None:
        """After a check was closed: where there are copies, one as it stands now, and no other state of that check."""
        if not copies.copies_of(self._file.path):
            return
        newest = ""
        with suppress(Refused):
            newest = self.make_copy(on).path
        others = [each for each in copies.copies_of(self._file.path) if each.path != newest]
        copies.forget(others, self._file.key, "round", round_id)
