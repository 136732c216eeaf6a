"""How a number is worked out, in sentences: which questions, how many people, every step, and nothing that is hidden.

Whatever is said here rests on the result alone, which carries no sheet and no hidden number.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from trustcheck.app.group_result import GapShown, GroupResult, Value
from trustcheck.app.presenting.explanations_levels import (
    About,
    answered_lines,
    item_lines,
    overall_lines,
    pillar_lines,
    theme_lines,
)
from trustcheck.app.presenting.explanations_precision import (
    band_lines,
    classes_lines,
    dont_know_lines,
    favourable_lines,
    guaranteed_lines,
    interval_lines,
    solidity_lines,
    spread_lines,
)
from trustcheck.app.presenting.explanations_sides import gap_lines, practice_lines
from trustcheck.app.presenting.group_hidden import TOO_SHORT, not_shown, why_hidden
from trustcheck.domain.questionnaire import Perspective
from trustcheck.domain.suppressed import Suppressed
from trustcheck.words import gettext as _

OVERALL = "overall"
"""Stands where the whole is meant instead of a theme, a pillar or a question."""


class Figure(StrEnum):
    """The kinds of numbers a group's result shows."""

    MEAN = "mean"
    INTERVAL = "interval"
    GUARANTEED = "guaranteed"
    BAND = "band"
    SPREAD = "spread"
    SOLIDITY = "solidity"
    CLASSES = "classes"
    FAVOURABLE = "favourable"
    DONT_KNOW = "dont-know"
    GAP = "gap"
    PRACTICE = "practice"
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True)
class Key:
    """Which number: its kind, what it is of (the id of a theme, pillar or question, or :data:`OVERALL`), whose view.

    ``perspective`` is ``None`` for a gap and for the practice index, which belong to nobody.
    """

    figure: Figure
    of: str = OVERALL
    perspective: Perspective | None = None


def explained(result: GroupResult, key: Key) -> tuple[str, ...]:
    """The whole calculation, one sentence or two to a line. Of a hidden value only that it is hidden."""
    if key.figure is Figure.GAP:
        return _gap(result, key)
    if key.figure is Figure.PRACTICE:
        return practice_lines(result, key.of)
    if key.perspective is None:
        return ()
    if key.figure is Figure.ANSWERED:
        return answered_lines(result, key.perspective)
    value = value_of(result, key.of, key.perspective)
    if isinstance(value, Suppressed):
        return _hidden(result, value)
    if key.figure is Figure.MEAN:
        return _mean(About(result, key.of, key.perspective, value))
    return _PRECISION[key.figure](About(result, key.of, key.perspective, value))


def everything(result: GroupResult, of: str, perspective: Perspective) -> tuple[str, ...]:
    """All that belongs to one value, in reading order: the mean, how sure it is, how people differ."""
    value = value_of(result, of, perspective)
    if isinstance(value, Suppressed):
        return _hidden(result, value)
    lines: list[str] = []
    for figure in (Figure.MEAN, Figure.BAND, Figure.INTERVAL, Figure.GUARANTEED):
        lines += explained(result, Key(figure, of, perspective))
    return tuple(lines)


def value_of(result: GroupResult, of: str, perspective: Perspective) -> Value:
    """The value of a theme, a pillar, a question or the whole. Raises :class:`KeyError` for an unknown id."""
    if of == OVERALL:
        return result.overall[perspective]
    for pillar in result.pillars:
        if pillar.pillar.id == of:
            return pillar.views[perspective]
        for theme in pillar.themes:
            if theme.theme.id == of:
                return theme.views[perspective]
            for item in theme.items:
                if item.item.id == of:
                    return item.views[perspective]
    raise KeyError(of)


def heading(result: GroupResult, key: Key) -> str:
    """What a number is of, as the panel is headed."""
    asked = result.questionnaire
    if key.of in asked.theme_by_id:
        return asked.theme_by_id[key.of].name
    if key.of in asked.pillar_by_id:
        return asked.pillar_by_id[key.of].address
    if key.of in asked.item_by_id:
        return asked.wording(key.of, key.perspective or result.summary.perspective)
    return _("Who answered") if key.figure is Figure.ANSWERED else _("Everything together")


def _mean(about: About) -> tuple[str, ...]:
    asked = about.result.questionnaire
    if about.of in asked.theme_by_id:
        return theme_lines(about)
    if about.of in asked.pillar_by_id:
        return pillar_lines(about)
    if about.of in asked.item_by_id:
        return item_lines(about)
    return overall_lines(about)


def _gap(result: GroupResult, key: Key) -> tuple[str, ...]:
    asked = result.questionnaire
    whole = next((each for each in result.pillars if each.pillar.id == key.of), None)
    found = whole or (result.theme(key.of) if key.of in asked.theme_by_id else None)
    if found is None or found.gap is None:
        return ()
    if not isinstance(found.gap, GapShown):
        return _hidden(result, found.gap)
    return gap_lines(result, key.of, found.views, found.gap)


def _hidden(result: GroupResult, value: Suppressed) -> tuple[str, ...]:
    """Every reason there may be: which of them it is here would tell something."""
    return (f"{not_shown(value)}.",) if value == TOO_SHORT else (why_hidden(result.setup.threshold),)


_PRECISION: Mapping[Figure, Callable[[About], tuple[str, ...]]] = {
    Figure.INTERVAL: interval_lines,
    Figure.GUARANTEED: guaranteed_lines,
    Figure.BAND: band_lines,
    Figure.SPREAD: spread_lines,
    Figure.SOLIDITY: solidity_lines,
    Figure.CLASSES: classes_lines,
    Figure.FAVOURABLE: favourable_lines,
    Figure.DONT_KNOW: dont_know_lines,
}
