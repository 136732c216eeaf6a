"""An organisation of another data file comes in whole or not at all, and stands beside what is here, never mixed."""

import random
import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.storage.handed_over import OTHERS, OURS, PASSPHRASE, content, fill, ids_in, rows_of
from tests.storage.people import DAY, SETUP, opened, prepared
from trustcheck.app.ports import Cancelled, Locked, NotOpened, NotSaved
from trustcheck.domain.checks.round import NAME_LIMIT, RoundKind
from trustcheck.storage.organisations.foreign_file import LARGEST_MEGABYTES
from trustcheck.storage.store import SqliteStore, open_store

OLD = Path(__file__).with_name("old")


@pytest.fixture
def other(tmp_path: Path) -> Iterator[SqliteStore]:
    """Somebody else's data file, with two clients in it."""
    opened_there = open_store(str(tmp_path / "theirs.trustcheck"), draw=random.Random(7).getrandbits)
    for name in (OURS, OTHERS[0]):
        fill(opened_there, name)
    yield opened_there
    opened_there.close()


@pytest.fixture
def arrived(other: SqliteStore) -> str:
    """The path of that file, closed."""
    other.close()
    return other.path


def names(store: SqliteStore) -> list[str]:
    return [each.name for each in store.organisations.all()]


def test_the_preview_says_what_would_come_and_changes_nothing(store: SqliteStore, path: Path, arrived: str) -> None:
    before = (Path(arrived).read_bytes(), rows_of(path))
    ours, badger = store.carrying.arriving(arrived)

    assert (ours.name, ours.becomes, ours.checks_here, ours.is_collecting) == (OURS, OURS, None, False)
    assert badger.name == OTHERS[0]
    assert [(each.kind, each.state.value, each.answered) for each in ours.checks] == [
        (RoundKind.PERSONAL, "closed", 2),
        (RoundKind.PERSONAL, "open", 2),
        (RoundKind.GROUP, "preparing", 0),
        (RoundKind.GROUP, "closed", 19),
    ]
    assert (Path(arrived).read_bytes(), rows_of(path)) == before


def test_one_comes_in_as_it_was_and_no_other_with_it(store: SqliteStore, path: Path, other: SqliteStore) -> None:
    there = next(each.id for each in other.organisations.all() if each.name == OURS)
    as_it_was, known = content(other, there), Path(other.path)
    other.close()
    before = known.read_bytes()
    here = store.carrying.take_in_organisation(str(known), OURS)

    assert content(store, here) == as_it_was
    assert names(store) == [OURS]
    assert b"badger" not in path.read_bytes() + path.with_name(f"{path.name}-wal").read_bytes()
    assert known.read_bytes() == before


def test_what_was_handed_over_comes_in(store: SqliteStore, other: SqliteStore, tmp_path: Path) -> None:
    there = next(each.id for each in other.organisations.all() if each.name == OURS)
    handed = str(tmp_path / "handed.trustcheck")
    other.carrying.hand_over(there, handed, PASSPHRASE)
    with pytest.raises(Locked):
        store.carrying.arriving(handed)
    with pytest.raises(Locked):
        store.carrying.take_in_organisation(handed, OURS, "another")
    here = store.carrying.take_in_organisation(handed, OURS, PASSPHRASE)

    assert content(store, here) == content(other, there)


def test_a_name_that_is_taken_is_never_merged(store: SqliteStore, arrived: str) -> None:
    mine = store.organisations.add(OURS)
    first, second = (store.carrying.take_in_organisation(arrived, OURS) for _ in range(2))
    preview = store.carrying.arriving(arrived)[0]

    assert names(store) == [OURS, f"{OURS} (2)", f"{OURS} (3)"]
    assert (preview.becomes, preview.checks_here) == (f"{OURS} (4)", 0)
    assert store.rounds.of_organisation(mine) == ()
    assert len(store.rounds.of_organisation(first)) == len(store.rounds.of_organisation(second)) == 4


