"""What a process that was killed while it made, moved or protected files has left, counted."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tests import builders
from tests.faults.keeping import BACKUP, CHANGING, PASSPHRASES
from tests.storage import by_hand
from trustcheck.app.ports import Locked, NewRound, NotOpened
from trustcheck.domain.questionnaire.answers import Answer
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.storage.safekeeping import SqliteSafekeeping
from trustcheck.storage.store import open_store


@dataclass
class Tally:
    kills: int = 0
    saved: int = 0
    lost: int = 0
    damaged: int = 0
    passphrases: int = 0
    in_a_change: int = 0
    changed: int = 0
    undone: int = 0
    copies: int = 0
    backups: int = 0
    readable: int = 0

    def __str__(self) -> str:
        return (
            f"{self.kills} kills, {self.saved} answers called saved: {self.lost} lost; {self.passphrases} changes of "
            f"passphrase, and {self.in_a_change} kills inside one, {self.changed} of which found the new passphrase; "
            f"{self.undone} changes undone; "
            f"{self.copies} copies and {self.backups} backups looked through: {self.damaged} damaged, "
            f"{self.readable} files readable beside a protected one"
        )

    @property
    def harm(self) -> int:
        return self.lost + self.damaged + self.readable + self.undone


def opening(path: Path) -> str:
    """The passphrase that opens a file; there is one, whenever the program was killed."""
    for passphrase in PASSPHRASES:
        try:
            open_store(str(path), create=False, passphrase=passphrase).close()
        except Locked:
            continue
        return passphrase
    raise AssertionError(path)


def count(path: Path, said: list[str], tally: Tally, before: str = "") -> str:
    """Open the file as anybody would, and look through it and everything beside it; the passphrase that opened it.
    ``before`` is the one it had when the program began."""
    safe = SqliteSafekeeping()
    passphrase = opening(path)
    count_changes(said, before, passphrase, tally)
    if passphrase and any(line.startswith("passphrase") for line in said):
        tally.undone += not by_hand.is_argon2id(path)
    store = open_store(str(path), create=False, passphrase=passphrase)
    answers = store.rounds.round(store.rounds.summaries()[0].id).response.answers
    store.close()
    saved = [int(line.split()[1]) for line in said if line.startswith("answer ")]
    tally.lost += sum(answers.get(f"Q{number}") != Answer(1 + number % 5) for number in saved)
    tally.damaged += not safe.verify(str(path), passphrase).is_whole
    for copy in safe.copies(str(path)):
        tally.copies += 1
        tally.damaged += not opens_with_any(safe, copy.path)
    if path.with_name(BACKUP).exists():
        tally.backups += 1
        tally.damaged += not opens_with_any(safe, str(path.with_name(BACKUP)))
    if passphrase:
        beside = [each for each in path.parent.rglob("*") if each.is_file() and each.name != BACKUP]
        tally.readable += sum(b"heron-on-the-weir" in each.read_bytes() for each in beside)
    tally.kills += 1
    tally.saved += len(saved)
    return passphrase


def count_changes(said: list[str], before: str, after: str, tally: Tally) -> None:
    """How often the passphrase was changed, whether the kill fell into a change and found the new one, and whether one
    that was called done is not."""
    known = [before, *(line.removeprefix("passphrase").strip() for line in said if line.startswith("passphrase"))]
    tally.passphrases += len(known) - 1
    if said and said[-1].startswith(CHANGING):
        tally.in_a_change += 1
        tally.changed += after != known[-1]
    else:
        tally.undone += after != known[-1]


def opens_with_any(safe: SqliteSafekeeping, path: str) -> bool:
    """Whether a copy is whole under the present passphrase or an earlier one."""
    for passphrase in PASSPHRASES:
        try:
            return safe.verify(path, passphrase).is_whole
        except NotOpened:
            continue
    return False


def file_with_a_round(path: Path) -> None:
    store = open_store(str(path))
    asked = builders.questionnaire()
    store.rounds.begin(NewRound("Here", Form.FULL, Perspective.STAFF, asked, "us", date(2026, 11, 22)))
    store.close()
