"""Then and now on one line, a score to a row: a hollow mark for then, a filled one for now."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from trustcheck.charts.axis import LINE_HEIGHT, Axis, lines_needed, rows_on_axis
from trustcheck.charts.scene import ANY, ChartCells, Dot, Label, Line, Scene, Shape, Weight
from trustcheck.words import gettext as _
from trustcheck.words.days import day, month

_SMALL = 0.9
_ROW, _TIGHT = 2.2, 1.75
"""The lowest row, in multiples of the size."""
_NARROW = 30.0
"""Below this width, in multiples of the size, what is said stands under the name and not behind the line."""


@dataclass(frozen=True, slots=True)
class ThenNowRow:
    """One score in whole points, or ``None`` with the words why; ``said`` stands behind it."""

    name: str
    then: int | None
    now: int | None
    said: str = ""
    strong: bool = False
    """Drawn bold: a change, and not what chance may have moved."""
    between: str = ""
    """The interval of the difference; stands in the table and in what is read out."""


def then_now(rows: Sequence[ThenNowRow], width: float, *, size: float = 15.0, tight: bool = False) -> Scene:
    """The rows in the given order on one axis, closer to each other where it is ``tight``. Sizes in points."""
    frame = _Frame(width, size, _TIGHT if tight else _ROW)
    drawn = [(frame.height(row), partial(frame.row, row)) for row in rows]
    shapes, height = rows_on_axis(frame.axis, drawn, size)
    return Scene(width, height, shapes, " ".join(map(then_now_sentence, rows)), _table(rows))


def then_now_key(then: date, now: date, width: float, size: float) -> Scene:
    """Which mark is which check, flush right."""
    shapes: list[Shape] = []
    words = months_apart(then, now)
    x = width
    for word, is_then in zip(reversed(words), (False, True), strict=True):
        x -= 0.53 * size * len(word)
        shapes.append(Label(x, 1.5 * size, word, "ink2", size))
        x -= 0.9 * size
        shapes.append(Dot(x, 1.16 * size, 0.42 * size, "last" if is_then else "now", ring=is_then))
        x -= 1.3 * size
    said = _("{then} is a ring, {now} a dot.").format(then=words[0], now=words[1])
    return Scene(width, 2 * size, tuple(shapes), said, ChartCells((), ()))


def months_apart(then: date, now: date) -> tuple[str, str]:
    """Months, or days where both checks were closed within one."""
    said = month(then), month(now)
    return said if said[0] != said[1] else (day(then), day(now))


def then_now_sentence(row: ThenNowRow) -> str:
    if row.then is None or row.now is None:
        return _("{name}: {said}.").format(name=row.name, said=row.said)
    said = _("{name}: {then} then, {now} now, {said}.")
    if row.between:
        said = _("{name}: {then} then, {now} now, {said}, the difference {between}.")
    return said.format(name=row.name, then=row.then, now=row.now, said=row.said, between=row.between)


@dataclass(frozen=True, slots=True)
class _Frame:
    width: float
    size: float
    lowest: float

    @property
    def under(self) -> bool:
        return self.width < _NARROW * self.size

    @property
    def name_width(self) -> float:
        return min(13.0 * self.size, (0.4 if self.under else 0.27) * self.width)

    @property
    def said_width(self) -> float:
        return 0.0 if self.under else min(11.5 * self.size, 0.27 * self.width)

    @property
    def axis(self) -> Axis:
        right = self.width - (0.0 if self.under else self.said_width + 0.6 * self.size) - 3.0 * self.size
        return Axis(self.name_width + 2.6 * self.size, right)

    def height(self, row: ThenNowRow) -> float:
        names = lines_needed(row.name, self.name_width, self.size)
        said = lines_needed(row.said, self.name_width if self.under else self.said_width, _SMALL * self.size)
        if self.under:
            return max(self.lowest, LINE_HEIGHT * (names + _SMALL * said) + 0.8) * self.size
        beside = self.lowest - LINE_HEIGHT
        lines = max(names, _SMALL * said)
        return max(self.lowest, LINE_HEIGHT * lines + min(beside, 0.7)) * self.size

    def row(self, row: ThenNowRow, y: float) -> Iterator[Shape]:
        size = self.size
        yield from self._words(row, y)
        if row.then is None or row.now is None:
            return
        then, now = self.axis.at(row.then), self.axis.at(row.now)
        yield Line(then, y, now, y, "now" if row.strong else "line_strong", 2.6 if row.strong else 1.2)
        yield Dot(then, y, 0.4 * size, "last", ring=True)
        yield Dot(now, y, 0.46 * size, "now")
        yield from self._numbers(row.then, row.now, y)

    def _words(self, row: ThenNowRow, y: float) -> Iterator[Shape]:
        size = self.size
        weight: Weight = "strong" if row.strong else "regular"
        ink = "ink" if row.strong else "ink2"
        if not self.under:
            yield Label(0, y + 0.34 * size, row.name, "ink", size, "start", "medium", self.name_width, ANY)
            yield Label(self.width, y + 0.32 * size, row.said, ink, _SMALL * size, "end", weight, self.said_width, ANY)
            return
        names = lines_needed(row.name, self.name_width, size)
        said = lines_needed(row.said, self.name_width, _SMALL * size)
        deep = LINE_HEIGHT * (names + _SMALL * said) * size
        first = y - deep / 2 + LINE_HEIGHT * names * size / 2
        second = y + deep / 2 - LINE_HEIGHT * _SMALL * said * size / 2
        yield Label(0, first + 0.34 * size, row.name, "ink", size, "start", "medium", self.name_width, ANY)
        yield Label(0, second + 0.3 * size, row.said, ink, _SMALL * size, "start", weight, self.name_width, ANY)

    def _numbers(self, then: int, now: int, y: float) -> Iterator[Shape]:
        """The old number quiet, the new one bold, on the outer sides; one number where both are the same."""
        size, beside = self.size, 0.85 * self.size
        right = now >= then
        where = self.axis.at(now) + (beside if right else -beside)
        yield Label(where, y + 0.34 * size, str(now), "ink", size, "start" if right else "end", "strong")
        if then != now:
            where = self.axis.at(then) - (beside if right else -beside)
            yield Label(where, y + 0.33 * size, str(then), "ink2", 0.95 * size, "end" if right else "start")


def _table(rows: Sequence[ThenNowRow]) -> ChartCells:
    with_interval = any(row.between for row in rows)

    def cells(row: ThenNowRow) -> tuple[str, ...]:
        numbers = ("", "") if row.then is None or row.now is None else (str(row.then), str(row.now))
        return (row.name, *numbers, row.said, *((row.between,) if with_interval else ()))

    heads = (_("What"), _("Then"), _("Now"), _("What changed"), *((_("Difference"),) if with_interval else ()))
    return ChartCells(heads, tuple(map(cells, rows)))
