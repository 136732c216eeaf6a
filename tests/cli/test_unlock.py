"""A lost PIN: the window can be opened again from a terminal, and nothing else changes."""

from pathlib import Path

from tests.cli.commands import Run
from tests.ui.room import open_check, setup
from trustcheck.app.ports import SealedSheet
from trustcheck.storage.store import open_store


def test_a_lost_pin_is_taken_off_and_every_sheet_stays(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "answers.trustcheck"
    store = open_store(str(path))
    round_id = open_check(store, setup())
    store.sheets.save_sealed(round_id, SealedSheet(5, b"sealed"))
    store.groups.lock_round(round_id, b"a lock")
    store.close()

    done = run("unlock", path)

    assert (done.code, done.err) == (0, "")
    assert "Unlocked." in done.out
    store = open_store(str(path))
    assert store.groups.locked_round() is None
    assert store.sheets.sealed_sheets(round_id) == (SealedSheet(5, b"sealed"),)
    store.close()


def test_where_no_laptop_goes_round_it_says_so(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "answers.trustcheck"
    open_store(str(path)).close()

    done = run("unlock", path)

    assert done.code == 0
    assert "nothing to unlock" in done.out


def test_while_the_window_is_open_it_is_refused(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "answers.trustcheck"
    store = open_store(str(path))

    done = run("unlock", path)

    assert done.code == 1
    assert "Another TrustCheck" in done.err
    store.close()


def test_a_file_that_is_not_there_is_not_made(run: Run, tmp_path: Path) -> None:
    done = run("unlock", tmp_path / "missing.trustcheck")

    assert done.code == 1
    assert not (tmp_path / "missing.trustcheck").exists()
