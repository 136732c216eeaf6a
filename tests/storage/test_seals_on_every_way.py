"""No way a good check can go leaves it with a seal that does not fit, and none takes the seal off behind our back."""

import shutil
from collections import Counter
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from tests.parcels import one_of_each
from tests.storage.handed_over import OURS, PASSPHRASE, fill
from tests.storage.kept_copies import KEEPING
from tests.storage.people import DAY, LEADER, SETUP, hurried, opened, sheets
from trustcheck.app.carrying.export_making import parcel_of
from trustcheck.app.carrying.importing import settled
from trustcheck.domain.checks.round import RoundKind, RoundState
from trustcheck.exchange.exports.formats import export_bytes, format_called, formats
from trustcheck.exchange.exports.json_export import parcel_from_json
from trustcheck.storage.store import SqliteStore, open_store

OLD = sorted(Path(__file__).with_name("old").glob("*.trustcheck"))


def filled(path: Path) -> str:
    """A file whose checks went every way there is: closed, reopened, closed again, with sheets left out and waiting."""
    store = open_store(str(path))
    fill(store, OURS)
    left_out = opened(store, SETUP, "With hurried ones")
    store.sheets.add(left_out, [*sheets(range(8)), *(hurried(each) for each in range(3))])
    store.groups.close(left_out, DAY, leave_out_hurried=True)
    store.groups.reopen(left_out)
    store.sheets.add(left_out, [*sheets(range(30, 32)), *sheets(range(50, 53), LEADER)])
    store.groups.close(left_out, DAY)
    store.groups.reopen(left_out)
    store.sheets.add(left_out, [*sheets(range(32, 39)), *sheets(range(53, 58), LEADER)])
    store.groups.close(left_out, DAY)
    store.carrying.bring_in(replace(one_of_each()))
    again = opened(store, SETUP, "Open again")
    store.sheets.add(again, sheets(range(9)))
    store.groups.close(again, DAY)
    store.groups.reopen(again)
    store.close()
    return str(path)


def sealed(path: str, passphrase: str = "") -> int:
    """How many checks are sealed; each that is closed reads, and the file is whole."""
    verdict = KEEPING.verify(path, passphrase)
    assert verdict.damages == ()
    store = open_store(path, look_only=True, passphrase=passphrase)
    closed = [each for each in store.rounds.summaries() if each.state is RoundState.CLOSED]
    for each in closed:
        (store.rounds.round if each.kind is RoundKind.PERSONAL else store.groups.round)(each.id)
    with store.file.reading() as connection:
        names = set(connection.exec_driver_sql("SELECT name FROM setting WHERE name LIKE 'seal %'").scalars())
    store.close()
    assert names <= {f"seal {each.id}" for each in closed}
    return len(names)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> str:
    return filled(tmp_path_factory.mktemp("sealed") / "mine.trustcheck")


@pytest.fixture
def file(made: str, tmp_path: Path) -> str:
    return str(shutil.copyfile(made, tmp_path / "mine.trustcheck"))


def test_copies_restoring_rescuing_and_passphrases_keep_every_seal(file: str, tmp_path: Path) -> None:
    known = sealed(file)
    assert known >= 4
    store = open_store(file)
    copy = store.safety.make_copy(DAY).path
    store.safety.back_up(str(tmp_path / "stick.trustcheck"))
    store.close()
    assert sealed(copy) == sealed(str(tmp_path / "stick.trustcheck")) == known

    KEEPING.restore(copy, file, DAY)
    assert sealed(file) == known
    assert KEEPING.rescue(file, str(tmp_path / "rescued.trustcheck")).lost == ()
    assert sealed(str(tmp_path / "rescued.trustcheck")) == known
    KEEPING.protect(file, "", PASSPHRASE)
    assert sealed(file, PASSPHRASE) == sealed(copy, PASSPHRASE) == known
    store = open_store(file, passphrase=PASSPHRASE)
    store.safety.move_to(str(tmp_path / "elsewhere.trustcheck"))
    store.close()
    assert sealed(str(tmp_path / "elsewhere.trustcheck"), PASSPHRASE) == known


def test_what_is_handed_over_and_taken_in_keeps_its_seals(file: str, tmp_path: Path) -> None:
    store = open_store(file)
    for number, each in enumerate(store.organisations.all()):
        if not any(check.state is RoundState.OPEN for check in store.rounds.of_organisation(each.id)):
            store.carrying.hand_over(each.id, str(tmp_path / f"{number}.trustcheck"), PASSPHRASE)
            store.carrying.take_in_organisation(str(tmp_path / f"{number}.trustcheck"), each.name, PASSPHRASE)
            assert sealed(str(tmp_path / f"{number}.trustcheck"), PASSPHRASE) >= 0
    store.close()
    assert sealed(file) > 4


