"""``trustcheck room``: phones in the room without a window."""

import os
import signal
import subprocess
import sys
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from tests.cli.commands import Run
from tests.room.rooms import people_answer, what_they_saw
from tests.storage.people import opened
from trustcheck.storage.store import open_store

HEARS_CTRL_C = (
    "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); "
    "from trustcheck.cli import main; sys.exit(main(sys.argv[1:]))"
)
"""As at a terminal: tests that run behind one are started with the signal ignored, and hand that on."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "mine.trustcheck"
    with closing(open_store(str(path))) as store:
        opened(store)
    return path


def test_it_says_address_and_codes_takes_sheets_and_closes_on_ctrl_c(file: Path) -> None:
    command = [sys.executable, "-c", HEARS_CTRL_C, "room", str(file), "--listen", "127.0.0.1", "--codes", "2"]
    with (
        subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"}) as it,
        ExitStack() as in_any_case,
    ):
        in_any_case.callback(it.kill)
        assert it.stdout is not None
        said = [it.stdout.readline().strip() for _each in range(4)]
        assert said[0].startswith("Open at http://127.0.0.1:")
        assert "could read along" in said[1]
        door, codes = said[0].split("/")[2], [each.replace("-", "") for each in said[2:]]

        assert what_they_saw(people_answer(door, codes[:1])) == {codes[0]: "Thank you."}
        assert it.stdout.readline() == "1 sheet is put away.\n"
        it.send_signal(signal.SIGINT)
        assert it.stdout.read() == "The room is closed.\n"
        assert it.wait(60) == 0
    with closing(open_store(str(file), look_only=True)) as store:
        (check,) = store.rounds.summaries()
        assert store.groups.arrived(check.id).all_finished == 1


@pytest.mark.parametrize("listen", ["0.0.0.0", "everywhere", "192.168.0.7:99999", "192.168.0.7:x", "::1", ""])
def test_it_listens_at_one_address_and_nowhere_else(run: Run, file: Path, listen: str) -> None:
    done = run("room", file, "--listen", listen)

    assert done.code == 1
    assert "is not one address of this computer" in done.err


def test_an_address_of_another_computer_is_refused_in_one_sentence(run: Run, file: Path) -> None:
    done = run("room", file, "--listen", "192.0.2.77")

    assert (done.code, done.err[:46]) == (1, "No room could be opened at 192.0.2.77. Everyth")


def test_a_file_without_an_open_check_is_told_what_to_do(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "empty.trustcheck"
    open_store(str(path)).close()
    done = run("room", path, "--listen", "127.0.0.1")

    assert done.code == 1
    assert "Open one in the window first." in done.err


def test_of_several_open_checks_one_is_named(run: Run, file: Path) -> None:
    with closing(open_store(str(file))) as store:
        opened(store, name="Bellwater Council")
    done = run("room", file, "--listen", "127.0.0.1")

    assert done.code == 1
    assert "Name one with --round" in done.err
    assert "Bellwater Council" in done.err
