"""Two states of one data file: what each holds, and what becomes of it when the other is brought into the open one.

Nobody knows which state is the older one, so nothing is decided by a clock: what only one of them holds stays, what
both hold is one, and where both changed the same thing a person chooses.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Protocol

# Types only: the window is painted before the domain is loaded.
if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from trustcheck.app.refusals import Progress
    from trustcheck.domain.checks.round import RoundSummary


class MergeChoice(Enum):
    """What becomes of one part: as it is in the open file, as it is in the other one, or both beside each other."""

    HERE = "here"
    THERE = "there"
    BOTH = "both"


class PartState(Enum):
    SAME = "same"
    ONLY_HERE = "only here"
    ONLY_THERE = "only there"
    JOINED = "joined"
    """Each has something the other has not, and nothing stands against anything."""
    CHANGED = "changed"
    """Something of it is not the same in both, and only one of the two can stay."""


class Clash(Enum):
    """What is not the same in both."""

    NAME = "name"
    PAGE = "page"
    """What is written on an organisation's page, and what its reports wear."""
    ANSWERS = "answers"
    NOTES = "notes"
    FACTS = "facts"
    PROMISE = "promise"
    PROMISE_NUMBERS = "promise numbers"
    """Each made a promise of its own under one number: both are kept."""
    OPEN_PROMISES = "open promises"
    """Together more would be open than may be."""
    MARKS = "marks"
    SUGGESTIONS = "suggestions"
    """Moved, or put aside, otherwise here than there."""
    OWN_WORDS = "own words"
    WORKSHOP = "workshop"
    SET_UP = "set-up"
    STATE = "state"
    FORMS = "forms"
    """The same paper or PDF form, read differently."""
    DRAFTS = "drafts"
    SHEETS = "sheets"
    """A check of several people whose sheets cannot be told apart any more: they got new numbers when it was closed."""


@dataclass(frozen=True, slots=True)
class MergePart:
    """One organisation, or one check of an organisation that both files hold."""

    id: int
    organisation: str
    """Its name here, or there where it is only there."""
    found: PartState
    here: RoundSummary | None = None
    there: RoundSummary | None = None
    """``None`` both, where the part is the organisation itself."""
    other_name: str = ""
    """The name over there, of an organisation that is called otherwise here; the name it gets here, of one that comes
    in and whose own name is taken."""
    checks: int = 0
    """Of an organisation that only one of the files holds."""
    together: int = 0
    """Answers, or sheets, that the check has with what is joined."""
    clashes: tuple[Clash, ...] = ()
    choices: tuple[MergeChoice, ...] = ()
    """Empty where there is nothing to choose; the first is what is done where nobody chooses."""
    replaces: bool = False
    """Whether of a check's sheets only those of one file can stay."""
    is_shown: bool = False
    """The other closing may not take the place of this one: its result was shown, and the two side by side would tell
    what few people said."""

    @property
    def is_check(self) -> bool:
        return self.here is not None or self.there is not None


@dataclass(frozen=True, slots=True)
class Merge:
    """What would be done, to be looked at first. It says counts and names, and nothing that anybody answered."""

    parts: tuple[MergePart, ...]
    """By the name of their organisation, which comes before its checks."""
    stamp: str
    """Of all that both files held when they were compared."""

    def having(self, found: PartState) -> tuple[MergePart, ...]:
        return tuple(each for each in self.parts if each.found is found)

    @property
    def changes_nothing(self) -> bool:
        """Whether the open file holds all of the other one already."""
        return all(each.found in (PartState.SAME, PartState.ONLY_HERE) for each in self.parts)


class Merges(Protocol):
    """What an open data file takes in of another state of itself."""

    def compare_with(self, path: str, passphrase: str = "", progress: Progress | None = None) -> Merge:
        """What bringing in another data file of this workspace would do. Both stay byte for byte as they are.

        The other one is looked through completely. Raises :class:`~trustcheck.app.ports.NotOpened` (``Locked`` where
        its passphrase is missing or wrong), and ``Refused`` where it is of another workspace, or a laptop goes round
        with either.
        """
        ...

    def merge(
        self,
        path: str,
        seen: Merge,
        chosen: Mapping[int, MergeChoice],
        on: date,
        passphrase: str = "",
        progress: Progress | None = None,
    ) -> str:
        """Do what was ``seen``, with what was ``chosen`` by the id of each part, in one transaction; the path of the
        copy of this file as it was, which is made first and leaves out open checks of several people.

        Raises what :meth:`compare_with` raises, ``Refused`` where either file is no longer as it was seen and where
        this one is only looked at, and :class:`~trustcheck.app.ports.NotSaved` and ``NotWritten``; nothing is changed
        then.
        """
        ...
