"""One dot for each person who answered a question, stacked above their answer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trustcheck.charts.axis import LINE_HEIGHT, lines_needed
from trustcheck.charts.scene import ANY, ChartCells, Dot, Label, Line, Scene, Shape
from trustcheck.words import gettext as _
from trustcheck.words import ngettext

_RADIUS = 0.4
"""Of a dot, as a share of the way from one to the next."""
_STEPS = (3.0, 2.6, 2.2, 1.8)
"""From one dot to the next, in sizes of the type: the first with which they have room."""
_HIGHEST = 9.0
"""How high they stand at most where smaller ones would do, in sizes of the type."""
_MOST_BESIDE = 3
"""Dots side by side; more stand above them."""


@dataclass(frozen=True, slots=True)
class DotsOfAnswer:
    answer: str
    """The words below the dots."""
    people: int


def dots(stacks: Sequence[DotsOfAnswer], width: float, *, size: float = 15.0) -> Scene:
    """The answers side by side in their order. ``width`` and ``size`` in points."""
    wide = width / len(stacks)
    for step in (each * size for each in _STEPS):
        beside = max(1, min(_MOST_BESIDE, int((wide - size) / step)))
        layers = max(-(-each.people // beside) for each in stacks)
        if layers * step <= _HIGHEST * size:
            break
    floor = 0.4 * size + max(layers, 3) * step
    lines = max(lines_needed(each.answer, 0.92 * wide, size) for each in stacks)
    shapes: list[Shape] = [Line(0, floor, width, floor, "line_strong", 1.2)]
    for at, each in enumerate(stacks):
        middle = (at + 0.5) * wide
        shapes += _stack(each.people, beside, middle, floor, step)
        y = floor + (0.7 + 0.5 * LINE_HEIGHT * lines + 0.35) * size
        shapes.append(Label(middle, y, each.answer, "ink2", size, "middle", "regular", 0.92 * wide, ANY))
    return Scene(width, floor + (1.0 + LINE_HEIGHT * lines) * size, tuple(shapes), sentence(stacks), _table(stacks))


def _stack(people: int, beside: int, middle: float, floor: float, step: float) -> Iterator[Shape]:
    for number in range(people):
        layer, place = divmod(number, beside)
        in_layer = min(beside, people - layer * beside)
        x = middle + (place - (in_layer - 1) / 2) * step
        yield Dot(x, floor - (layer + 0.5) * step, _RADIUS * step, "now")


def sentence(stacks: Sequence[DotsOfAnswer]) -> str:
    said = (
        ngettext("{answer}: {number} person", "{answer}: {number} people", each.people).format(
            answer=each.answer, number=each.people
        )
        for each in stacks
    )
    return _("{answers}.").format(answers="; ".join(said))


def _table(stacks: Sequence[DotsOfAnswer]) -> ChartCells:
    return ChartCells((_("Answer"), _("People")), tuple((each.answer, str(each.people)) for each in stacks))
