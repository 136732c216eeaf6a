"""A half-filled sheet on its way to the disk: what is in it, and the seal that only its return phrase opens."""

import json
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from math import log2
from typing import Any, Protocol

from trustcheck.app.json_decode import DocumentReading, plain
from trustcheck.app.ports import SealedSheet
from trustcheck.domain.questionnaire.answers import Answer, Response, SaidBeside
from trustcheck.domain.questionnaire.model import Form, Perspective

# The three words with which somebody comes back to a half-filled sheet: shown once, kept nowhere.


WORDS = 3
LEAST_WORDS = 1024
"""Below so many words to choose from, three of them are too few to guess at."""

RandomBelow = Callable[[int], int]
"""A whole number from 0 below the given one, each as likely and none to be foreseen."""

_APART = re.compile(r"[^a-z]+")


def new_phrase(words: Sequence[str], chance: RandomBelow) -> str:
    """Three words by chance, with single spaces. Raises ``ValueError`` where there are too few to choose from."""
    if len(set(words)) < LEAST_WORDS:
        message = f"{len(set(words))} words are too few to choose from; {LEAST_WORDS} are needed"
        raise ValueError(message)
    return " ".join(words[chance(len(words))] for _ in range(WORDS))


def as_meant(typed: str) -> str:
    """What somebody typed as the phrase it stands for: capitals, commas and further spaces do not matter."""
    plain = unicodedata.normalize("NFKC", typed).lower()
    return " ".join(word for word in _APART.split(plain) if word)


def is_whole(typed: str) -> bool:
    """Whether there are three words to try."""
    return len(as_meant(typed).split()) == WORDS


def guesswork(words: Sequence[str]) -> float:
    """How many bits somebody has to guess: the logarithm (base 2) of all phrases there can be."""
    return WORDS * log2(len(set(words)))


def words_in(text: str) -> tuple[str, ...]:
    """The words of a list, one to a line; lines that begin with ``#`` say where it comes from."""
    lines = (line.strip() for line in text.splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))


_BLOCK = 4096
"""Bytes. Every sheet is filled up to a multiple of it: how much was answered must not show from outside."""
_SHEET_IDS = 2**63 - 1


class DoesNotOpen(Exception):
    """The words are not those of this sheet, or it is no longer whole."""


class SheetKey(Protocol):
    """What a phrase has been turned into, slowly, once."""

    def seal(self, plain: bytes) -> bytes: ...


class Sealer(Protocol):
    """Turns words into keys, by a function that is slow on purpose. Call it off the main thread."""

    def new_key(self, phrase: str) -> SheetKey:
        """A key for a new sheet."""
        ...

    def open(self, phrase: str, sealed: bytes) -> tuple[SheetKey, bytes]:
        """The key of a sealed sheet and what is in it. Raises :class:`DoesNotOpen`."""
        ...

    def lock(self, pin: str) -> bytes:
        """What is remembered of a PIN: enough to know it again, too little to read it."""
        ...

    def unlocks(self, pin: str, lock: bytes) -> bool: ...


@dataclass(frozen=True, slots=True)
class Sealing:
    """Everything a sitting needs to seal its sheets."""

    sealer: Callable[[], Sealer]
    """Loads what it needs when it is first asked for."""
    words: Callable[[], Sequence[str]]
    """The list return phrases are made of."""
    chance: RandomBelow


@dataclass(frozen=True, slots=True)
class Draft:
    """A half-filled sheet, opened."""

    response: Response
    notes: Mapping[str, str] = field(default_factory=dict)
    at_item: str = ""
    """The item that was on the screen last."""


class SheetSeal:
    """One sheet's phrase and key. The key is made when first needed, which takes about half a second."""

    def __init__(self, sealing: Sealing, phrase: str, sheet_id: int, key: SheetKey | None = None) -> None:
        self._sealing, self._key = sealing, key
        self.phrase, self.sheet_id = phrase, sheet_id

    def prepare(self) -> None:
        """Make the key, unless it is there."""
        if self._key is None:
            self._key = self._sealing.sealer().new_key(as_meant(self.phrase))

    def seal(self, draft: Draft) -> SealedSheet:
        self.prepare()
        assert self._key is not None
        return SealedSheet(self.sheet_id, self._key.seal(packed(draft)))


def new_seal(sealing: Sealing) -> SheetSeal:
    """A new phrase and a new sheet id, both by chance."""
    sheet_id = 1 + sealing.chance(_SHEET_IDS)
    return SheetSeal(sealing, new_phrase(sealing.words(), sealing.chance), sheet_id)


def find_sheet(sealing: Sealing, sheets: Sequence[SealedSheet], typed: str) -> tuple[SheetSeal, Draft] | None:
    """The sheet that these words open, tried in an order of chance; ``None`` where they open none.

    Every sheet is tried, also after one has opened: how long it takes tells nothing of where it lay.
    """
    sealer, phrase, left = sealing.sealer(), as_meant(typed), list(sheets)
    found = None
    while left:
        sheet = left.pop(sealing.chance(len(left)))
        try:
            key, plain = sealer.open(phrase, sheet.sealed)
            found = SheetSeal(sealing, phrase, sheet.id, key), unpacked(plain)
        except DoesNotOpen:
            continue
    return found


def packed(draft: Draft) -> bytes:
    """A draft as bytes, filled up so that its length says little."""
    said: dict[str, Any] = {
        "perspective": draft.response.perspective.value,
        "form": draft.response.form.value,
        "answers": {item_id: answer.code for item_id, answer in draft.response},
        "notes": dict(draft.notes),
        "beside": plain(draft.response.beside, None),
        "at": draft.at_item,
    }
    written = json.dumps(said, separators=(",", ":")).encode()
    return written + b" " * (-len(written) % _BLOCK)


def unpacked(plain: bytes) -> Draft:
    """A draft from its bytes. Raises :class:`DoesNotOpen` for anything else."""
    try:
        said = json.loads(plain)
        answers = {str(item_id): Answer(int(code)) for item_id, code in said["answers"].items()}
        beside = DocumentReading().value(SaidBeside, said.get("beside", {}), "beside")
        response = Response(Perspective(said["perspective"]), Form(said["form"]), answers, beside)
        notes = {str(item_id): str(words) for item_id, words in said["notes"].items()}
        return Draft(response, notes, str(said["at"]))
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError):
        raise DoesNotOpen from None
