"""The sign of the product with numbers on it: one line from 0 to 100, a dot for each of two pillars."""

from collections.abc import Sequence
from dataclasses import dataclass

from trustcheck.charts.scene import Box, Dot, Label, Line, Scene, Shape, Table
from trustcheck.domain.points import ABOUT_THE_SAME, whole
from trustcheck.words import gettext as _

INKS = ("now", "staff")
"""The first pillar is filled, the second a ring: never colour alone."""
_HEIGHT, _LINE, _SIZE = 40.0, 28.0, 14.0
_RADIUS, _STEP = 6.5, 3.5
_APART = 24.0
"""Least distance between the middles of the two numbers."""


@dataclass(frozen=True, slots=True)
class PillarDot:
    """One pillar as this line shows it. ``score`` is on 0 to 100, ``None`` where the answers are too few."""

    name: str
    score: float | None


def two_dots(pillars: Sequence[PillarDot], width: float) -> Scene:
    """The line of one check. ``width`` in points; at most the first two pillars are drawn, all are told."""
    drawn = [(each.score, ink) for each, ink in zip(pillars, INKS, strict=False) if each.score is not None]
    inset = 8.0
    places = [inset + score / 100 * (width - 2 * inset) for score, _ink in drawn]
    shapes: list[Shape] = [Box(0, _LINE - 2, width, 4, "line", round=2)]
    if len(places) == 2:
        shapes.append(Line(places[0], _LINE, places[1], _LINE, "ink", 2.2))
    for at, ((_score, ink), x) in enumerate(zip(drawn, places, strict=True)):
        shapes.append(Dot(x, _LINE + _step(places, at), _RADIUS, ink, ring=ink != INKS[0]))
        number = str(whole(drawn[at][0]))
        shapes.append(Label(_number_place(places, at, width), _LINE - 13, number, "ink", _SIZE, "middle", "strong"))
    return Scene(width, _HEIGHT, tuple(shapes), in_words(pillars), _table(pillars))


def in_words(pillars: Sequence[PillarDot]) -> str:
    """Every pillar with its score, in one sentence."""
    said = [
        _("{name}: {score} of 100").format(name=each.name, score=whole(each.score))
        if each.score is not None
        else _("{name}: too few answers").format(name=each.name)
        for each in pillars
    ]
    return "; ".join(said) + "." if said else ""


def apart(pillars: Sequence[PillarDot]) -> str:
    """How far two pillars lie from each other: "25 apart", "about the same"; empty where one is missing."""
    scores = [each.score for each in pillars if each.score is not None]
    if len(scores) != 2:
        return ""
    distance = abs(whole(scores[0]) - whole(scores[1]))
    return _("about the same") if distance < ABOUT_THE_SAME else _("{points} apart").format(points=distance)


def _step(places: Sequence[float], at: int) -> float:
    """Up for the first and down for the second where one would hide the other."""
    if len(places) < 2 or abs(places[0] - places[1]) >= _RADIUS:
        return 0.0
    return _STEP if at else -_STEP


def _number_place(places: Sequence[float], at: int, width: float) -> float:
    """Over its dot, or far enough from the other number for both to be read, and never over the edge."""
    edge = 9.0
    if len(places) < 2:
        return min(max(places[at], edge), width - edge)
    middle = sum(places) / 2
    half = max(abs(places[0] - places[1]), _APART) / 2
    middle = min(max(middle, edge + half), width - edge - half)
    is_left = places[at] < places[1 - at] or (places[at] == places[1 - at] and at == 0)
    return middle - half if is_left else middle + half


def _table(pillars: Sequence[PillarDot]) -> Table:
    missing = _("too few answers")
    rows = tuple((each.name, str(whole(each.score)) if each.score is not None else missing) for each in pillars)
    return Table((_("Pillar"), _("Score")), rows)
