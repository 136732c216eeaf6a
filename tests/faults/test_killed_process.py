"""A process killed in the middle of answering loses nothing that was called saved."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.faults.answering import answer_at, begun
from tests.faults.killing import is_sound, said_until_killed
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.storage.store import open_store

MOST_ANSWERS = 100
"""A process has been called so many answers saved at most, or a few more ..."""
LONGEST_LIFE = 0.05
"""... as so many seconds may go by after that before it is killed."""


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
    round_id = begun(store)
    store.close()
    return round_id


def answered_until_killed(path: Path, round_id: int, life: float, answers: int = 0) -> list[int]:
    """The codes that were called saved, in order, until the process was ended by force, ``life`` seconds after so many
    ``answers``."""
    return codes_in(said_until_killed("answering.py", path, round_id, life=life, words=answers))


def codes_in(said: list[str]) -> list[int]:
    return [int(line.split()[1]) for line in said if not line.startswith("begun")]


def count(path: Path, round_id: int, acknowledged: list[int], before: dict[str, Answer], tally: Tally) -> None:
    """Open the file as anybody would and compare it with what was called saved."""
    store = open_store(str(path), create=False)
    try:
        kept = store.rounds.round(round_id)
    finally:
        store.close()
    expected = dict(before)
    for at, code in enumerate(acknowledged):
        expected[kept.questionnaire.order[at % 40]] = Answer(code)
    at = len(acknowledged)
    in_flight = {**expected, kept.questionnaire.order[at % 40]: Answer(answer_at(at))}
    found = dict(kept.response.answers)
    if found == in_flight != expected:
        tally.not_yet_acknowledged += 1
    elif found != expected:
        tally.lost += sum(found.get(item) != answer for item, answer in expected.items()) or 1
    tally.damaged += not is_sound(path)
    tally.kills += 1
    tally.acknowledged += len(acknowledged)


def kill_again_and_again(path: Path, kills: int, report: Callable[[str], None]) -> Tally:
    round_id = file_with_a_round(path)
    chance = random.Random(7)
    tally = Tally()
    for _ in range(kills):
        store = open_store(str(path), create=False)
        before = dict(store.rounds.round(round_id).response.answers)
        store.close()
        life, answers = chance.random() * LONGEST_LIFE, chance.randrange(MOST_ANSWERS)
        acknowledged = answered_until_killed(path, round_id, life, answers)
        count(path, round_id, acknowledged, before, tally)
    report(f"killed while answering: {tally}")
    return tally


def test_nothing_called_saved_is_lost_in_ten_kills(tmp_path: Path, print_figures: Callable[[str], None]) -> None:
    tally = kill_again_and_again(tmp_path / "mine.trustcheck", 10, print_figures)

    assert (tally.lost, tally.damaged) == (0, 0), tally
    assert tally.acknowledged > 250, tally


@pytest.mark.long
def test_nothing_called_saved_is_lost_in_two_hundred_kills(
    tmp_path: Path, print_figures: Callable[[str], None]
) -> None:
    tally = kill_again_and_again(tmp_path / "mine.trustcheck", 200, print_figures)

    assert (tally.lost, tally.damaged) == (0, 0), tally
    assert tally.acknowledged > 5000, tally


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
