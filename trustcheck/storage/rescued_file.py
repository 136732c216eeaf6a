"""The new file that rescued rows go into: only rows that make sense together, and a sentence for what does not."""

from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlcipher3 import dbapi2

from trustcheck import __version__
from trustcheck.app.ports import Progress, Refused
from trustcheck.app.store.safekeeping import Rescued
from trustcheck.storage.file import copy_refusals, opening, upgrade
from trustcheck.storage.file import engine as engines
from trustcheck.storage.file.atomic_files import make_private, put, remove, remove_companions, sync
from trustcheck.storage.file.key import FileKey
from trustcheck.storage.file.upgrade import Ladder
from trustcheck.storage.file.whole_copy import alone_at, quoted
from trustcheck.storage.groups.sheet_rows import RELEASED_SHEETS
from trustcheck.storage.organisations.rows import Row
from trustcheck.storage.rounds import seals
from trustcheck.storage.safety.contents import contents_of
from trustcheck.storage.schema import group_tables, tables
from trustcheck.storage.store import SqliteStore
from trustcheck.words import gettext as _
from trustcheck.words.days import day

# Rescuing a damaged data file row by row: whatever still reads goes into a new file, and what does not is told.
#
# A scan ends at the first page that is damaged. The rows behind it are reached from the other end, and then by
# looking in between, at keys halved again and again, for pages that still read.


_DEEPEST = 12
"""How often the gap between two readable stretches is halved."""


@dataclass(slots=True)
class Stretch:
    """What of one table could be read."""

    columns: list[str]
    """Those the table has: in a file of an older schema others than today."""
    rows: dict[Row, Row] = field(default_factory=dict)
    """By primary key."""
    is_all: bool = False


def rescue_rows(driver: Any, tables: list[sa.Table], progress: Progress | None) -> dict[str, Stretch]:
    """The rows of each table that still read. May raise what ``progress`` raises."""
    found: dict[str, Stretch] = {}
    for done, table in enumerate(tables):
        if progress is not None:
            progress(done, len(tables))
        found[table.name] = _Search(driver, table).run()
    return found


class _Search:
    """One table, by its primary key; the first column of that is what gaps are halved by."""

    def __init__(self, driver: Any, table: sa.Table) -> None:
        self._driver = driver
        # Of an older schema a table may have other columns, and another key.
        there = driver.execute(f'PRAGMA table_info("{table.name}")').fetchall()
        kinds = {name: kind for _at, name, kind, *_rest in there}
        self._keys = [name for _key, name in sorted((row[-1], row[1]) for row in there if row[-1])]
        columns = list(kinds)
        # Where even the list of tables is spoilt, there may be no key, and no column.
        self._keys = self._keys or columns
        self._places = [columns.index(each) for each in self._keys]
        listed = ", ".join(map(quoted, columns))
        self._select = f'SELECT {listed} FROM "{table.name}"'  # noqa: S608 - the names are quoted
        self._halves = bool(columns) and kinds[self._keys[0]] == "INTEGER"
        self._found = Stretch(columns)

    def run(self) -> Stretch:
        self._found.is_all = self._walk("", (), "ASC")
        if not self._found.is_all:
            self._walk("", (), "DESC")
            if self._halves:
                self._look_between(0, 1 << 63, 0)
        return self._found

    def _walk(self, where: str, values: Row, direction: str) -> bool:
        """Read on until the end, known rows or a damage; whether the end was reached."""
        order = ", ".join(f"{quoted(each)} {direction}" for each in self._keys)
        try:
            for row in self._driver.execute(f"{self._select} {where} ORDER BY {order}", values):
                key = tuple(row[each] for each in self._places)
                if key in self._found.rows:
                    return True
                self._found.rows[key] = tuple(row)
        except (dbapi2.Error, ValueError, OverflowError):
            return False
        return True

    def _look_between(self, low: int, high: int, depth: int) -> None:
        """Read what can be reached from the middle of a gap in both directions, then look into what is left of it."""
        if depth == _DEEPEST or high - low < 2:
            return
        middle = (low + high) // 2
        first = quoted(self._keys[0])
        self._walk(f"WHERE {first} >= ?", (middle,), "ASC")
        self._walk(f"WHERE {first} < ?", (middle,), "DESC")
        self._look_between(low, middle, depth + 1)
        self._look_between(middle, high, depth + 1)