def test_a_name_that_differs_in_what_nobody_sees_is_one_that_is_taken(store: SqliteStore, tmp_path: Path) -> None:
    theirs, there = f"{OURS[:3]}\u200b{OURS[3:]}\u202e", str(tmp_path / "theirs.trustcheck")
    with closing(open_store(there)) as other:
        other.organisations.add(theirs)
    store.organisations.add(OURS)
    store.carrying.take_in_organisation(there, theirs)

    assert names(store) == [OURS, f"{OURS} (2)"]
    assert [(each.becomes, each.checks_here) for each in store.carrying.arriving(there)] == [(f"{OURS} (3)", 0)]


def test_a_long_name_stays_within_what_a_name_may_have(store: SqliteStore, tmp_path: Path) -> None:
    long = "x" * NAME_LIMIT
    with closing(open_store(str(tmp_path / "theirs.trustcheck"))) as theirs:
        theirs.organisations.add(long)
    store.organisations.add(long)
    store.carrying.take_in_organisation(str(tmp_path / "theirs.trustcheck"), long)

    assert names(store) == ["x" * (NAME_LIMIT - 4) + " (2)", long]


def test_checks_count_on_in_their_order_and_share_their_questionnaires(
    store: SqliteStore, path: Path, arrived: str
) -> None:
    prepared(store, name="Northgate Housing")
    store.carrying.take_in_organisation(arrived, OURS)
    store.carrying.take_in_organisation(arrived, OURS)
    rows = rows_of(path)

    assert sorted(row[3] for row in rows["round"]) == list(range(1, 10))
    assert len(rows["questionnaire"]) == 2
    theirs = [row[1] for row in sorted(rows_of(Path(arrived))["round"], key=lambda row: int(str(row[3])))]
    assert len(theirs) == 8
    by_number = sorted(rows["round"], key=lambda row: int(str(row[3])))
    assert [row[5] for row in by_number[1:5]] == ["closed", "preparing", "open", "closed"]


def test_two_files_side_by_side_link_no_row(store: SqliteStore, path: Path, arrived: str) -> None:
    store.carrying.take_in_organisation(arrived, OURS)
    with store.file.reading() as connection:
        here = ids_in(connection.connection.driver_connection)
    there = {value for rows in rows_of(Path(arrived)).values() for row in rows for value in row}

    assert len(here) > 30
    assert not here & there


def test_what_was_here_is_as_it_was(store: SqliteStore, path: Path, arrived: str) -> None:
    ours = fill(store, OTHERS[1])
    before, rows = content(store, ours), rows_of(path)
    store.carrying.take_in_organisation(arrived, OURS)
    after = rows_of(path)

    assert content(store, ours) == before
    for table, there in rows.items():
        assert set(there) <= set(after[table])


def test_one_that_people_are_answering_there_does_not_come(store: SqliteStore, tmp_path: Path) -> None:
    theirs = open_store(str(tmp_path / "theirs.trustcheck"))
    opened(theirs)
    theirs.close()
    (preview,) = store.carrying.arriving(theirs.path)
    assert preview.is_collecting
    with pytest.raises(NotOpened, match="still answering a check of Northgate Housing"):
        store.carrying.take_in_organisation(theirs.path, preview.name)

    assert names(store) == []


def test_one_that_is_no_longer_there_is_told(store: SqliteStore, path: Path, arrived: str) -> None:
    with pytest.raises(NotOpened, match="The mill is not in this file"):
        store.carrying.take_in_organisation(arrived, "The mill")
    with pytest.raises(NotOpened, match="the data file that is open"):
        store.carrying.arriving(str(path))

    assert names(store) == []


