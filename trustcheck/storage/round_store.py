"""Opening a data file, and the store it then is."""

import os
from pathlib import Path
from secrets import randbits

import sqlalchemy as sa
from sqlcipher3 import dbapi2

from trustcheck import __version__
from trustcheck.storage import engine as engines
from trustcheck.storage import refusals, schema
from trustcheck.storage.answer_writer import AnswerWriter
from trustcheck.storage.data_file import DataFile
from trustcheck.storage.file_lock import FileLock, Held
from trustcheck.storage.group_closing import GroupClosing
from trustcheck.storage.group_reader import GroupReader
from trustcheck.storage.group_writer import GroupWriter
from trustcheck.storage.organisation_list import OrganisationList
from trustcheck.storage.organisation_store import OrganisationStore
from trustcheck.storage.parcel_store import ParcelStore
from trustcheck.storage.promises_due import PromisesDue
from trustcheck.storage.round_reader import RoundReader
from trustcheck.storage.round_writer import RoundWriter
from trustcheck.storage.schema import Ladder
from trustcheck.storage.sealed_sheets import SealedSheets
from trustcheck.storage.sheet_writer import SheetWriter
from trustcheck.storage.store_part import Draw
from trustcheck.storage.tables import APPLICATION_ID


class SqliteStore(
    RoundReader,
    RoundWriter,
    AnswerWriter,
    OrganisationList,
    OrganisationStore,
    PromisesDue,
    GroupReader,
    GroupWriter,
    GroupClosing,
    ParcelStore,
    SheetWriter,
    SealedSheets,
):
    """One open data file; fits :class:`trustcheck.app.ports.Store`. Safe to call from any thread."""

    def close(self) -> None:
        self.forget_deleted()
        self._file.close()

    def forget_deleted(self) -> None:
        """Take what was deleted out of the file for good; a file that is only looked at stays as it is."""
        if self._file.takes_changes:
            self._purge()


def open_store(
    path: str,
    *,
    create: bool = True,
    look_only: bool = False,
    draw: Draw = randbits,
    ladder: Ladder | None = None,
) -> SqliteStore:
    """Open a data file; where there is none, ``create`` makes it, readable by its owner only.

    ``look_only`` reads beside another TrustCheck, and changes no byte of the file; saving is then refused. An older
    file is brought up to date along ``ladder`` after a copy was made; a newer or a foreign one raises ``NotOpened``
    before anything is written.
    """
    ladder = ladder or Ladder()
    try:
        real = os.path.realpath(path)
        number = _look(real, ladder)
        if number is None and (look_only or not create):
            raise refusals.not_there(real)
        if look_only:
            return _look_only(real, number, ladder, draw)
        if number is None:
            _make_file(Path(real))
        return _open_locked(real, ladder, draw)
    except dbapi2.Error as error:
        raise refusals.not_opened(error, path) from error
    except sa.exc.DBAPIError as error:
        raise refusals.not_opened(error.orig, path) from error
    except (OSError, ValueError) as error:
        raise refusals.not_opened(error, path) from error


def _look(path: str, ladder: Ladder) -> int | None:
    """The schema number of a file that is ours, 0 for one still empty, ``None`` where there is none."""
    if Path(path).is_dir():
        raise refusals.not_ours(path)
    if not Path(path).exists():
        return None
    application_id, number = engines.header(path)
    if application_id != APPLICATION_ID and not (application_id == number == 0 and engines.is_empty(path)):
        raise refusals.not_ours(path)
    if number > ladder.newest:
        raise refusals.newer(engines.written_by(path), __version__)
    return number


def _look_only(path: str, number: int | None, ladder: Ladder, draw: Draw) -> SqliteStore:
    if number != ladder.newest:
        raise refusals.older_to_look_at() if number else refusals.not_ours(path)
    return SqliteStore(DataFile(path, engines.looking_engine(path), None), draw)


def _make_file(path: Path) -> None:
    """An empty private file, in folders that are private where they are made here, before SQLite touches either."""
    for folder in reversed([each for each in path.parents if not each.exists()]):
        folder.mkdir(mode=0o700)
        folder.chmod(0o700)
    schema.make_private(path)


def _open_locked(path: str, ladder: Ladder, draw: Draw) -> SqliteStore:
    try:
        lock = FileLock(f"{path}-lock")
    except Held:
        raise refusals.in_use() from None
    engine = engines.writing_engine(path)
    try:
        _bring_up_to_date(engine, path, ladder)
        store = SqliteStore(DataFile(path, engine, lock), draw)
        # What a program that was stopped by force left to do.
        store.forget_deleted()
        return store
    except BaseException:
        engine.dispose()
        lock.release()
        raise


def _bring_up_to_date(engine: sa.Engine, path: str, ladder: Ladder) -> None:
    with engines.for_writing(engine).begin():
        pass  # Refused here rather than at the first answer: the file may only be read, or is held by another program.
    # Looked at again: another TrustCheck may have had the file until a moment ago.
    number = _look(path, ladder)
    if not number:
        schema.create(engine, __version__)
    elif number < ladder.newest:
        schema.climb(engine, path, number, ladder, __version__)