# What is said of a damaged file's rows that could not be taken out of it.


def not_put_together(begun: Any) -> str:
    """A check that was left out; ``begun`` as the day stands in the file."""
    return _("The check begun on {day} could not be put together again.").format(day=_day(begun))


def answers_missing(begun: Any) -> str:
    """A check that is there, and says something else than when it was closed."""
    return _("Of the check begun on {day}, answers are missing or changed.").format(day=_day(begun))


def what_was_lost(found: dict[str, Stretch], dropped: Counter[str]) -> list[str]:
    """A sentence for each table that did not read to its end or had rows that made no sense."""
    words = _names()
    told = []
    for name, stretch in found.items():
        if name not in words or (stretch.is_all and not dropped[name]):
            continue
        told.append(_rows_lost(words[name], len(stretch.rows) - dropped[name], dropped[name], is_all=stretch.is_all))
    return told


def _rows_lost(what: str, kept: int, dropped: int, *, is_all: bool) -> str:
    if is_all:
        return _("{what}: {kept} could be read; {lost} made no sense.").format(
            what=what, kept=kept or _("none"), lost=dropped
        )
    if kept:
        return _("{what}: {kept} could be read; others could not.").format(what=what, kept=kept)
    return _("{what}: none could be read.").format(what=what)


def _day(begun: Any) -> str:
    """As people write it; what is no day, as it stands in the file."""
    try:
        return day(date.fromisoformat(begun))
    except (TypeError, ValueError):
        return str(begun)


def _names() -> dict[str, str]:
    """What the rows of a table are to a person."""
    return {
        "organisation": _("Organisations"),
        "organisation_details": _("Details of organisations"),
        "questionnaire": _("Questionnaires"),
        "round": _("Checks"),
        "group_round": _("Set-ups of checks"),
        "response": _("Sheets"),
        "sheet": _("Sheets of several people"),
        "answer": _("Answers"),
        "note": _("Notes"),
        "group_note": _("Notes of several people"),
        "practice_answer": _("Facts"),
        "promise": _("Promises"),
        "answer_mark": _("What was said about answers"),
        "proposed_answer": _("Proposals from last time"),
        "proposed_fact": _("Proposals from last time"),
        "suggestion_by_hand": _("Suggestions moved or put aside"),
        "importance": _("What was called important"),
        "target": _("What was aimed for"),
        "asked_perspective": _("Who was asked"),
        "sealed_sheet": _("Half-filled sheets"),
        "reply_key": _("Keys to replies"),
    }


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
        upgrade.migrate(engine, ladder, __version__)
    finally:
        engine.dispose()


def _fill(driver: Any, wanted: list[sa.Table], found: dict[str, Stretch]) -> Counter[str]:
    """Put in what fits the file's own rules; how many rows of each table did not, or belong to a row that is lost."""
    dropped: Counter[str] = Counter()
    driver.execute("PRAGMA foreign_keys = OFF")
    driver.execute("BEGIN IMMEDIATE")
    for table in wanted:
        there = {name for _at, name, *_rest in driver.execute(f'PRAGMA table_info("{table.name}")')}
        known = [each for each in found[table.name].columns if each in there]
        own = [found[table.name].columns.index(each) for each in known]
        places = ", ".join("?" * len(known))
        columns = ", ".join(f'"{each}"' for each in known)
        put_in = f'INSERT OR IGNORE INTO "{table.name}" ({columns}) VALUES ({places})'  # noqa: S608 - our own names
        rows = list(found[table.name].rows.values())
        before = driver.total_changes
        # Of a table with columns of which not one is ours, nothing can be put anywhere.
        for row in rows if known else ():
            _put(driver, put_in, tuple(row[each] for each in own))
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
    # A column that a file of an older schema lacks would be read as a text of its name.
    there = {name for _at, name, *_rest in driver.execute(f'PRAGMA table_info("{table.name}")')}
    for pointer in (each for each in table.foreign_keys if each.parent.name in there):
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
    for read in (store.rounds.round, store.groups.setup):
        try:
            read(round_id)
        except Refused:
            continue
        return True
    return False
