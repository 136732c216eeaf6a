"""What the charts share: the axis from 0 to 100, its grid, the bar of a margin, and how wide a name may be."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil
from typing import TypeAlias
from unicodedata import combining, east_asian_width

from trustcheck.charts.scene import Box, Label, Line, Shape
from trustcheck.domain.statistics.points import whole

MARKS = (0, 25, 50, 75, 100)
LINE_HEIGHT = 1.2
"""Of a wrapped label, in multiples of its size. Painters use the same."""
_SLIM, _WIDE = frozenset("iljI.,:;'|!()[]\u2018\u2019"), frozenset("mwMW@%\u2014")
_BLANK, _WIDEST = 0.21, 1.0
_MARK_ROOM = 2.0
"""Between the middles of two numbers of an axis, in multiples of their size."""


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


@lru_cache(maxsize=4096)
def lines_needed(text: str, width: float, size: float) -> int:
    """How many lines a label will take, estimated word by word and rather too many than too few: the painter measures,
    the chart only makes room. A word longer than a line is broken where the line ends.
    """
    room, lines, used = width / size, 1, 0.0
    for word in text.split():
        wide = sum(map(_letter, word))
        gap = _BLANK if used else 0.0
        if used + gap + wide <= room:
            used += gap + wide
        elif wide <= room:
            lines, used = lines + 1, wide
        else:
            full = max(room - _WIDEST, _WIDEST)
            more = ceil((used + gap + wide) / full) - 1
            lines, used = lines + more, used + gap + wide - more * full
    return lines


@lru_cache(maxsize=1024)
def _letter(letter: str) -> float:
    """About how wide a letter of the bundled faces is, in multiples of the size."""
    if letter in _SLIM:
        return 0.28
    if letter in _WIDE:
        return 0.84
    if combining(letter):
        return 0.0
    if east_asian_width(letter) in "WF":
        return 1.05
    if letter.isascii():
        return 0.36 if letter in "frt-" else 0.53 if letter.islower() or letter.isdigit() else 0.62
    return 0.64


def numbers_below(axis: Axis, y: float, size: float) -> Iterator[Shape]:
    """The marks in figures, as many of them as have room beside each other."""
    apart = (axis.right - axis.left) / (len(MARKS) - 1)
    step = next((each for each in (1, 2) if each * apart >= _MARK_ROOM * size), len(MARKS) - 1)
    for mark in MARKS[::step]:
        yield Label(axis.at(mark), y, str(mark), "ink3", size, "middle")


def grid(axis: Axis, top: float, bottom: float, cuts: Sequence[float] = ()) -> Iterator[Shape]:
    """Faint lines at the marks; band cuts as fainter, dashed ones."""
    for mark in MARKS:
        yield Line(axis.at(mark), top, axis.at(mark), bottom, "line", 0.75)
    for cut in cuts:
        yield Line(axis.at(cut), top, axis.at(cut), bottom, "line", 0.75, dashed=True)


AxisRow: TypeAlias = tuple[float, Callable[[float], Iterator[Shape]]]
"""How high a row is, and its shapes around the line ``y`` on which its middle lies."""


def rows_on_axis(axis: Axis, rows: Sequence[AxisRow], size: float) -> tuple[tuple[Shape, ...], float]:
    """The rows below each other with the numbers under the last, and how high all of it is. Sizes in points."""
    top = 0.3 * size
    bottom = top + sum(height for height, _drawn in rows)
    shapes: list[Shape] = [*grid(axis, top, bottom)]
    for height, drawn in rows:
        shapes += drawn(top + height / 2)
        top += height
    shapes += numbers_below(axis, bottom + 1.2 * size, 0.9 * size)
    return tuple(shapes), bottom + 1.7 * size


def margin_bar(axis: Axis, score: float, margin: float, y: float, thickness: float) -> Iterator[Shape]:
    """The light bar from score - margin to score + margin, kept within 0 to 100. Nothing without a margin."""
    if margin > 0:
        low, high = axis.at(score - margin), axis.at(score + margin)
        yield Box(low, y - thickness / 2, high - low, thickness, "band", round=thickness / 2)


def ends(score: float, margin: float) -> tuple[int, int]:
    """The two ends of a margin in whole points, kept within 0 to 100."""
    return whole(max(0.0, score - margin)), whole(min(100.0, score + margin))
