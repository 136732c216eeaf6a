"""One row of the profile as a scene of its own, so that a row can be pressed, and the axis below such rows."""

from trustcheck.charts.axis import MARKS, grid, numbers_below
from trustcheck.charts.profile import ProfileColumns, ProfileRow, profile_table, score_in_words
from trustcheck.charts.scene import ChartCells, Scene, Shape
from trustcheck.words import gettext as _


def profile_row(row: ProfileRow, width: float, *, size: float = 15.0, least: float = 0.0) -> Scene:
    """One theme on its axis, at least ``least`` high; rows below each other make one chart. Sizes in points."""
    frame = ProfileColumns(width, size, "under")
    height = max(least, frame.row_height(row))
    shapes: list[Shape] = [] if row.score is None else [*grid(frame.axis, 0, height)]
    shapes += frame.row(row, height / 2)
    sentence = score_in_words(row.name, row.score, row.margin, row.band) + "."
    return Scene(width, height, tuple(shapes), sentence, profile_table((row,)))


def profile_axis(width: float, *, size: float = 15.0) -> Scene:
    """The numbers below the last row, for rows that each carry their own words."""
    frame = ProfileColumns(width, size, "under")
    numbers = tuple(numbers_below(frame.axis, 1.05 * size, 0.9 * size))
    marks = ChartCells((_("Mark"),), tuple((str(mark),) for mark in MARKS))
    return Scene(width, 1.5 * size, numbers, _("The scale runs from 0 to 100."), marks)
