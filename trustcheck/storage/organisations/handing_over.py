"""Handing one organisation over as a data file of its own, into which nothing but its rows is ever written."""

import os
from contextlib import closing
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from trustcheck import __version__
from trustcheck.app.ports import Progress
from trustcheck.storage.file import copy_refusals, upgrade
from trustcheck.storage.file import engine as engines
from trustcheck.storage.file.atomic_files import make_private, put, remove, sync
from trustcheck.storage.file.key import FileKey
from trustcheck.storage.file.key_derivation import new_salt
from trustcheck.storage.file.whole_copy import alone_at
from trustcheck.storage.organisations import organisation_refusals
from trustcheck.storage.organisations.rows import Copied, copy_organisation, read_back
from trustcheck.storage.rounds.requirements import require_organisation
from trustcheck.storage.store_part import StorePart

COLLECTING = """
SELECT count(*) FROM round WHERE organisation = ? AND state = 'open' AND id IN (SELECT round FROM group_round)
"""


class HandingOver(StorePart):
    def hand_over(
        self,
        organisation_id: int,
        to: str,
        passphrase: str,
        progress: Progress | None = None,
        *,
        with_notes: bool = True,
    ) -> None:
        """Put a new data file with this organisation alone at ``to``, where none may stand. See the port.

        The new file begins empty: nothing of another client is taken out of it, because none ever comes in.
        """
        if not passphrase:
            raise organisation_refusals.passphrase_wanted()
        target = Path(os.path.realpath(to))
        copy_refusals.require_other_place(target, self._file.path)
        if os.path.lexists(to):
            raise copy_refusals.stands_already(to)
        copy_refusals.require_free(to)
        fresh, key = target.with_name(f".{target.name}.part"), FileKey(passphrase, new_salt())
        try:
            with self._file.reading() as source, copy_refusals.copying(to), alone_at(target):
                name = require_organisation(source, organisation_id)
                if source.exec_driver_sql(COLLECTING, (organisation_id,)).scalar_one():
                    raise organisation_refusals.still_collecting(name)
                make_private(fresh)
                copied = self._written(fresh, key, source, organisation_id, name, progress, with_notes=with_notes)
                _require_same(fresh, key, copied)
                if progress is not None:
                    # The last moment at which somebody can have thought better of it.
                    progress(1, 1)
                put(fresh, target)
        finally:
            remove(fresh)

    def _written(
        self,
        fresh: Path,
        key: FileKey,
        source: sa.Connection,
        organisation_id: int,
        name: str,
        progress: Progress | None,
        *,
        with_notes: bool,
    ) -> Copied:
        engine = engines.making_engine(str(fresh), key)
        try:
            upgrade.create(engine, __version__)
            with engines.for_writing(engine).begin() as target:
                copied = copy_organisation(
                    source, target, organisation_id, name, self._draw, progress, with_notes=with_notes
                )
            # Rows in the order of ids drawn just now, and nothing between them.
            with engines.without_transactions(engine).connect() as target:
                target.exec_driver_sql("VACUUM")
        finally:
            engine.dispose()
        sync(fresh)
        return copied


def _require_same(fresh: Path, key: FileKey, copied: Copied) -> None:
    """Read the finished file back. Raises ``NotWritten`` where it is not whole or holds anything else."""
    with closing(engines.driver_on(str(fresh), engines.UNTOUCHED, key)) as driver:
        if _is_whole(driver) and read_back(driver) == copied.tallies:
            return
    raise organisation_refusals.reads_otherwise()


def _is_whole(driver: Any) -> bool:
    whole = driver.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    return bool(whole) and driver.execute("PRAGMA cipher_integrity_check").fetchone() is None
