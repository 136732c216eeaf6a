"""What the rooms above must fit: the catalogue, the store, and the maker of reports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from trustcheck.app.refusals import (
    Cancelled,
    Closed,
    CopiesLeft,
    Damaged,
    Emptied,
    GoesRound,
    InUse,
    Locked,
    NotOpened,
    NotSaved,
    NotTaken,
    NotWritten,
    Progress,
    Refused,
    Unfinished,
)
from trustcheck.app.report_options import Edition, Paper, Report, ReportOptions
from trustcheck.app.store.merging import Merges
from trustcheck.app.store.new_rounds import NewGroupRound, NewRound, SealedSheet
from trustcheck.app.store.organisation_file import OrganisationFiles

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from trustcheck.app.results.group import GroupResult
    from trustcheck.app.results.personal import PersonalResult
    from trustcheck.app.store.export_model import Parcel
    from trustcheck.app.store.safekeeping import SafetyStore
    from trustcheck.domain.checks.group_round import Arrived, GroupRound, GroupSetup, Sheet
    from trustcheck.domain.checks.marks import AnswerMark
    from trustcheck.domain.checks.round import (
        Organisation,
        OrganisationDetails,
        OrganisationSummary,
        PersonalRound,
        PlacedPromise,
        Promise,
        RoundKind,
        RoundState,
        RoundSummary,
    )
    from trustcheck.domain.checks.workshop import Workshop
    from trustcheck.domain.questionnaire.answers import Answer, PracticeAnswer
    from trustcheck.domain.questionnaire.arrangement import Arrangement
    from trustcheck.domain.questionnaire.model import Questionnaire


# What a store keeps, part by part. Every method is one transaction; what returned is on disk.


class OrganisationStore(Protocol):
    """The clients, or the places a person has in mind."""

    def all(self) -> tuple[Organisation, ...]:
        """All organisations by name, those that were deleted left out."""
        ...

    def summaries(self) -> tuple[OrganisationSummary, ...]:
        """The same, each with its newest checks. As quick for a thousand as for ten."""
        ...

    def promises_due(self, until: date) -> tuple[PlacedPromise, ...]:
        """Open promises to look again on or before a day, the earliest first. One that was followed by a newer closed
        check of its kind is left out: looking again has happened."""
        ...

    def promises(self) -> tuple[PlacedPromise, ...]:
        """All there are, whatever became of them: the earliest day first, without a day last."""
        ...

    def add(self, name: str) -> int: ...

    def rename(self, organisation_id: int, name: str) -> None: ...

    def details(self, organisation_id: int) -> OrganisationDetails: ...

    def save_details(self, organisation_id: int, details: OrganisationDetails) -> None: ...

    def delete(self, organisation_id: int) -> None:
        """Take it out of every list, with its checks. It can be brought back until it is forgotten or the file is
        closed."""
        ...

    def bring_back(self, organisation_id: int) -> None: ...

    def deleted(self) -> frozenset[int]:
        """Those that can be brought back."""
        ...

    def forget(self, organisation_id: int) -> None:
        """Leave no byte of one that was deleted, in the file or in its log. Never raises; nothing happens where it was
        brought back."""
        ...

    def forget_deleted(self) -> None:
        """The same for all that were deleted."""
        ...


class SheetStore(Protocol):
    """Sheets on their way into an open round, finished and half-filled."""

    def add(self, round_id: int, sheets: Sequence[Sheet], progress: Progress | None = None) -> None:
        """Take finished sheets into an open round: all of them or none. Raises :class:`NotSaved`, also where a code was
        taken before."""
        ...

    def taken_codes(self, round_id: int) -> frozenset[str]:
        """The codes of the paper and PDF forms that were taken into an open round."""
        ...

    def of_code(self, round_id: int, code: str) -> Sheet | None:
        """One paper or PDF form of an open round, to check it against the paper in hand."""
        ...

    def replace(self, round_id: int, code: str, sheet: Sheet) -> None:
        """Put a form right after it was read again, while its round is open."""
        ...

    def save_sealed(self, round_id: int, sheet: SealedSheet) -> None: ...

    def sealed_sheets(self, round_id: int) -> tuple[SealedSheet, ...]:
        """In an order that means nothing."""
        ...

    def discard_sealed(self, round_id: int, sheet_id: int) -> None: ...

    def finish_sealed(self, round_id: int, sheet_id: int, sheet: Sheet) -> None:
        """In one step the half-filled sheet is gone and the finished one is in the round."""
        ...

    def reply_key(self, round_id: int, make: Callable[[], bytes]) -> bytes:
        """The private key that pages of an open round are made for; ``make`` makes it where there is none yet."""
        ...

    def reply_keys(self, round_id: int) -> tuple[bytes, ...]:
        """Every key that opens replies to a round: none where no page was made, or where it is closed."""
        ...


class GroupStore(Protocol):
    """Checks that several people answer. A check is preparing, open or closed."""

    def prepare(self, new: NewGroupRound, *, opened: bool = False) -> int:
        """Add a round that is being prepared, or, ``opened``, takes sheets at once; its id."""
        ...

    def setup(self, round_id: int) -> tuple[RoundSummary, GroupSetup, Questionnaire]:
        """What may be known of a round in any state."""
        ...

    def change_setup(self, round_id: int, setup: GroupSetup) -> None:
        """While preparing, everything; once open, only how many are invited, the minutes and the routes."""
        ...

    def open(self, round_id: int) -> None: ...

    def close(
        self, round_id: int, on: date, *, leave_out_hurried: bool = False, progress: Progress | None = None
    ) -> None:
        """Close and release: sheets are rewritten in random order under new random ids, notes lose their sheet, codes
        are forgotten, half-filled sheets are discarded. A perspective whose new sheets are fewer than the threshold
        keeps the release it had (:attr:`GroupRound.waiting`). Stopped by ``progress`` it stays open as it was."""
        ...

    def reopen(self, round_id: int) -> None:
        """Take sheets again; results are hidden until it closes."""
        ...

    def arrived(self, round_id: int) -> Arrived: ...

    def facts(self, round_id: int) -> Mapping[str, PracticeAnswer]:
        """The organisation's facts of a round in any state: they are nobody's answers."""
        ...

    def round(self, round_id: int) -> GroupRound:
        """The released round. Raises :class:`Refused` while it is preparing or open: nobody sees a result then."""
        ...

    def save_own_words(self, round_id: int, sentence: str) -> None:
        """Keep the story in the organiser's own words; empty goes back to the rule's sentence."""
        ...

    def save_workshop(self, round_id: int, workshop: Workshop) -> None:
        """Keep the session about a check's result."""
        ...

    def save_flag(self, round_id: int, item_id: str, *, flagged: bool) -> None:
        """Keep whether a question of a closed check is to be talked about. Raises :class:`Refused` where it is open."""
        ...

    def lock_round(self, round_id: int, lock: bytes) -> None:
        """Remember that the laptop is going round, and what opens the rest again; empty bytes unlock."""
        ...

    def count_pin_try(self, round_id: int) -> int:
        """Count a try of the PIN before it is known whether it opens; how many there were under this lock."""
        ...

    def pin_tries(self, round_id: int) -> int:
        """How many there were; another lock, or none, forgets them."""
        ...

    def locked_round(self) -> tuple[int, bytes] | None:
        """The round the laptop is going round for, if one is: the window opens there and nowhere else."""
        ...


