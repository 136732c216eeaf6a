"""What is deleted is gone from the bytes of the file too, and nothing else is."""

import random
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from trustcheck.app.ports import NewRound
from trustcheck.domain.checks.round import OrganisationDetails, Promise
from trustcheck.domain.questionnaire.answers import Fact, PracticeAnswer
from trustcheck.storage.rounds.tidying import is_marked
from trustcheck.storage.store import SqliteStore, open_store

MARK = "heron-on-the-weir"


def copies(folder: Path) -> int:
    """How often the planted words stand in any file of a folder, the log included."""
    return sum(each.read_bytes().count(MARK.encode()) for each in folder.iterdir())


def planted(store: SqliteStore, new: NewRound, mark: str = MARK) -> int:
    """A round whose every free text holds the mark, notes long and many enough to fill pages."""
    round_id = store.rounds.begin(replace(new, organisation=f"{mark} Ltd", leaders_are=mark))
    for item in new.questionnaire.order:
        store.rounds.save_note(round_id, item, f"{mark} " * 20)
        store.rounds.save_note(round_id, item, f"{mark} " * 25)
        store.rounds.save_fact(round_id, item, PracticeAnswer(item, Fact.YES, f"{mark} " * 20))
    store.rounds.save_promise(round_id, Promise(mark, None, mark))
    return round_id


@pytest.mark.parametrize("times", [12, pytest.param(200, marks=pytest.mark.long)])
def test_nor_do_rows_that_made_room_for_others_leave_words_where_they_stood(
    store: SqliteStore, path: Path, new: NewRound, times: int
) -> None:
    """Rows move when a page is full, and what they leave behind is no row. Ids are drawn, so it is tried often."""
    for number in range(times):
        round_id = planted(store, new)
        planted(store, new, mark=f"stays {number}")

        store.rounds.delete(round_id)

        assert copies(path.parent) == 0


def test_a_deleted_round_leaves_no_byte_while_the_file_is_still_open(
    store: SqliteStore, path: Path, new: NewRound
) -> None:
    stays = store.rounds.begin(new)
    store.rounds.save_note(stays, "A1", "stays")
    round_id = planted(store, new)
    assert copies(path.parent) > 100

    store.rounds.delete(round_id)

    assert copies(path.parent) == 0
    assert store.rounds.round(stays).notes == {"A1": "stays"}


def test_emptied_notes_leave_no_byte_after_closing(path: Path, new: NewRound) -> None:
    store = open_store(str(path))
    round_id = store.rounds.begin(new)
    for item in new.questionnaire.order:
        store.rounds.save_note(round_id, item, f"{MARK} " * 25)
    for item in new.questionnaire.order:
        store.rounds.save_note(round_id, item, "")
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
        store.rounds.begin(replace(new, organisation=name))
    gone = next(each for each in store.organisations.all() if each.name == f"{MARK} Ltd")
    store.organisations.delete(gone.id)
    store.file.close()
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


TakesBack = Callable[[SqliteStore, int], None]


def details_of(store: SqliteStore, words: str) -> None:
    (mine,) = store.organisations.all()
    store.organisations.save_details(mine.id, OrganisationDetails(words, words, words, "", words))


def fact(words: str) -> PracticeAnswer:
    return PracticeAnswer("A1", Fact.YES, words)


SAYS: dict[str, tuple[TakesBack, TakesBack]] = {
    "a note": (
        lambda store, check: store.rounds.save_note(check, "A1", MARK),
        lambda s, c: s.rounds.save_note(c, "A1", ""),
    ),
    "some words of a note": (
        lambda store, check: store.rounds.save_note(check, "A1", f"It was {MARK} who said so."),
        lambda store, check: store.rounds.save_note(check, "A1", "It was somebody who said so."),
    ),
    "evidence": (
        lambda store, check: store.rounds.save_fact(check, "A1", fact(MARK)),
        lambda store, check: store.rounds.save_fact(check, "A1", fact("")),
    ),
    "a fact": (
        lambda store, check: store.rounds.save_fact(check, "A1", fact(MARK)),
        lambda s, c: s.rounds.save_fact(c, "A1", None),
    ),
    "a promise": (
        lambda store, check: store.rounds.save_promise(check, Promise(MARK, None, MARK)),
        lambda store, check: store.rounds.take_back_promise(check, 1),
    ),
    "what was written of an organisation": (
        lambda store, _check: details_of(store, MARK),
        lambda store, _check: details_of(store, ""),
    ),
    "a name": (
        lambda store, _check: store.organisations.rename(store.organisations.all()[0].id, f"{MARK} Ltd"),
        lambda store, _check: store.organisations.rename(store.organisations.all()[0].id, "The mill"),
    ),
}


