"""One survey as it was set up in a tool of another maker, its people made up, and what an export of it is."""

import csv
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from io import StringIO
from random import Random

from trustcheck.domain.questionnaire.answers import DONT_KNOW_CODE, NOT_APPLICABLE_CODE
from trustcheck.domain.questionnaire.model import Perspective, Questionnaire

Person = tuple[str, dict[str, int]]
"""``leader`` or ``staff``, and the codes of what was answered, by item."""

ROLE = "Are you answering as a leader or as staff?"
FRAME = "In the last three months:"
SKIPPED = 0


def some_people(asked: Questionnaire, number: int = 6, seed: int = 14) -> list[Person]:
    """Everybody differently, with each answer there is, *I don't know*, *Doesn't apply here* and skipped ones."""
    drawn = Random(seed)
    codes = [*range(asked.low, asked.high + 1), DONT_KNOW_CODE, NOT_APPLICABLE_CODE, SKIPPED]
    people = []
    for at in range(number):
        given = {item_id: drawn.choices(codes, [4] * 5 + [1] * 3)[0] for item_id in asked.order}
        people.append(("leader" if at % 3 == 0 else "staff", {item: code for item, code in given.items() if code}))
    return people


@dataclass(frozen=True, slots=True)
class Export:
    """A file of a tool: what it is called, what is in it, and what only a person can say of it."""

    name: str
    content: bytes
    asks: Mapping[str, str] = field(default_factory=dict)
    """The right answer to each question that the page has to ask, by the id of the decision."""


class Survey:
    """One survey as it was set up in a tool: how its questions and answers are called there."""

    def __init__(self, asked: Questionnaire, people: Sequence[Person]) -> None:
        self.asked, self.people = asked, people

    def question(self, item_id: str) -> str:
        return self.asked.wording(item_id, Perspective.STAFF)

    @property
    def questions(self) -> list[str]:
        return [self.question(item_id) for item_id in self.asked.order]

    def words(self, code: int) -> str:
        """An answer as people chose it."""
        named = {DONT_KNOW_CODE: "I don't know", NOT_APPLICABLE_CODE: "Doesn't apply here", SKIPPED: ""}
        return named[code] if code in named else self.asked.scale[code - self.asked.low]

    def number(self, code: int, *, first: int = 1) -> str:
        """An answer as its place among those offered, with the two beside the scale last."""
        beside = {DONT_KNOW_CODE: first + 5, NOT_APPLICABLE_CODE: first + 6}
        return str(beside.get(code, code - self.asked.low + first)) if code else ""

    def cells(self, say: Callable[[int], str]) -> list[list[str]]:
        """For each person, every question in the order of the survey."""
        return [[say(given.get(item_id, SKIPPED)) for item_id in self.asked.order] for _whose, given in self.people]

    def roles(self, leader: str = "Leader", staff: str = "Staff") -> list[str]:
        return [leader if whose == "leader" else staff for whose, _given in self.people]

    def someone_else(self, say: Callable[[int], str]) -> list[str]:
        """Answers of whoever tried the survey out."""
        return [say(self.asked.high)] * len(self.asked.order)


def as_text(
    rows: Iterable[Sequence[object]], delimiter: str = ",", *, mark: bool = False, quoted: bool = False
) -> bytes:
    written = StringIO(newline="")
    quoting = csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL
    csv.writer(written, delimiter=delimiter, quoting=quoting).writerows(rows)
    return ("\ufeff" * mark + written.getvalue()).encode()


def when(at: int) -> str:
    return f"2026-11-{10 + at:02d} 09:{14 + at}:05"
