"""One organisation as a data file of its own: handed over to somebody, or taken in from somebody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

# Types only: the window is painted before the domain is loaded.
if TYPE_CHECKING:
    from trustcheck.app.refusals import Progress
    from trustcheck.domain.checks.round import RoundSummary


@dataclass(frozen=True, slots=True)
class Arriving:
    """An organisation in another data file, as it would be taken in."""

    name: str
    checks: tuple[RoundSummary, ...]
    """Newest first."""
    becomes: str
    """The name it would get here: another one where its own is taken, because nothing is ever mixed."""
    checks_here: int | None
    """How many checks the organisation has that has its name here; ``None`` where its name is free."""
    is_collecting: bool = False
    """People are answering one of its checks over there: it can come once that is closed."""


class OrganisationFiles(Protocol):
    """What an open data file gives away and takes in: one organisation with its checks, and nothing of another."""

    def hand_over(
        self,
        organisation_id: int,
        to: str,
        passphrase: str,
        progress: Progress | None = None,
        *,
        with_notes: bool = True,
    ) -> None:
        """Put a new data file with this organisation alone at ``to``, where none may stand, protected with
        ``passphrase``; it is read back and compared before it stands there. Ids are drawn anew, so that two files side
        by side link nothing. ``with_notes`` takes along what is written for oneself on its page. Raises
        :class:`Refused` while several people answer one of its checks, and :class:`NotWritten`."""
        ...

    def arriving(self, path: str, passphrase: str = "", progress: Progress | None = None) -> tuple[Arriving, ...]:
        """The organisations of another data file, by name. It is looked through completely and stays byte for byte as
        it was. Raises :class:`NotOpened` (``Locked`` where the passphrase is missing or wrong)."""
        ...

    def take_in_organisation(self, path: str, name: str, passphrase: str = "", progress: Progress | None = None) -> int:
        """Take one organisation of another data file in, all of it or nothing; its id here. It stands beside what is
        here, whatever it is called. Raises what :meth:`arriving` raises, and :class:`NotSaved`."""
        ...

    def folder_of(self, organisation_id: int) -> str:
        """Where the files of an organisation went last; empty where that is not known. 0 is for the whole data file."""
        ...

    def keep_folder(self, organisation_id: int, folder: str) -> None:
        """Remember where the files of an organisation go: here, because a folder may name a client."""
        ...
