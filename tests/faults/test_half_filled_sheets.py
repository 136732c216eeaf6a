"""A half-filled sheet through the worst: a killed program, a full disk. Nothing is lost, and nothing can be read."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.faults.killing import said_until_killed
from tests.faults.no_more_room import no_file_above
from tests.faults.sitting import MARKER, quick
from tests.person.looks import light
from tests.ui.room import ASKED, Room, open_check, setup
from trustcheck.app.answering.sealing import find_sheet
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.storage.store import open_store
from trustcheck.ui.kit.look import Look, load_fonts
from trustcheck.ui.shell.places import Place

PHRASE = "amber otter lantern"
MOST_NOTES = 30
"""A program has called so many notes saved at most, or a few more ..."""
LONGEST_LIFE = 0.1
"""... as so many seconds may go by after that before it is killed."""


def filled_until_killed(path: Path, round_id: int, life: float, notes: int) -> int:
    """The number of the last note that was called saved; -1 where none was."""
    said = said_until_killed("sitting.py", path, round_id, PHRASE, life=life, words=notes)
    return max(map(int, said), default=-1)


def test_a_killed_program_loses_no_note_and_leaves_none_to_read(tmp_path: Path) -> None:
    path, chance, told = tmp_path / "mine.trustcheck", random.Random(7), []
    store = open_store(str(path))
    round_id = open_check(store, setup())
    store.close()
    for _kill in range(5):
        life, notes = chance.random() * LONGEST_LIFE, chance.randrange(MOST_NOTES)
        last = filled_until_killed(path, round_id, life, notes)
        left = b"".join(each.read_bytes() for each in tmp_path.iterdir())
        assert MARKER.encode() not in left
        assert PHRASE.encode() not in left
        store = open_store(str(path), create=False)
        found = find_sheet(quick(), store.sheets.sealed_sheets(round_id), PHRASE)
        store.close()
        if last >= 0:
            assert found is not None
            kept = int(found[1].notes[ASKED.order[0]].rsplit(" ", 1)[1])
            assert last <= kept <= last + 1
            told.append(last)

    assert sum(told) > 20, told


@pytest.fixture
def look(qapp: QApplication, resources: Path) -> Look:
    load_fonts(resources / "fonts")
    return light(qapp, resources)


@pytest.fixture
def room(tmp_path: Path, look: Look, qapp: QApplication, qtbot: QtBot) -> Iterator[Room]:
    room = Room(tmp_path / "answers.trustcheck", look, qapp, qtbot)
    yield room
    room.file.let_go()


def test_on_a_full_disk_nobody_is_thanked_before_their_answers_are_put_away(room: Room) -> None:
    room.open_check()
    room.begin()
    room.sit_down()
    room.answer_all()
    room.waits_for(lambda: room.file.queue.waiting == 0)
    # What is put away goes into the log first; the file itself may be the larger of the two.
    log = room.path.with_name(f"{room.path.name}-wal")
    with no_file_above(log.stat().st_size):
        room.choose("Finish and put away")
        room.waits_for(lambda: room.file.queue.has_trouble)
        room.sees("Not saved yet")
        assert room.window.place is Place.REVIEW
        assert room.called.unsaved == 1

    room.choose("Try again")

    room.arrives_at(Place.HAND_OVER)
    room.sees("Thank you. Your answers are put away.")
    assert room.store.groups.arrived(room.round_id).finished[Perspective.STAFF] == 1
    assert not room.window.has_page(Place.REVIEW)
