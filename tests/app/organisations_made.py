"""Organisations and their checks as a list shows them."""

from datetime import date

from trustcheck.domain.checks.round import (
    Organisation,
    OrganisationSummary,
    RoundKind,
    RoundState,
    RoundSummary,
)
from trustcheck.domain.questionnaire.model import Form, Perspective


def check(*, closed_on: date | None = None, state: RoundState = RoundState.CLOSED, answered: int = 12) -> RoundSummary:
    return RoundSummary(
        id=1,
        organisation=Organisation(1, ""),
        state=state,
        form=Form.FULL,
        perspective=Perspective.STAFF,
        started_on=date(2026, 5, 1),
        closed_on=closed_on,
        answered=answered,
        asked=14,
        kind=RoundKind.GROUP,
    )


def organisation(
    name: str, *, closed_on: date | None = None, under_way: RoundState | None = None, answered: int = 6
) -> OrganisationSummary:
    last = check(closed_on=closed_on) if closed_on else None
    opened = check(state=under_way, answered=answered) if under_way else None
    return OrganisationSummary(Organisation(hash(name), name), (last is not None) + (opened is not None), opened, last)
