"""What was said of a group's result since it was first seen, put beside it."""

from dataclasses import replace

from trustcheck.app.results.group import GroupResult
from trustcheck.domain.checks.group_round import GroupRound
from trustcheck.domain.findings.suggestions import arranged, carry_over


def said_since(result: GroupResult, of: GroupRound) -> GroupResult:
    """With its promises, flags and session, and its suggestions as they stand by hand."""
    offered = arranged(result.by_rule, of.arrangement)
    carried_to = carry_over([each.theme_id for each in offered], of.questionnaire)
    return replace(
        result,
        workshop=of.workshop,
        flags=of.flags,
        promises=of.promises,
        arrangement=of.arrangement,
        aside_before=of.aside_before,
        proposals=offered,
        strengths=tuple(replace(each, question=carried_to) for each in result.strengths),
    )
