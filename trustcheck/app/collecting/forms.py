"""Forms on paper and forms to fill in on a screen: what is ordered, who makes them, and what comes back."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from trustcheck.app.collecting.form_identity import FormIdentity, digest_of
from trustcheck.app.ports import Paper, Progress, Report
from trustcheck.domain.checks.group_round import GroupSetup, Sheet
from trustcheck.domain.checks.round import RoundSummary
from trustcheck.domain.questionnaire.model import Perspective, Questionnaire


@dataclass(frozen=True)
class FormOrder:
    """One wording of one check's questions, on one paper."""

    summary: RoundSummary
    setup: GroupSetup
    questionnaire: Questionnaire
    perspective: Perspective
    paper: Paper = Paper.A4
    large_print: bool = False
    """18 points instead of 12."""

    @property
    def asked(self) -> tuple[str, ...]:
        """The item ids in order of presentation."""
        return self.questionnaire.asked(self.setup.form)

    def identity(self, code: str) -> FormIdentity:
        asked = self.questionnaire
        return FormIdentity(
            self.summary.id, asked.id, asked.version, digest_of(asked), self.setup.form, self.perspective, code
        )


class PaperFormsMaker(Protocol):
    def __call__(self, order: FormOrder, codes: Sequence[str], progress: Progress | None = None) -> Report:
        """One form for each code, one after the other in one file, each beginning on a new sheet."""
        ...


FillableFormMaker = Callable[[FormOrder, str], bytes]
"""One person's file, with its own code."""


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
    OTHER_CHECK = "other check"
    OTHER_QUESTIONNAIRE = "other questionnaire"
    OTHER_VERSION = "other version"
    OTHER_FORM = "other form"
    """The full form where the check asks the pulse, or the other way round."""
    OTHER_VIEW = "other view"
    EMPTY = "empty"
    TAKEN_BEFORE = "taken before"
    SAME_AS = "same as"
    """Another file with the same code holds the same answers."""
    SAME_CODE = "same code"
    """Another file with the same code holds other answers."""


@dataclass(frozen=True, slots=True)
class ReturnedFile:
    """One file that came back: what it holds, or why it is not taken."""

    name: str
    """Its name without the folder."""
    why: Why | None = None
    sheet: Sheet | None = None
    answered: int = 0
    asked: int = 0
    remarks: tuple[str, ...] = ()
    """What in it was left out, one sentence each."""
    other: str = ""
    """The name of the file it shares a code with."""

    @property
    def perspective(self) -> Perspective | None:
        return self.sheet.response.perspective if self.sheet else None

    def is_taken(self, *, apart: bool) -> bool:
        """Whether it would be taken in; ``apart`` when files that share a code come from different people."""
        return self.sheet is not None and (self.why is None or (apart and self.why is Why.SAME_CODE))


@dataclass(frozen=True, slots=True)
class ReturnedFiles:
    """A preview: every file once, by name. Nothing has been taken yet, and no file is touched."""

    files: tuple[ReturnedFile, ...]

    def sheets(self, *, apart: bool = False) -> tuple[Sheet, ...]:
        """What would be taken. ``apart`` takes files that share a code as those of different people."""
        return tuple(each.sheet for each in self.files if each.sheet is not None and each.is_taken(apart=apart))

    @property
    def share_codes(self) -> bool:
        return any(each.why is Why.SAME_CODE for each in self.files)


class ReturnedFormsReader(Protocol):
    def __call__(
        self,
        order: FormOrder,
        paths: Sequence[str],
        taken: Collection[str],
        progress: Progress | None = None,
    ) -> ReturnedFiles:
        """Look into files, and into folders one level deep. ``order`` names the check; its perspective says nothing
        here. Only ever reads."""
        ...


@dataclass(frozen=True, slots=True)
class Forms:
    """Everything about forms that the window may ask for."""

    make_paper: PaperFormsMaker
    make_fillable: FillableFormMaker
    read_returned: ReturnedFormsReader
    choose: Callable[[str], str]
    """One sign of a text by chance, for codes."""
