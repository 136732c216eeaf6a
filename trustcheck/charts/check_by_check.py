"""One score check by check: a point with its interval for each, named by month; nothing is smoothed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from trustcheck.charts.axis import LINE_HEIGHT, lines_needed
from trustcheck.charts.scene import ANY, Box, ChartCells, Dot, Label, Line, Scene, Shape
from trustcheck.words import gettext as _
from trustcheck.words.days import month

_SMALL = 0.9
_TALL = 7.0
"""Height of the axis from 0 to 100, in multiples of the size."""
_GRID = (0, 50, 100)
_BEFORE, _BEHIND = 2.5, 3.6
"""Room before the first point and behind the last, which half a month's name takes; alike."""
_APART = 6.5
"""Between the middles of two months, in multiples of the size."""


@dataclass(frozen=True, slots=True)
class CheckPoint:
    """One check in whole points; ``None`` where nothing of it is compared."""

    on: date
    mean: int | None
    low: int | None = None
    high: int | None = None
    """Of the 95 % interval; both ``None`` below five people."""


@dataclass(frozen=True, slots=True)
class CheckByCheck:
    """A pillar with its checks, the oldest first."""

    name: str
    points: tuple[CheckPoint, ...]


def check_by_check(of: CheckByCheck, width: float, *, size: float = 15.0) -> Scene:
    """The points in the order of the checks, evenly spaced. Sizes in points."""
    named = LINE_HEIGHT * lines_needed(of.name, width, size) * size
    frame = _Frame(width, size, len(of.points), named + 1.2 * size)
    shapes: list[Shape] = [Label(0, named / 2 + 0.34 * size, of.name, "ink", size, "start", "medium", width, ANY)]
    shapes += frame.grid()
    known = [(frame.x(at), each) for at, each in enumerate(of.points)]
    shapes += frame.lines(known)
    for x, each in known:
        shapes += frame.point(x, each)
    shapes += frame.months([each.on for each in of.points])
    return Scene(width, frame.bottom + 1.9 * size, tuple(shapes), check_by_check_sentence(of), _table(of))


def check_by_check_sentence(of: CheckByCheck) -> str:
    return _("{name}: {points}.").format(name=of.name, points="; ".join(map(_said, of.points)))


def _said(each: CheckPoint) -> str:
    when = month(each.on)
    if each.mean is None:
        return _("{month} not compared").format(month=when)
    said = _("{month} {mean}").format(month=when, mean=each.mean)
    between = _between(each)
    return _("{said} (95 % interval {between})").format(said=said, between=between) if between else said


def _between(each: CheckPoint) -> str:
    if each.low is None or each.high is None:
        return ""
    return _("{low} to {high}").format(low=each.low, high=each.high)


@dataclass(frozen=True, slots=True)
class _Frame:
    width: float
    size: float
    checks: int
    top: float

    @property
    def bottom(self) -> float:
        return self.top + _TALL * self.size

    @property
    def left(self) -> float:
        return 2.6 * self.size

    @property
    def step(self) -> float:
        """Between two points: never so far that few checks look like many months."""
        room = (self.width - self.left - (_BEFORE + _BEHIND) * self.size) / max(self.checks - 1, 1)
        return min(room, 1.6 * _APART * self.size)

    def x(self, at: int) -> float:
        return self.left + _BEFORE * self.size + at * self.step

    def y(self, points: float) -> float:
        return self.bottom - (self.bottom - self.top) * points / 100

    def grid(self) -> Iterator[Shape]:
        for mark in _GRID:
            y = self.y(mark)
            yield Line(self.left, y, self.x(self.checks - 1) + 1.5 * self.size, y, "line", 0.75)
            yield Label(self.left - 0.6 * self.size, y + 0.3 * self.size, str(mark), "ink3", _SMALL * self.size, "end")

    def lines(self, known: Sequence[tuple[float, CheckPoint]]) -> Iterator[Shape]:
        """From each point to the next; a check that is not compared leaves a gap."""
        for (x, one), (after, other) in pairwise(known):
            if one.mean is not None and other.mean is not None:
                yield Line(x, self.y(one.mean), after, self.y(other.mean), "line_strong", 1.2)

    def point(self, x: float, each: CheckPoint) -> Iterator[Shape]:
        if each.mean is None:
            return
        size, y = self.size, self.y(each.mean)
        if each.low is not None and each.high is not None:
            high, low = self.y(each.high), self.y(each.low)
            yield Box(x - 0.31 * size, high, 0.62 * size, max(low - high, 0.62 * size), "band", round=0.31 * size)
        yield Dot(x, y, 0.4 * size, "now")
        top = y if each.high is None else min(y, self.y(each.high))
        yield Label(x, top - 0.65 * size, str(each.mean), "ink", _SMALL * size, "middle", "strong")

    def months(self, days: Sequence[date]) -> Iterator[Shape]:
        """As many as have room beside each other, the newest always among them."""
        every = max(1, -(-int(_APART * self.size) // max(int(self.step), 1)))
        for at, day in enumerate(days):
            if (len(days) - 1 - at) % every == 0:
                yield Label(self.x(at), self.bottom + 1.3 * self.size, month(day), "ink2", _SMALL * self.size, "middle")


def _table(of: CheckByCheck) -> ChartCells:
    rows = tuple(
        (month(each.on), _("not compared") if each.mean is None else str(each.mean), _between(each))
        for each in of.points
    )
    return ChartCells((_("Check"), of.name, _("95 % interval")), rows)