@pytest.mark.parametrize(("says", "takes_back"), SAYS.values(), ids=SAYS)
def test_what_is_taken_back_is_nowhere_while_the_file_is_still_open(
    path: Path, new: NewRound, says: TakesBack, takes_back: TakesBack
) -> None:
    store = open_store(str(path))
    round_id = store.rounds.begin(new)
    says(store, round_id)
    store.safety.forget_taken_back()
    assert copies(path.parent) > 0, "what is kept stays"
    takes_back(store, round_id)
    assert copies(path.parent) > 0, "the log still holds it"
    assert store.safety.holds_what_was_taken_back

    store.safety.forget_taken_back()

    assert copies(path.parent) == 0
    assert not store.safety.holds_what_was_taken_back
    with store.file.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM setting WHERE name = 'untidy'").scalar_one() == 0
    store.close()


@pytest.mark.parametrize("seed", [7, 28])
def test_nor_do_notes_that_made_room_for_others_stay_where_they_stood(path: Path, new: NewRound, seed: int) -> None:
    """Rows move when a page is full, and what they leave behind is no row. With these lengths and ids it is found."""
    chance = random.Random(seed)
    store = open_store(str(path), draw=chance.getrandbits)
    first = store.rounds.begin(new)
    for _each in range(6):
        last = store.rounds.begin(new)
        for item in new.questionnaire.order:
            store.rounds.save_note(first, item, f"{MARK} " * chance.randrange(3, 20))
            store.rounds.save_note(last, item, "stays " * chance.randrange(5, 80))
    for item in new.questionnaire.order:
        store.rounds.save_note(first, item, "")

    store.safety.forget_taken_back()

    assert copies(path.parent) == 0
    store.close()


def test_whoever_writes_on_has_the_file_packed_for_nothing(store: SqliteStore, new: NewRound) -> None:
    round_id = store.rounds.begin(new)
    for words in ("It was", "It was seldom", "It was seldom so."):
        store.rounds.save_note(round_id, "A1", words)

    assert not is_marked(store.file)


def test_one_deleted_organisation_is_forgotten_and_the_other_can_still_come_back(
    store: SqliteStore, path: Path, new: NewRound
) -> None:
    for name in (f"{MARK} Ltd", "The mill"):
        store.rounds.begin(replace(new, organisation=name))
    gone, mill = sorted(store.organisations.all(), key=lambda each: each.name == "The mill")
    store.organisations.delete(gone.id)
    store.organisations.delete(mill.id)
    assert store.organisations.deleted() == {gone.id, mill.id}

    store.organisations.forget(gone.id)

    assert copies(path.parent) == 0
    assert store.organisations.deleted() == {mill.id}
    store.organisations.bring_back(mill.id)
    store.organisations.forget(mill.id)
    assert [each.name for each in store.organisations.all()] == ["The mill"]


def test_what_a_killed_program_left_in_the_log_is_to_be_forgotten_as_well(
    store: SqliteStore, path: Path, new: NewRound, tmp_path: Path
) -> None:
    round_id = store.rounds.begin(new)
    for number, words in enumerate((MARK, "")):
        store.rounds.save_note(round_id, "A1", words)
        killed = tmp_path / f"killed {number}"
        killed.mkdir()
        for each in path.parent.glob(f"{path.name}*"):
            (killed / each.name).write_bytes(each.read_bytes())

    with closing(open_store(str(tmp_path / "killed 0" / path.name))) as again:
        assert again.safety.holds_what_was_taken_back
    with closing(open_store(str(killed / path.name))):
        assert copies(killed) == 0


def test_a_file_in_which_nothing_was_changed_has_nothing_to_forget(path: Path) -> None:
    open_store(str(path)).close()
    for look_only in (False, True):
        with closing(open_store(str(path), look_only=look_only)) as opened:
            assert not opened.safety.holds_what_was_taken_back
