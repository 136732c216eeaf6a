"""A closed check beside an earlier one of its organisation: which there are, and what the two say together."""

from dataclasses import dataclass, replace

from trustcheck.app.portraits.result import group_result_of, result_of
from trustcheck.app.ports import Refused, Store
from trustcheck.app.results.comparison import PersonalComparison
from trustcheck.app.results.group import GroupResult
from trustcheck.app.results.group_comparison import GroupComparison
from trustcheck.app.results.personal import PersonalResult
from trustcheck.domain.checks.group_round import GroupRound
from trustcheck.domain.checks.round import PersonalRound, RoundState, RoundSummary
from trustcheck.domain.questionnaire.model import Questionnaire


@dataclass(frozen=True, slots=True)
class LookBack:
    """What lies before a group's closed check: all of it, and beside one of them what changed."""

    earlier: tuple[RoundSummary, ...] = ()
    comparison: GroupComparison | None = None
    """``None`` where there is no earlier check, or where it cannot be read."""
    refused: Refused | None = None
    """Why it cannot be read: an earlier check must not keep anybody from this one."""


FIRST = LookBack()
"""Of a check before which there is none."""


def look_back(
    store: Store, now: GroupRound, then: RoundSummary | None = None, names: Questionnaire | None = None
) -> LookBack:
    """Beside ``then``, or else the check before; in the names of another language where ``names`` has them.

    Safe on any thread.
    """
    earlier = earlier_checks(store, now.summary)
    beside = then or next(iter(earlier), None)
    if beside is None:
        return FIRST
    from trustcheck.app.portraits.group_comparison import compare_groups

    try:
        return LookBack(earlier, compare_groups(store.groups.round(beside.id), now, names))
    except Refused as refused:
        return LookBack(earlier, refused=refused)


def earlier_checks(store: Store, of: RoundSummary) -> tuple[RoundSummary, ...]:
    """The organisation's closed checks of the same kind that came before, the newest first."""
    known = [
        each
        for each in store.rounds.of_organisation(of.organisation.id)
        if each.kind is of.kind and each.state is RoundState.CLOSED
    ]
    here = next((at for at, each in enumerate(known) if each.id == of.id), len(known))
    return tuple(known[here + 1 :])


def personal_since(
    store: Store, now: PersonalRound, names: Questionnaire | None = None, then: RoundSummary | None = None
) -> PersonalComparison | None:
    """One person's check beside ``then``, or else the one before; ``None`` where there is none, or where it cannot be
    read."""
    from trustcheck.app.portraits.personal_comparison import compare

    try:
        beside = then or next(iter(earlier_checks(store, now.summary)), None)
        return None if beside is None else compare(store.rounds.round(beside.id), now, names)
    except Refused:
        return None


# A result with what changed since last time in it, and what was promised and asked again, for whoever prints it.


def result_since(store: Store | None, check: PersonalRound, names: Questionnaire | None = None) -> PersonalResult:
    """One person's, in the words of ``names`` where they are another language's."""
    result = result_of(replace(check, questionnaire=names or check.questionnaire))
    if store is None:
        return result
    from trustcheck.app.portraits.retests import personal_retests

    return replace(result, since=personal_since(store, check, names), retests=personal_retests(store, check, names))


def group_result_since(
    store: Store, check: GroupRound, names: Questionnaire | None = None, then: RoundSummary | None = None
) -> GroupResult:
    """A group's, beside ``then`` or else the check before."""
    result = group_result_of(replace(check, questionnaire=names or check.questionnaire))
    from trustcheck.app.portraits.retests import group_retests

    since = look_back(store, check, then, names).comparison
    return replace(result, since=since, retests=group_retests(store, check, names))
