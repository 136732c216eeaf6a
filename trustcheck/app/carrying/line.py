"""One line of an exported table."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum

from trustcheck.app.ports import Progress

_NOW_AND_THEN = 1000


class Sort(StrEnum):
    """What a line holds, and so in which sheet of a workbook it stands."""

    ANSWER = "answers"
    RESULT = "results"
    PROMISE = "promises"


@dataclass(frozen=True, slots=True)
class ExportLine:
    """One value with everything that says whose and what it is. A column that says nothing of it is empty."""

    what: str
    """"answer", "theme", "promise" ..."""
    id: str = ""
    """Of the question, the fact, the theme, the suggestion, in its questionnaire."""
    words: str = ""
    """Its words."""
    answer: str = ""
    """What was answered, or the band of a score."""
    points: int | None = None
    """Whole points on 0 to 100."""
    low: int | None = None
    high: int | None = None
    """The ends of the interval."""
    n: int | None = None
    """People behind the value."""
    text: str = ""
    view: str = ""
    row: int | None = None
    """Which answers of a group belong together; the numbers mean nothing else."""
    sort: Sort = Sort.RESULT
    organisation: str = ""
    check: int = 0
    """The organisation's first check is 1."""
    begun: str = ""
    closed: str = ""
    kind: str = ""
    """"personal" or "group"."""


COLUMNS = (
    "organisation", "check", "begun", "closed", "kind", "view", "row", "what", "id", "words", "answer", "points",
    "low", "high", "n", "text",
)  # fmt: skip
"""The columns of a table, in their order; names for programs, the same in every language."""

assert {*COLUMNS, "sort"} == {each.name for each in fields(ExportLine)}


def told(lines: Sequence[ExportLine], progress: Progress | None) -> Iterator[ExportLine]:
    """The lines one after the other, saying now and then how far it is; may raise what ``progress`` raises."""
    for done, line in enumerate(lines):
        if progress is not None and done % _NOW_AND_THEN == 0:
            progress(done, len(lines))
        yield line


def cells(line: ExportLine) -> tuple[str | int | None, ...]:
    """A line in the order of the columns."""
    return tuple(getattr(line, name) for name in COLUMNS)
