"""Organisations, rounds of answering, and the promises that follow. Values; only the storage room remembers."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum

from trustcheck.domain.checks.marks import Marks
from trustcheck.domain.checks.proposal import LastSaid
from trustcheck.domain.questionnaire.answers import PracticeAnswer, Response
from trustcheck.domain.questionnaire.arrangement import Arrangement
from trustcheck.domain.questionnaire.model import Form, Perspective, Questionnaire

NOTE_LIMIT = 500
"""Characters of a note, of a fact's evidence and of a promise."""
NAME_LIMIT = 120
WEEKS_BETWEEN = 12
"""The questions look back over three months: answers further apart than this look at different months."""


def next_check_from(last: date) -> date:
    """The day from which a new check, and a look at what was promised, tells something that the last one could not."""
    return last + timedelta(weeks=WEEKS_BETWEEN)


class RoundState(StrEnum):
    PREPARING = "preparing"
    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Organisation:
    """A client, or the place a person has in mind."""

    id: int
    name: str


class RoundKind(StrEnum):
    """Whether one person looks for themselves, or several people answer together under another promise."""

    PERSONAL = "personal"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class OrganisationDetails:
    """What a consultant keeps of a client, and a report wears."""

    notes: str = ""
    routes: str = ""
    """Where somebody there can turn with a concern; offered to every new check."""
    prepared_by: str = ""
    accent: str = ""
    """A colour as ``#rrggbb``; empty for the house's own."""
    closing_words: str = ""
    """The text of a closing page of one's own; empty for none."""
    logo: bytes = b""
    """A PNG or JPEG picture; empty for none."""


@dataclass(frozen=True, slots=True)
class RetestOf:
    """Which promise a check asks again. Such a check belongs to the promise and stands in no list of checks."""

    round_id: int
    """The check after which it was promised."""
    number: int
    """The promise's, there."""


@dataclass(frozen=True, slots=True)
class RoundSummary:
    """A round as a list shows it: cheap to read, without its answers."""

    id: int
    organisation: Organisation
    state: RoundState
    form: Form
    perspective: Perspective
    started_on: date
    closed_on: date | None
    answered: int
    """Items with any answer: a point, don't know or doesn't apply."""
    asked: int
    at_item: str = ""
    """The item that was on screen last; empty at the beginning."""
    kind: RoundKind = RoundKind.PERSONAL
    """Of a group's round ``answered`` counts finished sheets and ``asked`` the people invited; ``perspective`` is the
    headline's: staff where staff is asked."""
    compares: bool = False
    """Leaders and staff both answer."""
    carried: bool = False
    """A group's check that came with its result; its answers stayed in the data file where they were given."""
    retests: RetestOf | None = None
    """The promise whose questions are asked again; ``None`` of a check of its own."""


@dataclass(frozen=True, slots=True)
class OrganisationSummary:
    """An organisation as a list shows it: cheap to read, however many checks it has."""

    organisation: Organisation
    checks: int
    open: RoundSummary | None = None
    """The newest check that is being prepared or answered."""
    last: RoundSummary | None = None
    """The newest closed check."""


class PromiseStatus(StrEnum):
    """What became of a promise, as those who made it say."""

    OPEN = "open"
    KEPT = "kept"
    PARTLY = "partly"
    NOT = "not"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Promise:
    """What somebody takes on after looking: what, by when, and the sign that it works."""

    text: str
    look_again_on: date | None = None
    sign: str = ""
    suggestion_id: str = ""
    changes: int = field(default=0, compare=False)
    """How often it was kept otherwise since it was made; counted where it is kept."""
    who: str = ""
    """Who sees to it: one name, or a role."""
    status: PromiseStatus = PromiseStatus.OPEN
    questions: tuple[str, ...] = ()
    """Ids of the questions it should move, at most :data:`trustcheck.domain.checks.promises.MOST_QUESTIONS`."""
    number: int = 1
    """Which of its check's promises it is; it stays the same whatever becomes of the others."""

    @property
    def is_open(self) -> bool:
        return self.status is PromiseStatus.OPEN


@dataclass(frozen=True, slots=True)
class PlacedPromise:
    """A promise with whose it is and the check it was made after."""

    organisation: Organisation
    round_id: int
    kind: RoundKind
    promise: Promise


@dataclass(frozen=True)
class PersonalRound:
    """One person's round with everything in it; scores are not in it, they follow."""

    summary: RoundSummary
    questionnaire: Questionnaire
    response: Response
    leaders_are: str = ""
    """Who is meant by *leaders*, in the person's own words."""
    notes: dict[str, str] = field(default_factory=dict)
    facts: dict[str, PracticeAnswer] = field(default_factory=dict)
    promises: tuple[Promise, ...] = ()
    targets: Mapping[str, float] = field(default_factory=dict)
    """As of a group's set-up; empty where nobody set one."""
    marks: Marks = field(default_factory=dict)
    proposed: LastSaid = field(default_factory=LastSaid)
    """What was said last time and is not confirmed; scores never see it."""
    arrangement: Arrangement = field(default_factory=Arrangement)
    aside_before: frozenset[str] = frozenset()
    """Suggestions that were put aside in the check before."""

    def in_full(self) -> "PersonalRound":
        """The same with all questions asked, at the first that is open: what was answered stays."""
        asked = self.questionnaire.asked(Form.FULL)
        summary = replace(
            self.summary,
            form=Form.FULL,
            state=RoundState.OPEN,
            closed_on=None,
            at_item=next((each for each in asked if self.response.answer(each) is None), ""),
            asked=len(asked),
        )
        return replace(self, summary=summary, response=replace(self.response, form=Form.FULL))