def test_what_is_no_data_file_is_refused(store: SqliteStore, tmp_path: Path) -> None:
    for name, what in (("empty", b""), ("text", b"Dear all"), ("short", b"SQLite format 3\0"), ("noise", bytes(9000))):
        (tmp_path / f"{name}.trustcheck").write_bytes(what)
        with pytest.raises(NotOpened):
            store.carrying.arriving(str(tmp_path / f"{name}.trustcheck"))
    with pytest.raises(NotOpened):
        store.carrying.arriving(str(tmp_path / "nowhere.trustcheck"))
    with pytest.raises(NotOpened):
        store.carrying.arriving(str(tmp_path))
    large = tmp_path / "large.trustcheck"
    with closing(open_store(str(large))):
        pass
    with large.open("r+b") as file:
        file.truncate((LARGEST_MEGABYTES << 20) + 4096)
    with pytest.raises(NotOpened):
        store.carrying.arriving(str(large))


@pytest.mark.parametrize("old", sorted(OLD.iterdir()), ids=lambda each: each.name)
def test_files_of_older_versions_come_in_and_stay_as_they_are(store: SqliteStore, tmp_path: Path, old: Path) -> None:
    copied = tmp_path / old.name
    shutil.copyfile(old, copied)
    with closing(open_store(str(tmp_path / shutil.copyfile(old, tmp_path / "opened.trustcheck")))) as theirs:
        there = {each.name: content(theirs, each.id) for each in theirs.organisations.all()}
    for preview in store.carrying.arriving(str(copied)):
        if preview.is_collecting:
            del there[preview.name]
            continue
        here = store.carrying.take_in_organisation(str(copied), preview.name)
        assert content(store, here) == there.pop(preview.name)

    assert there == {}
    assert len(store.organisations.all()) > 0
    assert copied.read_bytes() == old.read_bytes()
    assert not list(tmp_path.glob(f"{old.stem}.schema*"))


def test_stopped_anywhere_it_leaves_the_file_as_it_was(store: SqliteStore, path: Path, arrived: str) -> None:
    store.organisations.add("The mill")
    before = rows_of(path)
    told: list[tuple[int, int]] = []
    with pytest.raises(Cancelled):
        store.carrying.take_in_organisation(
            arrived, OURS, progress=lambda done, of: told.append((done, of)) or _stop(done, of)
        )
    for stops_at in (0, len(told) // 2, len(told) - 1):
        left = iter(range(stops_at))

        def stop(_done: int, _of: int, left: Iterator[int] = left) -> None:
            if next(left, None) is None:
                raise Cancelled

        with pytest.raises(Cancelled):
            store.carrying.take_in_organisation(arrived, OURS, progress=stop)
        assert rows_of(path) == before
    assert told[-1][0] == told[-1][1] > 0


def _stop(done: int, of: int) -> None:
    if done == of:
        raise Cancelled


def test_a_file_that_is_only_looked_at_takes_nothing_in(store: SqliteStore, path: Path, arrived: str) -> None:
    with closing(open_store(str(path), look_only=True)) as looking, pytest.raises(NotSaved):
        looking.carrying.take_in_organisation(arrived, OURS)


def test_a_protected_file_takes_it_in_without_a_readable_byte(tmp_path: Path, arrived: str) -> None:
    mine = tmp_path / "folder" / "mine.trustcheck"
    store = open_store(str(mine), passphrase=PASSPHRASE)
    try:
        store.carrying.take_in_organisation(arrived, OURS)
        beside = b"".join(each.read_bytes() for each in mine.parent.iterdir())
        assert len(store.rounds.summaries()) == 4
    finally:
        store.close()

    assert b"heron" not in beside + mine.read_bytes()


def test_several_checks_of_many_people_come_in_a_bounded_time_and_closed(store: SqliteStore, tmp_path: Path) -> None:
    """A check of one perspective, with a setup of its own, is read as it was."""
    theirs = open_store(str(tmp_path / "theirs.trustcheck"))
    alone = replace(SETUP, perspectives=SETUP.perspectives[1:], invited={SETUP.perspectives[1]: 9})
    theirs.groups.close(opened(theirs, alone), DAY)
    (there,) = theirs.organisations.all()
    as_it_was = content(theirs, there.id)
    theirs.close()

    assert content(store, store.carrying.take_in_organisation(theirs.path, there.name)) == as_it_was
