"""What a store keeps of organisations and of checks that several people answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

# Types only: the window is painted before the domain is loaded.
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from trustcheck.app.new_rounds import NewGroupRound, SealedSheet
    from trustcheck.app.parcel import Parcel
    from trustcheck.app.ports import Progress
    from trustcheck.domain.answers import PracticeAnswer
    from trustcheck.domain.group_round import Arrived, GroupRound, GroupSetup, Sheet
    from trustcheck.domain.questionnaire import Questionnaire
    from trustcheck.domain.round import DuePromise, OrganisationDetails, OrganisationSummary, RoundSummary


class OrganisationStore(Protocol):
    """The clients, or the places a person has in mind."""

    def organisation_list(self) -> tuple[OrganisationSummary, ...]:
        """All organisations by name, those that were deleted left out. As quick for a thousand as for ten."""
        ...

    def promises_due(self, until: date) -> tuple[DuePromise, ...]:
        """Promises to look again on or before a day, the earliest first. One that was followed by a newer closed check
        of its kind is left out: looking again has happened."""
        ...

    def add_organisation(self, name: str) -> int: ...

    def rename_organisation(self, organisation_id: int, name: str) -> None: ...

    def organisation_details(self, organisation_id: int) -> OrganisationDetails: ...

    def save_organisation_details(self, organisation_id: int, details: OrganisationDetails) -> None: ...

    def delete_organisation(self, organisation_id: int) -> None:
        """Take it out of every list, with its checks. It can be brought back until it is forgotten or the file is
        closed."""
        ...

    def bring_back_organisation(self, organisation_id: int) -> None: ...

    def deleted_organisations(self) -> frozenset[int]:
        """Those that can be brought back."""
        ...

    def forget_organisation(self, organisation_id: int) -> None:
        """Leave no byte of one that was deleted, in the file or in its log. Never raises; nothing happens where it was
        brought back."""
        ...

    def forget_deleted(self) -> None:
        """The same for all that were deleted."""
        ...

    def rounds_of(self, organisation_id: int) -> tuple[RoundSummary, ...]:
        """The rounds of one organisation, newest first."""
        ...


class SheetStore(Protocol):
    """Sheets on their way into an open round, finished and half-filled."""

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

    def save_sealed(self, round_id: int, sheet: SealedSheet) -> None: ...

    def sealed_sheets(self, round_id: int) -> tuple[SealedSheet, ...]:
        """In an order that means nothing."""
        ...

    def discard_sealed(self, round_id: int, sheet_id: int) -> None: ...

    def finish_sealed(self, round_id: int, sheet_id: int, sheet: Sheet) -> None:
        """In one step the half-filled sheet is gone and the finished one is in the round."""
        ...


class GroupStore(OrganisationStore, SheetStore, Protocol):
    """Organisations, and checks that several people answer. Every method is one transaction, as in
    :class:`~trustcheck.app.ports.Store`. A check is preparing, open or closed."""

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

    def close_group(
        self, round_id: int, on: date, *, leave_out_hurried: bool = False, progress: Progress | None = None
    ) -> None:
        """Close and release: sheets are rewritten in random order under new random ids, notes lose their sheet, codes
        are forgotten, half-filled sheets are discarded. A perspective whose new sheets are fewer than the threshold
        keeps the release it had (:attr:`GroupRound.waiting`). Stopped by ``progress`` it stays open as it was."""
        ...

    def reopen_group(self, round_id: int) -> None:
        """Take sheets again; results are hidden until it closes."""
        ...

    def arrived(self, round_id: int) -> Arrived: ...

    def facts(self, round_id: int) -> Mapping[str, PracticeAnswer]:
        """The organisation's facts of a round in any state: they are nobody's answers."""
        ...

    def group_round(self, round_id: int) -> GroupRound:
        """The released round. Raises :class:`Refused` while it is preparing or open: nobody sees a result then."""
        ...

    def bring_in(self, parcel: Parcel, progress: Progress | None = None) -> tuple[str, ...]:
        """Take everything of a parcel in, or nothing; the names its organisations have here. What is there already is
        not mixed with."""
        ...

    def save_own_words(self, round_id: int, sentence: str) -> None:
        """Keep the story in the organiser's own words; empty goes back to the rule's sentence."""
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
