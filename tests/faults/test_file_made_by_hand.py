"""A data file made by hand to do harm: it is read as far as it makes sense, or refused in a sentence; nothing acts."""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from tests.faults.left_after_answering import file_with_a_round
from tests.storage.people import SETUP, opened, sheets
from trustcheck.app.ports import NotOpened, NotSaved
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.storage.store import SqliteStore, open_store

DAMAGED = "will not open in one piece"
_ENDLESS = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT"
ACTING = {
    "a trigger": "CREATE TRIGGER t AFTER INSERT ON answer BEGIN UPDATE answer SET code = 1; END",
    "an endless trigger": (
        f"CREATE TRIGGER t AFTER INSERT ON answer BEGIN INSERT INTO setting {_ENDLESS} max(x), 1 FROM c; END"
    ),
    "a trigger on deleting": "CREATE TRIGGER t BEFORE DELETE ON note BEGIN SELECT RAISE(IGNORE); END",
    "an endless view": f"DROP TABLE answer; CREATE VIEW answer AS {_ENDLESS} x AS response, 'A1' item, 3 code FROM c",
    "a virtual table": "CREATE VIRTUAL TABLE f USING fts5(a)",
}
_LOOSE = "PRAGMA ignore_check_constraints = ON;"
SENSELESS = {
    "no table of answers": "DROP TABLE answer",
    "a column less": "ALTER TABLE round DROP COLUMN at_item",
    "bytes for a name": "UPDATE organisation SET name = x'ff00'",
    "words for an answer": f"{_LOOSE} INSERT INTO answer SELECT id, 'A2', 'often' FROM response",
    "a number beyond the scale": f"{_LOOSE} INSERT INTO answer SELECT id, 'A2', 99999999999999 FROM response",
    "a point the scale has not": "INSERT INTO answer SELECT id, 'A2', 7 FROM response",
    "half a point": f"{_LOOSE} INSERT INTO answer SELECT id, 'A2', 2.5 FROM response",
    "a state nobody knows": f"{_LOOSE} UPDATE round SET state = 'mislaid'",
    "a day that is none": f"{_LOOSE} UPDATE round SET started_on = '9999-99-99'",
    "brackets without end": "UPDATE questionnaire SET text = replace(hex(zeroblob(100000)), '00', '[')",
    "a questionnaire of nothing": "UPDATE questionnaire SET text = '{}'",
    "no number where one should be": """UPDATE questionnaire SET text = replace(text, '"1.0.0"', 'NaN')""",
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "mine.trustcheck"


def planted(path: Path, statements: str) -> None:
    with closing(dbapi2.connect(str(path), isolation_level=None)) as driver:
        driver.executescript(statements)


@contextmanager
def looked_at(path: Path, *, look_only: bool) -> Iterator[SqliteStore]:
    store = open_store(str(path), create=False, look_only=look_only)
    try:
        yield store
    finally:
        store.close()


@pytest.mark.parametrize("look_only", [False, True], ids=["opened", "looked at"])
@pytest.mark.parametrize("statements", ACTING.values(), ids=ACTING)
def test_what_acts_by_itself_is_refused_and_the_file_untouched(path: Path, statements: str, look_only: bool) -> None:
    file_with_a_round(path)
    planted(path, statements)
    before = path.read_bytes()

    with pytest.raises(NotOpened, match="that TrustCheck never puts there"):
        open_store(str(path), create=False, look_only=look_only)

    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("look_only", [False, True], ids=["opened", "looked at"])
@pytest.mark.parametrize("statements", SENSELESS.values(), ids=SENSELESS)
def test_what_makes_no_sense_is_told_as_damage(path: Path, statements: str, look_only: bool) -> None:
    round_id = file_with_a_round(path)
    planted(path, statements)

    with looked_at(path, look_only=look_only) as store, pytest.raises(NotOpened, match=DAMAGED):
        store.rounds.round(round_id)


def test_an_answer_for_which_there_is_no_table_is_told_as_damage(path: Path) -> None:
    round_id = file_with_a_round(path)
    planted(path, "DROP TABLE answer")

    with looked_at(path, look_only=False) as store, pytest.raises(NotSaved, match="The data file is damaged"):
        store.rounds.save_answer(round_id, "A1", Answer(4))


def test_a_point_of_a_group_the_scale_has_not_is_told_as_damage(path: Path) -> None:
    store = open_store(str(path))
    round_id = opened(store, SETUP)
    store.sheets.add(round_id, sheets(range(1, 9)))
    store.groups.close(round_id, store.rounds.summaries()[0].started_on)
    store.close()
    planted(path, "UPDATE answer SET code = 6 WHERE item = 'A1'")

    with looked_at(path, look_only=True) as store, pytest.raises(NotOpened, match=DAMAGED):
        store.groups.round(round_id)


def test_more_columns_than_ours_harm_nobody(path: Path) -> None:
    round_id = file_with_a_round(path)
    planted(path, "ALTER TABLE answer ADD COLUMN mood TEXT DEFAULT 'calm'")

    with looked_at(path, look_only=False) as store:
        store.rounds.save_answer(round_id, "A1", Answer(4))
        assert store.rounds.round(round_id).response.answers == {"A1": Answer(4)}


def test_a_link_is_followed_to_the_file_and_stays_a_link(tmp_path: Path, path: Path) -> None:
    round_id = file_with_a_round(path)
    link = tmp_path / "link.trustcheck"
    link.symlink_to(path)

    with looked_at(link, look_only=False) as store:
        store.rounds.save_answer(round_id, "A1", Answer(4))

    assert link.is_symlink()
    assert sorted(each.name for each in tmp_path.iterdir()) == ["link.trustcheck", path.name]


def test_links_in_a_circle_are_refused(tmp_path: Path) -> None:
    one, other = tmp_path / "one.trustcheck", tmp_path / "other.trustcheck"
    one.symlink_to(other)
    other.symlink_to(one)

    with pytest.raises(NotOpened):
        open_store(str(one), create=False)


@pytest.mark.parametrize("companion", ["-wal", "-shm", "-journal", "-lock", ".schema-1.trustcheck.new"])
def test_a_link_that_lies_in_wait_beside_the_file_leads_nowhere(path: Path, tmp_path: Path, companion: str) -> None:
    """Whoever hands the file over in a folder of theirs may have put links where its companions will be."""
    victim = tmp_path / "precious"
    victim.write_text("kept for years")
    round_id = file_with_a_round(path)
    (tmp_path / f"{path.name}{companion}").symlink_to(victim)

    with suppress(NotOpened, NotSaved), looked_at(path, look_only=False) as store:
        store.rounds.save_answer(round_id, "A1", Answer(4))

    assert victim.read_text() == "kept for years"


def test_a_lock_that_is_a_link_makes_no_file_elsewhere(path: Path, tmp_path: Path) -> None:
    file_with_a_round(path)
    elsewhere = tmp_path / "elsewhere"
    (tmp_path / f"{path.name}-lock").symlink_to(elsewhere)

    with pytest.raises(NotOpened):
        open_store(str(path), create=False)

    assert not elsewhere.exists()


@pytest.mark.parametrize("look_only", [False, True])
def test_what_is_no_file_at_all_is_refused_and_not_waited_for(tmp_path: Path, look_only: bool) -> None:
    os.mkfifo(tmp_path / "pipe.trustcheck")
    for odd in (tmp_path / "pipe.trustcheck", Path("/dev/null"), Path("/dev/zero"), Path("/dev/full")):
        with pytest.raises(NotOpened):
            open_store(str(odd), create=False, look_only=look_only)
        assert not Path(f"{odd}-lock").exists()
