"""A data file that is removed, replaced, held or locked away under an open window: told in words, never passed over."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from tests import builders
from trustcheck.app.ports import NewRound, NotOpened, NotSaved
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.storage.store import SqliteStore, open_store

ROOT = Path(__file__).parents[2]
# What somebody without rights sees: their own word for it, and whether anything came of it.
WITHOUT_RIGHTS = """
import os, sys
from trustcheck.app.ports import Refused
from trustcheck.storage.store import open_store
look_only = sys.argv[2] == "look"
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
try:
    store = open_store(sys.argv[1], look_only=look_only)
    print(len(store.rounds.summaries()), "rounds")
    store.close()
except Refused as refused:
    print(refused)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "mine.trustcheck"


@pytest.fixture
def store(path: Path) -> Iterator[SqliteStore]:
    opened = open_store(str(path))
    yield opened
    opened.close()


@pytest.fixture
def round_id(store: SqliteStore) -> int:
    asked = builders.questionnaire()
    begun = store.rounds.begin(NewRound("Here", Form.FULL, Perspective.STAFF, asked, "", date(2026, 11, 22)))
    store.rounds.save_answer(begun, "A1", Answer(2))
    return begun


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets nobody remove a file that is open")
def test_an_answer_is_not_called_saved_when_the_file_was_removed(store: SqliteStore, path: Path, round_id: int) -> None:
    path.unlink()

    with pytest.raises(NotSaved, match=r"This answer is not saved yet\. The data file is no longer where it was"):
        store.rounds.save_answer(round_id, "A2", Answer(3))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets nobody rename a file that is open")
def test_a_file_that_was_moved_away_and_put_back_takes_answers_again(
    store: SqliteStore, path: Path, round_id: int
) -> None:
    elsewhere = path.with_name("elsewhere")
    path.rename(elsewhere)
    with pytest.raises(NotSaved):
        store.rounds.save_answer(round_id, "A2", Answer(3))
    elsewhere.rename(path)

    store.rounds.save_answer(round_id, "A2", Answer(3))

    assert store.rounds.round(round_id).response.answers == {"A1": Answer(2), "A2": Answer(3)}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets nobody replace a file that is open")
def test_a_file_that_was_replaced_by_another_is_noticed(store: SqliteStore, path: Path, round_id: int) -> None:
    other = path.with_name("other")
    other.write_bytes(path.read_bytes())
    other.replace(path)

    with pytest.raises(NotSaved, match=r"Another program put another version .* whole in “mine \(kept here, "):
        store.rounds.save_answer(round_id, "A2", Answer(3))


def test_a_file_held_by_another_program_refuses_and_then_takes_the_answer(
    store: SqliteStore, path: Path, round_id: int
) -> None:
    with closing(dbapi2.connect(str(path), isolation_level=None)) as browser:
        browser.execute("BEGIN IMMEDIATE")
        with pytest.raises(NotSaved, match="Another program is holding the data file"):
            store.rounds.save_answer(round_id, "A2", Answer(3))
        browser.execute("ROLLBACK")

    store.rounds.save_answer(round_id, "A2", Answer(3))
    assert store.rounds.round(round_id).summary.answered == 2


def test_a_file_held_by_another_program_is_not_opened(path: Path) -> None:
    open_store(str(path)).close()
    with closing(dbapi2.connect(str(path), isolation_level=None)) as browser:
        browser.execute("BEGIN IMMEDIATE")
        with pytest.raises(NotOpened, match="Another program is holding"):
            open_store(str(path))


@pytest.fixture
def shown_folder() -> Iterator[Path]:
    """A folder that others may enter, unlike those of tests."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def as_somebody_else(path: Path, how: str = "open") -> str:
    ran = subprocess.run(
        [sys.executable, "-c", WITHOUT_RIGHTS, str(path), how], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert "Traceback" not in ran.stderr, ran.stderr
    return ran.stdout.strip()


@pytest.mark.skipif(sys.platform == "win32", reason="rights are set in another way on Windows")
@pytest.mark.parametrize(("file_mode", "folder_mode"), [(0o444, 0o755), (0o666, 0o555), (0o444, 0o555)])
def test_a_file_or_folder_that_may_only_be_read_is_refused_and_can_be_looked_at(
    shown_folder: Path, file_mode: int, folder_mode: int
) -> None:
    path = shown_folder / "mine.trustcheck"
    open_store(str(path)).close()
    path.chmod(file_mode)
    shown_folder.chmod(folder_mode if os.geteuid() else folder_mode & 0o555)
    before = path.read_bytes()

    refused = as_somebody_else(path)
    looked = as_somebody_else(path, "look")
    shown_folder.chmod(0o755)

    assert refused.startswith("TrustCheck may not write to")
    assert looked == "0 rounds"
    assert path.read_bytes() == before
    assert [each.name for each in shown_folder.iterdir()] == [path.name]


@pytest.mark.skipif(sys.platform == "win32", reason="rights are set in another way on Windows")
def test_a_private_file_of_somebody_else_stays_closed(shown_folder: Path) -> None:
    path = shown_folder / "mine.trustcheck"
    open_store(str(path)).close()
    if os.geteuid():
        path.chmod(0)

    for how in ("open", "look"):
        assert as_somebody_else(path, how).startswith("TrustCheck may not write to")
