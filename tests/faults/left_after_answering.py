"""What a process that was killed while it answered has left, counted."""

from dataclasses import dataclass
from pathlib import Path

from tests.faults.answering import answer_at, begun
from tests.faults.killing import is_sound
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.storage.store import open_store


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
