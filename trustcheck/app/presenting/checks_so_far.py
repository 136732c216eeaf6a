"""Three checks of a group or more as lines: each pillar of one view, a point for each check."""

from collections.abc import Sequence

from trustcheck.app.results.group import GroupResult, Value
from trustcheck.app.results.group_comparison import GroupComparison
from trustcheck.charts.check_by_check import CheckByCheck, CheckPoint
from trustcheck.domain.privacy.suppressed import Suppressed
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.words import gettext as _

FEWEST = 3
"""Checks with which a line says more than two marks beside each other."""


def checks_so_far(
    result: GroupResult, comparisons: Sequence[GroupComparison], perspective: Perspective
) -> list[CheckByCheck]:
    """Of each pillar today's value, and those of ``comparisons`` with earlier checks on the questions that each shares
    with today; a pillar of which fewer than :data:`FEWEST` may be shown has no line. Checks of another form are in
    none: today's number rests on questions that they did not ask."""
    lines, alike = [], [each for each in comparisons if len({*each.forms}) == 1]
    for pillar in result.pillars:
        points = [_then(each, perspective, pillar.pillar.id) for each in alike]
        points.append(_now(result, pillar.views[perspective]))
        points.sort(key=lambda each: each.on)
        if sum(each.mean is not None for each in points) >= FEWEST:
            lines.append(CheckByCheck(pillar.pillar.address, tuple(points)))
    return lines


def _then(comparison: GroupComparison, perspective: Perspective, pillar_id: str) -> CheckPoint:
    view = comparison.view(perspective)
    change = None if view is None else view.changes.get(pillar_id)
    if change is None:
        return CheckPoint(comparison.then_on, None)
    return CheckPoint(comparison.then_on, change.then, change.then_low, change.then_high)


def _now(result: GroupResult, value: Value) -> CheckPoint:
    on = result.summary.closed_on or result.summary.started_on
    if isinstance(value, Suppressed):
        return CheckPoint(on, None)
    ends = value.interval
    return CheckPoint(on, value.mean, ends.low if ends else None, ends.high if ends else None)


def about_lines() -> str:
    """Below such lines."""
    return _(
        "Only checks of the same form are in a line, and each earlier point rests on the questions that its check"
        " shares with the newest. The light bar is the 95 %"
        " interval: where bars overlap much, the line between them says little."
    )
