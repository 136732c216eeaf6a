"""After closing, the bytes of the file tell neither who was first, nor who wrote which note, nor what a code was."""

import random
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlcipher3 import dbapi2

from tests.storage.as_written import as_written
from tests.storage.people import DAY, LEADER, SETUP, STAFF, opened, sheet
from trustcheck.app.ports import SealedSheet
from trustcheck.domain.checks.group_round import NotesUse
from trustcheck.domain.checks.round import OrganisationDetails
from trustcheck.storage.file.data_file import DataFile
from trustcheck.storage.rounds import tidying
from trustcheck.storage.store import SqliteStore, open_store

MARK = "heron-on-the-weir"
PEOPLE = 60
KEY = b"key-of-replies".ljust(32, b"!")


def rows(path: Path, question: str) -> list[tuple[object, ...]]:
    with closing(dbapi2.connect(f"{path.as_uri()}?mode=ro", uri=True)) as driver:
        return list(driver.execute(question).fetchall())


def bytes_beside(path: Path) -> bytes:
    """Everything in the folder: the file, and the log while it is open."""
    return b"".join(each.read_bytes() for each in sorted(path.parent.iterdir()))


def arrive_one_by_one(store: SqliteStore, round_id: int, people: range) -> list[int]:
    """Sheets come one after the other; the ids under which they stood meanwhile, in that order."""
    ids: list[int] = []
    for each in people:
        perspective = LEADER if each % 3 == 0 else STAFF
        store.sheets.add(round_id, [sheet(each, perspective, code=f"CODE-{each}", notes={"A1": f"{MARK} {each:03}"})])
        with store.file.reading() as connection:
            known = connection.exec_driver_sql("SELECT id FROM response").scalars()
            ids += [id_ for id_ in known if id_ not in ids]
    return ids


@pytest.fixture
def collected(path: Path) -> Iterator[tuple[SqliteStore, int, list[int]]]:
    """An open check with many sheets that came one by one, and a store that is still open."""
    store = open_store(str(path), draw=random.Random(11).getrandbits)
    round_id = opened(store)
    yield store, round_id, arrive_one_by_one(store, round_id, range(PEOPLE))
    store.close()


def test_ids_of_the_collecting_are_nowhere_in_the_file_or_its_log(
    collected: tuple[SqliteStore, int, list[int]], path: Path
) -> None:
    store, round_id, before = collected
    written = [form for each in before for form in as_written(each)]
    assert len(before) == PEOPLE
    assert all(each in bytes_beside(path) for each in written)

    store.groups.close(round_id, DAY)

    assert not any(each in bytes_beside(path) for each in written)


def test_codes_and_drafts_are_nowhere_in_the_file_or_its_log(
    collected: tuple[SqliteStore, int, list[int]], path: Path
) -> None:
    store, round_id, _ = collected
    store.sheets.save_sealed(round_id, SealedSheet(77, b"sealed-heron" * 900))
    store.groups.lock_round(round_id, b"lock-of-heron")
    store.sheets.reply_key(round_id, lambda: KEY)
    for trace in (b"CODE-7", b"sealed-heron", b"lock-of-heron", KEY):
        assert trace in bytes_beside(path)

    store.groups.close(round_id, DAY)

    for trace in (b"CODE-", b"sealed-heron", b"lock-of-heron", KEY):
        assert trace not in bytes_beside(path)


def test_the_packed_file_has_no_free_page_and_an_empty_log(
    collected: tuple[SqliteStore, int, list[int]], path: Path
) -> None:
    store, round_id, _ = collected
    store.groups.close(round_id, DAY)

    assert rows(path, "PRAGMA freelist_count") == [(0,)]
    assert path.with_name(f"{path.name}-wal").stat().st_size == 0
    assert rows(path, "PRAGMA integrity_check") == [("ok",)]


def places(path: Path) -> dict[str, list[int]]:
    """Who stands where: people in the order of each table's own rows, and of the bytes of the file."""
    person = {
        answers: each
        for each in range(PEOPLE)
        for answers in [tuple(sorted((item, answer.code) for item, answer in sheet(each).response))]
    }
    answers: dict[int, list[tuple[str, int]]] = {}
    for response, item, code in rows(path, "SELECT response, item, code FROM answer"):
        assert isinstance(response, int)
        answers.setdefault(response, []).append((str(item), int(str(code))))
    who = {response: person[tuple(sorted(given))] for response, given in answers.items()}
    order = {
        table: [who[int(str(row[0]))] for row in rows(path, f"SELECT {key} FROM {table} NOT INDEXED ORDER BY rowid")]
        for table, key in (("response", "id"), ("sheet", "response"))
    }
    order["answer"] = [who[each] for each in answers]
    content = path.read_bytes()
    at = sorted(range(PEOPLE), key=lambda each: content.index(f"{MARK} {each:03}".encode()))
    texts = [str(row[0]) for row in rows(path, "SELECT text FROM group_note NOT INDEXED ORDER BY rowid")]
    return {**order, "note": [int(each.removeprefix(MARK)) for each in texts], "bytes of notes": at}


def agreement(first: list[int], second: list[int]) -> float:
    """Kendall's tau: 1 for the same order, -1 for the reverse, about 0 where one says nothing of the other."""
    place = {person: at for at, person in enumerate(second)}
    pairs = [(a, b) for at, a in enumerate(first) for b in first[at + 1 :]]
    return sum(1 if place[a] < place[b] else -1 for a, b in pairs) / len(pairs)


