"""What the process for phones is told: one check's questions and words, the codes that let people in, where to listen.

It travels through a pipe as one line. There is nothing in it of another check, of an answer or of the data file.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

MINUTES = 60
"""After so long a room closes by itself."""
POINTS_FROM = 1
DONT_KNOW, NOT_APPLICABLE = -1, -2
"""Codes of the two answers that are no points, as the domain has them."""
NOTE_LENGTH = 500


@dataclass(frozen=True, slots=True)
class PhoneQuestion:
    """One question in the words of one view."""

    id: str
    words: str
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class PhoneView:
    """What the people of one perspective read."""

    perspective: str
    questions: tuple[PhoneQuestion, ...]
    definitions: tuple[tuple[str, str], ...] = ()
    """Words that mean the same to everybody, each with what it means."""


@dataclass(frozen=True, slots=True)
class RoomOrder:
    """Everything that a room says, asks and listens to."""

    address: str
    """The one address of this computer on which it listens."""
    codes: tuple[str, ...]
    organisation: str
    language: str
    frame: str
    scale: tuple[str, ...]
    how_much: str
    promises: tuple[str, ...]
    views: tuple[PhoneView, ...]
    """One, or leaders and staff in this order; the last is that of whoever would rather not say."""
    notes: str = ""
    """Who reads a note; empty where the check takes none."""
    inks: Mapping[str, Mapping[str, str]] | None = None
    """The look in daylight ("light") and in the evening ("dark")."""
    port: int = 0
    """Where somebody wants a certain one; otherwise a usual one, or any that is free."""
    seconds: int = MINUTES * 60

    def line(self) -> str:
        return json.dumps(asdict(self))


def order_from(line: str | bytes) -> RoomOrder:
    """Read what :meth:`RoomOrder.line` wrote."""
    read: dict[str, Any] = json.loads(line)
    views = tuple(
        PhoneView(
            each["perspective"],
            tuple(PhoneQuestion(**question) for question in each["questions"]),
            tuple((word, meaning) for word, meaning in each["definitions"]),
        )
        for each in read.pop("views")
    )
    read |= {name: tuple(read[name]) for name in ("codes", "scale", "promises")}
    return RoomOrder(**read, views=views)
