"""Two charts that only a report draws: a pillar's large numbers, and one line with its interval."""

from collections.abc import Iterator, Sequence

from trustcheck.charts.axis import LINE_HEIGHT, Axis, lines_needed
from trustcheck.charts.distribution import ClassesRow, classes_sentence, label_of, part_box
from trustcheck.charts.group_profile import (
    GroupRow,
    ViewMark,
    group_table,
    ink_of,
    interval_bar,
    mark,
    row_sentence,
    view_sentence,
)
from trustcheck.charts.scene import ANY, Box, ChartCells, Label, Line, Scene, Shape
from trustcheck.domain.checks.group_round import people
from trustcheck.domain.statistics.classes import Classes
from trustcheck.words import gettext as _


def big_numbers(name: str, marks: Sequence[ViewMark], bands: Sequence[str], width: float, size: float) -> Scene:
    """A large number for each view, and below them one line from 0 to 100 with a mark for each."""
    big, line = 2.7 * size, 4.4 * size
    axis = Axis(0.6 * size, width - 0.6 * size)
    shapes: list[Shape] = [Box(0, line - 0.17 * size, width, 0.34 * size, "line", round=0.17 * size)]
    column = width / max(len(marks), 1)
    for place, (each, band) in enumerate(zip(marks, bands, strict=True)):
        shapes += _number(each, band, place * column, column, big, size)
    for each in marks:
        shapes += interval_bar(axis, each, line, 0.8 * size)
    ends = [axis.at(each.mean) for each in marks if each.mean is not None]
    if len(ends) > 1:
        shapes.append(Line(min(ends), line, max(ends), line, "ink2", 1.2))
    shapes += [mark(each.perspective, axis.at(each.mean), line, 0.55 * size) for each in marks if each.mean is not None]
    said = "; ".join(view_sentence(each) for each in marks)
    rows = tuple(
        (people(each.perspective), each.missing or str(each.mean), band)
        for each, band in zip(marks, bands, strict=True)
    )
    table = ChartCells((_("View"), _("Score"), _("Band")), rows)
    return Scene(width, line + 0.8 * size, tuple(shapes), _("{name}: {views}.").format(name=name, views=said), table)


def _number(each: ViewMark, band: str, x: float, column: float, big: float, size: float) -> Iterator[Shape]:
    if each.mean is None:
        yield Label(x, 1.6 * size, people(each.perspective), ink_of(each.perspective), 0.9 * size, weight="strong")
        yield Label(x, 2.9 * size, each.missing, "ink2", 0.88 * size, width=column - size, lines=ANY)
        return
    number = str(each.mean)
    yield Label(x, 2.7 * size, number, "ink", big, weight="serif")
    beside = x + len(number) * 0.57 * big + 0.5 * size
    room = column - (beside - x) - 0.4 * size
    yield Label(beside, 1.65 * size, people(each.perspective), ink_of(each.perspective), 0.95 * size, weight="strong")
    yield Label(beside, 2.75 * size, band, "ink2", 0.9 * size, width=room, lines=ANY)


def one_line_of_marks(row: GroupRow, width: float, size: float) -> Scene:
    """A theme's marks on one short axis, a lane for each view, with its number at the right."""
    axis = Axis(0.5 * size, width - 2.6 * size)
    shapes: list[Shape] = []
    y = 0.9 * size
    for each in row.marks:
        if each.mean is None:
            shapes.append(Label(0, y + 0.33 * size, each.missing, "ink2", 0.95 * size, width=width, lines=ANY))
            y += (0.4 + LINE_HEIGHT * lines_needed(each.missing, width, 0.95 * size)) * size
            continue
        shapes.append(Line(axis.left, y, axis.right, y, "line", 1.6))
        shapes += interval_bar(axis, each, y, 0.7 * size)
        shapes.append(mark(each.perspective, axis.at(each.mean), y, 0.45 * size))
        number = str(each.mean)
        shapes.append(Label(width, y + 0.36 * size, number, ink_of(each.perspective), 1.1 * size, "end", "strong"))
        y += 1.5 * size
    return Scene(width, y - 0.4 * size, tuple(shapes), row_sentence(row), group_table((row,)))


def classes_bar(name: str, classes: Classes, width: float, size: float = 8.4) -> Scene:
    """Rare, between and usual as parts of one bar with the number of people in each: shades and numbers, never
    colour alone."""
    shapes: list[Shape] = []
    x = 0.0
    for part in classes.parts:
        wide = width * part.people / max(classes.n, 1)
        shapes.append(part_box(part, x, 0.15 * size, max(wide - 2.0, 1.0), 1.25 * size))
        said = label_of(part, wide - 2.0, size)
        shapes.append(Label(x + (wide - 2) / 2, 1.1 * size, said, "ink", size, "middle", "strong"))
        x += wide
    row = ClassesRow(name, classes)
    return Scene(width, 1.55 * size, tuple(shapes), classes_sentence(row), ChartCells((), ()))
