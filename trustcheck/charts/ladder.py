"""Scenario cards below each other, each with five rungs from closed to open and a mark where the usual answer is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trustcheck.charts.axis import LINE_HEIGHT, Axis, lines_needed
from trustcheck.charts.group_profile import mark
from trustcheck.charts.scene import ANY, ChartCells, Dot, Label, Line, Scene, Shape, Weight
from trustcheck.domain.checks.group_round import people, people_first
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.domain.questionnaire.scenarios import MOST_OPEN_RUNG, RUNGS, rung_names
from trustcheck.words import gettext as _

_SMALL = 0.9
_NARROW = 34.0
"""Below this width, in multiples of the size, what is said stands under the name and not behind the rungs."""


@dataclass(frozen=True, slots=True)
class LadderMark:
    """The usual answer of one view, or with no perspective what one person picked."""

    rung: int
    perspective: Perspective | None = None


@dataclass(frozen=True, slots=True)
class LadderRow:
    """One card; ``said`` stands behind it."""

    name: str
    marks: tuple[LadderMark, ...]
    said: str = ""


def ladder(rows: Sequence[LadderRow], width: float, *, size: float = 15.0, names: bool = True) -> Scene:
    """The rows in the given order on rungs that lie below each other. Sizes in points.

    Without ``names`` the rungs take the whole width: the card is named beside the chart.
    """
    frame = _Frame(width, size, names)
    top = 0.4 * size
    bottom = top + sum(map(frame.height, rows))
    shapes: list[Shape] = [Line(frame.at(rung), top, frame.at(rung), bottom, "line", 0.75) for rung in range(RUNGS)]
    for row in rows:
        height = frame.height(row)
        shapes += frame.row(row, top + height / 2)
        top += height
    shapes += frame.ends(bottom + 1.2 * size)
    return Scene(width, bottom + 1.7 * size, tuple(shapes), " ".join(map(ladder_sentence, rows)), _table(rows))


def ladder_sentence(row: LadderRow) -> str:
    """One row in words."""
    placed = ", ".join(map(_placed, row.marks))
    parts = "; ".join(each for each in (placed, row.said) if each)
    return _("{name}: {parts}.").format(name=row.name, parts=parts)


def _placed(each: LadderMark) -> str:
    what = _("{what} ({place} of {all})").format(what=rung_names()[each.rung], place=each.rung + 1, all=RUNGS)
    return what if each.perspective is None else f"{people(each.perspective)} {what}"


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """One thing that might happen next, and the views whose usual answer it is."""

    text: str
    views: tuple[Perspective, ...] = ()


def outcomes(rows: Sequence[OutcomeRow], width: float, *, size: float = 15.0) -> Scene:
    """All outcomes of one card below each other, each with the marks of those who usually expect it. In points."""
    left, y = 4.4 * size, 0.3 * size
    shapes: list[Shape] = []
    for row in rows:
        lines = lines_needed(row.text, width - left, size)
        height = (LINE_HEIGHT * lines + 0.8) * size
        y += height
        middle = y - height / 2
        for place, each in enumerate(row.views):
            shapes.append(mark(each, left - (1.1 + 1.5 * (len(row.views) - 1 - place)) * size, middle, 0.46 * size))
        ink = "ink" if row.views else "ink2"
        weight: Weight = "strong" if row.views else "regular"
        shapes.append(Label(left, middle + 0.34 * size, row.text, ink, size, "start", weight, width - left, ANY))
    cells = tuple((row.text, ", ".join(map(people, row.views))) for row in rows)
    said = " ".join(_("{who}: {what}").format(who=who, what=what) for what, who in cells if who)
    return Scene(
        width, y + 0.3 * size, tuple(shapes), said, ChartCells((_("What may happen"), _("Expected by")), cells)
    )


@dataclass(frozen=True, slots=True)
class _Frame:
    width: float
    size: float
    names: bool

    @property
    def under(self) -> bool:
        return self.width < _NARROW * self.size

    @property
    def name_width(self) -> float:
        if not self.names:
            return 0.0
        return min(17.0 * self.size, (0.45 if self.under else 0.36) * self.width)

    @property
    def said_width(self) -> float:
        return 0.0 if self.under or not self.names else min(12.0 * self.size, 0.24 * self.width)

    @property
    def axis(self) -> Axis:
        return Axis(self.name_width + 1.8 * self.size, self.width - self.said_width - 1.8 * self.size)

    def at(self, rung: int) -> float:
        return self.axis.at(100 * rung / MOST_OPEN_RUNG)

    def _lines(self, row: LadderRow) -> tuple[int, int]:
        beside = self.name_width if self.under else self.said_width
        said = lines_needed(row.said, beside, _SMALL * self.size) if row.said and self.names else 0
        return lines_needed(row.name, self.name_width, self.size) if self.names else 0, said

    def height(self, row: LadderRow) -> float:
        names, said = self._lines(row)
        if self.under:
            return max(2.1, LINE_HEIGHT * (names + _SMALL * said) + 0.9) * self.size
        return max(2.1, LINE_HEIGHT * names + 0.9, LINE_HEIGHT * _SMALL * said + 0.9) * self.size

    def row(self, row: LadderRow, y: float) -> Iterator[Shape]:
        yield Line(self.at(0), y, self.at(MOST_OPEN_RUNG), y, "line_strong", 1.0)
        if self.names:
            yield from self._words(row, y)
        yield from self._marks(row, y)

    def _marks(self, row: LadderRow, y: float) -> Iterator[Shape]:
        """Two that stand on one rung lie above each other."""
        rungs = [each.rung for each in row.marks]
        for each in row.marks:
            if each.perspective is None:
                yield Dot(self.at(each.rung), y, 0.46 * self.size, "now")
                continue
            step = 0.5 * self.size if rungs.count(each.rung) > 1 else 0.0
            up = -step if each.perspective is Perspective.LEADER else step
            yield mark(each.perspective, self.at(each.rung), y + up, 0.46 * self.size)

    def _words(self, row: LadderRow, y: float) -> Iterator[Shape]:
        size, small = self.size, _SMALL * self.size
        if not self.under:
            yield Label(0, y + 0.34 * size, row.name, "ink", size, "start", "medium", self.name_width, ANY)
            yield Label(self.width, y + 0.32 * size, row.said, "ink2", small, "end", "regular", self.said_width, ANY)
            return
        names, said = self._lines(row)
        deep = LINE_HEIGHT * (names + _SMALL * said) * size
        first = y - deep / 2 + LINE_HEIGHT * names * size / 2
        second = y + deep / 2 - LINE_HEIGHT * small * said / 2
        yield Label(0, first + 0.34 * size, row.name, "ink", size, "start", "medium", self.name_width, ANY)
        yield Label(0, second + 0.3 * size, row.said, "ink2", small, "start", "regular", self.name_width, ANY)

    def ends(self, y: float) -> Iterator[Shape]:
        small = _SMALL * self.size
        yield Label(self.at(0) - 0.5 * self.size, y, _("closed"), "ink3", small)
        yield Label(self.at(MOST_OPEN_RUNG) + 0.5 * self.size, y, _("open"), "ink3", small, "end")


def _table(rows: Sequence[LadderRow]) -> ChartCells:
    """A column for each view that has a mark anywhere, or one for what one person picked."""
    marked = {mark.perspective for row in rows for mark in row.marks}
    views = [each for each in (*Perspective, None) if each in marked]
    heads = [_("Expected") if each is None else people_first(each) for each in views]

    def cells(row: LadderRow) -> tuple[str, ...]:
        found = {mark.perspective: rung_names()[mark.rung] for mark in row.marks}
        return row.name, *(found.get(each, "") for each in views), row.said

    return ChartCells((_("Moment"), *heads, _("What is said")), tuple(map(cells, rows)))
