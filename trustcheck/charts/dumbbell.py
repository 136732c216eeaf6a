"""Leaders and staff at the two ends of one line, a theme to a row: how far apart, and whose end is whose."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from trustcheck.charts.axis import LINE_HEIGHT, MARKS, Axis, grid, lines_needed, numbers_below, rows_on_axis
from trustcheck.charts.group_profile import ink_of, mark
from trustcheck.charts.scene import ANY, Anchor, ChartCells, Label, Line, Scene, Shape, Weight
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.domain.statistics.points import ABOUT_THE_SAME
from trustcheck.words import gettext as _

_SMALL = 0.9
_NARROW = 22.0
"""Below this width, in multiples of the size, a name stands over its row instead of before it."""


@dataclass(frozen=True, slots=True)
class DumbbellRow:
    """One theme. Both means in whole points, or ``missing``, the words why the two are not shown."""

    name: str
    leaders: int | None
    staff: int | None
    apart: int = 0
    """The difference, rounded on its own: the two means may suggest one point more or less."""
    kind: str = ""
    """The class of the difference in words ("clear gap")."""
    strong: bool = False
    """Drawn bold: wide enough to talk about."""
    missing: str = ""


def dumbbells(rows: Sequence[DumbbellRow], width: float, *, size: float = 15.0) -> Scene:
    """The rows in the given order on one axis. Sizes in points."""
    frame = _Frame(width, size)
    drawn = [(frame.height(row), partial(frame.row, row)) for row in rows]
    shapes, height = rows_on_axis(frame.axis, drawn, size)
    return Scene(width, height, shapes, " ".join(map(dumbbell_sentence, rows)), _table(rows))


def dumbbell_row(row: DumbbellRow, width: float, *, size: float = 15.0, least: float = 0.0) -> Scene:
    """One row as a scene of its own, without how far apart it is: that stands beside it. At least ``least`` high."""
    frame = _Frame(width, size, said=False)
    height = max(least, frame.height(row))
    shapes: list[Shape] = [*grid(frame.axis, 0, height), *frame.row(row, height / 2)]
    return Scene(width, height, tuple(shapes), dumbbell_sentence(row), _table((row,)))


def dumbbell_axis(width: float, *, size: float = 15.0) -> Scene:
    """The numbers below the last of such rows."""
    shapes = tuple(numbers_below(_Frame(width, size, said=False).axis, 1.05 * size, _SMALL * size))
    marks = ChartCells((_("Mark"),), tuple((str(each),) for each in MARKS))
    return Scene(width, 1.5 * size, shapes, _("The scale runs from 0 to 100."), marks)


@dataclass(frozen=True, slots=True)
class _Frame:
    width: float
    size: float
    said: bool = True

    @property
    def over(self) -> bool:
        """Whether there is so little room that the name stands over its row."""
        return not self.said and self.width < _NARROW * self.size

    @property
    def name_width(self) -> float:
        return self.width if self.over else min(13.0 * self.size, 0.27 * self.width)

    @property
    def said_width(self) -> float:
        return 0.0 if not self.said else min(11.5 * self.size, 0.27 * self.width)

    @property
    def axis(self) -> Axis:
        if self.over:
            return Axis(2.2 * self.size, self.width - 2.2 * self.size)
        return Axis(self.name_width + 2.6 * self.size, self.width - self.said_width - 2.2 * self.size)

    def height(self, row: DumbbellRow) -> float:
        if self.over:
            return self._name_height(row) + (2.2 if row.leaders is not None else 3.0) * self.size
        names = lines_needed(row.name, self.name_width, self.size)
        said = (
            0.0
            if row.leaders is None or not self.said
            else LINE_HEIGHT * _SMALL * (1 + lines_needed(row.kind, self.said_width, _SMALL * self.size))
        )
        missing = lines_needed(row.missing, self._missing_width, _SMALL * self.size) if row.leaders is None else 1
        return max(2.2, LINE_HEIGHT * names + 0.7, said + 0.4, LINE_HEIGHT * missing + 0.7) * self.size

    def _name_height(self, row: DumbbellRow) -> float:
        return (LINE_HEIGHT * lines_needed(row.name, self.name_width, self.size) + 0.4) * self.size

    @property
    def _missing_width(self) -> float:
        return self.width - self.axis.left

    def row(self, row: DumbbellRow, y: float) -> Iterator[Shape]:
        size = self.size
        weight: Weight = "strong" if row.strong else "medium"
        at = y
        if self.over:
            down = 0.5 * self._name_height(row)
            at, y = y - 0.5 * self.height(row) + down, y + down
        yield Label(0, at + 0.34 * size, row.name, "ink", size, "start", weight, self.name_width, ANY)
        if row.leaders is None or row.staff is None:
            yield Label(
                self.axis.left,
                y + 0.32 * size,
                row.missing,
                "ink2",
                _SMALL * size,
                width=self._missing_width,
                lines=ANY,
            )
            return
        yield from self._ends(row, row.leaders, row.staff, y)
        if self.said:
            yield from self._said(row, y)

    def _ends(self, row: DumbbellRow, leaders: int, staff: int, y: float) -> Iterator[Shape]:
        size, axis = self.size, self.axis
        touching = abs(axis.at(leaders) - axis.at(staff)) < 1.0 * size
        step = 0.46 * size if touching else 0.0
        yield Line(
            axis.at(leaders), y, axis.at(staff), y, "ink" if row.strong else "line_strong", 2.6 if row.strong else 1.2
        )
        yield mark(Perspective.LEADER, axis.at(leaders), y - step, 0.44 * size)
        yield mark(Perspective.STAFF, axis.at(staff), y + step, 0.44 * size)
        for perspective, value, other, down in (
            (Perspective.LEADER, leaders, staff, -step),
            (Perspective.STAFF, staff, leaders, step),
        ):
            right = (
                value > other or (value == other and perspective is Perspective.LEADER) or (touching and value >= other)
            )
            beside = 0.85 * size if right else -0.85 * size
            if touching and value == other:
                beside = 0.85 * size
            anchor: Anchor = "start" if beside > 0 else "end"
            ink = ink_of(perspective)
            yield Label(axis.at(value) + beside, y + down + 0.33 * size, str(value), ink, 0.95 * size, anchor, "strong")

    def _said(self, row: DumbbellRow, y: float) -> Iterator[Shape]:
        size, x = self.size, self.width
        weight: Weight = "strong" if row.strong else "regular"
        ink = "ink" if row.strong else "ink2"
        up = 0.3 * size if row.kind else -0.33 * size
        yield Label(x, y - up + 0.1 * size, apart_in_words(row.apart), ink, 0.95 * size, "end", weight)
        if row.kind:
            lines = lines_needed(row.kind, self.said_width, _SMALL * size)
            below = y + 0.9 * size + (lines - 1) * 0.5 * LINE_HEIGHT * _SMALL * size
            yield Label(x, below, row.kind, "ink2", _SMALL * size, "end", "regular", self.said_width, ANY)


def apart_in_words(points: int) -> str:
    """ "31 apart"; differences under five points are about the same."""
    return _("about the same") if points < ABOUT_THE_SAME else _("{points} apart").format(points=points)


def dumbbell_sentence(row: DumbbellRow) -> str:
    if row.leaders is None or row.staff is None:
        return _("{name}: {why}.").format(name=row.name, why=row.missing)
    said = _("{name}: leaders {leaders}, staff {staff}, {apart}").format(
        name=row.name, leaders=row.leaders, staff=row.staff, apart=apart_in_words(row.apart)
    )
    return f"{said}, {row.kind}." if row.kind else f"{said}."


def _table(rows: Sequence[DumbbellRow]) -> ChartCells:
    def cells(row: DumbbellRow) -> tuple[str, ...]:
        if row.leaders is None or row.staff is None:
            return row.name, row.missing, row.missing, "", ""
        return row.name, str(row.leaders), str(row.staff), apart_in_words(row.apart), row.kind

    return ChartCells((_("Theme"), _("Leaders"), _("Staff"), _("Apart"), _("What it is")), tuple(map(cells, rows)))
