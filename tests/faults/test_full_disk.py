"""A disk that takes no more: what was called saved stays, the next answer says so, and trying again works."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests import builders
from tests.faults.no_more_room import no_file_above
from tests.storage import people
from trustcheck.app.ports import NewRound, NotOpened, NotSaved, NotWritten
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.exchange.files.atomic_files import write_whole
from trustcheck.storage.safekeeping import SqliteSafekeeping
from trustcheck.storage.store import SqliteStore, open_store

KEEPING = SqliteSafekeeping()
ASKED = builders.questionnaire({"people": {"A": 20, "B": 20}})
FAR_TOO_MANY = 3000
"""Answers for which no disk here has room."""
FULL = "This answer is not saved yet. The disk says it is full. It is still on screen. Make some room, then try again."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "mine.trustcheck"


def begun(store: SqliteStore) -> int:
    return store.rounds.begin(NewRound("Here", Form.FULL, Perspective.STAFF, ASKED, "", date(2026, 11, 22)))


def answer_until_refused(store: SqliteStore, round_id: int, kept: dict[str, Answer]) -> tuple[int, str, Answer]:
    """How many were called saved, and the one that was not. ``kept`` takes the saved ones."""
    for at in range(FAR_TOO_MANY):
        item, answer = ASKED.order[at % 40], Answer(1 + (at // 40) % 5)
        try:
            store.rounds.save_answer(round_id, item, answer)
        except NotSaved:
            with pytest.raises(NotSaved) as again:
                store.rounds.save_answer(round_id, item, answer)
            assert str(again.value) == FULL
            return at, item, answer
        kept[item] = answer
    raise AssertionError("more was called saved than there is room for")


def test_a_full_disk_loses_no_saved_answer_and_trying_again_works(
    path: Path, print_figures: Callable[[str], None]
) -> None:
    store = open_store(str(path))
    round_id = begun(store)
    kept: dict[str, Answer] = {}
    log = path.with_name(f"{path.name}-wal")

    with no_file_above(log.stat().st_size + 400_000):
        saved, item, answer = answer_until_refused(store, round_id, kept)
        assert store.rounds.round(round_id).response.answers == kept
    store.rounds.save_answer(round_id, item, answer)
    kept[item] = answer
    store.close()

    again = open_store(str(path), create=False)
    assert again.rounds.round(round_id).response.answers == kept
    again.close()
    print_figures(f"disk full: {saved} answers called saved, 0 lost, the refused one saved after making room")


def test_a_program_that_ends_on_a_full_disk_finds_everything_again(path: Path) -> None:
    store = open_store(str(path))
    round_id = begun(store)
    kept: dict[str, Answer] = {}
    with no_file_above(path.stat().st_size + 200_000):
        answer_until_refused(store, round_id, kept)
        store.close()

        again = open_store(str(path), create=False)
        assert again.rounds.round(round_id).response.answers == kept
        again.close()


def test_sheets_that_find_no_room_are_not_taken_at_all_and_are_taken_once_there_is_some(path: Path) -> None:
    store = open_store(str(path))
    round_id = people.opened(store)
    store.sheets.add(round_id, people.sheets(range(10)))
    many = people.sheets(range(100, 3000))

    with no_file_above(400_000), pytest.raises(NotSaved, match=r"not saved yet\. The disk says it is full"):
        store.sheets.add(round_id, many)
    assert store.groups.arrived(round_id).all_finished == 10

    store.sheets.add(round_id, many)
    assert store.groups.arrived(round_id).all_finished == 2910
    store.close()


def test_a_check_that_finds_no_room_to_close_stays_open_and_closes_once_there_is_some(path: Path) -> None:
    store = open_store(str(path))
    round_id = people.opened(store)
    store.sheets.add(round_id, people.sheets(range(3000)))

    with no_file_above(400_000), pytest.raises(NotSaved, match=r"not closed yet\. The disk says it is full"):
        store.groups.close(round_id, people.DAY)
    assert store.groups.arrived(round_id).all_finished == 3000
    store.sheets.add(round_id, people.sheets([3001]))

    store.groups.close(round_id, people.DAY)
    assert len(store.groups.round(round_id).responses) == 3001
    store.close()


def test_a_note_and_a_promise_are_named_as_what_they_are(path: Path) -> None:
    store = open_store(str(path))
    round_id = begun(store)
    with no_file_above(1000):
        with pytest.raises(NotSaved, match=r"This note is not saved yet\. The disk says it is full"):
            store.rounds.save_note(round_id, "A1", "words")
        with pytest.raises(NotSaved, match=r"This change is not saved yet\. The disk says it is full"):
            store.rounds.close(round_id, date(2026, 11, 22))
    store.close()


def test_a_data_file_that_finds_no_room_is_refused_in_words(path: Path) -> None:
    with no_file_above(1000), pytest.raises(NotOpened, match="the disk says it is full"):
        open_store(str(path))

    open_store(str(path)).close()


def test_a_report_that_finds_no_room_leaves_the_old_one_whole(tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"
    write_whole(str(target), b"old")

    with no_file_above(1000), pytest.raises(NotWritten, match="the disk says it is full"):
        write_whole(str(target), b"x" * 5000)

    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize(
    "keep",
    [
        lambda file: KEEPING.back_up(file, f"{file}.backup"),
        lambda file: KEEPING.restore(file, f"{file}.restored", people.DAY),
        lambda file: KEEPING.protect(file, "", "the quiet heron"),
        lambda file: KEEPING.rescue(file, f"{file}.rescued"),
    ],
    ids=["backup", "restore", "protect", "rescue"],
)
def test_a_data_file_is_not_called_damaged_because_its_copy_found_no_room(
    path: Path, keep: Callable[[str], object]
) -> None:
    store = open_store(str(path))
    store.sheets.add(people.opened(store), people.sheets(range(300)))
    store.close()

    with no_file_above(60_000), pytest.raises(NotWritten, match="was not written: the disk says it is full"):
        keep(str(path))

    assert KEEPING.verify(str(path)).is_whole
    assert list(path.parent.iterdir()) == [path]


def test_nor_because_its_automatic_copy_found_none(path: Path) -> None:
    store = open_store(str(path))
    store.sheets.add(people.opened(store), people.sheets(range(300)))

    with no_file_above(60_000), pytest.raises(NotWritten, match="was not written: the disk says it is full"):
        store.safety.make_copy(people.DAY)

    assert store.safety.make_copy(people.DAY)
    store.close()
