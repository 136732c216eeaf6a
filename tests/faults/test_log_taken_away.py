"""The log beside an open data file: other programs leave it there, and where it is gone anyway nothing is lost."""

import shutil
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.faults.another_program import answers_seen_elsewhere
from tests.faults.left_after_answering import file_with_a_round
from trustcheck.app.ports import NotTaken
from trustcheck.domain.questionnaire.answers import Answer
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
