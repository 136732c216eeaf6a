"""The pillar's track and the profile of themes: one dot on an axis from 0 to 100, with its margin."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from trustcheck.charts.axis import LINE_HEIGHT, MARKS, Axis, ends, grid, lines_needed, margin_bar, numbers_below
from trustcheck.charts.scene import ANY, Box, ChartCells, Dot, Label, Line, Scene, Shape
from trustcheck.domain.statistics.points import whole
from trustcheck.words import gettext as _
from trustcheck.words.numbers import decimal

NotesPlace = Literal["under", "right"]


@dataclass(frozen=True, slots=True)
class ProfileRow:
    """One theme. ``note`` is a word or two ("start here"); ``band`` goes into the sentence and the table."""

    name: str
    score: float | None
    """Unrounded, 0 to 100; ``None`` where the answers are too few."""
    margin: float = 0.0
    note: str = ""
    band: str = ""
    target: float | None = None
    """What was aimed for; a dashed line."""


def profile(
    rows: Sequence[ProfileRow],
    width: float,
    *,
    size: float = 15.0,
    cuts: Sequence[float] = (),
    notes: NotesPlace = "under",
) -> Scene:
    """Themes on one axis, in the given order.

    ``width`` is the scene's, ``size`` the type's, both in points. ``cuts`` draws the band limits. ``notes`` says
    where a row's note stands: under its name, or behind its number.
    """
    frame = ProfileColumns(width, size, notes)
    shapes: list[Shape] = []
    top = 0.35 * size
    placed: list[tuple[ProfileRow, float, float]] = []
    for row in rows:
        height = frame.row_height(row)
        placed.append((row, top, top + height))
        top += height
    for missing, group in groupby(placed, lambda each: each[0].score is None):
        block = list(group)
        if not missing:
            shapes += grid(frame.axis, block[0][1], block[-1][2], cuts)
    for row, start, end in placed:
        shapes += frame.row(row, (start + end) / 2)
    shapes += numbers_below(frame.axis, top + 1.25 * size, 0.85 * size)
    return Scene(width, top + 1.7 * size, tuple(shapes), profile_sentence(rows), profile_table(rows))


@dataclass(frozen=True, slots=True)
class ProfileColumns:
    """The columns of a profile: name, axis, number, and the note behind it."""

    width: float
    size: float
    notes: NotesPlace

    @property
    def name_width(self) -> float:
        return min(12.5 * self.size, 0.39 * self.width)

    @property
    def note_width(self) -> float:
        return min(8.5 * self.size, 0.18 * self.width) if self.notes == "right" else 0.0

    @property
    def number_right(self) -> float:
        return self.width - self.note_width - (0.9 * self.size if self.note_width else 0.0)

    @property
    def axis(self) -> Axis:
        return Axis(self.name_width + 1.2 * self.size, self.number_right - 3.2 * self.size)

    def row_height(self, row: ProfileRow) -> float:
        lines = lines_needed(row.name, self.name_width, self.size)
        below = self._note_height(row)
        beside = (
            LINE_HEIGHT * self.size * lines_needed(row.note, self.note_width, 0.88 * self.size)
            if below == 0 and row.note
            else 0.0
        )
        return max(
            2.05 * self.size, lines * LINE_HEIGHT * self.size + below + 0.4 * self.size, beside + 0.6 * self.size
        )

    def _note_height(self, row: ProfileRow) -> float:
        """What the words below the name take."""
        if not row.note or self.notes != "under":
            return 0.0
        more = lines_needed(row.note, self.name_width, 0.88 * self.size) - 1
        return (1.05 + more * 0.88 * LINE_HEIGHT) * self.size

    def row(self, row: ProfileRow, middle: float) -> Iterator[Shape]:
        size, axis = self.size, self.axis
        yield from self._name(row, middle)
        if row.score is None:
            yield Dot(self.number_right - 0.45 * size, middle, 0.36 * size, "line_strong", ring=True)
            yield Label(axis.middle, middle + 0.33 * size, _("too few answers"), "ink2", 0.9 * size, "middle")
            return
        if row.target is not None:
            x, half = axis.at(row.target), 0.8 * size
            yield Line(x, middle - half, x, middle + half, "accent", 1.6, dashed=True)
        yield from margin_bar(axis, row.score, row.margin, middle, 0.85 * size)
        yield Dot(axis.at(row.score), middle, 0.47 * size, "now")
        number = str(whole(row.score))
        yield Label(self.number_right, middle + 0.36 * size, number, "ink", 1.05 * size, "end", "strong")

    def _name(self, row: ProfileRow, middle: float) -> Iterator[Shape]:
        size = self.size
        below = self._note_height(row)
        centre = middle - 0.5 * below
        yield Label(0, centre + 0.34 * size, row.name, "ink", size, "start", "medium", self.name_width, ANY)
        if below:
            lines = lines_needed(row.name, self.name_width, size)
            y = centre + lines * LINE_HEIGHT * size / 2 + 0.5 * below + 0.3 * size
            yield Label(0, y, row.note, "accent", 0.88 * size, width=self.name_width, lines=ANY)
        elif row.note:
            x = self.width - self.note_width
            yield Label(x, middle + 0.3 * size, row.note, "ink2", 0.88 * size, width=self.note_width, lines=ANY)


def profile_sentence(rows: Sequence[ProfileRow]) -> str:
    """Every row in words, with its margin."""
    said = [_("Scores on a scale from 0 to 100.")]
    for row in rows:
        note = f", {row.note}" if row.note else ""
        said.append(f"{score_in_words(row.name, row.score, row.margin, row.band)}{note}.{_aimed(row)}")
    return " ".join(said)


def profile_table(rows: Sequence[ProfileRow]) -> ChartCells:
    columns = (_("Theme"), _("Score"), _("Margin"), _("Band"), _("Note"))
    cells = [(row.name, *_cells(row.score, row.margin, row.band), row.note) for row in rows]
    if all(row.target is None for row in rows):
        return ChartCells(columns, tuple(cells))
    aims = ("" if row.target is None else decimal(row.target) for row in rows)
    return ChartCells((*columns, _("Target")), tuple((*each, aim) for each, aim in zip(cells, aims, strict=True)))


def _aimed(row: ProfileRow) -> str:
    return "" if row.target is None else _(" Target: {target}.").format(target=decimal(row.target))


def _cells(score: float | None, margin: float, band: str) -> tuple[str, str, str]:
    if score is None:
        return _("too few answers"), "", ""
    low, high = ends(score, margin)
    return str(whole(score)), _("{low} to {high}").format(low=low, high=high) if margin else "", band


def score_in_words(name: str, score: float | None, margin: float, band: str) -> str:
    """A score with its name, its band and its margin, without a full stop: the one form in which it is ever told."""
    if score is None:
        return _("{name}: too few answers for a number").format(name=name)
    words = _("{name}: {score} of 100").format(name=name, score=whole(score)) + (f", {band}" if band else "")
    return words + (_(", give or take {margin}").format(margin=whole(margin)) if margin else "")


def pillar_track(row: ProfileRow, width: float, *, size: float = 15.0, asks: bool = False) -> Scene:
    """One number large, and a track from 0 to 100 with the margin. The name is in the words, not drawn.

    ``asks`` draws dots below the number: it can be asked how it was worked out.
    """
    score, margin, band = row.score, row.margin, row.band
    big, track_y = 3.1 * size, 3.9 * size
    axis = Axis(0.6 * size, width - 0.6 * size)
    shapes: list[Shape] = [
        Box(0, track_y - 0.17 * size, width, 0.34 * size, "line", round=0.17 * size),
    ]
    if score is None:
        shapes.append(Dot(0.7 * size, 2.3 * size, 0.42 * size, "line_strong", ring=True))
        shapes.append(Label(1.7 * size, 2.65 * size, _("too few answers"), "ink2", size))
    else:
        number = str(whole(score))
        shapes += margin_bar(axis, score, margin, track_y, 0.85 * size)
        shapes.append(Line(0.17 * size, track_y, axis.at(score), track_y, "now", 0.34 * size))
        shapes.append(Dot(axis.at(score), track_y, 0.6 * size, "now"))
        shapes.append(Label(0, 2.6 * size, number, "ink", big, weight="serif"))
        if asks:
            end = 0.53 * len(number) * big
            shapes.append(Line(0, 2.95 * size, end, 2.95 * size, "ink3", 1.0, dashed=True))
        shapes.append(Label(len(number) * 0.57 * big + 0.6 * size, 2.6 * size, _("of 100"), "ink2", 0.88 * size))
        shapes.append(Label(width, 2.6 * size, band, "ink2", 0.95 * size, "end", "strong"))
    table = ChartCells((_("Pillar"), _("Score"), _("Margin"), _("Band")), ((row.name, *_cells(score, margin, band)),))
    return Scene(width, 4.65 * size, tuple(shapes), score_in_words(row.name, score, margin, band) + ".", table)


# One row of the profile as a scene of its own, so that a row can be pressed, and the axis below such rows.


def profile_row(row: ProfileRow, width: float, *, size: float = 15.0, least: float = 0.0) -> Scene:
    """One theme on its axis, at least ``least`` high; rows below each other make one chart. Sizes in points."""
    frame = ProfileColumns(width, size, "under")
    height = max(least, frame.row_height(row))
    shapes: list[Shape] = [] if row.score is None else [*grid(frame.axis, 0, height)]
    shapes += frame.row(row, height / 2)
    sentence = score_in_words(row.name, row.score, row.margin, row.band) + "." + _aimed(row)
    return Scene(width, height, tuple(shapes), sentence, profile_table((row,)))


def profile_axis(width: float, *, size: float = 15.0) -> Scene:
    """The numbers below the last row, for rows that each carry their own words."""
    frame = ProfileColumns(width, size, "under")
    numbers = tuple(numbers_below(frame.axis, 1.05 * size, 0.9 * size))
    marks = ChartCells((_("Mark"),), tuple((str(mark),) for mark in MARKS))
    return Scene(width, 1.5 * size, numbers, _("The scale runs from 0 to 100."), marks)
