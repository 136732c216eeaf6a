"""Themes with a mark for each view: leaders a diamond, staff a circle, each on its own lane and never pooled."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trustcheck.charts.axis import LINE_HEIGHT, MARKS, Axis, grid, lines_needed, numbers_below
from trustcheck.charts.scene import ANY, Box, ChartCells, Diamond, Dot, Label, Line, Scene, Shape
from trustcheck.domain.checks.group_round import people, people_first
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.words import gettext as _
from trustcheck.words.numbers import decimal

LANE = 1.1
"""Height of one view's lane, in multiples of the type's size."""
_SMALL = 0.9
_NUMBER = 2.0


@dataclass(frozen=True, slots=True)
class ViewMark:
    """One perspective's value: whole points with the 95 % interval, or ``missing``, the words why it is not shown."""

    perspective: Perspective
    mean: int | None
    low: int | None = None
    high: int | None = None
    missing: str = ""
    then: int | None = None
    """What it was in an earlier check, where that is far enough away to be drawn."""
    then_words: str = ""
    """The same in words: "54 in September 2026"."""


@dataclass(frozen=True, slots=True)
class GroupRow:
    """One theme with its marks, leaders first. ``note`` is at most three words below the name."""

    name: str
    marks: tuple[ViewMark, ...]
    note: str = ""
    target: float | None = None
    """What was aimed for, where somebody set it: a dashed line through the row."""


def mark(perspective: Perspective, x: float, y: float, radius: float) -> Shape:
    """Leaders a diamond, staff a circle, everywhere: shape, ink and words say the same."""
    if perspective is Perspective.LEADER:
        return Diamond(x, y, 1.22 * radius, "leaders")
    return Dot(x, y, radius, "staff")


def hollow(perspective: Perspective, x: float, y: float, radius: float) -> Shape:
    """The same shape as a ring: an earlier check."""
    if perspective is Perspective.LEADER:
        return Diamond(x, y, 1.22 * radius, "last", ring=True)
    return Dot(x, y, radius, "last", ring=True)


def ink_of(perspective: Perspective) -> str:
    return "leaders" if perspective is Perspective.LEADER else "staff"


@dataclass(frozen=True, slots=True)
class GroupColumns:
    """The columns of a group's profile. Without ``numbers`` they stand beside the scene, as buttons."""

    width: float
    size: float
    numbers: bool = True
    names: bool = True

    @property
    def name_width(self) -> float:
        return min(12.5 * self.size, 0.43 * self.width) if self.names else 0.0

    @property
    def axis(self) -> Axis:
        if not self.names:
            return Axis(self.size, self.width - self.size)
        right = _NUMBER * self.size if self.numbers else 0.0
        return Axis(self.name_width + 1.2 * self.size, self.width - right - 1.0 * self.size)

    @property
    def missing_width(self) -> float:
        return self.width - self.name_width - 0.6 * self.size

    def lane_height(self, each: ViewMark) -> float:
        if each.mean is not None:
            return LANE * self.size
        lines = lines_needed(each.missing, self.missing_width, _SMALL * self.size)
        return max(LANE, _SMALL * LINE_HEIGHT * lines) * self.size

    def row_height(self, row: GroupRow) -> float:
        lines = lines_needed(row.name, self.name_width, self.size) if self.names else 0
        named = lines * LINE_HEIGHT * self.size + self._note_height(row)
        lanes = sum(self.lane_height(each) for each in row.marks)
        return max(named + 0.4 * self.size, lanes + 0.4 * self.size)

    def _note_height(self, row: GroupRow) -> float:
        """What the words below the name take."""
        if not row.note or not self.names:
            return 0.0
        more = lines_needed(row.note, self.name_width, _SMALL * self.size) - 1
        return (1.05 + more * _SMALL * LINE_HEIGHT) * self.size

    def row(self, row: GroupRow, top: float, height: float) -> Iterator[Shape]:
        if self.names:
            yield from self._name(row, top + height / 2)
        lanes = sum(self.lane_height(each) for each in row.marks)
        lane = top + (height - lanes) / 2
        if row.target is not None and any(each.mean is not None for each in row.marks):
            x = self.axis.at(row.target)
            yield Line(x, top + 0.15 * self.size, x, top + height - 0.15 * self.size, "accent", 1.6, dashed=True)
        for each in row.marks:
            deep = self.lane_height(each)
            yield from self._mark(each, lane + deep / 2)
            lane += deep

    def _name(self, row: GroupRow, middle: float) -> Iterator[Shape]:
        size = self.size
        below = self._note_height(row)
        centre = middle - 0.5 * below
        yield Label(0, centre + 0.34 * size, row.name, "ink", size, "start", "medium", self.name_width, ANY)
        if row.note:
            lines = lines_needed(row.name, self.name_width, size)
            y = centre + lines * LINE_HEIGHT * size / 2 + 0.5 * below + 0.33 * size
            yield Label(0, y, row.note, "accent", _SMALL * size, width=self.name_width, lines=ANY)

    def _mark(self, each: ViewMark, y: float) -> Iterator[Shape]:
        size, axis = self.size, self.axis
        if each.mean is None:
            left = self.name_width + 0.6 * size
            yield Label(left, y + 0.3 * size, each.missing, "ink2", _SMALL * size, width=self.missing_width, lines=ANY)
            return
        yield from interval_bar(axis, each, y, 0.62 * size)
        if each.then is not None:
            yield hollow(each.perspective, axis.at(each.then), y, 0.36 * size)
        yield mark(each.perspective, axis.at(each.mean), y, 0.42 * size)
        if self.numbers:
            number = str(each.mean)
            yield Label(self.width, y + 0.35 * size, number, ink_of(each.perspective), 1.0 * size, "end", "strong")


