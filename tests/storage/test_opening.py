"""Opening: a file that is not ours, or newer than we are, is refused with not one byte touched."""

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from tests.storage.torn_changes import torn, traces
from trustcheck import __version__
from trustcheck.app.ports import Damaged, Emptied, NewRound, NotOpened, Unfinished
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.storage.file.engine import driver_on
from trustcheck.storage.file.opening import key_of
from trustcheck.storage.safekeeping import SqliteSafekeeping
from trustcheck.storage.schema.tables import APPLICATION_ID, SCHEMA
from trustcheck.storage.store import open_store


def changed(path: Path, *statements: str) -> None:
    with closing(dbapi2.connect(str(path), isolation_level=None)) as driver:
        for statement in statements:
            driver.execute(statement)


@pytest.fixture
def answered(path: Path, new: NewRound) -> Path:
    """A file with one answer in it, closed."""
    store = open_store(str(path))
    store.rounds.save_answer(store.rounds.begin(new), "A1", Answer(4))
    store.close()
    return path


@pytest.mark.parametrize("look_only", [False, True])
def test_a_newer_file_is_refused_untouched_and_both_versions_are_named(answered: Path, look_only: bool) -> None:
    changed(answered, f"PRAGMA user_version = {SCHEMA + 1}", "UPDATE setting SET value = '2.1'")
    before = traces(answered)

    with pytest.raises(NotOpened) as refused:
        open_store(str(answered), look_only=look_only)

    told = f"This file was written by a newer TrustCheck (2.1). This is {__version__}, and it would rather not guess."
    assert refused.value.sentence == told
    assert traces(answered) == before


def test_a_newer_file_that_does_not_say_by_whom_is_refused_all_the_same(answered: Path) -> None:
    changed(answered, f"PRAGMA user_version = {SCHEMA + 7}", "DROP TABLE setting")
    before = traces(answered)

    with pytest.raises(NotOpened, match=r"written by a newer TrustCheck\. This is"):
        open_store(str(answered))

    assert traces(answered) == before


def test_a_newer_number_that_stands_only_in_the_log_is_seen_too(answered: Path) -> None:
    """A newer program was killed just after its migration: the file itself still holds the older number."""
    newer = dbapi2.connect(str(answered), isolation_level=None)
    with closing(newer):
        newer.execute("PRAGMA wal_autocheckpoint = 0")
        newer.execute(f"PRAGMA user_version = {SCHEMA + 1}")
        content = answered.read_bytes()

        with pytest.raises(NotOpened, match="newer TrustCheck"):
            open_store(str(answered))

        assert answered.read_bytes() == content


@pytest.mark.parametrize("look_only", [False, True])
def test_a_file_whose_log_was_only_begun_to_be_merged_opens(path: Path, new: NewRound, look_only: bool) -> None:
    """The power went after the first page: the file says it is longer than it is, and the log has the rest."""
    store = open_store(str(path))
    store.organisations.forget_deleted()
    begun = path.read_bytes()
    round_id = store.rounds.begin(new)
    for item in new.questionnaire.order:
        store.rounds.save_note(round_id, item, "a long note " * 40)
    log = path.with_name(f"{path.name}-wal").read_bytes()
    store.close()
    merged = path.read_bytes()
    assert len(begun) < len(merged)
    path.write_bytes(merged[:4096] + begun[4096:])
    path.with_name(f"{path.name}-wal").write_bytes(log)

    again = open_store(str(path), create=False, look_only=look_only)
    assert len(again.rounds.round(round_id).notes) == len(new.questionnaire.order)
    again.close()


