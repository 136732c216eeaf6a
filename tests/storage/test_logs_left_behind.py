"""What lies beside the place of a file: a log or a journal of another one is never read into a new file, nor lost."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.storage.kept_copies import KEEPING, TODAY, planted
from tests.storage.torn_changes import torn
from trustcheck.app.ports import NewRound, NotOpened, NotWritten
from trustcheck.storage.store import SqliteStore, open_store


@pytest.fixture
def there(tmp_path: Path) -> Path:
    (tmp_path / "there").mkdir()
    return tmp_path / "there" / "theirs.trustcheck"


@pytest.fixture
def log(there: Path, tmp_path: Path, new: NewRound) -> Path:
    """A log with something in it; the file it belongs to is gone."""
    store = open_store(str(tmp_path / "another.trustcheck"))
    planted(store, new, "in the log")
    left = Path(f"{there}-wal")
    left.write_bytes((tmp_path / "another.trustcheck-wal").read_bytes())
    store.close()
    return left


@pytest.fixture
def half_changed(there: Path, tmp_path: Path, new: NewRound) -> Path:
    """A file in the middle of a change, with its journal."""
    before = tmp_path / "before.trustcheck"
    made = open_store(str(before))
    planted(made, new)
    made.close()
    torn(there, before)
    return there


PUTS: dict[str, Callable[[SqliteStore, Path], object]] = {
    "rescue": lambda store, there: KEEPING.rescue(store.path, str(there)),
    "back up": lambda store, there: store.safety.back_up(str(there)),
    "move": lambda store, there: store.safety.move_to(str(there)),
    "hand over": lambda store, there: store.carrying.hand_over(
        store.organisations.all()[0].id, str(there), "a passphrase"
    ),
}


@pytest.mark.parametrize("deed", PUTS)
def test_no_new_file_is_put_where_the_log_of_another_lies(
    store: SqliteStore, new: NewRound, there: Path, log: Path, deed: str
) -> None:
    planted(store, new)
    before = log.read_bytes()

    with pytest.raises(NotWritten):
        PUTS[deed](store, there)

    assert log.read_bytes() == before
    assert list(there.parent.iterdir()) == [log]
    log.unlink()
    PUTS[deed](store, there)
    assert there.is_file()


def test_no_copy_takes_the_place_of_the_files_own_log(store: SqliteStore, path: Path, new: NewRound) -> None:
    """There the newest answers stand while the file is open."""
    planted(store, new)
    before = Path(f"{path}-wal").read_bytes()

    with pytest.raises(NotWritten):
        store.safety.back_up(f"{path}-wal")
    with pytest.raises(NotWritten):
        KEEPING.back_up(str(path), f"{path}-wal")

    assert Path(f"{path}-wal").read_bytes() == before


def test_no_copy_takes_the_place_of_a_file_in_the_middle_of_a_change(
    store: SqliteStore, path: Path, half_changed: Path
) -> None:
    """Its journal would be played back into the copy."""
    before = half_changed.read_bytes()

    with pytest.raises(NotWritten):
        store.safety.back_up(str(half_changed))
    with pytest.raises(NotWritten):
        KEEPING.back_up(str(path), str(half_changed))

    assert half_changed.read_bytes() == before


def test_what_is_set_aside_in_the_middle_of_a_change_keeps_its_journal(
    store: SqliteStore, path: Path, half_changed: Path
) -> None:
    aside = KEEPING.restore(str(path), str(half_changed), TODAY)

    assert KEEPING.verify(str(half_changed)).is_whole
    assert Path(f"{aside}-journal").exists()
    open_store(aside).close()
    assert KEEPING.verify(aside).is_whole
    assert KEEPING.look_into(aside).checks == 1


def test_the_log_of_a_file_that_is_gone_is_set_aside_when_a_copy_is_put_back(
    store: SqliteStore, path: Path, there: Path, log: Path
) -> None:
    before = log.read_bytes()
    aside = KEEPING.restore(str(path), str(there), TODAY)

    assert not log.exists()
    assert aside.endswith("-wal")
    assert Path(aside).read_bytes() == before
    assert KEEPING.verify(str(there)).is_whole


def test_no_new_file_is_begun_where_the_log_of_one_that_is_gone_holds_what_was_saved_last(
    path: Path, there: Path, new: NewRound
) -> None:
    """As when the program was killed and somebody moved the file, and forgot what lies beside it."""
    store = open_store(str(there))
    planted(store, new, "saved last")
    for each in (there, Path(f"{there}-wal")):
        each.with_name(f"kept-{each.name}").write_bytes(each.read_bytes())
    store.close()
    there.unlink()
    log = Path(f"{there}-wal")
    log.unlink(missing_ok=True)
    log.with_name(f"kept-{log.name}").replace(log)
    before = log.read_bytes()

    with pytest.raises(NotOpened, match="its log still lies there"):
        open_store(str(there))

    assert log.read_bytes() == before
    assert not there.exists()
    there.with_name(f"kept-{there.name}").replace(there)
    with closing(open_store(str(there))) as back:
        assert back.organisations.all()[0].name == "saved last Ltd"
