"""The next start knows whether the window before it closed in peace, and mistakes no open window for a gone one."""

import faulthandler
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from trustcheck.commands.crash.unclean_exit import said_at_the_end

ROOT = Path(__file__).parents[2]
BEGUN = """
import faulthandler, os, sys
from pathlib import Path
from trustcheck.commands.crash.unclean_exit import said_at_the_end
with said_at_the_end(Path(sys.argv[1]), print):
    print("open", flush=True)
    sys.stdin.readline()
    {ending}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "joan" / "data"


@pytest.fixture(autouse=True)
def _dumps_stay_in_other_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    """This process has its own way of being looked at when it is torn down; it is left alone."""
    monkeypatch.setattr(faulthandler, "enable", lambda **_where: None)
    monkeypatch.setattr(faulthandler, "disable", lambda: None)


def opened(folder: Path, ending: str = "pass") -> subprocess.Popen[str]:
    """Another window on the same folder, open until a line is written to it; then its ending comes."""
    command = [sys.executable, "-c", BEGUN.format(ending=ending), str(folder)]
    pipe = subprocess.PIPE
    other = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True, cwd=ROOT)
    assert other.stdout is not None
    assert other.stdout.readline() == "open\n"
    return other


def begun(folder: Path) -> tuple[bool, list[str]]:
    """Whether the one before said goodbye, and what was kept of it."""
    kept: list[str] = []
    with said_at_the_end(folder, kept.append) as said:
        return said, kept


def test_the_first_window_follows_nobody(folder: Path) -> None:
    assert begun(folder) == (True, [])


def test_a_window_that_closes_leaves_nothing_and_no_folder_that_it_made(folder: Path) -> None:
    with said_at_the_end(folder, print):
        assert len(list(folder.iterdir())) == 2

    assert not folder.exists()


def test_a_folder_with_something_in_it_stays(folder: Path) -> None:
    with said_at_the_end(folder, print):
        (folder / "answers.trustcheck").touch()

    assert [each.name for each in folder.iterdir()] == ["answers.trustcheck"]


def test_the_files_are_for_their_owner_only_and_know_nothing(folder: Path) -> None:
    before = os.umask(0)
    try:
        with said_at_the_end(folder, print):
            files = list(folder.iterdir())
            assert {stat.S_IMODE(each.stat().st_mode) for each in files} == {0o600}
            assert stat.S_IMODE(folder.stat().st_mode) == 0o700
            assert [each.read_bytes() for each in files] == [b"", b""]
    finally:
        os.umask(before)


@pytest.mark.parametrize("ending", ["os.kill(os.getpid(), 9)", "os._exit(0)"], ids=["killed", "gone"])
def test_one_that_was_ended_is_told_of_once(folder: Path, ending: str) -> None:
    opened(folder, ending).communicate("\n", timeout=300)

    assert begun(folder) == (False, ["closed without saying goodbye"])
    assert begun(folder) == (True, [])
    assert list(folder.iterdir()) == []


def test_one_that_was_torn_down_is_told_of_by_places_alone(folder: Path) -> None:
    other = opened(folder, "faulthandler._sigsegv()")
    other.communicate("\n", timeout=300)

    said, kept = begun(folder)

    assert other.returncode == -signal.SIGSEGV
    assert not said
    assert kept[0].splitlines()[:3] == [
        "closed without saying goodbye",
        "Segmentation fault",
        "the thread it happened in",
    ]
    assert str(folder) not in kept[0]
    assert "/" not in kept[0]


def test_a_window_that_is_still_open_is_left_alone(folder: Path) -> None:
    other = opened(folder)
    try:
        assert begun(folder) == (True, [])
        assert len(list(folder.iterdir())) == 2
    finally:
        other.communicate("\n", timeout=300)

    assert other.returncode == 0
    assert not folder.exists()


def test_one_that_was_ended_is_told_of_beside_one_that_is_open(folder: Path) -> None:
    ended, open_still = opened(folder, "os._exit(0)"), opened(folder)
    ended.communicate("\n", timeout=300)
    try:
        assert begun(folder) == (False, ["closed without saying goodbye"])
    finally:
        open_still.communicate("\n", timeout=300)

    assert begun(folder) == (True, [])


def test_where_nothing_can_be_written_the_window_opens_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")

    assert begun(tmp_path / "data") == (True, [])
    assert (tmp_path / "data").read_text() == "a file where the folder should be"


def test_a_failure_on_the_way_out_leaves_nothing_behind(folder: Path) -> None:
    with pytest.raises(ZeroDivisionError), said_at_the_end(folder, print):
        raise ZeroDivisionError

    assert not folder.exists()
