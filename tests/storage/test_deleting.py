"""What is deleted is gone from the bytes of the file too, and nothing else is."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

from sqlcipher3 import dbapi2

from trustcheck.app.ports import NewRound
from trustcheck.domain.answers import Fact, PracticeAnswer
from trustcheck.domain.round import Promise
from trustcheck.storage.round_store import SqliteStore, open_store

MARK = "heron-on-the-weir"


def copies(folder: Path) -> int:
    """How often the planted words stand in any file of a folder, the log included."""
    return sum(each.read_bytes().count(MARK.encode()) for each in folder.iterdir())


def planted(store: SqliteStore, new: NewRound, mark: str = MARK) -> int:
    """A round whose every free text holds the mark, notes long and many enough to fill pages."""
    round_id = store.begin_round(replace(new, organisation=f"{mark} Ltd", leaders_are=mark))
    for item in new.questionnaire.order:
        store.save_note(round_id, item, f"{mark} " * 20)
        store.save_note(round_id, item, f"{mark} " * 25)
        store.save_fact(round_id, item, PracticeAnswer(item, Fact.YES, f"{mark} " * 20))
    store.save_promise(round_id, Promise(mark, None, mark))
    return round_id


def test_nor_do_rows_that_made_room_for_others_leave_words_where_they_stood(
    store: SqliteStore, path: Path, new: NewRound
) -> None:
    """Rows move when a page is full, and what they leave behind is no row. Ids are drawn, so it is tried often."""
    for number in range(40):
        round_id = planted(store, new)
        planted(store, new, mark=f"stays {number}")

        store.delete_round(round_id)

        assert copies(path.parent) == 0


def test_a_deleted_round_leaves_no_byte_while_the_file_is_still_open(
    store: SqliteStore, path: Path, new: NewRound
) -> None:
    stays = store.begin_round(new)
    store.save_note(stays, "A1", "stays")
    round_id = planted(store, new)
    assert copies(path.parent) > 100

    store.delete_round(round_id)

    assert copies(path.parent) == 0
    assert store.round(stays).notes == {"A1": "stays"}


def test_emptied_notes_leave_no_byte_after_closing(path: Path, new: NewRound) -> None:
    store = open_store(str(path))
    round_id = store.begin_round(new)
    for item in new.questionnaire.order:
        store.save_note(round_id, item, f"{MARK} " * 25)
    for item in new.questionnaire.order:
        store.save_note(round_id, item, "")
    store.close()

    assert copies(path.parent) == 0


def test_the_search_would_find_what_an_ordinary_deletion_leaves(path: Path, new: NewRound) -> None:
    store = open_store(str(path))
    planted(store, new)
    store.close()

    with closing(dbapi2.connect(str(path), isolation_level=None)) as driver:
        driver.execute("PRAGMA secure_delete = OFF")
        driver.execute("PRAGMA foreign_keys = ON")
        driver.execute("DELETE FROM organisation")
        driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    assert copies(path.parent) > 0


def stopped_before_tidying(path: Path, new: NewRound, damage: str) -> None:
    """A file with an organisation that was deleted and two that were not, as a program leaves it that was stopped."""
    store = open_store(str(path))
    for name in (f"{MARK} Ltd", "The mill", "The weir"):
        store.begin_round(replace(new, organisation=name))
    gone = next(each for each in store.organisations() if each.name == f"{MARK} Ltd")
    store.delete_organisation(gone.id)
    store._file.close()
    with closing(dbapi2.connect(str(path), isolation_level=None)) as driver:
        driver.execute("PRAGMA foreign_keys = OFF")
        driver.execute(damage)


def organisations_in(path: Path) -> set[str]:
    with closing(dbapi2.connect(str(path))) as driver:
        return {name for (name,) in driver.execute("SELECT name FROM organisation")}


def test_what_a_stopped_program_left_to_delete_goes_when_the_file_is_opened(path: Path, new: NewRound) -> None:
    stopped_before_tidying(path, new, "SELECT 1")
    assert copies(path.parent) > 0

    open_store(str(path)).close()

    assert copies(path.parent) == 0
    assert organisations_in(path) == {"The mill", "The weir"}


def test_nothing_goes_from_a_damaged_file_where_what_nobody_finds_may_be_kept_by_somebody(
    path: Path, new: NewRound
) -> None:
    """Where the checks do not read, every organisation looks like one that nobody keeps."""
    stopped_before_tidying(path, new, "DELETE FROM round")
    everybody = organisations_in(path)

    open_store(str(path)).close()

    assert organisations_in(path) == everybody
