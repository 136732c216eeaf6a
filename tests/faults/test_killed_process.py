"""A process killed in the middle of answering loses nothing that was called saved."""

import random
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from tests import builders
from trustcheck.app.ports import NewRound
from trustcheck.domain.answers import Answer
from trustcheck.domain.questionnaire import Form, Perspective
from trustcheck.storage.round_store import open_store

ANSWERING = Path(__file__).with_name("answering.py")
ROOT = Path(__file__).parents[2]
LONGEST_LIFE = 0.25
"""Seconds a process may answer before it is killed."""


@dataclass
class Tally:
    kills: int = 0
    acknowledged: int = 0
    lost: int = 0
    damaged: int = 0
    not_yet_acknowledged: int = 0

    def __str__(self) -> str:
        return (
            f"{self.kills} kills, {self.acknowledged} answers called saved: {self.lost} lost, {self.damaged} damaged "
            f"files, {self.not_yet_acknowledged} saved and not yet called so"
        )


def file_with_a_round(path: Path) -> int:
    store = open_store(str(path))
    asked = builders.questionnaire({"people": {"A": 20, "B": 20}})
    round_id = store.begin_round(NewRound("Here", Form.FULL, Perspective.STAFF, asked, "", date(2026, 11, 22)))
    store.close()
    return round_id


def answered_until_killed(path: Path, round_id: int, life: float) -> list[int]:
    """The codes that were called saved, in order, until the process was ended by force after ``life`` seconds."""
    command = [sys.executable, str(ANSWERING), str(path), str(round_id)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        # Killing at any moment is the point; nothing is waited for here.
        time.sleep(life)
        process.kill()
        lines = process.stdout.read().splitlines(keepends=True)
    return [int(line.split()[1]) for line in lines if line.endswith("\n")]


def count(path: Path, round_id: int, acknowledged: list[int], before: dict[str, Answer], tally: Tally) -> None:
    """Open the file as anybody would and compare it with what was called saved."""
    store = open_store(str(path), create=False)
    try:
        kept = store.round(round_id)
    finally:
        store.close()
    expected = dict(before)
    for at, code in enumerate(acknowledged):
        expected[kept.questionnaire.order[at % 40]] = Answer(code)
    at = len(acknowledged)
    in_flight = {**expected, kept.questionnaire.order[at % 40]: Answer(1 + (at // 40) % 5)}
    found = dict(kept.response.answers)
    if found == in_flight != expected:
        tally.not_yet_acknowledged += 1
    elif found != expected:
        tally.lost += sum(found.get(item) != answer for item, answer in expected.items())
    with closing(dbapi2.connect(str(path))) as driver:
        tally.damaged += driver.execute("PRAGMA integrity_check").fetchone() != ("ok",)
    tally.kills += 1
    tally.acknowledged += len(acknowledged)


def kill_again_and_again(path: Path, kills: int, report: Callable[[str], None]) -> Tally:
    round_id = file_with_a_round(path)
    chance = random.Random(7)
    tally = Tally()
    for _ in range(kills):
        store = open_store(str(path), create=False)
        before = dict(store.round(round_id).response.answers)
        store.close()
        acknowledged = answered_until_killed(path, round_id, chance.random() * LONGEST_LIFE)
        count(path, round_id, acknowledged, before, tally)
    report(f"killed while answering: {tally}")
    return tally


def test_nothing_called_saved_is_lost_in_ten_kills(tmp_path: Path, print_figures: Callable[[str], None]) -> None:
    tally = kill_again_and_again(tmp_path / "mine.trustcheck", 10, print_figures)

    assert (tally.lost, tally.damaged) == (0, 0), tally
    assert tally.acknowledged > 100, tally


@pytest.mark.long
def test_nothing_called_saved_is_lost_in_two_hundred_kills(
    tmp_path: Path, print_figures: Callable[[str], None]
) -> None:
    tally = kill_again_and_again(tmp_path / "mine.trustcheck", 200, print_figures)

    assert (tally.lost, tally.damaged) == (0, 0), tally
    assert tally.acknowledged > 2000, tally


def test_the_count_would_notice_a_lost_answer(tmp_path: Path) -> None:
    path = tmp_path / "mine.trustcheck"
    round_id = file_with_a_round(path)
    tally = Tally()

    count(path, round_id, [1, 1, 1], {}, tally)

    assert tally.lost == 3


def test_after_a_kill_the_file_opens_at_once_and_closing_it_leaves_it_alone(tmp_path: Path) -> None:
    path = tmp_path / "mine.trustcheck"
    round_id = file_with_a_round(path)

    answered_until_killed(path, round_id, 0.05)
    open_store(str(path), create=False).close()

    assert [each.name for each in tmp_path.iterdir()] == [path.name]
