"""Two hundred phones at once on this computer: all are thanked, nothing is lost, and the room stays small."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.room.own_network import MISSING, own_network
from tests.room.rooms import OpenRoom, open_room, people_answer, used_at_most
from trustcheck.storage.store import open_store

MOST_MEMORY = 60 * 1024
"""KiB that the room's program may hold at any time."""
MOST_LATER = 50
"""Milliseconds by which 99 of 100 pages may come later than to one phone alone."""


@pytest.fixture
def room(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[OpenRoom]:
    store = open_store(str(tmp_path / "mine.trustcheck"))
    with open_room(store, request.param) as opened:
        yield opened
    store.close()


def answer_all(room: OpenRoom, codes: tuple[str, ...], think: float) -> dict[str, int]:
    people = people_answer(room.process.door, [str(think), *codes], "many_phones.py")
    said, _nothing = people.communicate(timeout=500)
    return dict(json.loads(said))


@pytest.mark.parametrize("room", [12], indirect=True)
def test_a_dozen_phones_at_once_are_all_thanked_and_counted_once_each(room: OpenRoom) -> None:
    assert answer_all(room, room.codes, 0.0)["thanked"] == 12
    assert room.finished == 12
    assert used_at_most(room.process.pid) <= MOST_MEMORY


@pytest.fixture
def network() -> Iterator[None]:
    with own_network() as there_is_one:
        if not there_is_one:
            pytest.skip(MISSING)
        yield


@pytest.mark.long
@pytest.mark.usefixtures("network")
@pytest.mark.parametrize("room", [201], indirect=True)
def test_two_hundred_phones_at_once_are_all_thanked_and_counted_once_each(
    room: OpenRoom, print_figures: Callable[[str], None]
) -> None:
    alone = answer_all(room, room.codes[:1], 0.2)
    together = answer_all(room, room.codes[1:], 3.0)
    memory = used_at_most(room.process.pid)

    print_figures(f"one phone alone: {alone}")
    print_figures(f"two hundred phones: {together}, {memory} KiB at most")
    assert together["thanked"] == 200
    assert room.finished == 201
    assert memory <= MOST_MEMORY
    assert together["99th"] <= alone["99th"] + MOST_LATER
