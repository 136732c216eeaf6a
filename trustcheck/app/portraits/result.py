"""The result of a check, whoever answered it; what works it out is loaded when the first one is wanted."""

from trustcheck.app.results.group import GroupResult
from trustcheck.app.results.personal import PersonalResult
from trustcheck.domain.checks.group_round import GroupRound
from trustcheck.domain.checks.round import PersonalRound


def group_result_of(check: GroupRound) -> GroupResult:
    """Everything a closed check may show: worked out anew from its sheets and the questionnaire it kept, or as it was
    shown where people answered, if it came without their sheets."""
    if check.carried:
        from trustcheck.app.portraits import carried_result

        return carried_result.shown_again(check)
    from trustcheck.app.portraits import group_portrait

    return group_portrait.group_result_of(check)


def result_of(check: PersonalRound) -> PersonalResult:
    """Everything one person's round says, worked out anew from its answers and the questionnaire it kept."""
    from trustcheck.app.portraits.personal_portrait import portrait

    return portrait(check)
