"""A view of which nothing is told, because its sheets are those of the check before but for a few.

Two results of nearly the same sheets differ by what those few say: the second one is not shown.
"""

from collections.abc import Mapping
from dataclasses import replace

from trustcheck.domain.group_view import ViewStatistics
from trustcheck.domain.suppressed import REPEATED, Suppressed


def withheld(found: ViewStatistics) -> ViewStatistics:
    """The same view without a number but for how many people there are."""
    return replace(
        found,
        hasty=Suppressed(REPEATED),
        themes=_hidden(found.themes),
        pillars=_hidden(found.pillars),
        overall=Suppressed(REPEATED),
        items=_hidden(found.items),
        dont_know={},
        plain_above_turned=None,
    )


def _hidden(values: Mapping[str, object]) -> dict[str, Suppressed]:
    return dict.fromkeys(values, Suppressed(REPEATED))