def test_no_order_in_the_file_is_that_of_coming_or_that_of_another_table(
    collected: tuple[SqliteStore, int, list[int]], path: Path
) -> None:
    """With sixty people, an agreement above 0.35 comes about by chance once in ten thousand."""
    store, round_id, _ = collected
    store.groups.close(round_id, DAY)
    store.close()

    order = places(path)
    assert all(sorted(each) == list(range(PEOPLE)) for each in order.values())
    for name, found in order.items():
        assert abs(agreement(found, list(range(PEOPLE)))) < 0.35, name
    for notes in ("note", "bytes of notes"):
        assert abs(agreement(order[notes], order["response"])) < 0.35
    assert order["response"] == order["sheet"] == order["answer"]


def test_the_search_sees_an_order_where_there_is_one() -> None:
    people = list(range(PEOPLE))

    assert agreement(people, people) == 1
    assert agreement(people, people[::-1]) == -1
    assert abs(agreement(random.Random(2).sample(people, PEOPLE), people)) < 0.35


def test_a_note_points_to_no_sheet_and_no_perspective(
    collected: tuple[SqliteStore, int, list[int]], path: Path
) -> None:
    store, round_id, _ = collected
    store.groups.close(round_id, DAY)

    assert rows(path, "SELECT count(*) FROM note") == [(0,)]
    assert [row[1] for row in rows(path, "PRAGMA table_xinfo(group_note)")] == [
        "id", "round", "item", "text", "released",
    ]  # fmt: skip
    notes = {row[0] for row in rows(path, "SELECT id FROM group_note")}
    assert not notes & {row[0] for row in rows(path, "SELECT id FROM response")}


def test_a_second_closing_gives_everybody_a_new_id_again(
    collected: tuple[SqliteStore, int, list[int]], path: Path
) -> None:
    store, round_id, _ = collected
    store.groups.close(round_id, DAY)
    first = {row[0] for row in rows(path, "SELECT id FROM response")}
    store.groups.reopen(round_id)
    store.groups.close(round_id, DAY)

    assert not first & {row[0] for row in rows(path, "SELECT id FROM response")}
    assert not any(form in bytes_beside(path) for each in first for form in as_written(int(str(each))))


def test_a_file_that_could_not_be_packed_is_packed_when_it_is_opened_again(
    collected: tuple[SqliteStore, int, list[int]], path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As after a program that was stopped between closing the check and packing the file."""
    store, round_id, before = collected
    with monkeypatch.context() as stopped:
        stopped.setattr(DataFile, "pack", lambda _self: False)
        store.groups.close(round_id, DAY)
        store.close()
    assert rows(path, "SELECT value FROM setting WHERE name = 'untidy'") == [("1",)]

    open_store(str(path)).close()

    assert rows(path, "SELECT value FROM setting WHERE name = 'untidy'") == []
    assert not any(form in path.read_bytes() for each in before for form in as_written(each))
    assert rows(path, "PRAGMA freelist_count") == [(0,)]


def planted(store: SqliteStore) -> int:
    """An organisation whose every word and answer holds the mark; its id."""
    round_id = opened(store, replace(SETUP, notes=NotesUse.GROUP, leaders_are=MARK, routes=MARK), name=f"{MARK} Ltd")
    (organisation,) = [
        each.organisation.id for each in store.organisations.summaries() if MARK in each.organisation.name
    ]
    details = OrganisationDetails(MARK * 100, MARK, MARK, "", MARK * 100, MARK.encode() * 1000)
    store.organisations.save_details(organisation, details)
    store.sheets.add(round_id, [sheet(each, code=f"{MARK}{each}", notes={"A1": f"{MARK} " * 20}) for each in range(50)])
    store.sheets.save_sealed(round_id, SealedSheet(5, MARK.encode() * 500))
    return organisation


def test_a_deleted_organisation_leaves_no_byte_once_the_file_is_closed(path: Path) -> None:
    store = open_store(str(path))
    stays = opened(store, name="The mill")
    store.organisations.delete(planted(store))
    assert bytes_beside(path).count(MARK.encode()) > 100

    store.close()

    assert bytes_beside(path).count(MARK.encode()) == 0
    assert [row[0] for row in rows(path, "SELECT id FROM round")] == [stays]


def test_one_that_a_stopped_program_left_flagged_goes_at_the_next_opening(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store(str(path))
    store.organisations.delete(planted(store))
    with monkeypatch.context() as stopped:
        stopped.setattr(tidying, "purge", lambda _file: None)
        store.close()
    assert path.read_bytes().count(MARK.encode()) > 100

    again = open_store(str(path))
    try:
        assert bytes_beside(path).count(MARK.encode()) == 0
    finally:
        again.close()


def test_looking_alone_purges_nothing_and_shows_nothing_of_it(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = open_store(str(path))
    store.organisations.delete(planted(store))
    with monkeypatch.context() as stopped:
        stopped.setattr(tidying, "purge", lambda _file: None)
        store.close()
    before = path.read_bytes()

    looking = open_store(str(path), look_only=True)
    assert (looking.organisations.summaries(), looking.rounds.summaries()) == ((), ())
    looking.close()

    assert path.read_bytes() == before


def test_no_file_beside_the_data_file_is_used_for_sorting(store: SqliteStore) -> None:
    with store.file.writing("") as connection:
        in_memory = 2
        assert connection.execute(sa.text("PRAGMA temp_store")).scalar_one() == in_memory
