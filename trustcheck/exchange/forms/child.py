"""The other side of ``forms_apart``: a program that reads one form after the other, within limits, or ends."""

import json
import sys
from dataclasses import astuple
from typing import Any, BinaryIO

from trustcheck.exchange.forms.fields import FormNotTaken, read_fields
from trustcheck.exchange.work_limits import WorkWatch, limit_memory

LENGTH = 8
"""Bytes before each form that say how many it has."""
READY = b"ready\n"


def serve(seconds: float) -> None:
    """Read forms until nobody sends one. A form that takes more than so many seconds of work ends the program."""
    watch = WorkWatch(seconds)
    limit_memory()
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
