"""The program is killed while it answers in its window: whatever stood beside the word "Saved" is in the file."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from tests import builders
from tests.faults.answering_in_window import SLOW, code_of
from tests.faults.killing import is_sound, said_until_killed
from trustcheck.app.answering.walkthrough import Walkthrough
from trustcheck.app.ports import NewRound
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.storage.store import open_store

ASKED = builders.questionnaire({"people": {"A": 20, "B": 20}})


@dataclass
class Tally:
    kills: int = 0
    beside: int = 0
    lost: int = 0
    waiting: int = 0

    def __str__(self) -> str:
        return (
            f"{self.kills} kills, {self.beside} answers beside the word saved: {self.lost} lost; "
            f"{self.waiting} answers were waiting and said so"
        )


def file_with_a_round(path: Path) -> int:
    store = open_store(str(path))
    round_id = store.rounds.begin(NewRound("Here", Form.FULL, Perspective.STAFF, ASKED, "", date(2026, 11, 22)))
    store.close()
    return round_id


def kill_once(path: Path, chance: random.Random, tally: Tally) -> None:
    round_id = file_with_a_round(path)
    said = said_until_killed(
        "answering_in_window.py", path, life=chance.random() * 2 * SLOW, words=chance.randrange(1, 60)
    )
    counted = [(int(number), word) for number, word in map(str.split, said)]
    beside = max((number for number, word in counted if word == "saved"), default=0)
    store = open_store(str(path), create=False)
    kept = store.rounds.round(round_id)
    store.close()
    asked = Walkthrough.resume(kept).asked
    answers = kept.response.answers
    tally.kills += 1
    tally.beside += beside
    tally.waiting += sum(word == "waiting" for _number, word in counted)
    tally.lost += sum(answers.get(asked[at]) != Answer(code_of(at)) for at in range(beside))
    assert is_sound(path)


def kill_again_and_again(folder: Path, kills: int, report: Callable[[str], None]) -> Tally:
    chance, tally = random.Random(11), Tally()
    for at in range(kills):
        kill_once(folder / f"{at}.trustcheck", chance, tally)
    report(f"killed beside the word: {tally}")
    return tally


def test_no_answer_beside_the_word_saved_is_lost_in_two_kills(
    tmp_path: Path, print_figures: Callable[[str], None]
) -> None:
    tally = kill_again_and_again(tmp_path, 2, print_figures)

    assert tally.lost == 0, tally
    assert tally.beside > 5, tally
    assert tally.waiting > 5, tally


@pytest.mark.long
def test_no_answer_beside_the_word_saved_is_lost_in_a_hundred_kills(
    tmp_path: Path, print_figures: Callable[[str], None]
) -> None:
    tally = kill_again_and_again(tmp_path, 100, print_figures)

    assert tally.lost == 0, tally
    assert tally.beside > 1000, tally
