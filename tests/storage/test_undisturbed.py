"""What is read of a file that others may write is of one moment of it, or is not shown at all."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from trustcheck.app.ports import NewRound, NotOpened
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.storage import safekeeping
from trustcheck.storage.file import opening, whole_copy
from trustcheck.storage.file.key import FileKey
from trustcheck.storage.safekeeping import SqliteSafekeeping
from trustcheck.storage.store import SqliteStore, open_store

WRITTEN = "Another TrustCheck was writing to this file just now. Nothing in it was changed from here. Try again."
REPLACED = (
    "Meanwhile another TrustCheck wrote this file anew. Nothing in it was changed from here. Open it again. It may "
    "have another passphrase now."
)
KEEPING = SqliteSafekeeping()


@pytest.fixture
def closed(path: Path, new: NewRound) -> Path:
    with closing(open_store(str(path))) as store:
        store.rounds.save_answer(store.rounds.begin(new), "A1", Answer(3))
    return path


@pytest.fixture
def looking(closed: Path) -> Iterator[SqliteStore]:
    """A file that nobody had open when it was opened to look only."""
    looking = open_store(str(closed), look_only=True)
    assert answers(looking) == {"A1": Answer(3)}
    yield looking
    looking.close()


def answers(store: SqliteStore) -> dict[str, Answer]:
    return dict(store.rounds.round(store.rounds.summaries()[0].id).response.answers)


def write(path: Path) -> None:
    """What another TrustCheck does that opens the file, answers, and closes it."""
    with closing(open_store(str(path), create=False)) as store:
        round_id = store.rounds.summaries()[0].id
        for item in store.rounds.round(round_id).questionnaire.order:
            store.rounds.save_answer(round_id, item, Answer(5))
            store.rounds.save_note(round_id, item, "otter" * 99)


def test_whoever_looked_first_sees_what_is_answered_afterwards(looking: SqliteStore, closed: Path) -> None:
    with closing(open_store(str(closed), create=False)) as store:
        store.rounds.save_answer(store.rounds.summaries()[0].id, "A2", Answer(4))
        assert answers(looking) == {"A1": Answer(3), "A2": Answer(4)}
        store.rounds.save_answer(store.rounds.summaries()[0].id, "A1", Answer.DONT_KNOW)
        assert answers(looking) == {"A1": Answer.DONT_KNOW, "A2": Answer(4)}
    assert answers(looking) == {"A1": Answer.DONT_KNOW, "A2": Answer(4)}


def test_whoever_looked_first_sees_what_somebody_wrote_who_closed_the_file_again(
    looking: SqliteStore, closed: Path
) -> None:
    write(closed)

    assert set(answers(looking).values()) == {Answer(5)}


def test_a_file_that_was_moved_away_while_it_is_looked_at_is_missed_and_not_made_anew(
    looking: SqliteStore, closed: Path
) -> None:
    elsewhere = closed.rename(closed.with_name("elsewhere.trustcheck"))

    with pytest.raises(NotOpened, match="There is no file"):
        looking.rounds.summaries()
    assert [each.name for each in closed.parent.iterdir()] == [elsewhere.name]

    elsewhere.rename(closed)
    assert answers(looking) == {"A1": Answer(3)}


def test_what_was_read_while_somebody_wrote_is_not_shown(looking: SqliteStore, closed: Path) -> None:
    def read() -> list[Any]:
        with looking.file.reading() as connection:
            write(closed)
            return list(connection.exec_driver_sql("SELECT * FROM sqlite_master"))

    with pytest.raises(NotOpened) as refused:
        read()

    assert str(refused.value) == WRITTEN
    assert set(answers(looking).values()) == {Answer(5)}


def test_a_file_that_is_written_while_it_is_verified_is_not_called_damaged(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def verify(path: str, *_given: object) -> None:
        write(Path(path))

    monkeypatch.setattr(safekeeping, "verify", verify)

    with pytest.raises(NotOpened) as refused:
        KEEPING.verify(str(closed))

    assert str(refused.value) == WRITTEN


def test_a_file_that_is_written_while_it_is_backed_up_leaves_no_backup(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy_of = whole_copy.copy_of

    def copy(*given: Any) -> None:
        copy_of(*given)
        write(closed)

    monkeypatch.setattr(whole_copy, "copy_of", copy)

    with pytest.raises(NotOpened) as refused:
        KEEPING.back_up(str(closed), str(closed.with_name("stick.trustcheck")))

    assert str(refused.value) == WRITTEN
    assert [each.name for each in closed.parent.iterdir()] == [closed.name]


@pytest.mark.parametrize("look_only", [False, True])
def test_a_file_that_gets_a_passphrase_while_it_is_opened_is_not_called_somebody_elses(
    closed: Path, monkeypatch: pytest.MonkeyPatch, look_only: bool
) -> None:
    key_of = opening.key_of

    def too_early(path: str, passphrase: str) -> FileKey | None:
        monkeypatch.setattr(opening, "key_of", key_of)
        key = key_of(path, passphrase)
        KEEPING.protect(path, "", "seven herons on a weir")
        return key

    monkeypatch.setattr(opening, "key_of", too_early)

    with pytest.raises(NotOpened) as refused:
        open_store(str(closed), create=False, look_only=look_only)

    assert str(refused.value) == REPLACED
