"""A file that was left in the middle of a change, its journal beside it: every command says so, and touches nothing."""

import shutil
from pathlib import Path

import pytest

from tests.cli.commands import Run
from tests.cli.passphrases import PASSPHRASE, handed_over
from tests.storage.torn_changes import torn, traces
from trustcheck.storage.safekeeping import SqliteSafekeeping
from trustcheck.storage.store import open_store

COMMANDS = {
    "verify": (),
    "backup": ("-o", "elsewhere/there.trustcheck"),
    "restore": ("-o", "elsewhere/there.trustcheck"),
    "rescue": ("-o", "elsewhere/there.trustcheck"),
    "export": ("--format", "json", "-o", "elsewhere/there.json"),
    "report": ("-o", "elsewhere/there.pdf"),
    "encrypt": (),
    "decrypt": (),
}


@pytest.fixture
def file(sample_folder: Path, tmp_path: Path) -> Path:
    before = Path(shutil.copy(sample_folder / "sample.trustcheck", tmp_path / "before.trustcheck"))
    path = tmp_path / "torn" / "mine.trustcheck"
    (path.parent / "elsewhere").mkdir(parents=True)
    torn(path, before)
    return path


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_says_that_a_change_was_not_finished_and_leaves_it_so(
    run: Run, file: Path, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(file.parent)
    journal = Path(f"{file}-journal")
    before = traces(file), traces(journal)

    done = run(command, file, *COMMANDS[command])

    assert (done.code, done.out) == (1, "")
    assert done.err == (
        f"{file} was left in the middle of a change, as when the power goes. It was not touched. Open it once with "
        "TrustCheck: that undoes the half change, and everything saved before it is there.\n"
    )
    assert (traces(file), traces(journal)) == before
    assert list((file.parent / "elsewhere").iterdir()) == []


def test_after_it_was_opened_once_it_is_whole_and_says_what_was_saved_before(run: Run, file: Path) -> None:
    open_store(str(file)).close()

    done = run("verify", file)

    assert done.code == 0, done.err
    assert "holds 2 organisations, 2 checks" in done.out


def test_a_protected_one_says_the_same(run: Run, sample_folder: Path, tmp_path: Path) -> None:
    before = Path(shutil.copy(sample_folder / "sample.trustcheck", tmp_path / "before.trustcheck"))
    SqliteSafekeeping().protect(str(before), "", PASSPHRASE)
    path = tmp_path / "mine.trustcheck"
    torn(path, before, PASSPHRASE)
    with handed_over(f"{PASSPHRASE}\n") as descriptor:
        done = run("verify", path, "--passphrase-fd", descriptor)

    assert done.code == 1
    assert "was left in the middle of a change" in done.err
    open_store(str(path), passphrase=PASSPHRASE).close()
    with handed_over(f"{PASSPHRASE}\n") as descriptor:
        assert run("verify", path, "--passphrase-fd", descriptor).code == 0
