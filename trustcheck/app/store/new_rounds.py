"""What a store is handed when somebody begins: a round, a check for several people, a half-filled sheet."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from trustcheck.domain.checks.proposal import LastSaid

# Types only: the window is painted before the domain is loaded.
if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from trustcheck.domain.checks.group_round import GroupSetup
    from trustcheck.domain.checks.round import RetestOf
    from trustcheck.domain.questionnaire.model import Form, Perspective, Questionnaire


@dataclass(frozen=True, slots=True)
class NewRound:
    """What is known when somebody begins."""

    organisation: str
    form: Form
    perspective: Perspective
    questionnaire: Questionnaire
    leaders_are: str
    started_on: date
    retests: RetestOf | None = None
    """The promise that it asks again."""
    proposed: LastSaid = field(default_factory=LastSaid)
    """What the same person said last time; it counts only once confirmed."""
    targets: Mapping[str, float] = field(default_factory=dict)
    """What is aimed for, as in a group's set-up."""


@dataclass(frozen=True, slots=True)
class NewGroupRound:
    """What is known when an organiser prepares a check for several people."""

    organisation_id: int
    questionnaire: Questionnaire
    setup: GroupSetup
    started_on: date
    retests: RetestOf | None = None
    """The promise that it asks again."""


@dataclass(frozen=True, slots=True)
class SealedSheet:
    """A half-filled sheet that only its return phrase opens. Nothing readable is in it, nor who, nor when."""

    id: int
    sealed: bytes