class RoundStore(Protocol):
    """Checks of either kind in lists, and all of those that one person answers."""

    def begin(self, new: NewRound) -> int:
        """Add a round (and its organisation if the name is new) with one empty response; the round's id."""
        ...

    def summaries(self, kind: RoundKind | None = None, state: RoundState | None = None) -> tuple[RoundSummary, ...]:
        """All rounds, newest first; only those of one kind, or in one state, where that is named."""
        ...

    def has_any(self, kind: RoundKind | None = None, state: RoundState | None = None) -> bool:
        """Whether there is any of those. It reads none of them: there may be tens of thousands."""
        ...

    def of_organisation(self, organisation_id: int) -> tuple[RoundSummary, ...]:
        """The rounds of one organisation, newest first."""
        ...

    def promises(self, round_id: int) -> tuple[Promise, ...]:
        """Of a check of either kind, by their numbers."""
        ...

    def retests(self, round_id: int | None = None) -> tuple[RoundSummary, ...]:
        """The checks that ask a promise again, which stand in none of the lists above, newest first; only those of
        promises made after one check where that is named."""
        ...

    def round(self, round_id: int) -> PersonalRound: ...

    def save_answer(self, round_id: int, item_id: str, answer: Answer | None) -> None:
        """Keep one answer, or forget it (``None``). Raises :class:`NotSaved`."""
        ...

    def save_drill(self, round_id: int, card_id: str, rung: int | None) -> None:
        """Keep what one person thinks would really happen, or forget it (``None``). Raises :class:`NotSaved`."""
        ...

    def save_note(self, round_id: int, item_id: str, text: str) -> None: ...

    def save_mark(self, round_id: int, item_id: str, mark: AnswerMark) -> None:
        """Keep what one person says about an answer, beside it. A closed check stays closed."""
        ...

    def save_fact(self, round_id: int, practice_id: str, answer: PracticeAnswer | None) -> None: ...

    def save_promise(self, round_id: int, promise: Promise) -> None:
        """Keep a promise in the place of the one with its number. Raises :class:`NotSaved`, also where it would be open
        as one too many."""
        ...

    def save_arrangement(self, round_id: int, arranged: Arrangement) -> None:
        """Keep how the suggestions of a check stand by hand, whoever answered it. Raises :class:`NotSaved`."""
        ...

    def take_back_promise(self, round_id: int, number: int) -> None:
        """Forget what was promised. Raises :class:`NotSaved`, also where it was asked again."""
        ...

    def save_place(self, round_id: int, item_id: str) -> None:
        """Remember which item was on screen, so that coming back lands on it."""
        ...

    def close(self, round_id: int, on: date) -> None: ...

    def reopen(self, round_id: int) -> None: ...

    def ask_in_full(self, round_id: int) -> None:
        """Have one person's check ask all its questions from now on; it is open, and keeps what was answered."""
        ...

    def delete(self, round_id: int) -> None: ...


