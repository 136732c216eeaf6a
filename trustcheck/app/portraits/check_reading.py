"""What the row of a check in a list says of it: read from the store, worked out, and put into words."""

from dataclasses import replace

from trustcheck.app.ports import Store
from trustcheck.app.presenting.check_reading import (
    CheckReading,
    asked_otherwise,
    reading_of_group,
    reading_of_one_person,
)
from trustcheck.domain.checks.group_round import GroupRound
from trustcheck.domain.checks.round import RoundKind, RoundState, RoundSummary


def reading_of_check(store: Store, summary: RoundSummary | None) -> CheckReading | None:
    """What the row of a check says; ``None`` while it has no result. Safe on any thread."""
    if summary is None or summary.state is not RoundState.CLOSED:
        return None
    reading, change = _reading(store, summary)
    note = asked_otherwise(store, summary) if reading.marks else ""
    beside = [each.rstrip(".") for each in (reading.about, change, note) if each]
    if len(beside) == bool(reading.about):
        return reading
    return replace(reading, about=". ".join(beside) + ("." if note else ""))


def _reading(store: Store, summary: RoundSummary) -> tuple[CheckReading, str]:
    """And what changed since the check before, in words; empty where there is none."""
    if summary.kind is RoundKind.GROUP:
        return _of_group(store, store.groups.round(summary.id))
    from trustcheck.app.portraits.since_last_time import result_since
    from trustcheck.app.presenting.change import headline

    result = result_since(store, store.rounds.round(summary.id))
    return reading_of_one_person(result), headline(result.since) if result.since is not None else ""


def _of_group(store: Store, check: GroupRound) -> tuple[CheckReading, str]:
    from trustcheck.app.portraits.since_last_time import group_result_since
    from trustcheck.app.presenting.group_change import briefly

    result = group_result_since(store, check)
    return reading_of_group(result), briefly(result.since) if result.since is not None else ""
