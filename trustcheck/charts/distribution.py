"""How people's scores lie: classes as parts of one bar, with the number of people in each.

A class of very few people is told together with its neighbour: a part of both, in an ink of its own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trustcheck.charts.axis import LINE_HEIGHT, lines_needed
from trustcheck.charts.scene import ANY, Box, ChartCells, Label, Scene, Shape
from trustcheck.domain.statistics.classes import Classes, ClassRange
from trustcheck.words import gettext as _

CLASS_INKS = ("d2", "d3", "d4")
TOGETHER_INK, TOGETHER_EDGE = "sunk", "line_strong"
"""Of a part that holds more than one class."""
_LETTER = 0.55
"""About how wide a letter is, as a share of its size."""
_GAP = 2.0
"""Between two parts, so that they are parts in black and white too."""
_SMALL = 0.92


@dataclass(frozen=True, slots=True)
class ClassesRow:
    """One bar. ``classes`` are people rare (below 37.5), between, and usual (from 62.5 on), some of them told together;
    or ``missing`` says why there are none."""

    name: str
    classes: Classes | None
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
            yield Label(self.left, y + 0.33 * size, row.missing, "ink2", _SMALL * size, width=room, lines=ANY)
        else:
            yield from self._parts(row.classes, y)

    def _name(self, row: ClassesRow, y: float) -> Iterator[Shape]:
        size = self.size
        named, noted = self._lines(row)
        centre = y - 0.5 * LINE_HEIGHT * _SMALL * noted * size
        yield Label(0, centre + 0.34 * size, row.name, "ink", size, "start", "medium", self.name_width, ANY)
        if row.note:
            below = centre + (0.5 * LINE_HEIGHT * named + 0.5 * LINE_HEIGHT * _SMALL * noted + 0.3) * size
            yield Label(0, below, row.note, "ink2", _SMALL * size, width=self.name_width, lines=ANY)

    def _parts(self, classes: Classes, y: float) -> Iterator[Shape]:
        size, x = self.size, self.left
        room = self.width - self.left
        for part in classes.parts:
            wide = room * part.people / max(classes.n, 1)
            yield part_box(part, min(x, self.width - 1.0), y - 0.95 * size, max(wide - _GAP, 1.0), size)
            said = label_of(part, wide, 0.95 * size)
            yield Label(x + (wide - _GAP) / 2, y + 1.05 * size, said, "ink", 0.95 * size, "middle", "strong")
            x += wide


def part_box(part: ClassRange, x: float, y: float, width: float, height: float) -> Box:
    """The piece of a bar for one class, or for classes that are told together."""
    if part.first == part.last:
        return Box(x, y, width, height, CLASS_INKS[part.first], round=0.2 * height)
    return Box(x, y, width, height, TOGETHER_INK, round=0.2 * height, edge=TOGETHER_EDGE)


def legend_of(shown: Sequence[Classes | None]) -> Iterator[tuple[Box, str]]:
    """A small box and its words for each ink that these bars use."""
    words = (_("people below 37.5"), _("between"), _("from 62.5 on"))
    for at, said in enumerate(words):
        yield part_box(ClassRange(at, at, 0), 0, 4, 14, 12), said
    if any(part.first != part.last for each in shown if each for part in each.parts):
        yield part_box(ClassRange(0, 1, 0), 0, 4, 14, 12), _("counted together")


def label_of(part: ClassRange, width: float, size: float) -> str:
    """How many people; and of which classes, where a part holds several and there is room for the words."""
    words = str(part.people) if part.first == part.last else part_words(part)
    return words if _LETTER * size * len(words) <= width else str(part.people)


def part_words(part: ClassRange) -> str:
    """ "7 rare or between": how many people, and the classes that a part holds."""
    said = {
        (0, 0): _("{n} rare"),
        (1, 1): _("{n} between"),
        (2, 2): _("{n} usual"),
        (0, 1): _("{n} rare or between"),
        (1, 2): _("{n} between or usual"),
        (0, 2): _("{n} counted together"),
    }[part.first, part.last]
    return said.format(n=part.people)


def classes_sentence(row: ClassesRow) -> str:
    note = f", {row.note}" if row.note else ""
    if row.classes is None:
        return _("{name}: {why}").format(name=row.name, why=row.missing) + f"{note}."
    said = _("{name}: of {n} people {parts}").format(
        name=row.name, n=row.classes.n, parts=", ".join(part_words(each) for each in row.classes.parts)
    )
    return f"{said}{note}."


def _table(rows: Sequence[ClassesRow]) -> ChartCells:
    heads = (_("Theme"), _("Rare, below 37.5"), _("Between"), _("Usual, from 62.5 on"), _("Spread"))
    return ChartCells(heads, tuple((row.name, *_cells(row), row.note) for row in rows))


def _cells(row: ClassesRow) -> tuple[str, str, str]:
    """A number in the column of its class; words where a number belongs to several columns."""
    if row.classes is None:
        return row.missing, "", ""
    cells = ["", "", ""]
    for part in row.classes.parts:
        cells[part.first] = str(part.people) if part.first == part.last else part_words(part)
    return cells[0], cells[1], cells[2]