def test_what_came_as_rows_beside_an_older_result_can_be_handed_on(path: Path, tmp_path: Path) -> None:
    """Somebody is waited for, so the result says more than the rows that may leave: an import keeps both."""
    store = open_store(str(path))
    round_id = opened(store, replace(SETUP, rows_may_leave=True), "Northgate Housing")
    store.sheets.add(round_id, sheets(range(12)))
    store.groups.close(round_id, DAY)
    store.groups.reopen(round_id)
    store.sheets.add(round_id, sheets(range(40, 41)))
    store.groups.close(round_id, DAY)
    parcel = settled(parcel_from_json(export_bytes(parcel_of(store), format_called("json")), "an export"))
    store.close()

    other = open_store(str(tmp_path / "other.trustcheck"))
    other.carrying.bring_in(parcel)
    (there,) = other.organisations.all()
    other.carrying.hand_over(there.id, str(tmp_path / "on.trustcheck"), PASSPHRASE)
    again = other.carrying.take_in_organisation(str(tmp_path / "on.trustcheck"), there.name, PASSPHRASE)

    (came,) = other.rounds.of_organisation(again)
    assert other.groups.round(came.id).carried
    other.close()
    sealed(other.path)


def test_taking_out_what_was_deleted_takes_its_seals_and_no_other(file: str) -> None:
    store = open_store(file)
    store.safety.make_copy(DAY)
    store.safety.make_copy(DAY + timedelta(days=1))
    first, *_others = store.organisations.all()
    store.organisations.delete(first.id)
    store.safety.forget_in_copies(organisation=first.id)
    for each in store.rounds.summaries()[:2]:
        store.rounds.delete(each.id)
        store.safety.forget_in_copies(round_id=each.id)
    store.close()

    for path in (file, *(each.path for each in KEEPING.copies(file))):
        sealed(path)


@pytest.mark.parametrize("old", OLD, ids=lambda each: each.stem)
def test_older_files_read_without_a_seal_and_are_sealed_from_then_on(tmp_path: Path, old: Path) -> None:
    file = str(shutil.copyfile(old, tmp_path / "mine.trustcheck"))
    store = open_store(file)
    done = [each for each in store.rounds.summaries() if each.state is RoundState.CLOSED]
    for each in done:
        if each.kind is RoundKind.PERSONAL:
            store.rounds.reopen(each.id)
            store.rounds.close(each.id, DAY)
        else:
            store.groups.reopen(each.id)
            store.groups.close(each.id, DAY)
    store.close()
    assert sealed(file) == len(done)


def _exported(store: SqliteStore) -> dict[str, bytes]:
    return {each.id: export_bytes(parcel_of(store), each) for each in formats()}


def _lines(exported: bytes) -> Counter[bytes]:
    return Counter(each.strip(b" ,\r") for each in exported.split(b"\n"))


@pytest.mark.parametrize("rows", [False, True], ids=["results", "rows"])
@pytest.mark.parametrize("late", [1, 2], ids=["one", "two"])
def test_an_export_before_and_after_fewer_late_sheets_than_may_be_shown_tells_nothing_of_them(
    path: Path, late: int, *, rows: bool
) -> None:
    store = open_store(str(path))
    round_id = opened(store, replace(SETUP, rows_may_leave=rows))
    store.sheets.add(round_id, sheets(range(12)))
    store.groups.close(round_id, DAY)
    before, sheets_before = _exported(store), store.groups.round(round_id).responses
    store.groups.reopen(round_id)
    store.sheets.add(round_id, sheets(range(40, 40 + late)))
    store.groups.close(round_id, DAY)
    after, sheets_after = _exported(store), store.groups.round(round_id).responses
    store.close()

    assert len(sheets_after) == len(sheets_before)
    for as_what in ("csv", "json"):
        told = sorted(_lines(after[as_what]) - _lines(before[as_what]))
        # That somebody is waited for is said on every page, and how many sent a sheet; nothing of what they said is.
        assert all(b"It stays as it was until" in each or b'"answered": 1' in each for each in told), told


def test_the_days_of_copies_and_the_numbers_in_a_file_s_head_do_not_tell_how_often_it_was_written(path: Path) -> None:
    """Two files with the same sheets, one after the other or all at once: no copy differs in its size or its head."""
    heads = []
    for steps in (1, 12):
        file = path.with_name(f"{steps}.trustcheck")
        store = open_store(str(file))
        round_id = opened(store)
        for start in range(0, 12, 12 // steps):
            store.sheets.add(round_id, sheets(range(start, start + 12 // steps)))
        store.safety.make_copy(DAY)
        store.groups.close(round_id, DAY)
        copy = Path(KEEPING.copies(str(file))[0].path)
        store.close()
        heads.append([(len(each.read_bytes()), each.read_bytes()[:100]) for each in (copy, file)])
        with closing(dbapi2.connect(f"{copy.as_uri()}?immutable=1", uri=True)) as driver:
            assert driver.execute("PRAGMA freelist_count").fetchone() == (0,)
    assert heads[0][0][0] == heads[1][0][0]
    assert heads[0] == heads[1]
