"""A program killed while another state of its file comes in has brought in all of it or nothing."""

import random
import shutil
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.faults.joining import bring_in
from tests.faults.killing import is_sound, said_until_killed
from tests.storage.handed_over import OTHERS, OURS, fill
from tests.storage.people import opened, sheets
from tests.storage.two_machines import TwoMachines, content_of
from trustcheck.storage.round_store import SqliteStore, open_store


def begin(store: SqliteStore) -> int:
    fill(store, OURS)
    round_id = opened(store)
    store.add_sheets(round_id, sheets(range(20)))
    return round_id


@pytest.fixture
def machines(tmp_path: Path) -> TwoMachines:
    files = TwoMachines(tmp_path, begin)
    files.on(files.here, lambda store: fill(store, OTHERS[0]))
    files.on(files.there, lambda store: store.add_sheets(files.began, sheets(range(20, 60))))
    files.on(files.there, lambda store: store.add_organisation("Ferry"))
    return files


def end(machines: TwoMachines, folder: Path, step: int, life: float) -> str:
    """How the file stands after a program that brought the other one in was killed: ``before`` or ``after``."""
    folder.mkdir()
    before, after, path = (str(folder / f"{each}.trustcheck") for each in ("before", "after", "mine"))
    for each in (before, after, path):
        shutil.copyfile(machines.here, each)
    bring_in(after, machines.there)
    said = said_until_killed("joining.py", path, machines.there, step, life=life)
    theirs = Path(machines.there).read_bytes()
    # Opened as anybody would.
    with closing(open_store(path, create=False)) as store:
        store.rounds()
    assert is_sound(Path(path))
    assert Path(machines.there).read_bytes() == theirs
    found = content_of(path)
    assert "joined" not in said or found == content_of(after)
    return (
        {False: "before", True: "after"}[found == content_of(after)]
        if found in map(content_of, (before, after))
        else ""
    )


def test_ended_at_each_step_the_file_is_as_it_was(machines: TwoMachines, tmp_path: Path) -> None:
    found = Counter(end(machines, tmp_path / f"{step}", step, 0.5) for step in (1, 2, 5, 8))
    assert found == {"before": 4}


def test_ended_at_any_moment_it_is_as_it_was_or_all_is_in(
    machines: TwoMachines, tmp_path: Path, print_figures: Callable[[str], None]
) -> None:
    chance = random.Random(3)
    found = Counter(end(machines, tmp_path / f"{turn}", -1, chance.random() * 0.8) for turn in range(4))
    print_figures(f"killed while joining: {dict(found)}")
    assert found.keys() <= {"before", "after"}


@pytest.mark.long
def test_two_hundred_ended_at_any_moment(
    machines: TwoMachines, tmp_path: Path, print_figures: Callable[[str], None]
) -> None:
    chance = random.Random(4)
    found = Counter(end(machines, tmp_path / f"{turn}", -1, chance.random() * 0.8) for turn in range(200))
    print_figures(f"killed while joining, 200 times: {dict(found)}")
    assert found.keys() == {"before", "after"}
