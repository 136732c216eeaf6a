"""A scale read from its other end."""

from dataclasses import replace
from typing import Any

from trustcheck.domain.statistics.gaps import Gap


def turned(value: Any) -> Any:
    if not isinstance(value, Gap):
        return value
    around = value.hedges_interval
    return replace(
        value,
        difference=-value.difference,
        interval=replace(value.interval, low=-value.interval.high, high=-value.interval.low),
        hedges_g=None if value.hedges_g is None else -value.hedges_g,
        hedges_interval=around and replace(around, low=-around.high, high=-around.low),
    )
