"""A room in its own program, over a real data file with an open check."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from queue import SimpleQueue

from tests.storage.people import SETUP, opened
from trustcheck.app.collecting.phone_room import CheckForPhones, NewsOfRoom, PhonesIn, phone_codes
from trustcheck.app.collecting.room_order import MINUTES
from trustcheck.bootstrap import build
from trustcheck.domain.checks.group_round import GroupSetup
from trustcheck.exchange.room_process import RoomProcess
from trustcheck.storage.store import SqliteStore

HERE = Path(__file__).parent
LOOPBACK = "127.0.0.1"


@dataclass
class OpenRoom:
    """``news`` is what the room told; ``codes`` let people in."""

    store: SqliteStore
    round_id: int
    phones: PhonesIn
    process: RoomProcess
    codes: tuple[str, ...]
    news: "SimpleQueue[NewsOfRoom]"

    @property
    def finished(self) -> int:
        return self.store.groups.arrived(self.round_id).all_finished


@contextmanager
def open_room(
    store: SqliteStore, codes: int, setup: GroupSetup = SETUP, *, seconds: int = MINUTES * 60, port: int = 0
) -> Iterator[OpenRoom]:
    """Open one at this computer's own loop, at a port that is free."""
    round_id = opened(store, setup)
    rooms, check = build(os.environ).rooms(), CheckForPhones(*store.groups.setup(round_id))
    made = phone_codes(rooms.choose, codes)
    phones, news = PhonesIn(store.sheets, check, made), SimpleQueue[NewsOfRoom]()
    order = check.order(LOOPBACK, made, rooms.inks(), port=port)
    assert order.seconds == MINUTES * 60
    process = RoomProcess(replace(order, seconds=seconds), phones.keep, news.put)
    try:
        yield OpenRoom(store, round_id, phones, process, made, news)
    finally:
        process.close()


def people_answer(door: str, codes: Sequence[str], program: str = "over_http.py") -> "subprocess.Popen[str]":
    """People with these codes begin to answer, in a program of their own."""
    surroundings = {**os.environ, "PYTHONPATH": str(HERE.parents[1])}
    command = [sys.executable, str(HERE / program), door, *codes]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=surroundings)


def what_they_saw(people: "subprocess.Popen[str]") -> dict[str, str]:
    """By code the heading of the last page; empty where the room went before."""
    said, _nothing = people.communicate(timeout=240)
    assert people.returncode == 0
    return dict(json.loads(said))


def used_at_most(pid: int) -> int:
    """KiB of memory that a program held at the time when it held most."""
    status = Path(f"/proc/{pid}/status").read_text("ascii")
    return int(status.split("VmHWM:")[1].split()[0])
