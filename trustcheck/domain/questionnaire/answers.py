"""What one person answered. Skipped, *don't know* and *doesn't apply* are three facts, never one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import ClassVar

from trustcheck.domain.questionnaire.model import LONGEST_ID, Form, Perspective, Questionnaire
from trustcheck.domain.questionnaire.scenarios import MOST_OPEN_RUNG

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
class SaidBeside:
    """What one person said beside the questions. None of it ever enters a score."""

    dots: bool = False
    """Before the first question they agreed to one dot per person on a wall, if everybody else agrees as well."""
    guesses: Mapping[str, int] = field(default_factory=dict)
    """By theme id the point at which they think the answers of staff lie; the highest is the best, in every theme."""
    drill: Mapping[str, int] = field(default_factory=dict)
    """By the id of a scenario card the rung of what would really happen here, from 0 to :data:`MOST_OPEN_RUNG`."""

    def __post_init__(self) -> None:
        if any(type(each) is not int or not 1 <= each <= LONGEST_SCALE for each in self.guesses.values()):
            message = f"a guess is a point from 1 to {LONGEST_SCALE}"
            raise ValueError(message)
        if any(type(each) is not int or not 0 <= each <= MOST_OPEN_RUNG for each in self.drill.values()):
            message = f"a rung lies from 0 to {MOST_OPEN_RUNG}"
            raise ValueError(message)

    @property
    def says_something(self) -> bool:
        """Whether there is an answer in it; agreeing to dots is none."""
        return bool(self.guesses or self.drill)

    def fits(self, questionnaire: Questionnaire) -> bool:
        """Whether it answers what the questionnaire asks, on its scale."""
        themes, high = questionnaire.theme_by_id, questionnaire.high
        are_cards = all(0 < len(card) <= LONGEST_ID for card in self.drill)
        return are_cards and all(theme in themes and point <= high for theme, point in self.guesses.items())


@dataclass(frozen=True, slots=True)
class Response:
    """Everything one person answered in one round. No name, no time, no place in a queue."""

    perspective: Perspective
    form: Form = Form.FULL
    answers: Mapping[str, Answer] = field(default_factory=dict)
    beside: SaidBeside = field(default_factory=SaidBeside)

    def __iter__(self) -> Iterator[tuple[str, Answer]]:
        return iter(self.answers.items())

    def answer(self, item_id: str) -> Answer | None:
        """The answer to an item, or ``None`` where it was skipped."""
        return self.answers.get(item_id)

    def with_answer(self, item_id: str, answer: Answer | None) -> "Response":
        """The same response with one answer given, changed, or (``None``) taken back."""
        kept = {known: given for known, given in self.answers.items() if known != item_id}
        return replace(self, answers=kept if answer is None else {**kept, item_id: answer})

    def with_pick(self, card_id: str, rung: int | None) -> "Response":
        """The same response with one scenario card picked, changed, or (``None``) taken back."""
        kept = {known: picked for known, picked in self.beside.drill.items() if known != card_id}
        drill = kept if rung is None else {**kept, card_id: rung}
        return replace(self, beside=replace(self.beside, drill=drill))


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


class EvidenceGrade(StrEnum):
    """How well a fact is shown, from what one person feels to what a stranger could check. It never enters a score."""

    FEELING = "feeling"
    EXAMPLE = "example"
    DOCUMENT = "document"
    OUTSIDER = "outsider"


@dataclass(frozen=True, slots=True)
class PracticeAnswer:
    """One fact with what shows it: a link, a date, a document. Never a person's case."""

    practice_id: str
    fact: Fact
    evidence: str = ""
    grade: EvidenceGrade | None = None
    """``None`` where nobody said."""

    @property
    def can_be_shown(self) -> bool:
        """To somebody who was not there: by a document, or because an outsider could check it."""
        return self.grade in (EvidenceGrade.DOCUMENT, EvidenceGrade.OUTSIDER)
