"""A file is locked, and the memory of the real process is searched for its key and for what stood in it."""

import contextlib
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.faults.killing import command, surroundings
from tests.faults.memory import times_in_memory
from tests.person.locked import NOTE, PASSPHRASE, PLACE, check_in
from tests.storage import by_hand

if sys.platform != "linux":
    pytest.skip("only Linux shows the memory of a process as a file", allow_module_level=True)


@dataclass(frozen=True)
class Found:
    key: int
    notes: int
    names: int
    passphrase: int


def as_kept(words: str) -> tuple[bytes, bytes]:
    """As Python and the database keep a text, and as Qt does."""
    return words.encode(), words.encode("utf-16-le")


def searched(path: Path) -> tuple[tuple[bytes, ...], ...]:
    digits = by_hand.digits_of(PASSPHRASE, by_hand.salt_of(path))
    key = bytes.fromhex(digits)
    return ((key, *as_kept(digits), *as_kept(digits.upper())), as_kept(NOTE), as_kept(PLACE), as_kept(PASSPHRASE))


def found_in(process: int, groups: tuple[tuple[bytes, ...], ...]) -> Found:
    times = iter(times_in_memory(process, *(each for group in groups for each in group)))
    return Found(*(sum(next(times) for _each in group) for group in groups))


def look_twice(path: Path) -> list[Found]:
    """What is found with the file open and a note on the screen, and what is found once it is locked."""
    groups, found = searched(path), []
    process = subprocess.Popen(
        command("locking_away.py", path),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**surroundings(), "QT_QPA_PLATFORM": "offscreen"},
    )
    with process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(f"{PASSPHRASE}\n")
        process.stdin.flush()
        for state in ("open", "locked"):
            assert process.stdout.readline() == f"{state}\n"
            found.append(found_in(process.pid, groups))
            with contextlib.suppress(BrokenPipeError):
                process.stdin.write("\n")
                process.stdin.flush()
    return found


@pytest.mark.usefixtures("real_keys")
def test_after_locking_memory_holds_neither_the_key_nor_a_word_of_the_file(
    tmp_path: Path, print_figures: Callable[[str], None]
) -> None:
    while_open, locked = look_twice(check_in(tmp_path / "private.trustcheck"))
    print_figures(f"in memory while a file is open: {while_open}; after locking: {locked}")

    assert while_open.key > 0, "the search sees what is there"
    assert while_open.notes > 0
    assert while_open.names > 0
    assert locked == Found(0, 0, 0, 0)
