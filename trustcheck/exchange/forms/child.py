"""The other side of ``forms_apart``: a program that reads one form after the other, within limits, or ends."""

import json
import os
import sys
import time
from contextlib import suppress
from dataclasses import astuple
from math import ceil
from threading import Thread
from typing import Any, BinaryIO

from trustcheck.exchange.forms.fields import FormNotTaken, read_fields

LENGTH = 8
"""Bytes before each form that say how many it has."""
READY = b"ready\n"
MOST_MEMORY = 512 * 1024 * 1024
"""Bytes of address space, of which the program itself has a third; where the system offers such a limit."""
_LOOKS = 0.05
"""Seconds between two looks at the time."""


def serve(seconds: float) -> None:
    """Read forms until nobody sends one. A form that takes more than so many seconds of work ends the program."""
    watch = _Watch(seconds)
    _limit_memory()
    source, target = sys.stdin.buffer, sys.stdout.buffer
    _say(target, READY)
    while len(length := source.read(LENGTH)) == LENGTH:
        content = source.read(int.from_bytes(length, "big"))
        watch.begin()
        said = _read(content)
        watch.end()
        _say(target, f"{json.dumps(said)}\n".encode("ascii"))


def _say(target: BinaryIO, line: bytes) -> None:
    target.write(line)
    target.flush()


def _read(content: bytes) -> dict[str, Any]:
    try:
        found = read_fields(content, lambda: None)
    except FormNotTaken as refused:
        return {"why": refused.why.value}
    return {"fields": {name: astuple(value) for name, value in found.items()}}


class _Watch:
    """Ends the program where one form takes too long: by itself, and by the system where a library hears nothing."""

    def __init__(self, seconds: float) -> None:
        self._seconds, self._began = seconds, float("inf")
        Thread(target=self._look, daemon=True).start()

    def begin(self) -> None:
        self._began = time.process_time()
        _limit("RLIMIT_CPU", ceil(self._began + self._seconds))

    def end(self) -> None:
        self._began = float("inf")

    def _look(self) -> None:
        while time.process_time() - self._began <= self._seconds:
            time.sleep(_LOOKS)
        os._exit(1)


def _limit_memory() -> None:
    _limit("RLIMIT_AS", MOST_MEMORY)
    # What a form holds is somebody's answers: nothing of it stays behind where the program is ended.
    _limit("RLIMIT_CORE", 0)


def _limit(name: str, most: int) -> None:
    """Where the system offers it; the hard limit stays, as the next form needs a later one."""
    try:
        import resource
    except ImportError:
        return
    with suppress(ValueError, OSError, AttributeError):
        kind = getattr(resource, name)
        resource.setrlimit(kind, (most, resource.getrlimit(kind)[1]))
