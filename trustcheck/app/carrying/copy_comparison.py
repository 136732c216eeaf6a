"""What a copy holds beside what a data file holds now, and what would be missing if it took the file's place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from trustcheck.app.ports import Locked, NotOpened, Refused

if TYPE_CHECKING:
    from trustcheck.app.ports import Progress
    from trustcheck.app.store.safekeeping import Contents, Copy, OrganisationContents, Safekeeping


@dataclass(frozen=True, slots=True)
class MissingOrganisation:
    """One organisation of the present file that the copy does not hold, or not all of it."""

    name: str
    checks: int
    answers: int
    whole: bool
    """Whether the organisation itself is missing."""


@dataclass(frozen=True, slots=True)
class ComparedOrganisation:
    """One organisation, in the copy and now; ``None`` where it is not there."""

    name: str
    copied: OrganisationContents | None
    now: OrganisationContents | None


@dataclass(frozen=True, slots=True)
class Comparison:
    copied: Contents
    now: Contents | None
    """``None`` where the present file cannot be read, or is gone."""

    @property
    def rows(self) -> tuple[ComparedOrganisation, ...]:
        """Every organisation of either, by name."""
        copied = {each.name: each for each in self.copied.organisations}
        now = {each.name: each for each in self.now.organisations} if self.now is not None else {}
        names = sorted({*copied, *now}, key=str.casefold)
        return tuple(ComparedOrganisation(name, copied.get(name), now.get(name)) for name in names)

    @property
    def missing(self) -> tuple[MissingOrganisation, ...]:
        """What the present file has more of, by number; an answer that was changed since counts as the same."""
        found = (_missing(row) for row in self.rows)
        return tuple(each for each in found if each is not None)


def _missing(row: ComparedOrganisation) -> MissingOrganisation | None:
    if row.now is None:
        return None
    if row.copied is None:
        return MissingOrganisation(row.name, row.now.checks, row.now.answers, whole=True)
    checks = max(0, row.now.checks - row.copied.checks)
    answers = max(0, row.now.answers - row.copied.answers)
    return MissingOrganisation(row.name, checks, answers, whole=False) if checks or answers else None


def newest_whole(
    safekeeping: Safekeeping, path: str, passphrase: str = "", progress: Progress | None = None
) -> Copy | None:
    """The newest copy beside a data file in which nothing is damaged. Raises ``Locked`` where none is found without
    another passphrase, and where the file or a copy has one that was not given: until then nothing of either is told.
    """
    locked: Locked | None = None
    copies = safekeeping.copies(path)
    _require_passphrase(safekeeping, [path, *(each.path for each in copies)], passphrase)
    for done, copy in enumerate(copies):
        if progress is not None:
            progress(done, len(copies))
        try:
            if safekeeping.verify(copy.path, passphrase).is_whole:
                return copy
        except Locked as refused:
            locked = locked or refused
        except NotOpened:
            continue
    if locked is not None:
        raise locked
    return None


def _require_passphrase(safekeeping: Safekeeping, files: list[str], passphrase: str) -> None:
    """Raises ``Locked`` unless the passphrase opens one of those that have one; where none has, nobody is asked."""
    asking: Locked | None = None
    for file in files:
        if _is_protected(safekeeping, file):
            try:
                safekeeping.look_into(file, passphrase)
            except Locked as refused:
                asking = asking or refused
                continue
            except NotOpened:
                # It is damaged, which only whoever opened it could see.
                pass
            return
    if asking is not None:
        raise asking


def lost_its_passphrase(safekeeping: Safekeeping, was: str, is_now: str) -> bool:
    """Whether a file that opened with a passphrase, and lies at ``was`` now, was replaced by one that needs none."""
    return bool(was) and _is_protected(safekeeping, was) and not _is_protected(safekeeping, is_now)


def _is_protected(safekeeping: Safekeeping, file: str) -> bool:
    try:
        safekeeping.look_into(file)
    except Locked:
        return True
    except Refused:
        pass
    return False
