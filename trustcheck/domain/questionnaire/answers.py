"""What one person answered. Skipped, *don't know* and *doesn't apply* are three facts, never one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import ClassVar

from trustcheck.domain.questionnaire.model import Form, Perspective

SKIPPED_CODE = 0
DONT_KNOW_CODE = -1
NOT_APPLICABLE_CODE = -2
LONGEST_SCALE = 7
"""Points of the longest scale a questionnaire may have."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A scale point (1 upwards), *don't know* or *doesn't apply*. A skipped item has no ``Answer``."""

    code: int

    DONT_KNOW: ClassVar["Answer"]
    NOT_APPLICABLE: ClassVar["Answer"]

    def __post_init__(self) -> None:
        if not NOT_APPLICABLE_CODE <= self.code <= LONGEST_SCALE or self.code == SKIPPED_CODE:
            message = f"{self.code} is neither a scale point nor a way of declining"
            raise ValueError(message)

    @property
    def is_point(self) -> bool:
        return self.code > 0

    @property
    def point(self) -> int | None:
        return self.code if self.is_point else None


Answer.DONT_KNOW = Answer(DONT_KNOW_CODE)
Answer.NOT_APPLICABLE = Answer(NOT_APPLICABLE_CODE)


@dataclass(frozen=True, slots=True)
class Response:
    """Everything one person answered in one round. No name, no time, no place in a queue."""

    perspective: Perspective
    form: Form = Form.FULL
    answers: Mapping[str, Answer] = field(default_factory=dict)

    def __iter__(self) -> Iterator[tuple[str, Answer]]:
        return iter(self.answers.items())

    def answer(self, item_id: str) -> Answer | None:
        """The answer to an item, or ``None`` where it was skipped."""
        return self.answers.get(item_id)

    def with_answer(self, item_id: str, answer: Answer | None) -> "Response":
        """The same response with one answer given, changed, or (``None``) taken back."""
        kept = {known: given for known, given in self.answers.items() if known != item_id}
        return replace(self, answers=kept if answer is None else {**kept, item_id: answer})


class Fact(StrEnum):
    """How a practice was answered."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    DONT_KNOW = "dk"
    NOT_APPLICABLE = "na"

    @property
    def is_known(self) -> bool:
        return self in (Fact.YES, Fact.PARTLY, Fact.NO)


@dataclass(frozen=True, slots=True)
class PracticeAnswer:
    """One fact with what shows it: a link, a date, a document. Never a person's case."""

    practice_id: str
    fact: Fact
    evidence: str = ""
