"""What the rooms above must fit: the catalogue, the store, and the maker of reports."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

# Types only: the window is painted before the domain is loaded.
if TYPE_CHECKING:
    from datetime import date

    from trustcheck.app.group_result import GroupResult
    from trustcheck.app.results import PersonalResult
    from trustcheck.domain.answers import Answer, PracticeAnswer
    from trustcheck.domain.group_round import Arrived, GroupRound, GroupSetup, Sheet
    from trustcheck.domain.questionnaire import Form, Perspective, Questionnaire
    from trustcheck.domain.round import (
        Organisation,
        OrganisationDetails,
        OrganisationSummary,
        PersonalRound,
        Promise,
        RoundSummary,
    )


class Refused(Exception):
    """Something that cannot be done, with one sentence a person understands.

    ``sentence`` says what happened, ``safe`` what is untouched, ``todo`` what to do next. The last two may be empty.
    """

    def __init__(self, sentence: str, safe: str = "", todo: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.safe = safe
        self.todo = todo

    def __str__(self) -> str:
        return " ".join(part for part in (self.sentence, self.safe, self.todo) if part)


class NotSaved(Refused):
    """An answer that did not reach the disk; it is still on screen."""


class NotOpened(Refused):
    """A data file that could not be opened; it is untouched."""


class NotWritten(Refused):
    """A file that could not be written; the one that was there is whole."""


@dataclass(frozen=True, slots=True)
class NewRound:
    """What is known when somebody begins."""

    organisation: str
    form: Form
    perspective: Perspective
    questionnaire: Questionnaire
    leaders_are: str
    started_on: date


@dataclass(frozen=True, slots=True)
class NewGroupRound:
    """What is known when an organiser prepares a check for several people."""

    organisation_id: int
    questionnaire: Questionnaire
    setup: GroupSetup
    started_on: date


@dataclass(frozen=True, slots=True)
class SealedSheet:
    """A half-filled sheet that only its return phrase opens. Nothing readable is in it, nor who, nor when."""

    id: int
    sealed: bytes


class GroupStore(Protocol):
    """Organisations, and checks that several people answer. Every method is one transaction, as in :class:`Store`."""

    # -- organisations
    def organisation_list(self) -> tuple[OrganisationSummary, ...]:
        """All organisations by name, those that were deleted left out. As quick for a thousand as for ten."""
        ...

    def add_organisation(self, name: str) -> int: ...

    def rename_organisation(self, organisation_id: int, name: str) -> None: ...

    def organisation_details(self, organisation_id: int) -> OrganisationDetails: ...

    def save_organisation_details(self, organisation_id: int, details: OrganisationDetails) -> None: ...

    def delete_organisation(self, organisation_id: int) -> None:
        """Take it out of every list, with its checks. It can be brought back until the file is closed."""
        ...

    def bring_back_organisation(self, organisation_id: int) -> None: ...

    def rounds_of(self, organisation_id: int) -> tuple[RoundSummary, ...]:
        """The rounds of one organisation, newest first."""
        ...

    # -- a group's round: preparing, open, closed
    def prepare_group(self, new: NewGroupRound) -> int:
        """Add a round that is being prepared; its id."""
        ...

    def group_setup(self, round_id: int) -> tuple[RoundSummary, GroupSetup, Questionnaire]:
        """What may be known of a round in any state."""
        ...

    def change_setup(self, round_id: int, setup: GroupSetup) -> None:
        """While preparing, everything; once open, only how many are invited, the minutes and the routes."""
        ...

    def open_group(self, round_id: int) -> None: ...

    def close_group(self, round_id: int, on: date, *, leave_out_hurried: bool = False) -> None:
        """Close and release: sheets are rewritten in random order under new random ids, notes lose their sheet, codes
        are forgotten, half-filled sheets are discarded. A perspective whose new sheets are fewer than the threshold
        keeps the release it had (:attr:`GroupRound.waiting`)."""
        ...

    def reopen_group(self, round_id: int) -> None:
        """Take sheets again; results are hidden until it closes."""
        ...

    def arrived(self, round_id: int) -> Arrived: ...

    def group_round(self, round_id: int) -> GroupRound:
        """The released round. Raises :class:`Refused` while it is preparing or open: nobody sees a result then."""
        ...

    def save_own_words(self, round_id: int, sentence: str) -> None:
        """Keep the story in the organiser's own words; empty goes back to the rule's sentence."""
        ...

    # -- sheets
    def add_sheets(self, round_id: int, sheets: Sequence[Sheet], progress: Progress | None = None) -> None:
        """Take finished sheets into an open round: all of them or none. Raises :class:`NotSaved`, also where a code was
        taken before."""
        ...

    def taken_codes(self, round_id: int) -> frozenset[str]:
        """The codes of the paper and PDF forms that were taken into an open round."""
        ...

    def sheet_of_code(self, round_id: int, code: str) -> Sheet | None:
        """One paper or PDF form of an open round, to check it against the paper in hand."""
        ...

    def replace_sheet(self, round_id: int, code: str, sheet: Sheet) -> None:
        """Put a form right after it was read again, while its round is open."""
        ...

    # -- half-filled sheets
    def save_sealed(self, round_id: int, sheet: SealedSheet) -> None: ...

    def sealed_sheets(self, round_id: int) -> tuple[SealedSheet, ...]:
        """In an order that means nothing."""
        ...

    def discard_sealed(self, round_id: int, sheet_id: int) -> None: ...

    def finish_sealed(self, round_id: int, sheet_id: int, sheet: Sheet) -> None:
        """In one step the half-filled sheet is gone and the finished one is in the round."""
        ...

    # -- the facilitator's lock while the laptop goes round
    def lock_round(self, round_id: int, lock: bytes) -> None:
        """Remember that the laptop is going round, and what opens the rest again; empty bytes unlock."""
        ...

    def locked_round(self) -> tuple[int, bytes] | None:
        """The round the laptop is going round for, if one is: the window opens there and nowhere else."""
        ...


class Store(GroupStore, Protocol):
    """One open data file. Every method is one transaction; what returned is on disk. Safe to call from any thread."""

    @property
    def path(self) -> str: ...

    def organisations(self) -> tuple[Organisation, ...]: ...

    def begin_round(self, new: NewRound) -> int:
        """Add a round (and its organisation if the name is new) with one empty response; the round's id."""
        ...

    def rounds(self) -> tuple[RoundSummary, ...]:
        """All rounds, newest first."""
        ...

    def round(self, round_id: int) -> PersonalRound: ...

    def save_answer(self, round_id: int, item_id: str, answer: Answer | None) -> None:
        """Keep one answer, or forget it (``None``). Raises :class:`NotSaved`."""
        ...

    def save_note(self, round_id: int, item_id: str, text: str) -> None: ...

    def save_fact(self, round_id: int, practice_id: str, answer: PracticeAnswer | None) -> None: ...

    def save_promise(self, round_id: int, promise: Promise | None) -> None: ...

    def save_place(self, round_id: int, item_id: str) -> None:
        """Remember which item was on screen, so that coming back lands on it."""
        ...

    def close_round(self, round_id: int, on: date) -> None: ...

    def reopen_round(self, round_id: int) -> None: ...

    def delete_round(self, round_id: int) -> None: ...

    def close(self) -> None:
        """Let go of the file; nothing but the file itself stays behind."""
        ...


