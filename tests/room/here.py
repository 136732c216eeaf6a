"""A room in the test's own process, without a network: its pages, and whoever takes its sheets at the other end."""

import json
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any

from werkzeug.test import Client

from tests.room.phones import DOOR, Page, Phone, order
from trustcheck.app.collecting.room_order import RoomOrder
from trustcheck.room.answering import PhonePages
from trustcheck.room.code_tries import CodeTries
from trustcheck.room.drafts import Drafts
from trustcheck.room.handing_over import SheetPipe


class _Answered(BytesIO):
    """What a room writes into; whoever reads it there answers at once."""

    def __init__(self, take: Callable[[dict[str, Any]], None]) -> None:
        super().__init__()
        self._take = take

    def write(self, line: Any) -> int:
        self._take(json.loads(line))
        return len(line)


class RoomHere:
    """``said`` is everything that came out of the room, ``seconds`` what its clock says. ``keep`` says of each sheet
    whether it is on the disk; ``None`` is no word yet."""

    def __init__(
        self, keep: Callable[[dict[str, Any]], bool | None] = lambda _said: True, given: RoomOrder | None = None
    ) -> None:
        self.said: list[dict[str, Any]] = []
        self.seconds = 0.0
        self.keep = keep
        self.drafts = Drafts(given or order(), CodeTries(b"of this room", self._clock), self._clock)
        pipe = SheetPipe(BytesIO(), _Answered(self._take))
        self.pages = PhonePages(self.drafts, pipe, DOOR, lambda code: pipe.say(begun=code), waits=0.0)

    @property
    def sheets(self) -> list[dict[str, Any]]:
        return [each for each in self.said if "sheet" in each]

    def phone(self) -> Phone:
        client = Client(self.pages.application, use_cookies=False)

        def ask(method: str, path: str, sent: str | None, headers: Mapping[str, str]) -> Page:
            host = headers.get("Host", DOOR)
            given = client.open(path, method=method, base_url=f"http://{host}", data=sent, headers=dict(headers))
            return Page(given.status_code, dict(given.headers), given.get_data(as_text=True))

        return Phone(ask)

    def _clock(self) -> float:
        return self.seconds

    def _take(self, said: dict[str, Any]) -> None:
        self.said.append(said)
        if "sheet" in said and (kept := self.keep(said)) is not None:
            self.drafts.settle(said["sheet"], kept=kept)
