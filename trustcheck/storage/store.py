"""The store that an open data file is."""

import os
from pathlib import Path
from secrets import randbits

from trustcheck.storage.file import opening, refusals
from trustcheck.storage.file.data_file import DataFile
from trustcheck.storage.file.stable_read import in_its_place, undisturbed
from trustcheck.storage.file.upgrade import Ladder
from trustcheck.storage.groups.closing import GroupClosing
from trustcheck.storage.groups.reader import GroupReader
from trustcheck.storage.groups.reply_keys import ReplyKeys
from trustcheck.storage.groups.sealed_sheets import SealedSheets
from trustcheck.storage.groups.sheets import SheetWriter
from trustcheck.storage.groups.writer import GroupWriter, PinTries
from trustcheck.storage.merging.bringing_in import Merging
from trustcheck.storage.organisations.folders import FoldersKept
from trustcheck.storage.organisations.handing_over import HandingOver
from trustcheck.storage.organisations.importing import ParcelStore
from trustcheck.storage.organisations.overview import OrganisationList, PromiseList
from trustcheck.storage.organisations.taking_over import TakingOver
from trustcheck.storage.organisations.writer import OrganisationWriter
from trustcheck.storage.rounds.answers import AnswerWriter
from trustcheck.storage.rounds.reader import RoundReader
from trustcheck.storage.rounds.writer import RoundWriter
from trustcheck.storage.safety.leftovers import clear_at
from trustcheck.storage.safety.open_copies import SafetyPart
from trustcheck.storage.safety.protecting import follow
from trustcheck.storage.store_part import CurrentFile, Draw


class RoundPart(RoundReader, RoundWriter, AnswerWriter):
    """Checks of either kind in lists, and all of those that one person answers."""


class OrganisationPart(OrganisationList, OrganisationWriter, PromiseList):
    """The clients, or the places a person has in mind."""


class GroupPart(GroupReader, GroupWriter, GroupClosing, PinTries):
    """Checks that several people answer, from their set-up to their release."""


class SheetPart(SheetWriter, SealedSheets, ReplyKeys):
    """Sheets on their way into an open check, finished and half-filled."""


class CarryingPart(HandingOver, TakingOver, Merging, FoldersKept, ParcelStore):
    """What leaves this data file for another place, and what comes in from one."""


class SqliteStore:
    """One open data file; fits :class:`trustcheck.app.ports.Store`. Safe to call from any thread."""

    def __init__(self, file: DataFile, draw: Draw) -> None:
        self._current = CurrentFile(file)
        self.rounds = RoundPart(self._current, draw)
        self.organisations = OrganisationPart(self._current, draw)
        self.groups = GroupPart(self._current, draw)
        self.sheets = SheetPart(self._current, draw)
        self.carrying = CarryingPart(self._current, draw)
        self.safety = SafetyPart(self._current, draw)

    @property
    def path(self) -> str:
        return self.file.path

    def close(self) -> None:
        self.organisations.forget_deleted()
        self.file.close()

    @property
    def file(self) -> DataFile:
        """The data file beneath; another one, once the store went on in another place."""
        return self._current.file


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
            store.organisations.forget_deleted()
            store.safety.cleared = cleared + follow(real, key)
        except BaseException:
            store.close()
            raise
        return store
