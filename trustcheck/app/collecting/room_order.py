"""What the process for phones is told: one check's questions and words, the codes that let people in, where to listen.

It travels through a pipe as one line. There is nothing in it of another check, of an answer or of the data file.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from enum import StrEnum
from typing import Any

MINUTES = 60
"""After so long a room closes by itself."""
DONT_KNOW, NOT_APPLICABLE = -1, -2
"""Codes of the two answers that are no points, as the domain has them."""
NOTE_LENGTH = 500


class PageKind(StrEnum):
    """What a page asks."""

    QUESTION = "answers"
    GUESS = "guesses"
    """What staff will answer to a theme."""
    CARD = "drill"
    """What would really happen, on a scenario card."""


@dataclass(frozen=True, slots=True)
class PhoneQuestion:
    """One page: a question in the words of one view, or what is asked beside the questions."""

    id: str
    words: str
    meaning: str = ""
    asked: PageKind = PageKind.QUESTION
    lead: str = ""
    """Above the words, where it is not the frame of all questions."""
    choices: tuple[tuple[int, str], ...] = ()
    """What can be chosen, each with its code; empty where it is the scale and the two ways of declining."""

    @property
    def key(self) -> str:
        """Ids of questions, themes and cards may be alike."""
        return f"{self.asked} {self.id}"


@dataclass(frozen=True, slots=True)
class ViewWords:
    """What people of one view are promised and asked with, where the two views read two languages."""

    language: str
    frame: str
    scale: tuple[str, ...]
    how_much: str
    promises: tuple[str, ...]
    dots: tuple[str, str, str] | None
    notes: str


@dataclass(frozen=True, slots=True)
class PhoneView:
    """What the people of one perspective read."""

    perspective: str
    questions: tuple[PhoneQuestion, ...]
    definitions: tuple[tuple[str, str], ...] = ()
    """Words that mean the same to everybody, each with what it means."""
    words: ViewWords | None = None
    """``None`` where it reads what the order says."""


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
    dots: tuple[str, str, str] | None = None
    """Whether dots may stand on a wall: what is asked, what it means, and the words for agreeing."""
    notes: str = ""
    """Who reads a note; empty where the check takes none."""
    inks: Mapping[str, Mapping[str, str]] | None = None
    """The look in daylight ("light") and in the evening ("dark")."""
    used: tuple[str, ...] = ()
    """Codes of an earlier room of this check, whose sheets are put away: they are told so, not that they are wrong."""
    shown: tuple[str, ...] = ()
    """Codes that stood on a screen, where anybody can have read them: each opens its sheet on one phone alone."""
    port: int = 0
    """Where somebody wants a certain one; otherwise a usual one, or any that is free."""
    seconds: int = MINUTES * 60

    def as_read_by(self, view: PhoneView) -> "RoomOrder":
        """The same in the words that one view reads."""
        said = view.words
        return self if said is None else replace(self, **{each.name: getattr(said, each.name) for each in fields(said)})

    def line(self) -> str:
        return json.dumps(asdict(self))


def order_from(line: str | bytes) -> RoomOrder:
    """Read what :meth:`RoomOrder.line` wrote."""
    read: dict[str, Any] = json.loads(line)
    views = tuple(
        PhoneView(
            each["perspective"],
            tuple(_question(question) for question in each["questions"]),
            tuple((word, meaning) for word, meaning in each["definitions"]),
            _view_words(each["words"]),
        )
        for each in read.pop("views")
    )
    return RoomOrder(**_tuples(read, "codes", "used", "shown", "scale", "promises"), views=views)


def _view_words(read: dict[str, Any] | None) -> ViewWords | None:
    return None if read is None else ViewWords(**_tuples(read, "scale", "promises"))


def _tuples(read: dict[str, Any], *names: str) -> dict[str, Any]:
    dots = tuple(read["dots"]) if read["dots"] else None
    return read | {name: tuple(read[name]) for name in names} | {"dots": dots}


def _question(read: dict[str, Any]) -> PhoneQuestion:
    choices = tuple((code, words) for code, words in read.pop("choices"))
    return PhoneQuestion(**{**read, "asked": PageKind(read["asked"])}, choices=choices)
