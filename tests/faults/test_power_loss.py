"""When the power goes, nothing that was called saved is lost, whatever of the rest had reached the disk by then.

A program works on a real store while everything it does to its folder is taken down; from that, folders are made as a
disk may hold them when the power goes, and each is opened as anybody would.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from shutil import rmtree

import pytest

from tests.faults import (
    keeping,
    left_after_answering,
    left_after_collecting,
    left_after_importing,
    left_after_keeping,
    left_after_migrating,
)
from tests.faults.disk import NAMELESS, Disk, images, written
from tests.faults.left_after_migrating import Shape
from tests.faults.recording import Step, record
from tests.storage import by_hand
from tests.storage.people import SETUP, opened
from trustcheck.app.ports import Refused

NAME = "mine.trustcheck"
Images = Iterator[tuple[Path, list[str]]]


@dataclass
class Tally:
    images: int = 0
    said: int = 0
    losing: int = 0
    refused: int = 0
    damaged: int = 0

    def __str__(self) -> str:
        return (
            f"{self.images} images, {self.said} things called done in all: {self.losing} images with something lost "
            f"or halfway, {self.refused} that would not open, {self.damaged} damaged"
        )

    @property
    def harm(self) -> tuple[int, int, int]:
        return self.losing, self.refused, self.damaged


@dataclass
class Room:
    """A folder in which a program is taken down, and one for each image of it."""

    folder: Path
    number: int
    report: Callable[[str], None]

    @property
    def path(self) -> Path:
        return self.folder / "recorded" / NAME

    def steps(self, program: str, *arguments: object, until: int) -> tuple[dict[str, bytes], list[Step]]:
        before = {each.name: each.read_bytes() for each in self.path.parent.iterdir()}
        return before, record(self.path.parent, program, *arguments, until=until)

    def images(self, before: dict[str, bytes], steps: list[Step]) -> Images:
        for turn, (files, said) in enumerate(images(before, steps, self.number, Random(17))):
            place = self.folder / f"image-{turn}"
            written(files, place)
            yield place / NAME, said
            rmtree(place)


@pytest.fixture(params=[pytest.param(20, id="twenty"), pytest.param(1000, id="thousand", marks=pytest.mark.long)])
def room(request: pytest.FixtureRequest, tmp_path: Path, print_figures: Callable[[str], None]) -> Room:
    (tmp_path / "recorded").mkdir()
    return Room(tmp_path, request.param, print_figures)


def judged(what: str, room: Room, found: Images, judge: Callable[[Path, list[str]], tuple[bool, bool]]) -> Tally:
    """``judge`` says of an image whether something is lost or halfway, and whether the file is damaged."""
    tally = Tally()
    for path, said in found:
        tally.images += 1
        tally.said += len(said)
        try:
            lost, damaged = judge(path, said)
        except Refused:
            tally.refused += 1
        else:
            tally.losing += lost
            tally.damaged += damaged
    room.report(f"power lost while {what}: {tally}")
    return tally


def answers_judge(round_id: int) -> Callable[[Path, list[str]], tuple[bool, bool]]:
    def judge(path: Path, said: list[str]) -> tuple[bool, bool]:
        tally = left_after_answering.Tally()
        left_after_answering.count(path, round_id, left_after_answering.codes_in(said), {}, tally)
        return tally.lost > 0, tally.damaged > 0

    return judge


def without_ready(found: Images) -> Images:
    return ((path, [line for line in said if line != "ready"]) for path, said in found)


def test_no_answer_is_lost(room: Room) -> None:
    round_id = left_after_answering.file_with_a_round(room.path)
    found = without_ready(room.images(*room.steps("answering.py", room.path, round_id, until=room.number)))

    assert judged("answering", room, found, answers_judge(round_id)).harm == (0, 0, 0)


def test_a_store_that_waits_less_for_the_disk_loses_answers_and_this_is_seen(room: Room) -> None:
    round_id = left_after_answering.file_with_a_round(room.path)
    found = without_ready(room.images(*room.steps("careless.py", "answering.py", room.path, round_id, until=200)))

    assert judged("answering carelessly", room, found, answers_judge(round_id)).losing > 0


def test_no_answer_of_a_file_that_is_made_meanwhile_is_lost(room: Room) -> None:
    before, steps = room.steps("answering.py", room.path, "new", until=room.number)

    def judge(path: Path, said: list[str]) -> tuple[bool, bool]:
        begun = [int(line.split()[1]) for line in said if line.startswith("begun")]
        if not begun:
            # Nothing was promised yet: the file may be missing or begun, and opens all the same.
            left_after_answering.open_store(str(path)).close()
            return False, False
        return answers_judge(begun[0])(path, said)

    found = without_ready(room.images(before, steps))
    assert judged("making a file", room, found, judge).harm == (0, 0, 0)


def test_no_sheet_is_lost_and_no_closing_halfway(room: Room) -> None:
    store = left_after_collecting.open_store(str(room.path))
    round_id = opened(store, SETUP)
    store.close()
    found = without_ready(room.images(*room.steps("collecting.py", room.path, round_id, 1, until=room.number)))

    def judge(path: Path, said: list[str]) -> tuple[bool, bool]:
        tally = left_after_collecting.Tally()
        left_after_collecting.count(path, round_id, said, tally)
        return tally.lost > 0 or tally.halfway > 0, tally.damaged > 0

    assert judged("collecting and closing", room, found, judge).harm == (0, 0, 0)


def test_no_table_is_lost_or_halfway(room: Room) -> None:
    round_id = left_after_importing.open_check(room.path)
    found = without_ready(room.images(*room.steps("importing.py", room.path, round_id, 1, until=10)))

    def judge(path: Path, said: list[str]) -> tuple[bool, bool]:
        tally = left_after_importing.Tally()
        left_after_importing.count(path, said, 1, tally)
        return tally.lost > 0 or tally.halfway > 0, tally.damaged > 0

    assert judged("importing", room, found, judge).harm == (0, 0, 0)


def test_a_climb_is_whole_or_not_begun_and_the_copy_is_there(room: Room, shapes: list[Shape]) -> None:
    left_after_migrating.prepared(room.path.parent)
    found = room.images(*room.steps("migrating.py", room.path, until=3))

    def judge(path: Path, said: list[str]) -> tuple[bool, bool]:
        tally = left_after_migrating.Tally()
        left_after_migrating.count(path, said, shapes, tally)
        return any(tally.harm[:-1]), tally.damaged > 0

    assert judged("migrating", room, found, judge).harm == (0, 0, 0)


@pytest.mark.usefixtures("quick_keys_of_before")
@pytest.mark.parametrize(
    "before",
    [
        pytest.param("", id="readable"),
        pytest.param(keeping.PASSPHRASES[1], id="protected as before", marks=pytest.mark.long),
    ],
)
def test_copying_and_changing_the_passphrase_cost_no_answer_and_leave_every_copy_whole(room: Room, before: str) -> None:
    left_after_keeping.file_with_a_round(room.path)
    if before:
        by_hand.protect_as_before(room.path, before)
    found = without_ready(room.images(*room.steps("keeping.py", room.path, before, until=room.number)))

    def judge(path: Path, said: list[str]) -> tuple[bool, bool]:
        tally = left_after_keeping.Tally()
        left_after_keeping.count(path, said, tally, before)
        return tally.lost > 0 or tally.readable > 0 or tally.undone > 0, tally.damaged > 0

    assert judged("copying and changing the passphrase", room, found, judge).harm == (0, 0, 0)


def test_a_file_that_is_overwritten_before_its_new_name_is_safe_would_be_found_so() -> None:
    disk = Disk.holding({NAME: b"old", "fresh": b"new"})
    disk.take(Step("R", "fresh", NAME))
    disk.take(Step("W", NAME + NAMELESS, "", 0, b"---"))

    assert {disk.after_the_power_went(Random(each))[NAME] for each in range(50)} == {b"old", b"---", b"new"}

    disk.take(Step("S", ""))
    assert {disk.after_the_power_went(Random(each))[NAME] for each in range(50)} == {b"new"}
