"""The two answers of a short form that lie furthest apart: where a talk can begin when no theme has a number."""

from dataclasses import dataclass

from trustcheck.app.results import ItemResult, PersonalResult


@dataclass(frozen=True, slots=True)
class PulseEnds:
    highest: ItemResult
    lowest: ItemResult


def pulse_ends(result: PersonalResult) -> PulseEnds | None:
    """The first of the highest and of the lowest answers after reverse questions are turned; ``None`` where all lie
    level or nothing was answered on the scale."""
    counted = [(item.level, item) for theme in result.themes for item in theme.items if item.level is not None]
    if not counted:
        return None
    (high, highest), (low, lowest) = max(counted, key=lambda each: each[0]), min(counted, key=lambda each: each[0])
    return PulseEnds(highest, lowest) if high > low else None
