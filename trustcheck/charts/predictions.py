"""Three marks on one line, a theme to a row: what leaders believe, what they expected of staff, what staff say."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from trustcheck.charts.axis import LINE_HEIGHT, Axis, lines_needed, rows_on_axis
from trustcheck.charts.dumbbell import apart_in_words
from trustcheck.charts.group_profile import ink_of, mark
from trustcheck.charts.scene import ANY, ChartCells, Label, Line, Scene, Shape, Square, Weight
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.words import gettext as _

_SMALL = 0.9


@dataclass(frozen=True, slots=True)
class PredictionRow:
    """One theme in whole points, or ``missing``, the words why it is not shown."""

    name: str
    belief: int | None = None
    """What leaders say themselves."""
    guess: int = 0
    staff: int = 0
    apart: int = 0
    """Guess and staff, rounded on its own."""
    kind: str = ""
    """The class of the difference in words."""
    strong: bool = False
    missing: str = ""


def guess_mark(x: float, y: float, radius: float) -> Square:
    """Hollow: it is no answer about the place, only one about answers."""
    return Square(x, y, radius, ink_of(Perspective.LEADER), ring=True)


def predictions(rows: Sequence[PredictionRow], width: float, *, size: float = 15.0) -> Scene:
    """The rows in the given order on one axis. Sizes in points."""
    frame = _Frame(width, size)
    drawn = [(frame.height(row), partial(frame.row, row)) for row in rows]
    shapes, height = rows_on_axis(frame.axis, drawn, size)
    return Scene(width, height, shapes, " ".join(map(prediction_sentence, rows)), _table(rows))


def prediction_key(width: float, size: float = 15.0) -> Scene:
    """Which mark is which, flush right."""
    words = (_("leaders believe"), _("leaders expected of staff"), _("staff say"))
    shapes: list[Shape] = []
    x = width
    for at, word in reversed(list(enumerate(words))):
        x -= 0.5 * size * len(word)
        shapes.append(Label(x, 1.5 * size, word, "ink2", size))
        x -= 0.9 * size
        leads = mark(Perspective.LEADER, x, 1.16 * size, 0.42 * size)
        own = (leads, guess_mark(x, 1.16 * size, 0.36 * size), mark(Perspective.STAFF, x, 1.16 * size, 0.42 * size))
        shapes.append(own[at])
        x -= 1.3 * size
    said = _("A diamond is what leaders believe, a hollow square what they expected of staff, a circle what staff say.")
    return Scene(width, 2.0 * size, tuple(shapes), said, ChartCells((_("Mark"),), tuple((each,) for each in words)))


@dataclass(frozen=True, slots=True)
class _Frame:
    width: float
    size: float

    @property
    def name_width(self) -> float:
        return min(13.0 * self.size, 0.27 * self.width)

    @property
    def said_width(self) -> float:
        return min(11.5 * self.size, 0.27 * self.width)

    @property
    def axis(self) -> Axis:
        return Axis(self.name_width + 1.4 * self.size, self.width - self.said_width - 1.4 * self.size)

    def height(self, row: PredictionRow) -> float:
        names = lines_needed(row.name, self.name_width, self.size)
        said = LINE_HEIGHT * _SMALL * (1 + lines_needed(row.kind, self.said_width, _SMALL * self.size))
        missing = lines_needed(row.missing, self.width - self.axis.left, _SMALL * self.size)
        lines = LINE_HEIGHT * missing + 0.7 if row.missing else said + 0.4
        return max(2.6, LINE_HEIGHT * names + 0.7, lines) * self.size

    def row(self, row: PredictionRow, y: float) -> Iterator[Shape]:
        size, axis = self.size, self.axis
        weight: Weight = "strong" if row.strong else "medium"
        yield Label(0, y + 0.34 * size, row.name, "ink", size, "start", weight, self.name_width, ANY)
        if row.missing:
            room = self.width - axis.left
            yield Label(axis.left, y + 0.32 * size, row.missing, "ink2", _SMALL * size, width=room, lines=ANY)
            return
        ink, thick = ("ink", 2.6) if row.strong else ("line_strong", 1.2)
        yield Line(axis.at(row.guess), y, axis.at(row.staff), y, ink, thick)
        lanes = self._lanes(row)
        if row.belief is not None:
            yield mark(Perspective.LEADER, axis.at(row.belief), y + lanes[0], 0.42 * size)
        yield guess_mark(axis.at(row.guess), y + lanes[1], 0.36 * size)
        yield mark(Perspective.STAFF, axis.at(row.staff), y + lanes[2], 0.42 * size)
        yield from self._said(row, y)

    def _lanes(self, row: PredictionRow) -> tuple[float, float, float]:
        """Marks that would hide each other step apart: belief up, staff down."""
        places = [self.axis.at(each) for each in (row.belief, row.guess, row.staff) if each is not None]
        near = min((abs(one - other) for at, one in enumerate(places) for other in places[:at]), default=self.width)
        step = 0.62 * self.size if near < 0.95 * self.size else 0.0
        return -step, 0.0, step

    def _said(self, row: PredictionRow, y: float) -> Iterator[Shape]:
        size, x = self.size, self.width
        weight: Weight = "strong" if row.strong else "regular"
        ink = "ink" if row.strong else "ink2"
        yield Label(x, y - 0.2 * size, apart_in_words(row.apart), ink, 0.95 * size, "end", weight)
        lines = lines_needed(row.kind, self.said_width, _SMALL * size)
        below = y + 0.9 * size + (lines - 1) * 0.5 * LINE_HEIGHT * _SMALL * size
        yield Label(x, below, row.kind, "ink2", _SMALL * size, "end", "regular", self.said_width, ANY)


def prediction_sentence(row: PredictionRow) -> str:
    if row.missing:
        return _("{name}: {why}.").format(name=row.name, why=row.missing)
    believe = _("leaders believe {points}, ").format(points=row.belief) if row.belief is not None else ""
    said = _("{name}: {believe}they expected staff to say {guess}, staff say {staff}, {apart}, {kind}.")
    far = apart_in_words(row.apart)
    return said.format(name=row.name, believe=believe, guess=row.guess, staff=row.staff, apart=far, kind=row.kind)


def _table(rows: Sequence[PredictionRow]) -> ChartCells:
    heads = (_("Theme"), _("Leaders believe"), _("Leaders expected of staff"), _("Staff say"), _("Difference"))
    return ChartCells(heads, tuple((row.name, *_cells(row)) for row in rows))


def _cells(row: PredictionRow) -> tuple[str, str, str, str]:
    if row.missing:
        return row.missing, "", "", ""
    belief = "" if row.belief is None else str(row.belief)
    return belief, str(row.guess), str(row.staff), f"{apart_in_words(row.apart)}, {row.kind}"
