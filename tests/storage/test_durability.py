"""The settings on which every promise rests are really on, on every connection."""

import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager
from os import umask
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlcipher3 import dbapi2

from trustcheck.app.ports import Closed, NewRound
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.storage.file.engine import BUSY_MILLISECONDS
from trustcheck.storage.file.stable_read import Looking
from trustcheck.storage.schema.tables import APPLICATION_ID, SCHEMA
from trustcheck.storage.store import SqliteStore, open_store

SYNCHRONOUS_FULL = 2
WANTED = {
    "journal_mode": "wal",
    "synchronous": SYNCHRONOUS_FULL,
    "foreign_keys": 1,
    "secure_delete": 1,
    "busy_timeout": BUSY_MILLISECONDS,
    "application_id": APPLICATION_ID,
    "user_version": SCHEMA,
}


def settings(connection: sa.Connection) -> dict[str, object]:
    return {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in WANTED}


def test_the_connection_that_saves_has_every_setting(store: SqliteStore) -> None:
    with store.file.writing("") as connection:
        assert settings(connection) == WANTED


def test_the_connection_that_reads_has_every_setting(store: SqliteStore) -> None:
    with store.file.reading() as connection:
        assert settings(connection) == WANTED


def test_the_file_itself_says_whose_it_is(path: Path) -> None:
    open_store(str(path)).close()
    header = path.read_bytes()[:100]

    assert header.startswith(b"SQLite format 3\0")
    assert int.from_bytes(header[68:72], "big") == APPLICATION_ID
    assert int.from_bytes(header[60:64], "big") == SCHEMA


def test_a_change_that_breaks_off_leaves_nothing(store: SqliteStore, new: NewRound) -> None:
    round_id = store.rounds.begin(new)

    def broken_off() -> None:
        with store.file.writing("") as connection:
            connection.exec_driver_sql("UPDATE round SET at_item = 'A3'")
            connection.exec_driver_sql("CREATE TABLE half (done)")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken_off()

    assert store.rounds.round(round_id).summary.at_item == ""
    with store.file.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM sqlite_master WHERE name = 'half'").scalar_one() == 0


def test_a_reader_sees_one_moment_while_answers_come_in(store: SqliteStore, new: NewRound) -> None:
    round_id = store.rounds.begin(new)
    with store.file.reading() as connection:
        count = sa.text("SELECT count(*) FROM answer")
        before = connection.execute(count).scalar_one()
        store.rounds.save_answer(round_id, "A1", Answer(3))
        assert connection.execute(count).scalar_one() == before

    assert store.rounds.round(round_id).summary.answered == 1


@pytest.mark.parametrize("code", ["0", "8", "-3", "'4'", "2.5", "NULL"])
def test_the_file_takes_no_answer_that_is_none(store: SqliteStore, new: NewRound, code: str) -> None:
    store.rounds.begin(new)
    statement = f"INSERT INTO answer SELECT id, 'A1', {code} FROM response"

    if code == "'4'":
        # SQLite turns a number in a text column's clothes back into a number, and that is harmless.
        with store.file.writing("") as connection:
            connection.exec_driver_sql(statement)
            assert connection.exec_driver_sql("SELECT typeof(code) FROM answer").scalar_one() == "integer"
        return
    with store.file.reading() as connection, pytest.raises(sa.exc.IntegrityError):
        connection.exec_driver_sql(statement)


def test_an_answer_without_its_response_is_refused_by_the_file(store: SqliteStore) -> None:
    with store.file.reading() as connection, pytest.raises(sa.exc.IntegrityError, match="FOREIGN KEY"):
        connection.exec_driver_sql("INSERT INTO answer VALUES (12345, 'A1', 3)")


def test_no_clock_time_lies_in_the_file(path: Path, new: NewRound) -> None:
    store = open_store(str(path))
    round_id = store.rounds.begin(new)
    store.rounds.save_answer(round_id, "A1", Answer(3))
    store.rounds.close(round_id, new.started_on)
    store.close()

    with dbapi2.connect(str(path)) as driver:
        for (table,) in driver.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            for row in driver.execute(f"SELECT * FROM {table}").fetchall():
                assert all(":" not in str(cell) or str(cell).startswith("{") for cell in row), (table, row)
    driver.close()


@pytest.mark.parametrize("mask", [0, 0o022, 0o777], ids=["open", "usual", "closed"])
def test_only_the_owner_may_read_the_file_its_companions_and_its_folder(
    tmp_path: Path, new: NewRound, mask: int
) -> None:
    file = tmp_path / "new" / "folder" / "mine.trustcheck"
    before = umask(mask)
    try:
        store = open_store(str(file))
        store.rounds.save_note(store.rounds.begin(new), "A1", "between us")
        modes = {each.name: stat.S_IMODE(each.stat().st_mode) for each in file.parent.iterdir()}
        store.close()
    finally:
        umask(before)

    assert {"mine.trustcheck", "mine.trustcheck-wal", "mine.trustcheck-shm"} <= set(modes)
    # The lock is an empty file; nobody can read an answer from it.
    readable = {name: mode for name, mode in modes.items() if not name.endswith("-lock")}
    assert set(readable.values()) == {0o600}
    assert modes["mine.trustcheck-lock"] & 0o077 == 0
    assert [stat.S_IMODE(each.stat().st_mode) for each in (file.parent, file.parent.parent)] == [0o700, 0o700]


def test_a_file_that_came_from_elsewhere_is_its_owners_alone_once_something_is_written_to_it(
    path: Path, new: NewRound
) -> None:
    open_store(str(path)).close()
    path.chmod(0o644)

    with closing(open_store(str(path), look_only=True)):
        assert stat.S_IMODE(path.stat().st_mode) == 0o644
    with closing(open_store(str(path))) as store:
        store.rounds.begin(new)
        modes = {stat.S_IMODE(each.stat().st_mode) for each in path.parent.iterdir() if "-lock" not in each.name}

    assert modes == {0o600}


def test_a_folder_that_was_there_keeps_its_mode(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    open_store(str(tmp_path / "mine.trustcheck")).close()

    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755


def test_after_closing_only_the_one_file_stays(path: Path, new: NewRound) -> None:
    store = open_store(str(path))
    store.rounds.save_answer(store.rounds.begin(new), "A1", Answer(3))
    store.close()
    store.close()

    assert [each.name for each in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("passphrase", ["", "the quiet heron"])
def test_after_closing_nothing_reads_from_it_any_more(path: Path, new: NewRound, passphrase: str) -> None:
    store = open_store(str(path), passphrase=passphrase)
    round_id = store.rounds.begin(new)
    store.close()

    for read in (
        store.rounds.summaries,
        store.groups.locked_round,
        store.organisations.all,
        lambda: store.rounds.round(round_id),
    ):
        with pytest.raises(Closed):
            read()
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_reader_who_came_as_it_was_closed_holds_it_no_longer_than_it_reads(
    path: Path, new: NewRound, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(open_store(str(path))) as written:
        written.rounds.begin(new)
    store = open_store(str(path), look_only=True)

    @contextmanager
    def meanwhile(_looking: Looking) -> Iterator[None]:
        store.close()
        yield

    monkeypatch.setattr(Looking, "undisturbed", meanwhile)
    assert len(store.rounds.summaries()) == 1

    assert store.file.engine.pool.checkedin() == 0
