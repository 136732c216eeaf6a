"""Brings spoilt files to one door, in a process of its own with little memory: ``attack.py DOOR NUMBER SEED FOLDER``.

Prints one line of JSON. A file that ends otherwise than taken or refused ends the process too, and is the one that lies
in the folder as ``last``.
"""

import faulthandler
import json
import resource
import signal
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random

from tests.fuzz.door import Door, door
from trustcheck.app.ports import Refused

MEMORY = 200 * 1024 * 1024
"""Bytes a file may take beyond what the process had when it had taken a sound one."""
FAR_TOO_MUCH = 5 * MEMORY
"""Where the system itself says no, for the sake of the computer. What took more than ``MEMORY`` is found before that,
also where whoever read the file made a refusal of it."""
_NOW, _AT_MOST = "VmSize:", "VmPeak:"
PATIENCE = 10.0
"""Seconds of work for one file: far more than any needs, and far less than one that never ends. Of work, not of the
clock: a machine that is busy with other things is not a file's fault."""
WAITING = 300.0
"""Seconds of the clock for one file: only what waits for something that never comes takes as long."""

MISTAKES, LONGEST = 52, 400
"""A file is refused with a line for each mistake, fifty of them, and lines for how many in all, how many more and what
is safe; letters in one line."""


@dataclass
class Outcome:
    cases: int = 0
    taken: int = 0
    refused: int = 0
    slowest: float = 0.0
    """Seconds of work for the one that took most."""
    memory: int = 0
    """Bytes of address space, at most, beyond those the process had before the first file."""

    def __str__(self) -> str:
        return (
            f"{self.cases} files, {self.taken} taken, {self.refused} refused, the slowest in "
            f"{1000 * self.slowest:.0f} ms, at most {self.memory >> 20} MiB more"
        )


def attack(where: Door, number: int, seed: int, folder: Path) -> Outcome:
    place = folder / "door"
    place.mkdir()
    bring(where, where.sound(), place, Outcome())
    _limit_memory()
    # Tells where it was and ends the process, even while a library holds the interpreter and hears nothing of Python.
    for late in (signal.SIGPROF, signal.SIGALRM):
        faulthandler.register(late, chain=True)
    at_first = _taken(_NOW)
    most = max(at_first + MEMORY, _taken(_AT_MOST))
    chance, found = Random(seed), Outcome()
    for _each in range(number):
        content = where.case(chance)
        # Before it is brought: a reader that breaks may take the whole process with it.
        (folder / "last").write_bytes(content)
        _watch(PATIENCE, WAITING)
        bring(where, content, place, found)
        _watch(0, 0)
        # A reader may call it a damaged file that there was no memory for it.
        assert _taken(_AT_MOST) <= most, f"took {(_taken(_AT_MOST) - most + MEMORY) >> 20} MiB"
    found.memory = _taken(_AT_MOST) - at_first
    return found


def bring(where: Door, content: bytes, place: Path, found: Outcome) -> None:
    """One file before the door: it is taken, or refused in words, and nothing else has happened."""
    path = place / where.name
    path.write_bytes(content)
    began = time.process_time()
    try:
        is_taken = where.let_in(path)
        told = "taken"
    except Refused as refused:
        # The folder it lies in is not the file's doing.
        is_taken, told = False, str(refused).replace(str(path), where.name).strip()
    assert told
    assert all(len(each) <= LONGEST for each in told.split("\n")), "more than sentences"
    assert told.count("\n") <= MISTAKES, "more than anybody reads"
    found.slowest = max(found.slowest, time.process_time() - began)
    found.cases += 1
    found.taken += is_taken
    found.refused += not is_taken
    if not (is_taken and where.changes_what_it_takes):
        assert path.read_bytes() == content, "the file was changed"
    if where.changes_what_it_takes:
        # What is brought up to date is copied first, under the number it says that it has. Where the rest then fails,
        # the sentence says where the copy lies.
        for copy in place.glob(f"{Path(where.name).stem}.schema-*"):
            assert is_taken or copy.name in told, "a copy that nobody is told of"
            copy.unlink()
    left = {each.name for each in place.iterdir()} - {where.name}
    assert not left, f"left beside the file: {left}"


def _watch(work: float, clock: float) -> None:
    signal.setitimer(signal.ITIMER_PROF, work)
    signal.setitimer(signal.ITIMER_REAL, clock)


def _limit_memory() -> None:
    most = _taken(_NOW) + FAR_TOO_MUCH
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _taken(what: str) -> int:
    """Bytes of memory this process has or had, as the system counts what was asked for."""
    status = Path("/proc/self/status").read_text("utf-8", "replace")
    return 1024 * int(status.partition(what)[2].split(maxsplit=1)[0])


if __name__ == "__main__":
    name, number, seed, folder = sys.argv[1:]
    print(json.dumps(asdict(attack(door(name), int(number), int(seed), Path(folder)))))
