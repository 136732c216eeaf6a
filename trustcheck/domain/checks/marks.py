"""What is said about an answer, beside it: that it is to be talked about, and what only one person says of their own.
None of it ever enters a score."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from trustcheck.domain.questionnaire.answers import EvidenceGrade


class Aloud(StrEnum):
    """Whether somebody would say an answer aloud where they work."""

    YES = "yes"
    SOME = "some"
    """To some people there."""
    NO = "no"


@dataclass(frozen=True, slots=True)
class AnswerMark:
    """What is said about one answer. Of a group's check it is only whether it is flagged, by whoever leads it."""

    flagged: bool = False
    """To be talked about."""
    aloud: Aloud | None = None
    """``None`` where nobody said."""
    grade: EvidenceGrade | None = None
    """How well the answer is shown; ``None`` where nobody said."""

    @property
    def says_something(self) -> bool:
        return self != AnswerMark()


UNMARKED = AnswerMark()
Marks = Mapping[str, AnswerMark]
"""By item; who said nothing about an answer has none for it."""


def with_mark(marks: Marks, item_id: str, mark: AnswerMark) -> dict[str, AnswerMark]:
    """The same with one of them put in, changed, or (saying nothing) taken out."""
    kept = {known: each for known, each in marks.items() if known != item_id}
    return {**kept, item_id: mark} if mark.says_something else kept


def flagged(marks: Marks) -> frozenset[str]:
    """The items that are to be talked about."""
    return frozenset(item for item, each in marks.items() if each.flagged)