class StoreOpener(Protocol):
    """Opens a data file, creating it where there is none. Raises :class:`NotOpened`.

    ``look_only`` reads beside a window that has the file, and changes no byte of it.
    """

    def __call__(self, path: str, *, create: bool = True, look_only: bool = False) -> Store: ...


class Catalog(Protocol):
    def shipped(self) -> tuple[str, ...]:
        """The ids of the questionnaires that come with the program."""
        ...

    def questionnaire(self, id_or_path: str) -> Questionnaire:
        """Read one strictly. Raises :class:`Refused` naming every mistake by file, line and key."""
        ...


class Paper(StrEnum):
    A4 = "a4"
    LETTER = "letter"


class Edition(StrEnum):
    """For whom a report is made. One result, four editions; a group's check has the first three."""

    LEADERS = "leaders"
    STAFF = "staff"
    FACILITATOR = "facilitator"
    INDIVIDUAL = "individual"
    """One person's own check."""


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """What the person chooses for a report. The report's date is given, never taken from the clock."""

    date: date
    paper: Paper = Paper.A4
    with_notes: bool = True
    with_all_questions: bool = False
    """An annex of a page or two to one person's report: every question with its answer."""
    prepared_by: str = ""
    edition: Edition | None = None
    """``None`` is the usual one: individual for one person's check, leaders for a group's."""
    sections: tuple[str, ...] = ()
    """Which sections of a group's edition are printed, in this order, by id; empty prints all in the usual order."""
    accent: str = ""
    """A colour as ``#rrggbb``; empty for the house's own. One too pale to read is used for lines only."""
    logo: bytes = b""
    """A PNG or JPEG picture for the cover; empty for none."""
    closing_words: str = ""
    """The text of a closing page of one's own; empty for none."""
    made_with: bool = True
    """Whether "Made with TrustCheck" stands at the foot of the last page of a group's report."""
    minutes: int = 90
    """How long the workshop is: 60, 90 or 180."""
    will_not: str = ""
    """What will not be done and why, for the staff's edition; empty leaves lines for a pen."""


@dataclass(frozen=True, slots=True)
class Report:
    """A finished PDF in memory: the very bytes that are shown and saved."""

    pdf: bytes
    pages: int
    unprintable: tuple[str, ...] = ()
    """Characters no bundled font has; each stands in the report as a drawn box."""


Progress = Callable[[int, int], None]
"""Called with (done, of); may raise :class:`Cancelled` to stop the work."""


class Cancelled(Exception):
    """The person stopped a long piece of work; nothing was changed."""


class ReportMaker(Protocol):
    """Makes the report of either kind of check. Raises :class:`Refused` where an edition or a picture does not fit."""

    def __call__(
        self, result: PersonalResult | GroupResult, options: ReportOptions, progress: Progress | None = None
    ) -> Report: ...


class Writer(Protocol):
    """Puts bytes at a path whole or not at all, readable by their owner only. Raises :class:`NotWritten`."""

    def __call__(self, path: str, content: bytes) -> None: ...
