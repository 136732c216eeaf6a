"""Whatever is brought to a door of the program is taken or refused in words, soon, in little memory, unchanged."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.killing import ROOT, surroundings
from tests.fuzz import door as doors
from tests.fuzz.attack import Outcome, bring
from tests.fuzz.door import DOORS

PATIENCE_EACH = 2
"""Seconds for one file, on the way of many: far more than they need, on a computer busy with other things too."""
SLOW = ("data file", "organisation file", "returned form")
"""Doors that take fifty times as long for a file as the others: with every run a quarter as many are brought there."""
USUAL, FEWER, ALL = 200, 50, 100_000
BRING = [sys.executable, "-m", "tests.fuzz.attack"]


def brought(door: str, number: int, folder: Path) -> Outcome:
    ended = subprocess.run(
        [*BRING, door, str(number), "1", str(folder)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=surroundings(),
        timeout=PATIENCE_EACH * number,
    )
    assert ended.returncode == 0, f"{door}: see {folder / 'last'}\n{ended.stderr[-4000:]}"
    return Outcome(**json.loads(ended.stdout))


@pytest.mark.parametrize(
    "is_whole", [pytest.param(False, id="some"), pytest.param(True, id="hundred-thousand", marks=pytest.mark.long)]
)
@pytest.mark.parametrize("door", DOORS, ids=[name.replace(" ", "-") for name in DOORS])
def test_a_spoilt_file_is_taken_or_refused(
    door: str, is_whole: bool, tmp_path: Path, print_figures: Callable[[str], None]
) -> None:
    some = FEWER if door.startswith(SLOW) else USUAL
    number = ALL if is_whole else some
    found = brought(door, number, tmp_path)

    print_figures(f"spoilt files at the door ({door}): {found}")
    assert found.cases == found.taken + found.refused == number


@pytest.mark.parametrize("door", DOORS, ids=[name.replace(" ", "-") for name in DOORS])
def test_a_sound_file_is_taken(door: str, tmp_path: Path) -> None:
    found = Outcome()

    bring(doors.door(door), doors.door(door).sound(), tmp_path, found)

    assert found.taken == 1


HARMFUL = {
    "never ends": ('re.match(r"(a+)+$", "a" * 40 + "b")', "most recent call first"),
    "waits for ever": ("threading.Event().wait()", "most recent call first"),
    "takes too much memory": ("bytes(400 * 1024 * 1024)", "took 4"),
    "is given more room than it touches": ("mmap.mmap(-1, 400 * 1024 * 1024)", "took 4"),
    "takes more than there is": ("bytes(4000 * 1024 * 1024)", "MemoryError"),
    "is changed": ('path.write_bytes(b"other")', "the file was changed"),
    "leaves something beside it": ('path.with_suffix(".more").touch()', "left beside the file"),
    "breaks the reader": ("1 / 0", "ZeroDivisionError"),
}


@pytest.mark.parametrize(("harm", "told"), HARMFUL.values(), ids=HARMFUL)
def test_a_file_that_does_harm_would_be_noticed(tmp_path: Path, harm: str, told: str) -> None:
    script = f"""
import mmap
import re
import threading
from pathlib import Path
from tests.fuzz import attack
from tests.fuzz.door import Door
attack.PATIENCE = attack.WAITING = 0.5
def let_in(path):
    if path.read_bytes() == b"hostile":
        {harm}
    return True
attack.attack(Door(lambda _chance: b"hostile", lambda: b"sound", let_in), 1, 1, Path({str(tmp_path)!r}))
"""
    ended = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT, env=surroundings(), timeout=300
    )

    assert ended.returncode != 0
    assert told in ended.stderr
    assert (tmp_path / "last").read_bytes() == b"hostile"
