"""Phones over a real connection, in a program of its own: the tests themselves may open none.

Run as ``over_http.py DOOR CODE...``: each code is one phone, all of them at once; what each of them saw at the end is
said as one line of JSON.
"""

import json
import sys
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection, HTTPException

from tests.room.phones import Page, Phone

PATIENCE = 60


class Connected:
    """Asks for pages at one door and remembers how long each took."""

    def __init__(self, door: str) -> None:
        self._door, self.seconds = door, list[float]()
        self._connection = HTTPConnection(door, timeout=PATIENCE)

    def __call__(self, method: str, path: str, sent: str | None, headers: Mapping[str, str]) -> Page:
        began = time.perf_counter()
        self._connection.request(method, path, sent, dict(headers))
        given = self._connection.getresponse()
        text = given.read().decode()
        self.seconds.append(time.perf_counter() - began)
        return Page(given.status, dict(given.getheaders()), text)


def answered(door: str, code: str, think: float = 0.0) -> tuple[str, list[float]]:
    """The heading of the last page somebody saw who answered every question, or why the code let nobody in; empty where
    the room was gone."""
    ask = Connected(door)
    phone = Phone(ask, door)
    try:
        phone.come_in(code)
        if phone.at == "/begin":
            return phone.page.told, ask.seconds
        while phone.at.startswith("/q/"):
            time.sleep(think)
            phone.answer("4")
        phone.finish()
    except (OSError, HTTPException):
        return "", ask.seconds
    return phone.page.heading, ask.seconds


def main(door: str, codes: list[str]) -> None:
    with ThreadPoolExecutor(len(codes)) as people:
        ends = list(people.map(lambda code: answered(door, code), codes))
    print(json.dumps({code: heading for code, (heading, _seconds) in zip(codes, ends, strict=True)}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
