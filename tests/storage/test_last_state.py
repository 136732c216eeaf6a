"""What stands beside an open file about the state that its log belongs to: whole, under way, torn, or too large."""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.storage.kept_copies import planted
from trustcheck.app.ports import NewRound, NotOpened, NotSaved
from trustcheck.storage.file import log_owner, strange_log
from trustcheck.storage.file.atomic_files import sync_folder
from trustcheck.storage.file.engine import UNTOUCHED, WITH_LOG, how_to_look
from trustcheck.storage.file.log_owner import kept_of, place_of, which_log
from trustcheck.storage.file.read_handle import ReadHandle
from trustcheck.storage.file.strange_log import is_strange
from trustcheck.storage.store import SqliteStore, open_store

NEVER = 3600
"""Seconds, of which no test waits for one."""


@pytest.fixture
def open_file(path: Path, new: NewRound) -> Iterator[SqliteStore]:
    made = open_store(str(path))
    made.close()
    with closing(open_store(str(path))) as store:
        planted(store, new, "saved last")
        yield store


def killed(path: Path, folder: Path) -> Path:
    """What the disk holds of an open file and all that lies beside it, in a folder of its own."""
    folder.mkdir()
    for each in path.parent.glob(f"{path.name}*"):
        shutil.copy(each, folder)
    return folder / path.name


def another(folder: Path, new: NewRound, name: str = "brought") -> bytes:
    with closing(open_store(str(folder / "another.trustcheck"))) as store:
        planted(store, new, name)
    return (folder / "another.trustcheck").read_bytes()


def versions(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir() if not each.name.endswith("-lock")}


def names_in(path: Path) -> list[str]:
    with closing(open_store(str(path), create=False)) as store:
        return [each.name for each in store.organisations.all()]


def test_the_log_belongs_to_the_same_bytes_wherever_they_lie(
    open_file: SqliteStore, path: Path, tmp_path: Path
) -> None:
    found = killed(path, tmp_path / "killed")

    assert not is_strange(str(found))
    assert how_to_look(str(found)) == WITH_LOG
    assert names_in(found) == ["saved last Ltd"]
    assert [each.name for each in found.parent.iterdir()] == [path.name]


def test_whoever_only_looks_reads_the_file_without_a_strange_log(
    open_file: SqliteStore, path: Path, tmp_path: Path, new: NewRound
) -> None:
    found = killed(path, tmp_path / "killed")
    found.write_bytes(another(tmp_path, new))
    before = {each.name: each.read_bytes() for each in found.parent.iterdir()}

    assert how_to_look(str(found)) == UNTOUCHED
    with closing(open_store(str(found), look_only=True)) as looking:
        assert [each.name for each in looking.organisations.all()] == ["brought Ltd"]

    assert {each.name: each.read_bytes() for each in found.parent.iterdir()} == before


def test_the_log_of_a_file_that_is_too_large_to_be_kept_is_set_aside_to_the_last_byte(
    path: Path, tmp_path: Path, new: NewRound, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log_owner, "COPIED_UP_TO", 0)
    open_store(str(path)).close()
    with closing(open_store(str(path))) as store:
        planted(store, new, "saved last")
        assert place_of(str(path)).stat().st_size < 100
        found = killed(path, tmp_path / "killed")
    brought, log = another(tmp_path, new), Path(f"{found}-wal").read_bytes()
    found.write_bytes(brought)

    with closing(open_store(str(found), create=False)) as opened:
        assert [each.name for each in opened.organisations.all()] == ["brought Ltd"]
        assert "kept here" in opened.safety.told_apart

    (aside,) = found.parent.glob("*kept here*")
    assert aside.name.endswith(".trustcheck-wal")
    assert aside.read_bytes() == log
    assert found.read_bytes() == brought


