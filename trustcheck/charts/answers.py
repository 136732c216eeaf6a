"""One answer on its scale: the steps in a row, the chosen one filled, and the answer in words behind it."""

from collections.abc import Sequence

from trustcheck.charts.scene import ChartCells, Dot, Label, Line, Scene, Shape
from trustcheck.words import gettext as _


def answer_strip(scale: Sequence[str], point: int | None, words: str, width: float, *, size: float = 15.0) -> Scene:
    """``point`` counts from 1; ``None`` leaves every step hollow. ``words`` is the answer as it is said.

    ``width`` and ``size`` are in points; the words take what the steps leave.
    """
    radius, step, middle = 0.28 * size, 1.35 * size, 0.85 * size
    first = 0.55 * size
    last = first + step * (len(scale) - 1)
    shapes: list[Shape] = [Line(first, middle, last, middle, "line_strong" if point else "line", 1.0)]
    for number in range(1, len(scale) + 1):
        x = first + step * (number - 1)
        chosen = number == point
        shapes.append(
            Dot(x, middle, 0.5 * size if chosen else radius, "now" if chosen else "line_strong", ring=not chosen)
        )
    room = last + 1.1 * size
    shapes.append(
        Label(room, middle + 0.34 * size, words, "ink" if point else "ink2", size, "start", "medium", width - room)
    )
    table = ChartCells((_("Answer"), _("Place on the scale")), ((words, _place(scale, point)),))
    return Scene(width, 1.7 * size, tuple(shapes), answer_sentence(scale, point, words), table)


def answer_sentence(scale: Sequence[str], point: int | None, words: str) -> str:
    return f"{words}, {_place(scale, point)}." if point else f"{words}."


def _place(scale: Sequence[str], point: int | None) -> str:
    return _("{point} of {steps}").format(point=point, steps=len(scale)) if point else ""
