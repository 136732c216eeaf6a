"""Organisations, rounds of answering, and the promises that follow. Values; only the storage room remembers."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from trustcheck.domain.answers import PracticeAnswer, Response
from trustcheck.domain.questionnaire import Form, Perspective, Questionnaire

NOTE_LIMIT = 500
"""Characters of a note, of a fact's evidence and of a promise."""
NAME_LIMIT = 120


class RoundState(StrEnum):
    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Organisation:
    """A client, or the place a person has in mind."""

    id: int
    name: str


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


@dataclass(frozen=True, slots=True)
class Promise:
    """What somebody takes on after looking: what, by when, and the sign that it works."""

    text: str
    look_again_on: date | None = None
    sign: str = ""
    suggestion_id: str = ""


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
    promise: Promise | None = None
