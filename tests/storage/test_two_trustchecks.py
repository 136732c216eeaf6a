"""Two programs on one file: the second is told so, may look, and a killed first one leaves nothing in its way."""

import subprocess
import sys
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from tests.faults.another_program import answers_seen_elsewhere
from tests.faults.holding import without_a_log
from tests.storage.kept_copies import KEEPING
from trustcheck.app.ports import NewRound, NotOpened, NotSaved
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.storage.file.lock import FileLock, Held
from trustcheck.storage.store import SqliteStore, open_store

# Opens the file, says so, and holds it until its input ends.
HOLD = """
import sys
from trustcheck.storage.store import open_store
store = open_store(sys.argv[1])
print("open", flush=True)
sys.stdin.read()
store.close()
"""
# What any program does that reads a file with SQLite: the last one to close it merges its log and removes it.
IN_USE = "Another TrustCheck has this file open. Two at once would muddle the answers. Close the other one first."


def other_trustcheck(path: Path) -> "subprocess.Popen[str]":
    other = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert other.stdout is not None
    assert other.stdout.readline() == "open\n"
    return other


def test_a_file_open_in_another_program_is_refused_until_it_is_closed_there(path: Path) -> None:
    with other_trustcheck(path) as other:
        with pytest.raises(NotOpened) as refused:
            open_store(str(path))
        other.communicate()

    assert str(refused.value) == IN_USE
    open_store(str(path), create=False).close()


def test_a_killed_program_holds_nothing(path: Path) -> None:
    with other_trustcheck(path) as other:
        other.kill()

    open_store(str(path), create=False).close()
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_whoever_lets_a_file_go_leaves_the_lock_of_another_that_came_into_its_place(tmp_path: Path) -> None:
    place = tmp_path / "stick"
    first = open_store(str(place / "mine.trustcheck"))
    place.rename(tmp_path / "drawer")
    second = open_store(str(place / "mine.trustcheck"))
    first.close()

    with pytest.raises(NotOpened) as refused:
        open_store(str(place / "mine.trustcheck"))

    assert str(refused.value) == IN_USE
    second.close()


def test_one_program_cannot_open_a_file_twice_either(store: SqliteStore, path: Path, new: NewRound) -> None:
    round_id = store.rounds.begin(new)

    with pytest.raises(NotOpened, match="Another TrustCheck"):
        open_store(str(path))

    store.rounds.save_answer(round_id, "A1", Answer(3))
    assert store.rounds.round(round_id).summary.answered == 1


def test_a_second_name_of_the_file_does_not_get_round_the_lock(store: SqliteStore, path: Path) -> None:
    link = path.with_name("link.trustcheck")
    link.symlink_to(path)

    with pytest.raises(NotOpened, match="Another TrustCheck"):
        open_store(str(link))


def test_looking_reads_what_is_being_answered_and_keeps_nothing(store: SqliteStore, path: Path, new: NewRound) -> None:
    round_id = store.rounds.begin(new)
    store.rounds.save_answer(round_id, "A1", Answer(3))

    looking = open_store(str(path), look_only=True)
    try:
        assert looking.rounds.round(round_id).response.answers == {"A1": Answer(3)}
        store.rounds.save_answer(round_id, "A2", Answer(4))
        assert looking.rounds.round(round_id).summary.answered == 2
        with pytest.raises(NotSaved, match="opened to look only"):
            looking.rounds.save_answer(round_id, "A3", Answer(5))
    finally:
        looking.close()
    store.rounds.save_answer(round_id, "A3", Answer(1))
    assert store.rounds.round(round_id).summary.answered == 3


def test_looking_at_a_closed_file_leaves_no_trace(path: Path, new: NewRound) -> None:
    store = open_store(str(path))
    store.rounds.begin(new)
    store.close()
    before = (sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns, path.parent.stat().st_mtime_ns)

    looking = open_store(str(path), look_only=True)
    assert len(looking.rounds.summaries()) == 1
    assert list(path.parent.iterdir()) == [path]
    looking.close()

    assert (sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns, path.parent.stat().st_mtime_ns) == before


def test_looking_at_the_file_of_a_killed_program_sees_its_last_answer_and_changes_no_byte(
    path: Path, new: NewRound
) -> None:
    script = (
        "import os, sys\n"
        "from trustcheck.storage.store import open_store\n"
        "from trustcheck.domain.questionnaire.answers import Answer\n"
        "store = open_store(sys.argv[1])\n"
        "store.rounds.save_answer(store.rounds.summaries()[0].id, 'A1', Answer(4))\n"
        "os.kill(os.getpid(), 9)\n"
    )
    first = open_store(str(path))
    round_id = first.rounds.begin(new)
    first.close()
    subprocess.run([sys.executable, "-c", script, str(path)], check=False)
    content = path.read_bytes()

    looking = open_store(str(path), look_only=True)
    assert looking.rounds.round(round_id).response.answers == {"A1": Answer(4)}
    looking.close()

    assert path.read_bytes() == content


def test_a_program_that_reads_where_there_is_no_log_puts_saving_off_and_does_no_harm(path: Path, new: NewRound) -> None:
    """As on a network folder: there, nobody can save while somebody reads, and each try says so."""
    with closing(open_store(str(path))) as store, closing(dbapi2.connect(str(path), isolation_level=None)) as reader:
        round_id = store.rounds.begin(new)
        without_a_log(store)
        store.rounds.save_answer(round_id, "A1", Answer(3))
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM answer").fetchall()

        for _try in range(2):
            with pytest.raises(NotSaved) as refused:
                store.rounds.save_answer(round_id, "A2", Answer(4))
            assert str(refused.value) == (
                "This answer is not saved yet. Another program is holding the data file. It is still on screen. Close "
                "it in the other program, then try again."
            )
        reader.execute("COMMIT")
        store.rounds.save_answer(round_id, "A2", Answer(4))

        assert store.rounds.round(round_id).response.answers == {"A1": Answer(3), "A2": Answer(4)}


def test_a_missing_file_cannot_be_looked_at_and_is_not_made(path: Path) -> None:
    with pytest.raises(NotOpened, match="There is no file"):
        open_store(str(path), look_only=True)

    assert not path.exists()


def test_of_many_who_want_the_lock_at_once_one_has_it(tmp_path: Path) -> None:
    """Taking and letting go removes and makes the lock file all the time, and still never two hold it."""
    holders: list[int] = []
    most: list[int] = []

    def want(turns: int) -> None:
        while turns:
            try:
                lock = FileLock(str(tmp_path / "lock"))
            except Held:
                continue
            holders.append(1)
            most.append(len(holders))
            holders.pop()
            lock.release()
            turns -= 1

    threads = [Thread(target=want, args=(50,)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert max(most) == 1
    assert len(most) == 200
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "look",
    [KEEPING.look_into, KEEPING.verify, lambda path: open_store(path, look_only=True).close()],
    ids=["look into", "verify", "open to look"],
)
def test_looking_at_the_open_file_lets_no_other_program_take_its_log_away(
    store: SqliteStore, path: Path, new: NewRound, look: Any
) -> None:
    round_id = store.rounds.begin(new)
    store.rounds.save_answer(round_id, "A1", Answer(4))

    look(str(path))
    assert answers_seen_elsewhere(path) == 1

    store.rounds.save_answer(round_id, "A2", Answer(2))
    assert answers_seen_elsewhere(path) == 2
