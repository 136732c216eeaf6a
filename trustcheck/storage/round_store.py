"""The store that an open data file is."""

import os
from pathlib import Path
from secrets import randbits

from trustcheck.storage import opening, refusals
from trustcheck.storage.answer_writer import AnswerWriter
from trustcheck.storage.folders_kept import FoldersKept
from trustcheck.storage.group_closing import GroupClosing
from trustcheck.storage.group_reader import GroupReader
from trustcheck.storage.group_writer import GroupWriter
from trustcheck.storage.handing_over import HandingOver
from trustcheck.storage.left_behind import clear_at
from trustcheck.storage.merging import Merging
from trustcheck.storage.organisation_list import OrganisationList
from trustcheck.storage.organisation_store import OrganisationStore
from trustcheck.storage.parcel_store import ParcelStore
from trustcheck.storage.pin_tries import PinTries
from trustcheck.storage.promises_due import PromisesDue
from trustcheck.storage.protecting import follow
from trustcheck.storage.round_reader import RoundReader
from trustcheck.storage.round_writer import RoundWriter
from trustcheck.storage.safe_copies import SafeCopies
from trustcheck.storage.schema import Ladder
from trustcheck.storage.sealed_sheets import SealedSheets
from trustcheck.storage.sheet_writer import SheetWriter
from trustcheck.storage.store_part import Draw
from trustcheck.storage.taking_over import TakingOver
from trustcheck.storage.undisturbed import in_its_place, undisturbed


class SqliteStore(
    RoundReader,
    RoundWriter,
    AnswerWriter,
    OrganisationList,
    OrganisationStore,
    PromisesDue,
    HandingOver,
    TakingOver,
    Merging,
    FoldersKept,
    GroupReader,
    GroupWriter,
    GroupClosing,
    ParcelStore,
    SheetWriter,
    SealedSheets,
    PinTries,
    SafeCopies,
):
    """One open data file; fits :class:`trustcheck.app.ports.Store`. Safe to call from any thread."""

    cleared = 0
    """How many files were taken away that a program had left half written."""

    def close(self) -> None:
        self.forget_deleted()
        self._file.close()

    def forget_deleted(self) -> None:
        """Take what was deleted out of the file for good; a file that is only looked at stays as it is, and so does one
        that is damaged."""
        with self._file.copying:
            if self._file.takes_changes and self._is_to_be_tidied():
                self._purge()


def open_store(
    path: str,
    *,
    create: bool = True,
    look_only: bool = False,
    passphrase: str = "",
    draw: Draw = randbits,
    ladder: Ladder | None = None,
) -> SqliteStore:
    """Open a data file; where there is none, ``create`` makes it, readable by its owner only.

    ``look_only`` reads beside another TrustCheck, and changes no byte of the file; saving is then refused. A new file
    is protected with ``passphrase`` from its first byte on; one that needs it raises ``Locked`` without. An older
    file is brought up to date along ``ladder`` after a copy was made; a newer or a foreign one raises ``NotOpened``
    before anything is written.
    """
    ladder = ladder or Ladder()
    with opening.told(path), undisturbed(path) if look_only else in_its_place(path):
        real = os.path.realpath(path)
        cleared = 0 if look_only else clear_at(real)
        key = opening.key_of(real, passphrase)
        if look_only:
            opening.require_not_emptied(real)
            return SqliteStore(opening.to_look_at(real, opening.look(real, ladder, key), ladder, key), draw)
        number, kept = opening.look_and_set_aside(real, str(Path(path).absolute()), ladder, key)
        if number is None and not create:
            raise refusals.not_there(real)
        if number is None:
            opening.make_file(Path(real))
        store = SqliteStore(opening.to_write(real, ladder, key, kept), draw)
        try:
            # What a program that was stopped by force left to do.
            store.forget_deleted()
            store.cleared = cleared + follow(real, key)
        except BaseException:
            store.close()
            raise
        return store
