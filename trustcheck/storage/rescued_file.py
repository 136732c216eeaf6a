"""The new file that rescued rows go into: only rows that make sense together, and a sentence for what does not."""

from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlcipher3 import dbapi2

from trustcheck import __version__
from trustcheck.app.ports import Progress, Refused
from trustcheck.app.safekeeping import Rescued
from trustcheck.storage import copy_refusals, group_tables, opening, schema, seals, tables
from trustcheck.storage import engine as engines
from trustcheck.storage.contents import contents_of
from trustcheck.storage.durable_files import make_private, put, remove, remove_companions, sync
from trustcheck.storage.file_key import FileKey
from trustcheck.storage.group_reader import RELEASED_SHEETS
from trustcheck.storage.rescue_words import answers_missing, not_put_together, what_was_lost
from trustcheck.storage.rescuing import Stretch, rescue_rows
from trustcheck.storage.round_store import SqliteStore
from trustcheck.storage.schema import Ladder
from trustcheck.storage.whole_copy import alone_at
from trustcheck.words import gettext as _

_KNOWN = group_tables.group_round.metadata


def rescue(path: str, to: str, key: FileKey | None, ladder: Ladder, progress: Progress | None) -> Rescued:
    """Raises the driver's errors where not even a list of tables can be read, and ``NotWritten`` where the new file
    cannot be written; nothing is left then.
    """
    with closing(engines.driver_on(path, engines.how_to_look(path), key)) as source:
        number = min(max(_schema_of(source), 1), ladder.newest)
        there = {name for (name,) in source.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        wanted = [each for each in _KNOWN.sorted_tables if each.name in there]
        found = rescue_rows(source, wanted, progress)
    target = Path(to)
    fresh = target.with_name(f".{target.name}.rescued")
    try:
        with copy_refusals.copying(to), alone_at(target):
            lost = _written(fresh, key, Ladder(number, ladder.versions), ladder, found)
            contents = contents_of(str(fresh), key)
            put(fresh, target)
    finally:
        remove_companions(fresh)
        remove(fresh)
    return Rescued(contents, tuple(lost))


def _written(fresh: Path, key: FileKey | None, theirs: Ladder, ours: Ladder, found: dict[str, Stretch]) -> list[str]:
    """Write what was found into a new file of the same schema; a sentence for each thing that is missing."""
    _empty_file(fresh, key, theirs)
    with closing(engines.driver_on(str(fresh), "mode=rw", key)) as driver:
        dropped = _fill(driver, [each for each in _KNOWN.sorted_tables if each.name in found], found)
    lost = what_was_lost(found, dropped)
    lost += _without_halves(str(fresh), key, ours) if theirs.newest == ours.newest else []
    with closing(engines.driver_on(str(fresh), "mode=rw", key)) as driver:
        driver.execute("VACUUM")
    sync(fresh)
    return lost


def _schema_of(source: Any) -> int:
    return int(source.execute("PRAGMA user_version").fetchone()[0])


def _empty_file(fresh: Path, key: FileKey | None, ladder: Ladder) -> None:
    """A data file of the same schema, without a row but its own."""
    make_private(fresh)
    engine = engines.writing_engine(str(fresh), key)
    try:
        with engines.without_transactions(engine).connect() as connection:
            connection.exec_driver_sql(f"PRAGMA application_id = {tables.APPLICATION_ID}")
        schema.migrate(engine, ladder, __version__)
    finally:
        engine.dispose()


def _fill(driver: Any, wanted: list[sa.Table], found: dict[str, Stretch]) -> Counter[str]:
    """Put in what fits the file's own rules; how many rows of each table did not, or belong to a row that is lost."""
    dropped: Counter[str] = Counter()
    driver.execute("PRAGMA foreign_keys = OFF")
    driver.execute("BEGIN IMMEDIATE")
    for table in wanted:
        places = ", ".join("?" * len(table.columns))
        columns = ", ".join(f'"{each.name}"' for each in table.columns)
        put_in = f'INSERT OR IGNORE INTO "{table.name}" ({columns}) VALUES ({places})'  # noqa: S608 - our own names
        rows = list(found[table.name].rows.values())
        before = driver.total_changes
        for row in rows:
            _put(driver, put_in, row)
        dropped[table.name] = len(rows) - (driver.total_changes - before)
    _name_the_nameless(driver)
    for table in wanted:
        dropped[table.name] += _orphans(driver, table)
    driver.execute("COMMIT")
    return dropped


def _put(driver: Any, put_in: str, row: tuple[Any, ...]) -> None:
    try:
        driver.execute(put_in, row)
    except (dbapi2.IntegrityError, dbapi2.DataError, dbapi2.InterfaceError, ValueError, OverflowError):
        # Counted as dropped, since it changed nothing. What the disk refuses is another matter.
        return


def _name_the_nameless(driver: Any) -> None:
    """Checks whose organisation is lost keep their answers, under a name that says so."""
    nameless = driver.execute(
        "SELECT DISTINCT organisation FROM round WHERE organisation NOT IN (SELECT id FROM organisation)"
    ).fetchall()
    for number, (organisation,) in enumerate(nameless, 1):
        name = _("Name not readable ({number})").format(number=number)
        driver.execute("INSERT OR IGNORE INTO organisation (id, name) VALUES (?, ?)", (organisation, name))


def _orphans(driver: Any, table: sa.Table) -> int:
    """Take out rows that belong to a row that is lost; how many there were."""
    before = driver.total_changes
    for pointer in table.foreign_keys:
        mine, theirs = pointer.parent.name, pointer.column
        driver.execute(
            f'DELETE FROM "{table.name}" WHERE "{mine}" IS NOT NULL '  # noqa: S608 - our own names
            f'AND "{mine}" NOT IN (SELECT "{theirs.name}" FROM "{theirs.table.name}")'
        )
    return int(driver.total_changes - before)


def _without_halves(path: str, key: FileKey | None, ladder: Ladder) -> list[str]:
    """Take out checks that cannot be put together again, so that the others can be listed; a sentence for each."""
    with closing(engines.driver_on(path, "mode=rw", key)) as driver:
        driver.execute("PRAGMA foreign_keys = ON")
        told = _lift_broken_seals(driver)
        store = SqliteStore(opening.to_look_at(path, ladder.newest, ladder, key), lambda _bits: 0)
        try:
            rounds = driver.execute("SELECT id, started_on FROM round").fetchall()
            broken = [(id_, begun) for id_, begun in rounds if not _reads(store, id_)]
        finally:
            store.close()
        driver.executemany("DELETE FROM round WHERE id = ?", [(id_,) for id_, _begun in broken])
    return [*told, *(not_put_together(begun) for _id, begun in broken)]


def _lift_broken_seals(driver: Any) -> list[str]:
    """A check that lost answers says something else than what was sealed, and is read all the same; it is told."""
    told = []
    for id_, begun in driver.execute("SELECT id, started_on FROM round WHERE state = 'closed'").fetchall():
        is_group = driver.execute("SELECT count(*) FROM group_round WHERE round = ?", (id_,)).fetchone()[0]
        rows = driver.execute(RELEASED_SHEETS if is_group else seals.SHEETS, (id_,))
        if seals.lift_broken(driver, id_, rows):
            told.append(answers_missing(begun))
    return told


def _reads(store: SqliteStore, round_id: int) -> bool:
    """Whether a check of either kind reads as a whole."""
    for read in (store.round, store.group_setup):
        try:
            read(round_id)
        except Refused:
            continue
        return True
    return False
