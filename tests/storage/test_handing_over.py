"""One organisation leaves as a data file of its own, whole and protected, with not one byte of another client."""

import os
import random
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from tests.storage import by_hand
from tests.storage.as_written import as_written
from tests.storage.handed_over import (
    MARKS,
    OTHERS,
    OURS,
    PASSPHRASE,
    content,
    fill,
    ids_in,
    plain_bytes,
    rows_of,
)
from tests.storage.people import opened
from trustcheck.app.ports import Cancelled, Damaged, Locked, NotSaved, NotWritten, Refused, SealedSheet
from trustcheck.storage.organisations import handing_over
from trustcheck.storage.organisations.rows import KNOWN, STAYS, Tally, belonging
from trustcheck.storage.safekeeping import SqliteSafekeeping
from trustcheck.storage.store import SqliteStore, open_store


@pytest.fixture
def clients(path: Path) -> Iterator[tuple[SqliteStore, int]]:
    """A file with three clients, and the id of ours, which stands between the others."""
    store = open_store(str(path), draw=random.Random(5).getrandbits)
    fill(store, OTHERS[0])
    ours = fill(store, OURS)
    fill(store, OTHERS[1])
    yield store, ours
    store.close()


@pytest.fixture
def target(tmp_path: Path) -> Path:
    folder = tmp_path / "post"
    folder.mkdir()
    return folder / "Bellwater.trustcheck"


def open_handed_over(target: Path) -> SqliteStore:
    return open_store(str(target), create=False, passphrase=PASSPHRASE)


def test_no_table_is_left_undecided() -> None:
    """A new table hangs on an organisation, a check or a sheet, or is named among what stays."""
    known = {table.name for table in KNOWN.sorted_tables}

    assert {table.name for table in belonging()} | STAYS == known
    assert {table.name for table in belonging()} & STAYS == set()


def test_the_file_holds_the_organisation_as_it_is_here(clients: tuple[SqliteStore, int], target: Path) -> None:
    store, ours = clients
    store.carrying.hand_over(ours, str(target), PASSPHRASE)

    with closing(open_handed_over(target)) as there:
        (organisation,) = there.organisations.all()
        assert organisation.name == OURS
        assert content(there, organisation.id) == content(store, ours)
        assert len(there.rounds.summaries()) == 4


def test_not_one_byte_of_another_client_is_in_it(clients: tuple[SqliteStore, int], path: Path, target: Path) -> None:
    store, ours = clients
    with store.file.reading() as connection:
        known = ids_in(connection.connection.driver_connection)
    store.carrying.hand_over(ours, str(target), PASSPHRASE)
    there = plain_bytes(target, PASSPHRASE)

    assert MARKS[OURS].encode() in there
    for other in OTHERS:
        assert other.encode() not in there
        assert MARKS[other].encode() not in there
    assert len(known) > 100
    assert not [each for each in known if any(form in there for form in as_written(each))]


def test_what_is_of_the_moment_of_collecting_stays(clients: tuple[SqliteStore, int], target: Path) -> None:
    store, ours = clients
    store.carrying.hand_over(ours, str(target), PASSPHRASE)
    rows = rows_of(target, PASSPHRASE)

    assert [row for row in rows["sheet"] if row[2] is not None] == []
    assert (rows["sealed_sheet"], rows["reply_key"], rows["deleted_organisation"]) == ([], [], [])
    # A check that was sealed when it was closed is sealed there too.
    assert sorted(str(name).split(" ")[0] for name, _value in rows["setting"]) == ["seal", "seal", "written_by"]


def test_checks_are_numbered_from_one_so_that_nobody_reads_how_many_others_had(
    clients: tuple[SqliteStore, int], target: Path
) -> None:
    store, ours = clients
    store.carrying.hand_over(ours, str(target), PASSPHRASE)

    assert sorted(row[3] for row in rows_of(target, PASSPHRASE)["round"]) == [1, 2, 3, 4]


def test_two_files_of_one_organisation_link_no_row(clients: tuple[SqliteStore, int], target: Path) -> None:
    store, ours = clients
    second = target.with_name("second.trustcheck")
    store.carrying.hand_over(ours, str(target), PASSPHRASE)
    store.carrying.hand_over(ours, str(second), PASSPHRASE)
    drivers = []
    for each in (target, second):
        driver = dbapi2.connect(str(each))
        by_hand.unlock(driver, each, PASSPHRASE)
        drivers.append(driver)
    first, other = (ids_in(driver) for driver in drivers)
    for driver in drivers:
        driver.close()

    assert len(first) == len(other) > 30
    assert not first & other


def test_rows_lie_in_the_order_of_their_new_ids_with_nothing_between(
    clients: tuple[SqliteStore, int], target: Path
) -> None:
    store, ours = clients
    store.carrying.hand_over(ours, str(target), PASSPHRASE)

    with closing(dbapi2.connect(str(target))) as driver:
        by_hand.unlock(driver, target, PASSPHRASE)
        assert driver.execute("PRAGMA freelist_count").fetchone() == (0,)
        assert driver.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    there = plain_bytes(target, PASSPHRASE)
    ids = sorted(row[0] for row in rows_of(target, PASSPHRASE)["response"])
    places = [there.index(as_written(int(str(each)))[1]) for each in ids]
    # A leaf is filled from its end: within a page, the later a key the earlier its byte.
    assert places == sorted(places, reverse=True)