class CarryingStore(OrganisationFiles, Merges, Protocol):
    """What leaves a data file for another place, and what comes in from one."""

    def bring_in(self, parcel: Parcel, progress: Progress | None = None) -> tuple[str, ...]:
        """Take everything of a parcel in, or nothing; the names its organisations have here. What is there already is
        not mixed with."""
        ...


__all__ = [
    "Cancelled",
    "Closed",
    "CopiesLeft",
    "Damaged",
    "Edition",
    "Emptied",
    "GoesRound",
    "InUse",
    "Locked",
    "NewGroupRound",
    "NewRound",
    "NotOpened",
    "NotSaved",
    "NotTaken",
    "NotWritten",
    "Paper",
    "Progress",
    "Refused",
    "Report",
    "ReportOptions",
    "SealedSheet",
    "Unfinished",
]
"""Defined next door; whoever fits a port finds them here."""


class Store(Protocol):
    """One open data file, in parts. Safe to call from any thread."""

    @property
    def path(self) -> str: ...

    @property
    def rounds(self) -> RoundStore: ...

    @property
    def organisations(self) -> OrganisationStore: ...

    @property
    def groups(self) -> GroupStore: ...

    @property
    def sheets(self) -> SheetStore: ...

    @property
    def carrying(self) -> CarryingStore: ...

    @property
    def safety(self) -> SafetyStore: ...

    def close(self) -> None:
        """Let go of the file; nothing but the file itself stays behind."""
        ...


class StoreOpener(Protocol):
    """Opens a data file, creating it where there is none. Raises :class:`NotOpened`, and of that kind
    :class:`Locked`, :class:`InUse` and :class:`Damaged` where something else can be tried.

    ``look_only`` reads beside a window that has the file, and changes no byte of it. A new file is protected with
    ``passphrase`` from its first byte on; an existing one is opened with it where it needs one.
    """

    def __call__(self, path: str, *, create: bool = True, look_only: bool = False, passphrase: str = "") -> Store: ...


class Catalog(Protocol):
    def shipped(self) -> tuple[str, ...]:
        """The ids of the questionnaires that come with the program."""
        ...

    def translations(self, id_or_path: str) -> tuple[str, ...]:
        """The languages one can be asked in beside the one it was written in."""
        ...

    def in_language(self, asked: Questionnaire, language: str) -> Questionnaire | None:
        """The same version of it in another language, a shipped one or one's own; ``None`` where that is not whole."""
        ...

    def questionnaire(self, id_or_path: str, language: str = "") -> Questionnaire:
        """Read one strictly, in ``language`` where it is translated. Raises :class:`Refused` naming every mistake by
        file, line and key."""
        ...


class ReportMaker(Protocol):
    """Makes the report of either kind of check. Raises :class:`Refused` where an edition or a picture does not fit."""

    def __call__(
        self, result: PersonalResult | GroupResult, options: ReportOptions, progress: Progress | None = None
    ) -> Report: ...


class Writer(Protocol):
    """Puts bytes at a path whole or not at all, readable by their owner only. Raises :class:`NotWritten`."""

    def __call__(self, path: str, content: bytes) -> None: ...
