"""A program killed while another state of its file comes in has brought in all of it or nothing."""

import random
import shutil
import signal
import subprocess
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.faults.joining import bring_in
from tests.faults.killing import ROOT, command, is_sound, said_until_killed, surroundings, whole_lines
from tests.storage.handed_over import OTHERS, OURS, fill
from tests.storage.people import opened, sheets
from tests.storage.two_machines import TwoMachines, content_of
from trustcheck.storage.store import SqliteStore, open_store


def begin(store: SqliteStore) -> int:
    fill(store, OURS)
    round_id = opened(store)
    store.sheets.add(round_id, sheets(range(20)))
    return round_id


@pytest.fixture
def machines(tmp_path: Path) -> TwoMachines:
    files = TwoMachines(tmp_path, begin)
    files.on(files.here, lambda store: fill(store, OTHERS[0]))
    files.on(files.there, lambda store: store.sheets.add(files.began, sheets(range(20, 60))))
    files.on(files.there, lambda store: store.organisations.add("Ferry"))
    return files


def ended(machines: TwoMachines, folder: Path, kill: Callable[[str], list[str]]) -> str:
    """How a file stands into which a program brought the other one until ``kill``: ``before`` or ``after``."""
    folder.mkdir()
    before, after, path = (str(folder / f"{each}.trustcheck") for each in ("before", "after", "mine"))
    for each in (before, after, path):
        shutil.copyfile(machines.here, each)
    bring_in(after, machines.there)
    theirs = Path(machines.there).read_bytes()
    said = kill(path)
    # Opened as anybody would.
    with closing(open_store(path, create=False)) as store:
        store.rounds.summaries()
    assert is_sound(Path(path))
    assert Path(machines.there).read_bytes() == theirs
    found = content_of(path)
    if found == content_of(after):
        return "after"
    assert "joined" not in said
    assert found == content_of(before)
    return "before"


@pytest.mark.parametrize("step", [1, 3, 5])
def test_ended_at_a_step_the_file_is_as_it_was(machines: TwoMachines, tmp_path: Path, step: int) -> None:
    def kill(path: str) -> list[str]:
        program = command("joining.py", path, machines.there, step)
        done = subprocess.run(program, cwd=ROOT, env=surroundings(), stdout=subprocess.PIPE, text=True, check=False)
        assert done.returncode == -signal.SIGKILL
        return whole_lines(done.stdout)

    assert ended(machines, tmp_path / "files", kill) == "before"


def ended_at_any_moment(machines: TwoMachines, folder: Path, times: int) -> Counter[str]:
    chance, found = random.Random(3), Counter[str]()
    for turn in range(times):
        life = chance.random() * 0.8
        found[
            ended(
                machines,
                folder / f"{turn}",
                lambda path, life=life: said_until_killed("joining.py", path, machines.there, -1, life=life),
            )
        ] += 1
    return found


def test_ended_at_any_moment_it_is_as_it_was_or_all_is_in(
    machines: TwoMachines, tmp_path: Path, print_figures: Callable[[str], None]
) -> None:
    found = ended_at_any_moment(machines, tmp_path, 4)
    print_figures(f"killed while joining: {dict(found)}")
    assert found.total() == 4


@pytest.mark.long
def test_two_hundred_ended_at_any_moment(
    machines: TwoMachines, tmp_path: Path, print_figures: Callable[[str], None]
) -> None:
    found = ended_at_any_moment(machines, tmp_path, 200)
    print_figures(f"killed while joining, 200 times: {dict(found)}")
    assert found.keys() == {"before", "after"}
