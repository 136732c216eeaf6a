"""How people's scores lie: three classes as parts of one bar, with the number of people in each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trustcheck.charts.axis import LINE_HEIGHT, lines_needed
from trustcheck.charts.scene import Box, Label, Scene, Shape, Table
from trustcheck.words import gettext as _

CLASS_INKS = ("d2", "d3", "d4")
_GAP = 2.0
"""Between two parts, so that they are parts in black and white too."""
_SMALL = 0.92


@dataclass(frozen=True, slots=True)
class ClassesRow:
    """One bar. ``classes`` are people rare (below 37.5), between, and usual (from 62.5 on), or ``missing`` says why
    there are none."""

    name: str
    classes: tuple[int, int, int] | None
    note: str = ""
    """The spread in words."""
    missing: str = ""


def distribution(rows: Sequence[ClassesRow], width: float, *, size: float = 15.0, names: bool = True) -> Scene:
    """One bar to a row, all of the same length: a part is a share of the row's people. Sizes in points.

    Without ``names`` the page says them beside the bar; the words have them all the same.
    """
    frame = _Frame(width, size, names)
    top = 0.2 * size
    shapes: list[Shape] = []
    for row in rows:
        height = frame.height(row)
        shapes += frame.row(row, top + height / 2)
        top += height
    return Scene(width, top + 0.2 * size, tuple(shapes), " ".join(map(classes_sentence, rows)), _table(rows))


@dataclass(frozen=True, slots=True)
class _Frame:
    width: float
    size: float
    names: bool

    @property
    def name_width(self) -> float:
        return min(15.0 * self.size, 0.4 * self.width)

    @property
    def left(self) -> float:
        return self.name_width + 1.2 * self.size if self.names else 0.0

    def _lines(self, row: ClassesRow) -> tuple[int, int]:
        named = lines_needed(row.name, self.name_width, self.size)
        return named, lines_needed(row.note, self.name_width, _SMALL * self.size) if row.note else 0

    def height(self, row: ClassesRow) -> float:
        if not self.names:
            return 2.9 * self.size
        named, noted = self._lines(row)
        return max(LINE_HEIGHT * named + LINE_HEIGHT * _SMALL * noted + 0.9, 2.9) * self.size

    def row(self, row: ClassesRow, y: float) -> Iterator[Shape]:
        size = self.size
        if self.names:
            yield from self._name(row, y)
        if row.classes is None:
            room = self.width - self.left
            yield Label(self.left, y + 0.33 * size, row.missing, "ink2", _SMALL * size, width=room, lines=2)
        else:
            yield from self._parts(row.classes, y)

    def _name(self, row: ClassesRow, y: float) -> Iterator[Shape]:
        size = self.size
        named, noted = self._lines(row)
        centre = y - 0.5 * LINE_HEIGHT * _SMALL * noted * size
        yield Label(0, centre + 0.34 * size, row.name, "ink", size, "start", "medium", self.name_width, 2)
        if row.note:
            below = centre + (0.5 * LINE_HEIGHT * named + 0.5 * LINE_HEIGHT * _SMALL * noted + 0.3) * size
            yield Label(0, below, row.note, "ink2", _SMALL * size, width=self.name_width, lines=2)

    def _parts(self, classes: tuple[int, int, int], y: float) -> Iterator[Shape]:
        size, people, x = self.size, max(sum(classes), 1), self.left
        room = self.width - self.left
        for number, ink in zip(classes, CLASS_INKS, strict=True):
            wide = room * number / people
            if number:
                left = min(x, self.width - 1.0)
                yield Box(left, y - 0.95 * size, max(wide - _GAP, 1.0), 1.0 * size, ink, round=0.2 * size)
            if wide > 0.7 * size * len(str(number)):
                middle = x + (wide - _GAP) / 2
                yield Label(middle, y + 1.05 * size, str(number), "ink", 0.95 * size, "middle", "strong")
            x += wide


def classes_sentence(row: ClassesRow) -> str:
    note = f", {row.note}" if row.note else ""
    if row.classes is None:
        return _("{name}: {why}").format(name=row.name, why=row.missing) + f"{note}."
    rare, between, usual = row.classes
    said = _("{name}: {rare} people rare, {between} between, {usual} usual").format(
        name=row.name, rare=rare, between=between, usual=usual
    )
    return f"{said}{note}."


def _table(rows: Sequence[ClassesRow]) -> Table:
    heads = (_("Theme"), _("Rare, below 37.5"), _("Between"), _("Usual, from 62.5 on"), _("Spread"))
    cells = tuple(
        (row.name, *(map(str, row.classes) if row.classes else (row.missing, "", "")), row.note) for row in rows
    )
    return Table(heads, cells)