def interval_bar(axis: Axis, each: ViewMark, y: float, thickness: float) -> Iterator[Shape]:
    """The light bar of a 95 % interval; nothing where the value has none."""
    if each.low is not None and each.high is not None:
        low, high = axis.at(each.low), axis.at(each.high)
        yield Box(low, y - thickness / 2, max(high - low, thickness), thickness, "band", round=thickness / 2)


def group_profile(
    rows: Sequence[GroupRow],
    width: float,
    *,
    size: float = 15.0,
    cuts: Sequence[float] = (),
    numbers: bool = True,
    names: bool = True,
) -> Scene:
    """Themes on one axis, in the given order. ``width`` and ``size`` in points; ``cuts`` draws the band limits.

    Without ``numbers`` or ``names`` the page says them beside the chart; the words have them all the same.
    """
    frame = GroupColumns(width, size, numbers, names)
    top = 0.35 * size
    bottom = top + sum(frame.row_height(row) for row in rows)
    shapes: list[Shape] = [*grid(frame.axis, top, bottom, cuts)]
    for row in rows:
        height = frame.row_height(row)
        shapes += frame.row(row, top, height)
        top += height
    shapes += numbers_below(frame.axis, bottom + 1.25 * size, 0.9 * size)
    return Scene(width, bottom + 1.75 * size, tuple(shapes), group_sentence(rows), group_table(rows))


def group_row(row: GroupRow, width: float, *, size: float = 15.0, least: float = 0.0) -> Scene:
    """One theme as a scene of its own, without its numbers: rows below each other make one chart."""
    frame = GroupColumns(width, size, numbers=False)
    height = max(least, frame.row_height(row))
    shapes: list[Shape] = []
    if any(each.mean is not None for each in row.marks):
        shapes += grid(frame.axis, 0, height)
    shapes += frame.row(row, 0, height)
    return Scene(width, height, tuple(shapes), row_sentence(row), group_table((row,)))


def group_row_height(row: GroupRow, width: float, *, size: float = 15.0, least: float = 0.0) -> float:
    """What :func:`group_row` takes, without drawing it: a layout asks at many widths."""
    return max(least, GroupColumns(width, size, numbers=False).row_height(row))


def group_axis(width: float, *, size: float = 15.0) -> Scene:
    """The numbers below the last of such rows."""
    frame = GroupColumns(width, size, numbers=False)
    shapes = tuple(numbers_below(frame.axis, 1.05 * size, 0.9 * size))
    marks = ChartCells((_("Mark"),), tuple((str(each),) for each in MARKS))
    return Scene(width, 1.5 * size, shapes, _("The scale runs from 0 to 100."), marks)


def view_sentence(each: ViewMark) -> str:
    """ "leaders 74 (95 % interval 66 to 82)", or why there is nothing to say."""
    if each.mean is None:
        return _("{people}: {why}").format(people=people(each.perspective), why=each.missing)
    said = _("{people} {mean}").format(people=people(each.perspective), mean=each.mean)
    if each.low is not None and each.high is not None:
        said = _("{said} (95 % interval {low} to {high})").format(said=said, low=each.low, high=each.high)
    return _("{said}, {then}").format(said=said, then=each.then_words) if each.then_words else said


def row_sentence(row: GroupRow) -> str:
    said = "; ".join(view_sentence(each) for each in row.marks)
    note = _(" Marked: {note}.").format(note=row.note) if row.note else ""
    aim = _(" Target: {target}.").format(target=decimal(row.target)) if row.target is not None else ""
    return _("{name}: {views}.").format(name=row.name, views=said) + aim + note


def group_sentence(rows: Sequence[GroupRow]) -> str:
    return " ".join([_("Scores on a scale from 0 to 100."), *(row_sentence(row) for row in rows)])


def group_table(rows: Sequence[GroupRow]) -> ChartCells:
    """A column of means and one of intervals for each view."""
    asked = list(dict.fromkeys(each.perspective for row in rows for each in row.marks))
    heads = [_("Theme")]
    for each in asked:
        heads += [people_first(each), _("{people}, interval").format(people=people_first(each))]
    if any(each.then_words for row in rows for each in row.marks):
        heads.append(_("Last time"))
    aimed = any(row.target is not None for row in rows)
    columns = len(heads)
    heads += [_("Target")] if aimed else []
    return ChartCells((*heads, _("Note")), tuple(_cells(row, asked, columns, aimed=aimed) for row in rows))


def _cells(row: GroupRow, asked: Sequence[Perspective], columns: int, *, aimed: bool) -> tuple[str, ...]:
    cells = [row.name]
    by_view = {each.perspective: each for each in row.marks}
    for perspective in asked:
        each = by_view.get(perspective)
        if each is None or each.mean is None:
            cells += [each.missing if each else "", ""]
        else:
            told = "" if each.low is None else _("{low} to {high}").format(low=each.low, high=each.high)
            cells += [str(each.mean), told]
    if len(cells) < columns:
        before = [f"{people(each.perspective)} {each.then_words}" for each in row.marks if each.then_words]
        cells.append(", ".join(before))
    cells += ["" if row.target is None else decimal(row.target)] if aimed else []
    return (*cells, row.note)
