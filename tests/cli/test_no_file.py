"""What is no file is neither read as one nor replaced by one: a pipe stands here for every kind of device."""

import os
import shutil
import stat
from pathlib import Path

import pytest

from tests.cli.commands import Run
from trustcheck.app.ports import NotOpened
from trustcheck.storage.store import open_store


@pytest.fixture
def pipe(tmp_path: Path) -> Path:
    os.mkfifo(tmp_path / "pipe")
    return tmp_path / "pipe"


@pytest.fixture
def file(sample_folder: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(sample_folder / "sample.trustcheck", tmp_path / "mine.trustcheck"))


@pytest.mark.parametrize(
    "typed", [("backup",), ("restore",), ("rescue",), ("report",), ("export", "--format", "json")], ids=lambda it: it[0]
)
@pytest.mark.parametrize("linked", [False, True], ids=["named", "through a link"])
def test_nothing_that_is_written_takes_the_place_of_a_device(
    run: Run, file: Path, pipe: Path, typed: tuple[str, ...], *, linked: bool
) -> None:
    target = pipe
    if linked:
        target = pipe.with_name("link")
        target.symlink_to(pipe)

    done = run(typed[0], file, *typed[1:], "-o", target)

    assert (done.code, done.err.count("\n")) == (1, 1), done
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    known = {"pipe", "mine.trustcheck"} | ({"link"} if linked else set())
    assert {each.name for each in file.parent.iterdir()} == known


@pytest.mark.parametrize("command", ["verify", "encrypt", "decrypt", "unlock"])
def test_a_device_is_no_data_file(run: Run, pipe: Path, command: str) -> None:
    done = run(command, pipe)

    assert (done.code, done.err.count("\n")) == (1, 1), done
    assert [each.name for each in pipe.parent.iterdir()] == ["pipe"]


def test_a_device_does_not_open_as_an_empty_data_file(pipe: Path) -> None:
    with pytest.raises(NotOpened, match="not a TrustCheck data file"):
        open_store(str(pipe))
    assert [each.name for each in pipe.parent.iterdir()] == ["pipe"]
