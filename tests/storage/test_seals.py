"""A closed check whose answers were changed behind our back is not shown with another score."""

from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from tests.storage.people import DAY, opened, sheets
from trustcheck.app.ports import Damaged, NewRound
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.storage.safekeeping import SqliteSafekeeping
from trustcheck.storage.store import SqliteStore, open_store


def changed(path: Path, statement: str) -> None:
    with closing(dbapi2.connect(str(path), isolation_level=None)) as driver:
        driver.execute(statement)


@pytest.fixture
def personal(path: Path, new: NewRound) -> int:
    """One person's closed check in a closed file; its id."""
    store = open_store(str(path))
    round_id = store.rounds.begin(new)
    for item in new.questionnaire.order:
        store.rounds.save_answer(round_id, item, Answer(4))
    store.rounds.close(round_id, DAY)
    store.close()
    return round_id


@pytest.fixture
def group(path: Path) -> int:
    store = open_store(str(path))
    round_id = opened(store)
    store.sheets.add(round_id, sheets(range(8)))
    store.groups.close(round_id, DAY)
    store.close()
    return round_id


CHANGES = [
    "UPDATE answer SET code = 5 WHERE item = 'A1' AND response = (SELECT min(response) FROM answer)",
    "DELETE FROM answer WHERE item = 'A2' AND response = (SELECT max(response) FROM answer)",
    "UPDATE response SET perspective = 'leader' WHERE id = (SELECT min(id) FROM response)",
]


@pytest.mark.parametrize("change", CHANGES)
def test_a_changed_answer_of_one_person_is_told_as_damage(path: Path, personal: int, change: str) -> None:
    changed(path, change)
    store = open_store(str(path))
    with pytest.raises(Damaged):
        store.rounds.round(personal)
    store.close()

    assert SqliteSafekeeping().verify(str(path)).damages == (
        "The check begun on 20 November 2026 does not read as what was answered.",
    )  # fmt: skip


@pytest.mark.parametrize("change", [each.replace("= 5", "= 7 - code") for each in CHANGES])
def test_a_changed_sheet_of_several_people_is_told_as_damage(path: Path, group: int, change: str) -> None:
    changed(path, change)
    store = open_store(str(path))
    with pytest.raises(Damaged):
        store.groups.round(group)
    store.close()

    assert not SqliteSafekeeping().verify(str(path)).is_whole


def test_what_a_person_changes_by_our_own_hand_is_sealed_again(path: Path, personal: int) -> None:
    store = open_store(str(path))
    store.rounds.reopen(personal)
    store.rounds.save_answer(personal, "A1", Answer(1))
    store.rounds.close(personal, DAY)
    store.rounds.save_answer(personal, "A2", Answer(2))

    answers = store.rounds.round(personal).response.answers
    store.close()
    assert (answers["A1"], answers["A2"]) == (Answer(1), Answer(2))


def test_a_check_that_was_closed_again_is_sealed_again(path: Path, group: int) -> None:
    store = open_store(str(path))
    store.groups.reopen(group)
    store.sheets.add(group, sheets(range(20, 30)))
    store.groups.close(group, DAY + timedelta(days=1))

    assert len(store.groups.round(group).responses) == 18
    store.close()


def test_a_seal_goes_with_its_check(store: SqliteStore, new: NewRound) -> None:
    round_id = store.rounds.begin(new)
    store.rounds.close(round_id, DAY)
    store.rounds.delete(round_id)

    with store.file.reading() as connection:
        sealed = connection.exec_driver_sql("SELECT count(*) FROM setting WHERE name LIKE 'seal%'")
        assert sealed.scalar_one() == 0


def test_a_check_closed_by_an_earlier_version_has_no_seal_and_reads(path: Path, personal: int) -> None:
    changed(path, "DELETE FROM setting WHERE name LIKE 'seal%'")

    store = open_store(str(path))
    assert len(store.rounds.round(personal).response.answers) > 0
    store.close()
