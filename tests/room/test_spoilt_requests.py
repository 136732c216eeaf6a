"""A room takes whatever comes over the network: it answers, refuses or lets go, and goes on for everybody else."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.room.rooms import OpenRoom, open_room, people_answer, used_at_most, what_they_saw
from trustcheck.storage.store import open_store


@pytest.fixture
def room(tmp_path: Path) -> Iterator[OpenRoom]:
    store = open_store(str(tmp_path / "mine.trustcheck"))
    with open_room(store, 2) as opened:
        yield opened
    store.close()


def require_calm(room: OpenRoom, count: int, seed: int) -> dict[str, int]:
    """Send so many spoilt requests; then somebody answers as if nothing had been."""
    people = people_answer(room.process.door, [str(count), str(seed), room.codes[0]], "spoilt_requests.py")
    said, _nothing = people.communicate(timeout=1500)
    answers = dict(json.loads(said))
    assert sum(answers.values()) == count
    assert [each for each in answers if each.startswith("5") and each not in ("501", "505")] == []
    assert what_they_saw(people_answer(room.process.door, room.codes[1:])) == {room.codes[1]: "Thank you."}
    assert room.finished == 1
    assert used_at_most(room.process.pid) <= 60 * 1024
    return answers


def test_a_hundred_spoilt_requests_change_nothing_for_the_next_person(room: OpenRoom) -> None:
    answers = require_calm(room, 100, 15)

    assert {"200", "303", "400"} <= answers.keys()


@pytest.mark.long
def test_ten_thousand_spoilt_requests_change_nothing_for_the_next_person(room: OpenRoom) -> None:
    require_calm(room, 10_000, 7)
