"""A laptop that is killed or falls asleep while people answer on their phones loses no sheet that was thanked for."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.faults.killing import is_sound
from tests.room.rooms import people_answer, what_they_saw
from tests.storage.people import opened
from trustcheck.storage.store import open_store

PHONES = 8
LONGEST_LIFE = 0.25
"""Seconds that may go by between the first sheet and the kill."""


@contextmanager
def laptop(path: Path) -> Iterator[tuple["subprocess.Popen[str]", str, list[str]]]:
    """The whole program with an open room; where phones find it, and their codes."""
    command = [sys.executable, "-m", "trustcheck", "room", str(path), "--listen", "127.0.0.1", "--codes", str(PHONES)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as it:
        assert it.stdout is not None
        said = [it.stdout.readline().strip() for _each in range(2 + PHONES)]
        try:
            yield it, said[0].split("/")[2], [each.replace("-", "") for each in said[2:]]
        finally:
            it.kill()


def kept_in(path: Path) -> int:
    with closing(open_store(str(path))) as store:
        (check,) = store.rounds.summaries()
        return store.groups.arrived(check.id).all_finished


def kill_again_and_again(path: Path, kills: int, report: Callable[[str], None]) -> None:
    with closing(open_store(str(path))) as store:
        opened(store)
    chance, thanked, before = random.Random(15), 0, 0
    for _each in range(kills):
        with laptop(path) as (it, door, codes):
            people = people_answer(door, codes)
            assert it.stdout is not None
            it.stdout.readline()
            # Killing at any moment is the point; nothing is waited for here.
            time.sleep(chance.random() * LONGEST_LIFE)
            it.kill()
            saw = what_they_saw(people)
        told = sum(heading == "Thank you." for heading in saw.values())
        now = kept_in(path)
        assert told <= now - before <= PHONES
        assert is_sound(path)
        thanked, before = thanked + told, now
    report(f"killed while phones answered: {kills} times, {thanked} thanked for, {before} kept")
    assert thanked >= kills // 2


def test_no_sheet_that_was_thanked_for_is_lost_in_two_kills(
    tmp_path: Path, print_figures: Callable[[str], None]
) -> None:
    kill_again_and_again(tmp_path / "mine.trustcheck", 2, print_figures)


@pytest.mark.long
def test_no_sheet_that_was_thanked_for_is_lost_in_forty_kills(
    tmp_path: Path, print_figures: Callable[[str], None]
) -> None:
    kill_again_and_again(tmp_path / "mine.trustcheck", 40, print_figures)


def test_a_laptop_that_fell_asleep_takes_the_sheets_when_it_wakes_and_nobody_was_thanked_before(tmp_path: Path) -> None:
    path = tmp_path / "mine.trustcheck"
    with closing(open_store(str(path))) as store:
        opened(store)
    with laptop(path) as (it, door, codes):
        os.kill(it.pid, signal.SIGSTOP)
        people = people_answer(door, codes)
        with pytest.raises(subprocess.TimeoutExpired):
            people.wait(4)
        os.kill(it.pid, signal.SIGCONT)

        assert set(what_they_saw(people).values()) == {"Thank you."}
    assert kept_in(path) == PHONES
