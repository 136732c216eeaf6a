"""Everything that travels from one data file to another: organisations, and of their checks what may leave.

One person's check travels whole. A group's travels as its set-up and its result; its answers come along as rows only
where everybody who answered had read that they may. There are no ids of a data file here, and no clock times.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from trustcheck.app.results.carried import CarriedResult
from trustcheck.domain.checks.group_round import GroupNote, GroupSetup
from trustcheck.domain.checks.marks import Marks
from trustcheck.domain.checks.round import OrganisationDetails, Promise, RoundKind, RoundState
from trustcheck.domain.checks.workshop import Workshop
from trustcheck.domain.questionnaire.answers import Answer, PracticeAnswer
from trustcheck.domain.questionnaire.arrangement import Arrangement
from trustcheck.domain.questionnaire.model import Form, Perspective, Questionnaire


@dataclass(frozen=True)
class PersonalCheck:
    """One person's check, with everything in it."""

    questionnaire: Questionnaire
    form: Form
    perspective: Perspective
    state: RoundState
    started_on: date
    kind: RoundKind = RoundKind.PERSONAL
    closed_on: date | None = None
    at_item: str = ""
    leaders_are: str = ""
    answers: Mapping[str, Answer] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    facts: tuple[PracticeAnswer, ...] = ()
    promises: tuple[Promise, ...] = ()
    drill: Mapping[str, int] = field(default_factory=dict)
    """By scenario card, as in :class:`~trustcheck.domain.questionnaire.answers.SaidBeside`."""
    targets: Mapping[str, float] = field(default_factory=dict)
    """As of a group's set-up; empty where nobody set one."""
    marks: Marks = field(default_factory=dict)
    proposed: Mapping[str, Answer] = field(default_factory=dict)
    """What was answered last time and is no answer yet."""
    proposed_facts: tuple[PracticeAnswer, ...] = ()
    suggestions: Arrangement = field(default_factory=Arrangement)
    """As they stand by hand."""


@dataclass(frozen=True)
class ExportedSheet:
    """One person's answers in a group's check: no name, no note, no place in an order. What they agreed to on a wall
    was for one room, and does not travel."""

    perspective: Perspective
    answers: Mapping[str, Answer] = field(default_factory=dict)
    guesses: Mapping[str, int] = field(default_factory=dict)
    drill: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class GroupCheck:
    """A group's check as it may leave."""

    questionnaire: Questionnaire
    state: RoundState
    started_on: date
    setup: GroupSetup
    kind: RoundKind = RoundKind.GROUP
    closed_on: date | None = None
    answered: int = 0
    """How many had finished their sheet."""
    own_words: str = ""
    workshop: Workshop = field(default_factory=Workshop)
    facts: tuple[PracticeAnswer, ...] = ()
    promises: tuple[Promise, ...] = ()
    result: CarriedResult | None = None
    """Of a closed check, as it was shown."""
    notes: tuple[GroupNote, ...] = ()
    """Of a closed check, where the group itself was to read them."""
    rows: tuple[ExportedSheet, ...] = ()
    """Sorted by what was answered: an order that says nothing."""
    flags: tuple[str, ...] = ()
    """Of a closed check, the questions that whoever leads it wants to talk about, sorted."""
    suggestions: Arrangement = field(default_factory=Arrangement)
    """Of a closed check, as they stand by hand."""


@dataclass(frozen=True)
class Belongings:
    """One organisation with its checks, the oldest first."""

    name: str
    details: OrganisationDetails = field(default_factory=OrganisationDetails)
    checks: tuple[PersonalCheck | GroupCheck, ...] = ()


@dataclass(frozen=True)
class Parcel:
    organisations: tuple[Belongings, ...] = ()
