"""What the charts share: the axis from 0 to 100, its grid, the bar of a margin, and how wide a name may be."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trustcheck.charts.scene import Box, Label, Line, Shape
from trustcheck.domain.points import whole

MARKS = (0, 25, 50, 75, 100)
LINE_HEIGHT = 1.2
"""Of a wrapped label, in multiples of its size. Painters use the same."""
_USUAL_LETTER = 0.46
"""The width of an average letter in multiples of the size: enough to know whether a name needs a second line."""


@dataclass(frozen=True, slots=True)
class Axis:
    """0 to 100 from left to right, never cut off."""

    left: float
    right: float

    def at(self, value: float) -> float:
        return self.left + (self.right - self.left) * min(max(value, 0.0), 100.0) / 100

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


def lines_needed(text: str, width: float, size: float) -> int:
    """How many lines a label will take, estimated word by word: the painter measures, the chart only makes room."""
    room, lines, used = max(1, int(width / (_USUAL_LETTER * size))), 1, 0
    for word in map(len, text.split()):
        if used and used + 1 + word > room:
            lines, used = lines + 1, 0
        used += word + (1 if used else 0)
        lines, used = lines + (used - 1) // room, (used - 1) % room + 1
    return lines


def numbers_below(axis: Axis, y: float, size: float) -> Iterator[Shape]:
    for mark in MARKS:
        yield Label(axis.at(mark), y, str(mark), "ink3", size, "middle")


def grid(axis: Axis, top: float, bottom: float, cuts: Sequence[float] = ()) -> Iterator[Shape]:
    """Faint lines at the marks; band cuts as fainter, dashed ones."""
    for mark in MARKS:
        yield Line(axis.at(mark), top, axis.at(mark), bottom, "line", 0.75)
    for cut in cuts:
        yield Line(axis.at(cut), top, axis.at(cut), bottom, "line", 0.75, dashed=True)


def margin_bar(axis: Axis, score: float, margin: float, y: float, thickness: float) -> Iterator[Shape]:
    """The light bar from score - margin to score + margin, kept within 0 to 100. Nothing without a margin."""
    if margin > 0:
        low, high = axis.at(score - margin), axis.at(score + margin)
        yield Box(low, y - thickness / 2, high - low, thickness, "band", round=thickness / 2)


def ends(score: float, margin: float) -> tuple[int, int]:
    """The two ends of a margin in whole points, kept within 0 to 100."""
    return whole(max(0.0, score - margin)), whole(min(100.0, score + margin))