def test_a_disk_that_is_full_leaves_no_half_of_the_file_its_log_belongs_to(
    open_file: SqliteStore, path: Path, tmp_path: Path, new: NewRound, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = killed(path, tmp_path / "killed")
    found.write_bytes(another(tmp_path, new))
    before = versions(found.parent)

    def full(_path: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(log_owner, "sync", full)
        with pytest.raises(NotOpened):
            open_store(str(found), create=False)

    assert versions(found.parent) == before
    assert names_in(found) == ["brought Ltd"]


def test_whose_the_log_is_stays_known_until_it_has_another_name_for_certain(
    open_file: SqliteStore, path: Path, tmp_path: Path, new: NewRound, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A loss of power may leave any part of what was not synced: the log would be read into the file that is there."""
    found = killed(path, tmp_path / "killed")
    found.write_bytes(another(tmp_path, new))
    synced: list[tuple[bool, bool]] = []

    def seen(folder: Path) -> bool:
        synced.append((Path(f"{found}-wal").exists(), place_of(str(found)).exists()))
        return sync_folder(folder)

    monkeypatch.setattr(strange_log, "sync_folder", seen)
    strange_log.set_strange_aside(str(found))

    assert synced == [(False, True), (False, False)]


@pytest.mark.parametrize("spoilt", ["in the middle of a change", "cut short", "torn", "gone"])
def test_where_nothing_is_certain_the_log_stays_with_the_file_that_is_there(
    open_file: SqliteStore, path: Path, tmp_path: Path, spoilt: str
) -> None:
    """As a loss of power leaves it: to take the log from its own file would lose what is in it."""
    found = killed(path, tmp_path / "killed")
    beside = place_of(str(found))
    content = beside.read_bytes()
    if spoilt == "in the middle of a change":
        known = open_file.file.log.known
        assert known is not None
        with known.changing():
            beside.write_bytes(place_of(str(path)).read_bytes())
    elif spoilt == "cut short":
        beside.write_bytes(content[:-1])
    elif spoilt == "torn":
        beside.write_bytes(bytes(512) + content[512:])
    else:
        beside.unlink()
    with found.open("r+b") as written:
        # As where the log was half read into it.
        written.seek(24)
        written.write(bytes(4))

    assert kept_of(str(found)) is None
    assert not is_strange(str(found))
    assert names_in(found) == ["saved last Ltd"]


@pytest.mark.parametrize("when", ["from the beginning", "later"])
def test_without_room_for_it_a_file_that_was_only_touched_is_known_all_the_same(
    path: Path, new: NewRound, when: str
) -> None:
    beside = place_of(str(path))
    if when == "from the beginning":
        beside.mkdir()
    with closing(open_store(str(path))) as store:
        if when == "later":
            beside.unlink()
            beside.mkdir()
            store.file.merge()
        os.utime(path, (1, 1))

        planted(store, new, "saved last")

        assert store.safety.told_apart == ""
    assert names_in(path) == ["saved last Ltd"]


def test_nothing_that_is_deleted_is_left_in_it(open_file: SqliteStore, path: Path) -> None:
    open_file.file.merge()
    assert b"saved last" in place_of(str(path)).read_bytes()
    (check,) = open_file.rounds.summaries()

    open_file.rounds.delete(check.id)

    assert b"saved last" not in place_of(str(path)).read_bytes()


def test_an_older_log_of_the_same_file_is_not_read_into_it_and_that_is_told(
    open_file: SqliteStore, path: Path, tmp_path: Path
) -> None:
    """As a sync tool puts it back after a kill: it would turn every later answer back, without a word."""
    older = Path(f"{path}-wal").read_bytes()
    open_file.file.merge()
    open_file.organisations.rename(open_file.organisations.all()[0].id, "later")
    open_file.file.merge()
    open_file.organisations.add("last")
    found = killed(path, tmp_path / "killed")
    file = found.read_bytes()
    Path(f"{found}-wal").write_bytes(older)
    Path(f"{found}-shm").unlink()

    with closing(open_store(str(found), look_only=True)) as looking:
        assert [each.name for each in looking.organisations.all()] == ["later"]
    assert (found.read_bytes(), Path(f"{found}-wal").read_bytes()) == (file, older)
    with closing(open_store(str(found), create=False)) as opened:
        assert [each.name for each in opened.organisations.all()] == ["later"]
        assert opened.safety.told_apart.startswith("Another program put an older log in the place of the one that")

    (aside,) = found.parent.glob("* (log brought, *")
    assert aside.read_bytes() == older


def test_each_log_of_a_file_is_its_own_however_often_it_was_read_in(
    open_file: SqliteStore, path: Path, tmp_path: Path
) -> None:
    """Were it taken for another one, what was saved last would be set aside."""
    seen = set()
    for number in range(6):
        open_file.organisations.rename(open_file.organisations.all()[0].id, f"name {number}")
        seen.add(which_log(str(path)))
        found = killed(path, tmp_path / f"killed {number}")
        assert not is_strange(str(found))
        assert names_in(found) == [f"name {number}"]
        open_file.file.log.empty("PRAGMA wal_checkpoint(PASSIVE)") if number % 2 else open_file.file.merge()
    assert len(seen) > 3


def test_where_a_loss_of_power_left_half_of_which_log_it_is_nothing_is_set_aside(
    open_file: SqliteStore, path: Path, tmp_path: Path
) -> None:
    found = killed(path, tmp_path / "killed")
    beside = place_of(str(found))
    beside.write_bytes(beside.read_bytes()[:-8] + bytes(8))

    assert not is_strange(str(found))
    assert names_in(found) == ["saved last Ltd"]


@pytest.fixture
def pieces_read(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """What was read of open files from now on, to copy them or to sum them up."""
    read: list[bytes] = []
    pieces = ReadHandle.pieces

    def counted(handle: ReadHandle) -> Iterator[bytes]:
        for each in pieces(handle):
            read.append(each)
            yield each

    monkeypatch.setattr(ReadHandle, "pieces", counted)
    return read


@pytest.fixture
def large(path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file too large to be kept before anybody sees it, which nobody sees for long."""
    open_store(str(path)).close()
    monkeypatch.setattr(log_owner, "AT_ONCE", 0)
    monkeypatch.setattr(log_owner, "OPENING", NEVER)
    return path


def test_closing_sums_up_nothing_that_is_forgotten_next(path: Path, pieces_read: list[bytes]) -> None:
    store = open_store(str(path))
    store.organisations.add("Ferngate")
    pieces_read.clear()

    store.close()

    assert pieces_read == []
    assert not log_owner.place_of(str(path)).exists()
    again = open_store(str(path))
    assert [each.name for each in again.organisations.all()] == ["Ferngate"]
    again.close()


def test_a_large_file_that_is_looked_at_and_closed_is_not_read_from_end_to_end(
    large: Path, pieces_read: list[bytes]
) -> None:
    with closing(open_store(str(large))) as store:
        assert store.organisations.all() == ()

    assert pieces_read == []
    assert not place_of(str(large)).exists()


def test_a_large_file_is_known_before_the_first_word_is_written_to_its_log(
    large: Path, tmp_path: Path, new: NewRound
) -> None:
    brought = another(tmp_path, new)
    with closing(open_store(str(large))) as store:
        planted(store, new, "saved last")
        found = killed(large, tmp_path / "killed")
    found.write_bytes(brought)

    assert names_in(found) == ["brought Ltd"]
    (aside,) = found.parent.glob("*kept here*.trustcheck")
    assert names_in(aside) == ["saved last Ltd"]


def test_a_large_file_is_known_again_after_its_log_was_read_into_it(large: Path, new: NewRound) -> None:
    with closing(open_store(str(large))) as store:
        planted(store, new, "saved last")
        store.file.merge()
        os.utime(large, (1, 1))

        store.organisations.rename(store.organisations.all()[0].id, "later")

        assert store.safety.told_apart == ""
    assert names_in(large) == ["later"]


def test_a_log_left_by_force_belongs_to_its_large_file_as_soon_as_that_is_open(
    large: Path, tmp_path: Path, new: NewRound
) -> None:
    with closing(open_store(str(large))) as store:
        planted(store, new, "saved last")
        found = killed(large, tmp_path / "killed")

    with closing(open_store(str(found))):
        assert kept_of(str(found)) is not None


def test_a_large_file_written_over_before_it_was_summed_up_takes_nothing_more(large: Path) -> None:
    """With its old time, and not a byte longer."""
    found, content = large.stat(), large.read_bytes()
    with closing(open_store(str(large))) as store:
        with large.open("r+b") as written:
            written.seek(len(content) - 100)
            written.write(b"brought")
        os.utime(large, ns=(found.st_atime_ns, found.st_mtime_ns))

        with pytest.raises(NotSaved, match="Another program put another version in the place"):
            store.organisations.add("Ferngate")
