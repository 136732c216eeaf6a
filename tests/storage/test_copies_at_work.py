"""What a window needs of its open file: whether a copy is due, what a copy leaves out, and going on elsewhere."""

import threading
from datetime import date
from pathlib import Path

import pytest

from tests.storage.kept_copies import KEEPING, MARK, TODAY, marked, planted
from trustcheck.app.ports import NewRound, NotSaved, NotTaken, NotWritten
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.storage.store import open_store


@pytest.fixture(params=["", "the quiet heron"], ids=["readable", "protected"])
def passphrase(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_a_copy_is_current_until_something_is_written(path: Path, new: NewRound, passphrase: str) -> None:
    store = open_store(str(path), passphrase=passphrase)
    round_id = planted(store, new)
    assert store.safety.has_changed
    assert not store.safety.has_current_copy()

    store.safety.make_copy(TODAY)
    assert not store.safety.has_changed
    assert store.safety.has_current_copy()
    store.rounds.summaries()
    assert not store.safety.has_changed

    store.rounds.save_answer(round_id, "A1", Answer(2))
    assert store.safety.has_changed
    assert not store.safety.has_current_copy()
    store.close()


def test_a_file_that_was_only_opened_and_read_needs_no_copy(path: Path, new: NewRound, passphrase: str) -> None:
    store = open_store(str(path), passphrase=passphrase)
    planted(store, new)
    store.safety.make_copy(TODAY)
    store.close()

    again = open_store(str(path), passphrase=passphrase)
    assert again.safety.has_current_copy()
    assert not again.safety.has_changed
    again.close()


def test_a_damaged_copy_is_no_current_one(path: Path, new: NewRound) -> None:
    store = open_store(str(path))
    planted(store, new)
    copy = Path(store.safety.make_copy(TODAY).path)
    copy.write_bytes(copy.read_bytes()[:5000])

    assert not store.safety.has_current_copy()
    store.close()


def test_what_was_deleted_and_can_still_come_back_is_in_no_copy(path: Path, new: NewRound, passphrase: str) -> None:
    store = open_store(str(path), passphrase=passphrase)
    planted(store, new)
    planted(store, new, "another place")
    gone = next(each for each in store.organisations.all() if each.name == f"{MARK} Ltd")
    store.organisations.delete(gone.id)

    copy = store.safety.make_copy(TODAY)
    contents = store.safety.back_up(str(path.with_name("stick.trustcheck")))

    assert [each.name for each in contents.organisations] == ["another place Ltd"]
    assert KEEPING.look_into(copy.path, passphrase) == contents
    assert store.safety.copies_holding(organisation=gone.id) == 0
    store.organisations.bring_back(gone.id)
    assert len(store.organisations.all()) == 2
    store.organisations.delete(gone.id)
    store.close()
    assert marked(path.parent) == []


def test_what_is_written_while_the_file_moves_is_either_moved_or_refused(path: Path, new: NewRound) -> None:
    store = open_store(str(path))
    round_id = planted(store, new)
    saved: list[int] = []
    refused: list[NotSaved] = []
    begun, moved = threading.Event(), threading.Event()

    def answer() -> None:
        at = 0
        while not moved.is_set() or at < 3:
            at += 1
            try:
                store.rounds.save_answer(round_id, new.questionnaire.order[0], Answer(1 + at % 5))
            except NotSaved as no:
                refused.append(no)
            else:
                saved.append(1 + at % 5)
            begun.set()

    writer = threading.Thread(target=answer)
    writer.start()
    begun.wait()
    store.safety.move_to(str(path.with_name("moved.trustcheck")))
    moved.set()
    writer.join()

    assert store.rounds.round(round_id).response.answer(new.questionnaire.order[0]) == Answer(saved[-1])
    assert all("closed" in no.sentence for no in refused)
    store.close()


def test_a_move_that_does_not_work_leaves_the_file_taking_answers(path: Path, new: NewRound, tmp_path: Path) -> None:
    store = open_store(str(path))
    round_id = planted(store, new)
    in_the_way = tmp_path / "a file"
    in_the_way.write_bytes(b"")

    with pytest.raises(NotWritten):
        store.safety.move_to(str(in_the_way / "mine.trustcheck"))

    store.rounds.save_answer(round_id, "A1", Answer(3))
    assert store.path == str(path)
    store.close()


def test_no_copy_is_made_of_a_file_that_was_let_go(path: Path) -> None:
    store = open_store(str(path))
    store.close()

    with pytest.raises(NotWritten, match="closed"):
        store.safety.make_copy(date(2026, 11, 22))
    assert not store.safety.has_current_copy()
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_only_what_a_disk_would_not_take_may_be_saved_elsewhere(path: Path, new: NewRound) -> None:
    store = open_store(str(path))
    round_id = planted(store, new)
    with pytest.raises(NotSaved) as too_long:
        store.rounds.save_note(round_id, "A1", "x" * 20_000)
    path.unlink()
    with pytest.raises(NotTaken):
        store.rounds.save_answer(round_id, "A1", Answer(2))

    assert not isinstance(too_long.value, NotTaken)
    store.close()


def test_somebody_who_looks_sees_what_is_answered_meanwhile(path: Path, new: NewRound) -> None:
    open_store(str(path)).close()
    store = open_store(str(path))
    looking = open_store(str(path), look_only=True)
    assert looking.rounds.summaries() == ()

    planted(store, new)

    assert len(looking.rounds.summaries()) == 1
    store.close()
    looking.close()
