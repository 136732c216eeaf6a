"""What a process that was killed while it collected has left, counted."""

from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from sqlcipher3 import dbapi2

from tests.faults.collecting import EVERY
from tests.faults.killing import is_sound
from tests.storage.people import given, sheet
from trustcheck.domain.checks.round import RoundState
from trustcheck.storage.store import open_store

# A sheet is whole, a note is where its state says, and no table knows of a sheet the others have not.
HALFWAY = """
SELECT (SELECT count(*) FROM response) <> (SELECT count(*) FROM sheet)
OR (SELECT count(*) FROM answer) <> 16 * (SELECT count(*) FROM sheet)
OR (SELECT count(*) FROM note) + (SELECT count(*) FROM group_note) <> (SELECT count(*) FROM sheet)
OR (SELECT count(*) FROM note) <> (SELECT count(*) FROM sheet WHERE code IS NOT NULL)
OR (SELECT count(*) FROM note JOIN round ON round.id = note.round WHERE state = 'closed') > 0
"""


@dataclass
class Tally:
    kills: int = 0
    saved: int = 0
    lost: int = 0
    halfway: int = 0
    damaged: int = 0
    closings: int = 0
    killed_while_closed: int = 0
    people: list[int] = field(default_factory=list)

    def __str__(self) -> str:
        return (
            f"{self.kills} kills, {self.saved} sheets called saved, {self.closings} closings: {self.lost} lost, "
            f"{self.halfway} halfway, {self.damaged} damaged files; {self.killed_while_closed} times the check was "
            "found closed"
        )


def people_in(path: Path) -> list[tuple[tuple[str, int], ...]]:
    """What each sheet of the file says, whatever its state."""
    sheets: dict[int, list[tuple[str, int]]] = {}
    with closing(dbapi2.connect(str(path))) as driver:
        for response, item, code in driver.execute("SELECT response, item, code FROM answer"):
            sheets.setdefault(response, []).append((item, code))
    return sorted(tuple(sorted(each)) for each in sheets.values())


def count(path: Path, round_id: int, said: list[str], tally: Tally) -> None:
    """Open the file as anybody would and compare it with what was called saved."""
    saved = [int(line.split()[1]) for line in said if line.startswith("sheet ")]
    tally.people += saved
    store = open_store(str(path), create=False)
    is_closed = store.groups.setup(round_id)[0].state is RoundState.CLOSED
    store.close()
    tally.killed_while_closed += is_closed
    tally.lost += is_closed and not may_be_closed(said)
    found = people_in(path)
    expected = given([sheet(each).response for each in tally.people])
    in_flight = (tally.people[-1] if tally.people else 0) + 1
    if found == sorted([*expected, *given([sheet(in_flight).response])]):
        tally.people.append(in_flight)
    elif found != expected:
        tally.lost += len(set(expected) - set(found)) or 1
    tally.damaged += not is_sound(path)
    with closing(dbapi2.connect(str(path))) as driver:
        ((coded,),) = driver.execute("SELECT count(*) FROM sheet WHERE code IS NOT NULL").fetchall()
        tally.lost += coded > most_with_a_code(said, tally)
        tally.halfway += driver.execute(HALFWAY).fetchone()[0]
    tally.kills += 1
    tally.saved += len(saved)
    tally.closings += said.count("closed")


def may_be_closed(said: list[str]) -> bool:
    """Whether a check may be found closed: it was called so last, or is about to be."""
    last = said[-1] if said else "open"
    return last == "closed" or (last.startswith("sheet ") and int(last.split()[1]) % EVERY == 0)


def most_with_a_code(said: list[str], tally: Tally) -> int:
    """How many sheets may still have their code: those that came after the last closing, and one that comes in."""
    if "closed" not in said:
        return len(tally.people)
    return 1 + sum(line.startswith("sheet ") for line in said[len(said) - said[::-1].index("closed") :])
