"""Keeping data files whole and private: copies, looking into one, putting one back, rescuing rows, passphrases.

All of it is done to files that are closed; what an open one does for itself stands in its ``Store``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from trustcheck.words import ngettext

if TYPE_CHECKING:
    from datetime import date

    from trustcheck.app.refusals import Progress


COPIES_KEPT = 7
"""Automatic copies of a data file; one for each day on which something changed."""


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy beside a data file."""

    path: str
    made_on: date | None
    """``None`` for what was kept before a newer program changed the file, or a copy was put in its place."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What is in a data file or a copy, for somebody who decides whether it is the right one."""

    organisations: tuple[OrganisationContents, ...]
    written_by: str
    """The version of TrustCheck that wrote it; empty where it does not say."""

    @property
    def checks(self) -> int:
        return sum(each.checks for each in self.organisations)

    @property
    def answers(self) -> int:
        return sum(each.answers for each in self.organisations)


@dataclass(frozen=True, slots=True)
class OrganisationContents:
    name: str
    checks: int
    answers: int
    """Of all its checks together: questions with any answer."""
    last_on: date | None
    """The day its newest check was begun."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a data file is whole, and if not, how it is damaged: one sentence for each thing."""

    damages: tuple[str, ...]
    contents: Contents | None
    """``None`` where the damage is too large to say."""

    @property
    def is_whole(self) -> bool:
        return not self.damages


@dataclass(frozen=True, slots=True)
class Rescued:
    """What could be taken out of a damaged file, row by row."""

    contents: Contents
    lost: tuple[str, ...]
    """One sentence for each kind of thing that could not be read; empty where everything could."""


class SafetyStore(Protocol):
    """What an open data file does for its own safety; part of its store."""

    @property
    def is_protected(self) -> bool:
        """Whether the file opens with a passphrase only."""
        ...

    def opens_with(self, passphrase: str) -> bool:
        """Whether this is the passphrase of the file, which stays as it is; never for one without. Takes as long as
        opening it."""
        ...

    @property
    def told_apart(self) -> str:
        """Where another program put another file in the place of this one, or took it away: which of two files is
        which, in one sentence. Empty otherwise. Of this session once the file is closed, or of the last one."""
        ...

    @property
    def cleared(self) -> int:
        """How many files were taken away as this one was opened that a program which was ended by force had left half
        written."""
        ...

    @property
    def synchronised_by(self) -> str:
        """The name of the program that brings the file's folder up to date on other computers; empty where none
        shows."""
        ...

    def make_copy(self, on: date) -> Copy:
        """Make the automatic copy of a day beside the file, the last seven of which are kept. Raises
        :class:`~trustcheck.app.ports.NotWritten`.
        """
        ...

    @property
    def has_changed(self) -> bool:
        """Whether something was written since the file was opened, or since the automatic copy made after that."""
        ...

    @property
    def holds_what_was_taken_back(self) -> bool:
        """Whether something that was changed since may still be read as it was before, in the file or in its log.
        Costs nothing."""
        ...

    def forget_taken_back(self) -> None:
        """Leave no byte of what was changed or taken back, in the file or in its log. Never raises: what could not be
        done is done the next time, or as the file is closed."""
        ...

    def has_current_copy(self) -> bool:
        """Whether the newest automatic copy holds what the file holds. Never raises."""
        ...

    def back_up(self, to: str) -> Contents:
        """Put a whole, compared copy at ``to``; what is in it. Raises :class:`~trustcheck.app.ports.NotWritten`."""
        ...

    def move_to(self, to: str) -> None:
        """Go on in a whole copy at ``to``, where none may stand. Raises :class:`~trustcheck.app.ports.NotWritten`, and
        goes on here then.
        """
        ...

    def copies_holding(self, *, organisation: int = 0, round_id: int = 0) -> int:
        """How many copies beside the file still hold an organisation or a check."""
        ...

    def forget_in_copies(self, *, organisation: int = 0, round_id: int = 0) -> None:
        """Take an organisation or a check out of every copy beside the file. Raises
        :class:`~trustcheck.app.ports.NotWritten` where one could not be changed.
        """
        ...


class Safekeeping(Protocol):
    """Every method raises :class:`~trustcheck.app.ports.NotOpened` for a file that cannot be read (``Locked`` where
    the passphrase is missing or wrong) and ``NotWritten`` where the result could not be written; the file that is
    read stays byte for byte as it was, unless the method says otherwise."""

    def copies(self, path: str) -> tuple[Copy, ...]:
        """The copies beside a data file, the newest first. Nothing is opened; the file itself may be gone."""
        ...

    def original_of(self, path: str) -> str:
        """The data file beside which a file lies as one of its copies, going by their names; empty for any other."""
        ...

    def look_into(self, path: str, passphrase: str = "") -> Contents:
        """What is in a data file or copy of any schema this program knows."""
        ...

    def verify(self, path: str, passphrase: str = "") -> Verdict:
        """Read everything there is and say what does not fit. Raises ``NotOpened`` for what is no file of ours."""
        ...

    def back_up(self, path: str, to: str, passphrase: str = "") -> None:
        """Write a whole copy under the same passphrase, compare it, and put it at ``to``."""
        ...

    def restore(self, copy: str, path: str, on: date, passphrase: str = "") -> str:
        """Put a copy in the place of a data file, which must be closed. What stood there is kept: the path under which
        it is set aside, or empty where nothing stood there."""
        ...

    def set_aside_as(self, path: str, on: date) -> str:
        """The path under which :meth:`restore` would keep what stands there now."""
        ...

    def rescue(self, path: str, to: str, passphrase: str = "", progress: Progress | None = None) -> Rescued:
        """Read a damaged file row by row into a new one at ``to``, under the same passphrase."""
        ...

    def protect(self, path: str, passphrase: str, new_passphrase: str, progress: Progress | None = None) -> None:
        """Set, change or (with an empty new one) take off the passphrase of a closed file, and of its copies.

        ``passphrase`` is the present one, or empty. Nothing that could be read before stays readable: not the old
        file, its log, its copies or a temporary file. Whatever goes wrong, the file opens as it did; only where
        :class:`~trustcheck.app.ports.CopiesLeft` says so, it is done, but for some copies.
        """
        ...


# What is said of files that a program which was ended by force had left half written.


def told(cleared: int) -> str:
    """One sentence, where there were any."""
    return ngettext(
        "TrustCheck was ended before it had finished; {number} half-written file that it left here is gone.",
        "TrustCheck was ended before it had finished; {number} half-written files that it left here are gone.",
        cleared,
    ).format(number=cleared)
