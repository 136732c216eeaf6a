"""The log beside an open data file: other programs leave it there, and where it is gone anyway nothing is lost."""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.faults.another_program import answers_seen_elsewhere
from tests.faults.left_after_answering import file_with_a_round
from trustcheck.app.ports import Cancelled, NotTaken
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.storage.safekeeping import SqliteSafekeeping
from trustcheck.storage.store import SqliteStore, open_store

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="locks there belong to a handle, and no file goes")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "open"
    folder.mkdir()
    return folder / "answers.trustcheck"


@pytest.fixture
def round_id(path: Path) -> int:
    return file_with_a_round(path)


@pytest.fixture
def store(path: Path, round_id: int) -> Iterator[SqliteStore]:
    with closing(open_store(str(path))) as opened:
        opened.rounds.save_answer(round_id, "A1", Answer(4))
        yield opened


def look_into_everything(folder: Path) -> None:
    """What a file dialog does in this very process, to say of each file what kind it is."""
    for each in folder.iterdir():
        with each.open("rb") as looked_into:
            looked_into.read(16)


def found_after_a_kill(path: Path, round_id: int) -> set[str]:
    """The questions with an answer in what the disk holds at this moment."""
    killed = Path(shutil.copytree(path.parent, path.parent.with_name("killed"), dirs_exist_ok=True), path.name)
    with closing(open_store(str(killed), create=False)) as found:
        return set(found.rounds.round(round_id).response.answers)


@pytest.mark.skipif(sys.platform != "linux", reason="no other system lets Python ask for such locks")
def test_another_program_leaves_it_whatever_was_looked_into_here(store: SqliteStore, path: Path, round_id: int) -> None:
    look_into_everything(path.parent)
    assert answers_seen_elsewhere(path) == 1
    assert Path(f"{path}-wal").stat().st_size > 0

    store.rounds.save_answer(round_id, "A2", Answer(2))

    look_into_everything(path.parent)
    assert answers_seen_elsewhere(path) == 2
    assert found_after_a_kill(path, round_id) == {"A1", "A2"}


def test_answers_go_into_the_file_itself_where_its_log_was_removed(
    store: SqliteStore, path: Path, round_id: int
) -> None:
    Path(f"{path}-wal").unlink()

    for item in ("A2", "A3"):
        store.rounds.save_answer(round_id, item, Answer(2))
        assert item in found_after_a_kill(path, round_id)

    assert found_after_a_kill(path, round_id) == {"A1", "A2", "A3"}


def test_no_answer_is_called_saved_where_another_log_lies_there(store: SqliteStore, path: Path, round_id: int) -> None:
    """Somebody else writes to the file at the same time, and either would undo the other."""
    store.rounds.save_answer(round_id, "A2", Answer(2))
    Path(f"{path}-wal").unlink()
    Path(f"{path}-wal").write_bytes(b"")

    with pytest.raises(NotTaken, match="Another program works on the data file at the same time"):
        store.rounds.save_answer(round_id, "A3", Answer(3))
    elsewhere = path.parent.with_name("elsewhere.trustcheck")
    store.safety.move_to(str(elsewhere))
    store.rounds.save_answer(round_id, "A3", Answer(3))

    assert set(store.rounds.round(round_id).response.answers) == {"A1", "A2", "A3"}
    assert store.path == str(elsewhere)


def test_it_goes_when_the_file_is_closed(store: SqliteStore, path: Path) -> None:
    store.close()

    assert [each.name for each in path.parent.iterdir()] == [path.name]


def written_over(log: Path, content: bytes) -> None:
    with log.open("r+b") as opened:
        opened.write(content)


WRITTEN_OVER = {
    "with nothing": lambda log: written_over(log, bytes(log.stat().st_size)),
    "with something else": lambda log: written_over(log, b"another program " * (log.stat().st_size // 16)),
    "cut short": lambda log: os.truncate(log, 0),
}


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the last one to close a file reads its log in")
@pytest.mark.parametrize("goes_on", [True, False], ids=["goes on", "closes"])
@pytest.mark.parametrize("how", WRITTEN_OVER)
def test_written_over_in_its_place_it_is_not_read_in_and_what_was_saved_is_kept_beside(
    path: Path, round_id: int, how: str, goes_on: bool
) -> None:
    store = open_store(str(path))
    store.rounds.save_answer(round_id, "A1", Answer(4))
    store.safety.forget_taken_back()
    store.rounds.save_answer(round_id, "A2", Answer(2))
    WRITTEN_OVER[how](Path(f"{path}-wal"))

    if goes_on:
        with pytest.raises(NotTaken, match="wrote over what was saved last"):
            store.rounds.save_answer(round_id, "A3", Answer(3))
    store.close()

    assert "kept here" in store.safety.told_apart
    (kept,) = path.parent.glob("*(kept here*")
    for file, answered in ((path, {"A1"}), (kept, {"A1", "A2"})):
        assert SqliteSafekeeping().verify(str(file)).is_whole
        with closing(open_store(str(file), create=False)) as opened:
            assert set(opened.rounds.round(round_id).response.answers) == answered


def half_a_change(store: SqliteStore) -> None:
    """More than fits into memory, so that it stands in the log before it is decided whether it counts."""
    rows = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)"
    with store.file.writing("") as connection:
        connection.exec_driver_sql("PRAGMA cache_size = 1")
        connection.exec_driver_sql(f"INSERT INTO setting {rows} SELECT 'name ' || i, hex(zeroblob(500)) FROM n")
        raise Cancelled


def test_a_change_that_was_stopped_halfway_is_not_taken_for_another_programs(
    store: SqliteStore, path: Path, round_id: int
) -> None:
    with pytest.raises(Cancelled):
        half_a_change(store)

    store.rounds.save_answer(round_id, "A2", Answer(2))
    store.close()
    assert [each.name for each in path.parent.iterdir()] == [path.name]
