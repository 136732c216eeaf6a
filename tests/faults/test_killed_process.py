"""A process killed in the middle of answering loses nothing that was called saved."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.killing import said_until_killed
from tests.faults.left_after_answering import Tally, codes_in, count, file_with_a_round
from trustcheck.storage.store import open_store

MOST_ANSWERS = 100
"""A process has been called so many answers saved at most, or a few more ..."""
LONGEST_LIFE = 0.05
"""... as so many seconds may go by after that before it is killed."""


def answered_until_killed(path: Path, round_id: int, life: float, answers: int = 0) -> list[int]:
    """The codes that were called saved, in order, until the process was ended by force, ``life`` seconds after so many
    ``answers``."""
    return codes_in(said_until_killed("answering.py", path, round_id, life=life, words=answers))


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


def test_nothing_called_saved_is_lost_in_three_kills(tmp_path: Path, print_figures: Callable[[str], None]) -> None:
    tally = kill_again_and_again(tmp_path / "mine.trustcheck", 3, print_figures)

    assert (tally.lost, tally.damaged) == (0, 0), tally
    assert tally.acknowledged > 70, tally


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
