"""What came back: each file with what it holds, what is odd in it, or why it is not taken. Nothing is taken yet."""

import json
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import sha256

from trustcheck.app.json_decode import plain
from trustcheck.domain.checks.group_round import Sheet
from trustcheck.domain.questionnaire.answers import Answer, Response, SaidBeside
from trustcheck.domain.questionnaire.model import Perspective

NOTE_LETTERS, NOTE_LINES = 4_000, 200
"""Of a note that comes from a file; what is beyond is cut."""


class Why(StrEnum):
    """Why a returned file is not taken."""

    TOO_LARGE = "too large"
    UNREADABLE = "unreadable"
    DAMAGED = "damaged"
    ENCRYPTED = "encrypted"
    ACTIVE = "active"
    """It holds scripts, programs or other files."""
    TOO_MUCH = "too much"
    NOT_A_FORM = "not a form"
    NO_FIELDS = "no fields"
    """A PDF without a field: so is a form of ours that was printed to a file."""
    OTHER_CHECK = "other check"
    OTHER_QUESTIONNAIRE = "other questionnaire"
    OTHER_VERSION = "other version"
    OTHER_FORM = "other form"
    """The full form where the check asks the pulse, or the other way round."""
    OTHER_VIEW = "other view"
    EMPTY = "empty"
    AT_ODDS = "at odds"
    """It says two things of a question, and nobody has decided yet."""
    TAKEN_BEFORE = "taken before"
    SAME_AS = "same as"
    """Another file with the same code holds the same answers."""
    NO_KEY = "no key"
    """A reply that is sealed to a key this data file does not hold, or no longer."""
    SAME_CODE = "same code"
    """Another file with the same code holds other answers."""


@dataclass(frozen=True, slots=True)
class OddAnswer:
    """A question of which a file says two things: its value one, a button that is pressed another."""

    item_id: str
    number: int
    """Of the question on the form, from 1."""
    says: tuple[Answer, ...]
    """The answers among what it says; none to none of them may be meant as well."""
    is_decided: bool = False
    chosen: Answer | None = None
    """What somebody decided; ``None`` for no answer."""


@dataclass(frozen=True, slots=True)
class ReturnedFile:
    """One file that came back: what it holds, or why it is not taken."""

    name: str
    """Its name without the folder."""
    why: Why | None = None
    sheet: Sheet | None = None
    """Questions of which the file says two things are in it as they were decided, and until then left out."""
    asked: int = 0
    remarks: tuple[str, ...] = ()
    """What in it is odd or was left out, one sentence each."""
    other: str = ""
    """The name of the file it shares a code with."""
    odd: tuple[OddAnswer, ...] = ()

    @property
    def answered(self) -> int:
        return len(self.sheet.response.answers) if self.sheet else 0

    @property
    def notes(self) -> int:
        return len(self.sheet.notes) if self.sheet else 0

    @property
    def perspective(self) -> Perspective | None:
        return self.sheet.response.perspective if self.sheet else None

    @property
    def form_code(self) -> str:
        """The code of the form it was before somebody answered it."""
        return self.sheet.code.partition("-")[0] if self.sheet else ""

    def is_taken(self, *, apart: bool) -> bool:
        """Whether it would be taken in; ``apart`` when files that share a code come from different people."""
        return self.sheet is not None and (self.why is None or (apart and self.why is Why.SAME_CODE))

    def with_decision(self, item_id: str, chosen: Answer | None) -> "ReturnedFile":
        """The same file with what was meant where it says two things."""
        if self.sheet is None:
            return self
        odd = (replace(each, is_decided=True, chosen=chosen) if each.item_id == item_id else each for each in self.odd)
        response = self.sheet.response.with_answer(item_id, chosen)
        return replace(self, sheet=sheet_of(response, self.sheet.notes, self.form_code), odd=tuple(odd))


@dataclass(frozen=True, slots=True)
class ReturnedFiles:
    """A preview: every file once, by name. Nothing has been taken yet, and no file is touched."""

    files: tuple[ReturnedFile, ...]
    taken: frozenset[str] = frozenset()
    """The codes of the sheets the check held before."""

    def sheets(self, *, apart: bool = False) -> tuple[Sheet, ...]:
        """What would be taken. ``apart`` takes files that share a code as those of different people."""
        return tuple(each.sheet for each in self.files if each.sheet is not None and each.is_taken(apart=apart))

    @property
    def share_codes(self) -> bool:
        return any(each.why is Why.SAME_CODE for each in self.files)

    def with_decision(self, place: int, item_id: str, chosen: Answer | None) -> "ReturnedFiles":
        """The same files with one thing decided of the file at ``place``, counted from 0."""
        decided = self.files[place].with_decision(item_id, chosen)
        return seen_together((*self.files[:place], decided, *self.files[place + 1 :]), self.taken)


def sheet_of(response: Response, notes: Mapping[str, str], form_code: str) -> Sheet:
    """The sheet's code is the form's with a mark of what was answered: a file that was handed to several people makes
    as many sheets, and the same answers are never taken twice.
    """
    answers = sorted((item_id, answer.code) for item_id, answer in response)
    said: list[object] = [answers, sorted(notes.items())]
    if response.beside != SaidBeside():
        said.append(plain(response.beside, None))
    mark = sha256(json.dumps(said).encode()).hexdigest()[:8]
    return Sheet(response, notes, f"{form_code}-{mark}")


def seen_together(files: Sequence[ReturnedFile], taken: Collection[str]) -> ReturnedFiles:
    """The same answers under the same code are taken once; other answers under a code need somebody's word.

    ``files`` with a sheet are judged anew; those without one keep the reason they have.
    """
    return ReturnedFiles(tuple(_judged(files, taken)), frozenset(taken))


def _judged(files: Sequence[ReturnedFile], taken: Collection[str]) -> Iterator[ReturnedFile]:
    files = [replace(each, why=_of_its_own(each), other="") if each.sheet else each for each in files]
    first: dict[str, ReturnedFile] = {}
    holders: dict[str, list[ReturnedFile]] = {}
    for file in files:
        if file.sheet is None or file.why is Why.EMPTY:
            continue
        if file.why is Why.AT_ODDS or first.setdefault(file.sheet.code, file) is file:
            holders.setdefault(file.form_code, []).append(file)
    before = {code.partition("-")[0] for code in taken}
    for file in files:
        if file.sheet is None or file.why is not None:
            yield file
        elif file.sheet.code in taken:
            yield replace(file, why=Why.TAKEN_BEFORE)
        elif (one := first[file.sheet.code]) is not file:
            yield replace(file, why=Why.SAME_AS, other=one.name)
        else:
            others = [each.name for each in holders[file.form_code] if each is not file]
            shared = others or file.form_code in before
            yield replace(file, why=Why.SAME_CODE, other="".join(others[:1])) if shared else file


def _of_its_own(file: ReturnedFile) -> Why | None:
    if not all(each.is_decided for each in file.odd):
        return Why.AT_ODDS
    return None if file.sheet is not None and file.sheet.says_something else Why.EMPTY


def cut_note(text: str) -> str:
    """Without control characters, at most 4,000 characters and 200 lines."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(each for each in text if each == "\n" or unicodedata.category(each) not in ("Cc", "Cs"))
    return "\n".join(kept.strip().split("\n")[:NOTE_LINES])[:NOTE_LETTERS].rstrip()
