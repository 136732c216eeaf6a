"""What a check aims for, set before anybody sees a score: for all themes, and for those with an aim of their own."""

from collections.abc import Mapping

USUAL_TARGET = 75.0
"""Where a theme needs nothing, where nobody set another one: the answer "often"."""
TARGETS = (62.5, USUAL_TARGET, 87.5)
"""What can be aimed for: half a step below "often", that, and half a step above."""
OF_ALL = ""
"""Stands for all themes among ids of themes, none of which is empty."""


def target_of(targets: Mapping[str, float], theme_id: str) -> float:
    """``targets`` by theme id, and :data:`OF_ALL` for those that have none of their own."""
    return targets.get(theme_id, targets.get(OF_ALL, USUAL_TARGET))
