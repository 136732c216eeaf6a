"""What the rooms above must fit: the catalogue, the store, and the maker of reports."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from trustcheck.app.group_store import GroupStore
from trustcheck.app.merging import Merges
from trustcheck.app.new_rounds import NewGroupRound, NewRound, SealedSheet
from trustcheck.app.organisation_file import OrganisationFiles
from trustcheck.app.report_options import Edition, Paper, Report, ReportOptions
from trustcheck.app.safekeeping import KeepsCopies

# Types only: the window is painted before the domain is loaded.
if TYPE_CHECKING:
    from datetime import date

    from trustcheck.app.group_result import GroupResult
    from trustcheck.app.results import PersonalResult
    from trustcheck.domain.answers import Answer, PracticeAnswer
    from trustcheck.domain.questionnaire import Questionnaire
    from trustcheck.domain.round import (
        Organisation,
        PersonalRound,
        Promise,
        RoundKind,
        RoundState,
        RoundSummary,
    )

__all__ = ["Edition", "GroupStore", "NewGroupRound", "NewRound", "Paper", "Report", "ReportOptions", "SealedSheet"]
"""Defined next door; whoever fits a port finds them here."""


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


class NotTaken(NotSaved):
    """An answer that the disk would not take; another place may."""


class NotOpened(Refused):
    """A data file that could not be opened; it is untouched."""


class Locked(NotOpened):
    """A data file that opens with its passphrase. ``wrong`` where one was given and did not open it."""

    def __init__(self, sentence: str, safe: str = "", todo: str = "", *, wrong: bool) -> None:
        super().__init__(sentence, safe, todo)
        self.wrong = wrong


class InUse(NotOpened):
    """Another TrustCheck has the data file; it can be looked at meanwhile."""


class GoesRound(NotOpened):
    """A data file that goes from person to person in another window: nobody looks past its PIN."""


class Damaged(NotOpened):
    """A data file that does not read in one piece; a copy or a rescue may."""


class Emptied(Damaged):
    """A data file without a byte in it, beside its copies: there is nothing to rescue."""


class Closed(NotOpened):
    """A data file that was closed before it could be read: whoever asked has gone with it."""


class Unfinished(NotOpened):
    """A data file with a change in it that was not finished; whoever opens it for writing undoes that first."""


class NotWritten(Refused):
    """A file that could not be written; the one that was there is whole."""


class CopiesLeft(NotWritten):
    """The data file has its new passphrase, or none any more; some copies beside it open as they did before."""


class Store(GroupStore, OrganisationFiles, Merges, KeepsCopies, Protocol):
    """One open data file. Every method is one transaction; what returned is on disk. Safe to call from any thread."""

    @property
    def path(self) -> str: ...

    def organisations(self) -> tuple[Organisation, ...]: ...

    def begin_round(self, new: NewRound) -> int:
        """Add a round (and its organisation if the name is new) with one empty response; the round's id."""
        ...

    def rounds(self, kind: RoundKind | None = None, state: RoundState | None = None) -> tuple[RoundSummary, ...]:
        """All rounds, newest first; only those of one kind, or in one state, where that is named."""
        ...

    def has_rounds(self, kind: RoundKind | None = None, state: RoundState | None = None) -> bool:
        """Whether there is any of those. It reads none of them: there may be tens of thousands."""
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

    def ask_in_full(self, round_id: int) -> None:
        """Have one person's check ask all its questions from now on; it is open, and keeps what was answered."""
        ...

    def delete_round(self, round_id: int) -> None: ...

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

    def questionnaire(self, id_or_path: str) -> Questionnaire:
        """Read one strictly. Raises :class:`Refused` naming every mistake by file, line and key."""
        ...


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
