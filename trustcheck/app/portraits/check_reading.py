"""What the row of a check in a list says of it: read from the store, worked out, and put into words."""

from dataclasses import replace

from trustcheck.app.ports import Store
from trustcheck.app.presenting.check_reading import (
    CheckReading,
    asked_otherwise,
    reading_of_group,
    reading_of_one_person,
)
from trustcheck.domain.checks.round import RoundKind, RoundState, RoundSummary


def reading_of_check(store: Store, summary: RoundSummary | None) -> CheckReading | None:
    """What the row of a check says; ``None`` while it has no result. Safe on any thread."""
    if summary is None or summary.state is not RoundState.CLOSED:
        return None
    reading = _reading(store, summary)
    note = asked_otherwise(store, summary) if reading.marks else ""
    if not note:
        return reading
    return replace(reading, about=f"{reading.about.rstrip('.')}. {note}" if reading.about else note)


def _reading(store: Store, summary: RoundSummary) -> CheckReading:
    if summary.kind is RoundKind.GROUP:
        from trustcheck.app.portraits.result import group_result_of

        return reading_of_group(group_result_of(store.groups.round(summary.id)))
    from trustcheck.app.portraits.result import result_of

    return reading_of_one_person(result_of(store.rounds.round(summary.id)))
