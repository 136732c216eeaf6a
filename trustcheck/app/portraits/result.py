"""The result of a check, whoever answered it; what works it out is loaded when the first one is wanted."""

from trustcheck.app.results.group import GroupResult
from trustcheck.app.results.personal import PersonalResult
from trustcheck.domain.checks.group_round import GroupRound
from trustcheck.domain.checks.round import PersonalRound


def group_result_of(round: GroupRound) -> GroupResult:  # noqa: A002 - the house's own word
    """Everything a closed check may show: worked out anew from its sheets and the questionnaire it kept, or as it was
    shown where people answered, if it came without their sheets."""
    if round.carried:
        from trustcheck.app.portraits import carried_result

        return carried_result.shown_again(round)
    from trustcheck.app.portraits import group_portrait

    return group_portrait.group_result_of(round)


def result_of(round: PersonalRound) -> PersonalResult:  # noqa: A002 - the house's own word
    """Everything one person's round says, worked out anew from its answers and the questionnaire it kept."""
    from trustcheck.app.portraits.personal_portrait import portrait

    return portrait(round)