def test_it_opens_with_its_passphrase_only_and_is_whole(clients: tuple[SqliteStore, int], target: Path) -> None:
    store, ours = clients
    store.carrying.hand_over(ours, str(target), PASSPHRASE)

    for wrong in ("", "another"):
        with pytest.raises(Locked):
            open_store(str(target), create=False, passphrase=wrong)
    assert MARKS[OURS].encode() not in target.read_bytes()
    assert SqliteSafekeeping().verify(str(target), PASSPHRASE).is_whole


def test_only_its_owner_reads_it_and_nothing_lies_beside_it(clients: tuple[SqliteStore, int], target: Path) -> None:
    store, ours = clients
    before = os.umask(0)
    try:
        store.carrying.hand_over(ours, str(target), PASSPHRASE)
    finally:
        os.umask(before)

    assert target.stat().st_mode & 0o777 == 0o600
    assert list(target.parent.iterdir()) == [target]


def test_what_is_written_for_oneself_may_stay(clients: tuple[SqliteStore, int], target: Path) -> None:
    store, ours = clients
    store.carrying.hand_over(ours, str(target), PASSPHRASE, with_notes=False)

    assert b"heron notes" not in plain_bytes(target, PASSPHRASE)
    with closing(open_handed_over(target)) as there:
        details = there.organisations.details(there.organisations.all()[0].id)
    assert (details.notes, details.routes) == ("", "heron routes")


def test_nothing_is_written_while_people_answer(store: SqliteStore, target: Path) -> None:
    round_id = opened(store)
    store.sheets.save_sealed(round_id, SealedSheet(7, b"sealed"))
    store.sheets.reply_key(round_id, lambda: b"k" * 32)
    with pytest.raises(Refused, match="answering a check of Northgate Housing"):
        store.carrying.hand_over(store.organisations.all()[0].id, str(target), PASSPHRASE)

    assert list(target.parent.iterdir()) == []


def test_nothing_is_written_without_a_passphrase_or_of_what_was_deleted(store: SqliteStore, target: Path) -> None:
    mill = store.organisations.add("The mill")
    with pytest.raises(NotWritten, match="needs a passphrase"):
        store.carrying.hand_over(mill, str(target), "")
    store.organisations.delete(mill)
    with pytest.raises(NotSaved):
        store.carrying.hand_over(mill, str(target), PASSPHRASE)

    assert list(target.parent.iterdir()) == []


def test_no_file_is_ever_replaced(store: SqliteStore, path: Path, target: Path) -> None:
    mill = store.organisations.add("The mill")
    target.write_bytes(b"mine")
    link = target.with_name("link.trustcheck")
    link.symlink_to(target.with_name("nowhere"))
    for taken in (target, path, target.parent, link):
        with pytest.raises(NotWritten):
            store.carrying.hand_over(mill, str(taken), PASSPHRASE)
    with pytest.raises(NotWritten):
        store.carrying.hand_over(mill, str(target.parent / "no folder" / "x.trustcheck"), PASSPHRASE)

    assert target.read_bytes() == b"mine"
    assert sorted(target.parent.iterdir()) == sorted([target, link])


def test_it_can_be_stopped_until_the_end_and_leaves_nothing(clients: tuple[SqliteStore, int], target: Path) -> None:
    store, ours = clients
    told: list[tuple[int, int]] = []
    store.carrying.hand_over(ours, str(target), PASSPHRASE, lambda done, of: told.append((done, of)))
    target.unlink()
    assert told[-1] == (1, 1)
    assert told[-2][0] == told[-2][1] > 100
    for stops_at in (0, len(told) // 2, len(told) - 1):
        left = iter(range(stops_at))

        def stop(_done: int, _of: int, left: Iterator[int] = left) -> None:
            if next(left, None) is None:
                raise Cancelled

        with pytest.raises(Cancelled):
            store.carrying.hand_over(ours, str(target), PASSPHRASE, stop)
        assert list(target.parent.iterdir()) == []


def test_a_file_that_reads_otherwise_is_thrown_away(
    clients: tuple[SqliteStore, int], target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, ours = clients
    read = handing_over.read_back
    monkeypatch.setattr(handing_over, "read_back", lambda driver: {**read(driver), "answer": Tally(1, 1)})
    with pytest.raises(NotWritten, match="thrown away"):
        store.carrying.hand_over(ours, str(target), PASSPHRASE)

    assert list(target.parent.iterdir()) == []


@pytest.mark.parametrize("damage", ["UPDATE round SET questionnaire = 0", "UPDATE sheet SET round = 0"])
def test_a_file_with_rows_that_point_nowhere_is_told_as_damaged(
    clients: tuple[SqliteStore, int], path: Path, target: Path, damage: str
) -> None:
    store, ours = clients
    with closing(dbapi2.connect(str(path))) as driver:
        driver.executescript(damage)

    with pytest.raises(Damaged):
        store.carrying.hand_over(ours, str(target), PASSPHRASE)

    assert list(target.parent.iterdir()) == []