@pytest.mark.parametrize(
    "content",
    [
        b"name,answer\nA1,4\n",
        b"%PDF-1.7\n" + b"x" * 5000,
        b"\x89PNG\r\n",
        bytes(range(256)) * 32,
        b"SQLite format 3\x00" * 512,
    ],
    ids=["csv", "pdf", "png", "noise", "only the first words"],
)
def test_what_is_not_a_database_is_refused_untouched(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    before = traces(path)

    with pytest.raises(NotOpened):
        open_store(str(path))

    assert traces(path) == before


@pytest.mark.parametrize("mark", [0, 0x0F055111, APPLICATION_ID + 1])
def test_a_database_of_another_program_is_refused_untouched(path: Path, mark: int) -> None:
    changed(path, "CREATE TABLE bookmark (url)", f"PRAGMA application_id = {mark}")
    before = traces(path)

    with pytest.raises(NotOpened, match="is not a TrustCheck data file"):
        open_store(str(path))

    assert traces(path) == before


def test_a_folder_is_not_a_data_file(tmp_path: Path) -> None:
    with pytest.raises(NotOpened, match="is not a TrustCheck data file"):
        open_store(str(tmp_path))


def test_without_leave_to_create_a_missing_file_stays_missing(tmp_path: Path) -> None:
    missing = tmp_path / "folder" / "mine.trustcheck"

    with pytest.raises(NotOpened, match="There is no file"):
        open_store(str(missing), create=False)

    assert list(tmp_path.iterdir()) == []


def test_a_path_no_system_takes_is_refused_in_words(tmp_path: Path) -> None:
    for odd in (str(tmp_path / "nul\0inside"), str(tmp_path / ("long" * 200)), ""):
        with pytest.raises(NotOpened):
            open_store(odd)


def test_a_file_that_was_only_begun_is_finished(path: Path) -> None:
    """The program was stopped between making the file and making its tables."""
    path.touch()
    store = open_store(str(path))
    assert store.rounds.summaries() == ()
    store.close()

    changed(path.with_name("second.trustcheck"), "PRAGMA journal_mode = WAL")
    store = open_store(str(path.with_name("second.trustcheck")))
    assert store.rounds.summaries() == ()
    store.close()


@pytest.mark.parametrize("look_only", [False, True])
def test_a_file_without_a_byte_is_none_that_was_only_begun_where_copies_lie_beside_it(
    answered: Path, look_only: bool
) -> None:
    with closing(open_store(str(answered))) as store:
        store.safety.make_copy(date(2026, 11, 20))
        store.safety.make_copy(date(2026, 11, 21))
    answered.write_bytes(b"")
    before = traces(answered)
    others = (
        lambda: SqliteSafekeeping().look_into(str(answered)),
        lambda: SqliteSafekeeping().rescue(str(answered), str(answered.with_name("rescued.trustcheck"))),
        lambda: SqliteSafekeeping().protect(str(answered), "", "a passphrase"),
    )

    for deed in (lambda: open_store(str(answered), look_only=look_only), *others):
        with pytest.raises(Emptied, match=r"is empty\. Copies of earlier days lie beside it\."):
            deed()
    with pytest.raises(Emptied):
        open_store(str(answered), passphrase="a passphrase")

    assert traces(answered) == before


@pytest.mark.parametrize(
    "name", ["with space.trustcheck", "100%?.trustcheck", "a#b&c.trustcheck", "Ωμέγα 👋.trustcheck"]
)
def test_a_file_may_have_any_name(tmp_path: Path, new: NewRound, name: str) -> None:
    store = open_store(str(tmp_path / name))
    round_id = store.rounds.begin(new)
    store.close()

    again = open_store(str(tmp_path / name), create=False)
    assert [each.id for each in again.rounds.summaries()] == [round_id]
    again.close()

    assert [each.name for each in tmp_path.iterdir()] == [name]


def test_a_damaged_row_is_told_as_damage_and_changes_nothing(answered: Path) -> None:
    changed(answered, "PRAGMA ignore_check_constraints = ON", "UPDATE questionnaire SET text = substr(text, 1, 99)")
    store = open_store(str(answered))
    try:
        with pytest.raises(NotOpened, match="will not open in one piece"):
            store.rounds.round(store.rounds.summaries()[0].id)
    finally:
        store.close()


def test_a_file_with_zeroed_pages_is_told_as_damage(answered: Path) -> None:
    content = bytearray(answered.read_bytes())
    content[4096:] = bytes(len(content) - 4096)
    answered.write_bytes(content)

    def read() -> None:
        store = open_store(str(answered))
        try:
            store.rounds.summaries()
        finally:
            store.close()

    with pytest.raises(NotOpened, match="will not open in one piece"):
        read()


@pytest.mark.parametrize("passphrase", ["", "seven words"])
def test_a_file_without_a_log_that_is_damaged_further_in_keeps_every_byte(
    path: Path, new: NewRound, passphrase: str
) -> None:
    """Its head would be changed for a log before a page is met that does not read."""
    with closing(open_store(str(path), passphrase=passphrase)) as store:
        round_id = store.rounds.begin(new)
    with closing(driver_on(str(path), "mode=rw", key_of(str(path), passphrase))) as driver:
        # As on a disk that refuses a log, or as another program made it.
        driver.execute("PRAGMA journal_mode = DELETE")
    sound = path.read_bytes()
    path.write_bytes(sound[:-3000] + bytes(3000))
    before = traces(path)

    with pytest.raises(Damaged):
        open_store(str(path), passphrase=passphrase)

    assert set(traces(path)[-1]) <= {path.name, f"{path.name}-lock"}
    assert traces(path)[:3] == before[:3]
    path.write_bytes(sound)
    with closing(open_store(str(path), passphrase=passphrase)) as store:
        assert [each.id for each in store.rounds.summaries()] == [round_id]


def test_a_head_that_counts_its_pages_wrongly_is_left_so_until_something_is_saved(answered: Path) -> None:
    """The database puts it right as soon as somebody might write: a damaged file would be another one, looked at."""
    content = bytearray(answered.read_bytes())
    content[28:32] = bytes(4)
    answered.write_bytes(content)

    with closing(open_store(str(answered))) as store:
        assert store.rounds.summaries()[0].answered == 1

    assert answered.read_bytes() == content


@pytest.mark.parametrize("number", [-1, -83886078, 0])
def test_a_number_no_version_ever_wrote_is_damage_and_no_reason_to_climb(answered: Path, number: int) -> None:
    changed(answered, f"PRAGMA user_version = {number}")
    before = traces(answered)

    with pytest.raises(Damaged):
        open_store(str(answered))

    assert traces(answered) == before


def test_a_change_that_was_under_way_as_the_power_went_is_undone(answered: Path) -> None:
    path = answered.with_name("torn") / "mine.trustcheck"
    path.parent.mkdir()
    torn(path, answered)
    assert b"filler" in path.read_bytes()

    with pytest.raises(Unfinished):
        open_store(str(path), look_only=True)
    store = open_store(str(path))
    (found,) = store.rounds.summaries()
    store.close()

    assert (found.answered, found.at_item) == (1, "")
    assert [each.name for each in path.parent.iterdir()] == [path.name]
