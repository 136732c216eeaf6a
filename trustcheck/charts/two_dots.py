"""The sign of the product with numbers on it: one line from 0 to 100 with two marks, two pillars or two views."""

from collections.abc import Sequence
from dataclasses import dataclass

from trustcheck.charts.group_profile import mark
from trustcheck.charts.scene import Box, ChartCells, Dot, Label, Line, Scene, Shape
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.domain.statistics.points import whole
from trustcheck.words import gettext as _

_HEIGHT, _LINE, _SIZE = 40.0, 28.0, 14.0
_RADIUS, _STEP = 6.5, 3.5
_END = 9.0
"""The size of the 0 and the 100 at the ends of the line."""
_BEFORE, _BEHIND = 12.0, 24.0
"""Room for them."""
_APART = 24.0
"""Least distance between the middles of the two numbers."""
DRAWN = 2


@dataclass(frozen=True, slots=True)
class LineMark:
    """One end. ``score`` is on 0 to 100, ``None`` where there is none; ``perspective`` is whose it is in a check of
    leaders and staff, ``None`` for a pillar, of which the first is filled and the second a ring."""

    name: str
    score: float | None
    perspective: Perspective | None = None


def mark_shape(marks: Sequence[LineMark], at: int, x: float, y: float, radius: float = _RADIUS) -> Shape:
    """The mark at a place: leaders a diamond, staff a circle; the first pillar a dot, the second a ring."""
    perspective = marks[at].perspective
    return Dot(x, y, radius, "now", ring=at > 0) if perspective is None else mark(perspective, x, y, radius)


def two_dots(marks: Sequence[LineMark], width: float, sentence: str = "") -> Scene:
    """The line of one check. ``width`` in points; at most the first two marks are drawn, all are in the table.

    ``sentence`` is what the two say together, for whoever hears it.
    """
    drawn = [(at, each.score) for at, each in enumerate(marks[:DRAWN]) if each.score is not None]
    left, right = _BEFORE + _RADIUS, width - _BEHIND - _RADIUS
    places = [left + score / 100 * (right - left) for _at, score in drawn]
    shapes: list[Shape] = [
        Box(_BEFORE, _LINE - 2, width - _BEFORE - _BEHIND, 4, "line", round=2),
        Label(_BEFORE - 4, _LINE + 0.34 * _END, "0", "ink3", _END, "end"),
        Label(width - _BEHIND + 4, _LINE + 0.34 * _END, "100", "ink3", _END),
    ]
    if len(places) == DRAWN:
        shapes.append(Line(places[0], _LINE, places[1], _LINE, "ink", 2.2))
    for nth, ((at, score), x) in enumerate(zip(drawn, places, strict=True)):
        shapes.append(mark_shape(marks, at, x, _LINE + _step(places, nth)))
        number = str(whole(score))
        shapes.append(Label(_number_place(places, nth, width), _LINE - 13, number, "ink", _SIZE, "middle", "strong"))
    return Scene(width, _HEIGHT, tuple(shapes), sentence, _table(marks))


def _step(places: Sequence[float], at: int) -> float:
    """Up for the first and down for the second where one would hide the other."""
    if len(places) < DRAWN or abs(places[0] - places[1]) >= _RADIUS:
        return 0.0
    return _STEP if at else -_STEP


def _number_place(places: Sequence[float], at: int, width: float) -> float:
    """Over its mark, or far enough from the other number for both to be read, and never over the edge."""
    edge = 9.0
    if len(places) < DRAWN:
        return min(max(places[at], edge), width - edge)
    middle = sum(places) / 2
    half = max(abs(places[0] - places[1]), _APART) / 2
    middle = min(max(middle, edge + half), width - edge - half)
    is_left = places[at] < places[1 - at] or (places[at] == places[1 - at] and at == 0)
    return middle - half if is_left else middle + half


def _table(marks: Sequence[LineMark]) -> ChartCells:
    missing = _("not shown")
    rows = tuple((each.name, missing if each.score is None else str(whole(each.score))) for each in marks)
    return ChartCells((_("Whose"), _("Score")), rows)
