"""Reads forms in a program of its own, which can be ended: what reads a hostile file may hear nothing for long.

One program serves a whole folder, as starting one takes as long as reading a few forms. Forms go in and fields come out
through pipes, and nothing touches the disk. Where no such program can be started, forms are read here, with patience.
"""

import json
import subprocess
from collections.abc import Callable
from threading import Timer
from types import TracebackType
from typing import Any, Self

from trustcheck.app.collecting.returned_forms import Why
from trustcheck.exchange.forms.buttons import FieldValue
from trustcheck.exchange.forms.child import LENGTH, READY
from trustcheck.exchange.forms.fields import FormNotTaken, TimeCheck, read_fields, require_form
from trustcheck.exchange.own_program import started

FieldReader = Callable[[bytes, TimeCheck], dict[str, FieldValue]]

WAITS = 120.0
"""Seconds of the clock after which an answer is not waited for any longer. Work is limited where it is done; this is
for a program that does nothing, and far more than a busy computer takes."""
PROGRAM = "from trustcheck.exchange.forms.child import serve\nserve({seconds})"


class FormsApart:
    """Use it as a context; :meth:`read` is a ``FieldReader``. Leaving ends the program."""

    def __init__(self, seconds: float, program: str = PROGRAM) -> None:
        self._program = program.format(seconds=seconds)
        self._can_start = True
        self._child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _kind: type[BaseException] | None, _failure: object, _trace: TracebackType | None) -> None:
        self._end()

    def read(self, content: bytes, patience: TimeCheck) -> dict[str, FieldValue]:
        """Every field by its whole name. Raises :class:`FormNotTaken`, also where the program ended over this form."""
        require_form(content)
        child = self._ready()
        if child is None:
            return read_fields(content, patience)
        said = _answer(child, content)
        if said is None:
            self._end()
            raise FormNotTaken(Why.TOO_MUCH)
        if "why" in said:
            raise FormNotTaken(Why(said["why"]))
        return {
            name: FieldValue(text, tuple(pressed), offered, shown)
            for name, (text, pressed, offered, shown) in said["fields"].items()
        }

    def _ready(self) -> subprocess.Popen[bytes] | None:
        """The program, started where there is none; ``None`` where none can be."""
        if self._child is None and self._can_start:
            self._child = started(self._program)
            self._can_start = self._child is not None and _line(self._child) == READY
            if not self._can_start:
                self._end()
        return self._child

    def _end(self) -> None:
        if self._child is not None:
            self._child.kill()
            self._child.communicate()
        self._child = None


def _answer(child: subprocess.Popen[bytes], content: bytes) -> dict[str, Any] | None:
    """What the program says of a form; ``None`` where it has ended over it."""
    assert child.stdin is not None
    try:
        child.stdin.write(len(content).to_bytes(LENGTH, "big") + content)
        child.stdin.flush()
    except OSError:
        return None
    line = _line(child)
    return json.loads(line) if line.endswith(b"\n") else None


def _line(child: subprocess.Popen[bytes]) -> bytes:
    """The next line; what there is of it where the program ends, or is ended because nothing comes."""
    assert child.stdout is not None
    waiting = Timer(WAITS, child.kill)
    waiting.start()
    try:
        return child.stdout.readline()
    finally:
        waiting.cancel()
