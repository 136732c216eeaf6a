"""Saying beside doing: what the answers say of a pillar (a dot) and what its facts show (a hollow square)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trustcheck.charts.axis import LINE_HEIGHT, Axis, grid, lines_needed, margin_bar, numbers_below
from trustcheck.charts.group_profile import mark
from trustcheck.charts.scene import ANY, ChartCells, Dot, Label, Line, Scene, Shape, Square
from trustcheck.domain.checks.group_round import people, people_first
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.domain.statistics.points import ABOUT_THE_SAME, whole
from trustcheck.words import gettext as _

_NARROW = 26.0
"""Below this width, in multiples of the size, a name stands over its row instead of before it."""


@dataclass(frozen=True, slots=True)
class SayDoRow:
    """One pillar: ``belief`` from the answers with its ``margin``, ``index`` from the facts, which have none.

    ``perspective`` is whose answers they are in a group's check; ``None`` where they are one person's own.
    """

    name: str
    belief: float | None
    index: float | None
    margin: float = 0.0
    known: int = 0
    asked: int = 0
    perspective: Perspective | None = None


def say_do(rows: Sequence[SayDoRow], width: float, *, size: float = 15.0) -> Scene | None:
    """The rows that have an index, on one axis; ``None`` where no row has one. Sizes in points."""
    drawn = [row for row in rows if row.index is not None]
    if not drawn:
        return None
    over = width < _NARROW * size
    name_width = width if over else min(12.5 * size, 0.32 * width)
    axis = Axis(0.6 * size if over else name_width + 1.2 * size, width - 9.4 * size)
    top = 2.0 * size
    names = [LINE_HEIGHT * lines_needed(row.name, name_width, size) * size for row in drawn]
    heights = [deep + 2.4 * size if over else max(2.4 * size, 1.2 * size + deep) for deep in names]
    bottom = top + sum(heights)
    shapes: list[Shape] = [*grid(axis, top, bottom), *_heads(width, size, drawn[0].perspective)]
    for row, deep, height in zip(drawn, names, heights, strict=True):
        named, middle = (top + 0.5 * deep + 0.4 * size if over else top + height / 2), top + height / 2
        if over:
            middle = top + deep + 1.4 * size
        shapes.append(Label(0, named + 0.34 * size, row.name, "ink", size, "start", "medium", name_width, ANY))
        shapes += _marks(row, axis, middle, width, size)
        top += height
    shapes += numbers_below(axis, bottom + 1.25 * size, 0.85 * size)
    sentence = " ".join(say_do_sentence(row) for row in drawn)
    return Scene(width, bottom + 1.7 * size, tuple(shapes), sentence, _table(drawn))


def _heads(width: float, size: float, whose: Perspective | None) -> Iterator[Shape]:
    """The two number columns carry the marks of the legend."""
    for right, word, said in (
        (width - 4.4 * size, people(whose) if whose else _("answers"), True),
        (width, _("facts"), False),
    ):
        letters = 0.53 * 0.88 * size * len(word)
        if said:
            yield _belief(whose, right - letters - 0.75 * size, 0.85 * size, 0.4 * size)
        else:
            yield Square(right - letters - 0.75 * size, 0.85 * size, 0.38 * size, "ink", ring=True)
        yield Label(right, 1.15 * size, word, "ink2", 0.88 * size, "end")


def _marks(row: SayDoRow, axis: Axis, middle: float, width: float, size: float) -> Iterator[Shape]:
    index = row.index or 0.0
    if row.belief is not None:
        yield from margin_bar(axis, row.belief, row.margin, middle, 0.85 * size)
        yield Line(axis.at(row.belief), middle, axis.at(index), middle, "ink2", 1.2)
    yield Square(axis.at(index), middle, 0.44 * size, "ink", ring=True)
    if row.belief is not None:
        yield _belief(row.perspective, axis.at(row.belief), middle, 0.47 * size)
    said = _("none") if row.belief is None else str(whole(row.belief))
    for right, words in ((width - 4.4 * size, said), (width, str(whole(index)))):
        yield Label(right, middle + 0.36 * size, words, "ink", 1.05 * size, "end", "strong")


def _belief(whose: Perspective | None, x: float, y: float, radius: float) -> Shape:
    """The mark of what is said: one person's own, or that of the view whose answers they are."""
    return Dot(x, y, radius, "now") if whose is None else mark(whose, x, y, radius)


def say_do_sentence(row: SayDoRow) -> str:
    """What stands beside what, in words; differences under five points are about the same."""
    if row.index is None:
        return _("{name}: {known} of {asked} facts are known, too few for a number.").format(
            name=row.name, known=row.known, asked=row.asked
        )
    if row.belief is None:
        return _("{name}: facts {index} of 100, too few answers.").format(name=row.name, index=whole(row.index))
    words = _("{name}: {whose} {belief}, facts {index} of 100").format(
        name=row.name,
        whose=people(row.perspective) if row.perspective else _("answers"),
        belief=whole(row.belief),
        index=whole(row.index),
    )
    apart = abs(row.belief - row.index)
    if apart < ABOUT_THE_SAME:
        return _("{words}, about the same.").format(words=words)
    return _("{words}, {points} points apart.").format(words=words, points=abs(whole(row.belief) - whole(row.index)))


def _table(rows: Sequence[SayDoRow]) -> ChartCells:
    cells = tuple(
        (
            row.name,
            _("too few answers") if row.belief is None else str(whole(row.belief)),
            "" if row.index is None else str(whole(row.index)),
            _("{known} of {asked}").format(known=row.known, asked=row.asked),
        )
        for row in rows
    )
    whose = rows[0].perspective
    return ChartCells(
        (_("Pillar"), people_first(whose) if whose else _("Answers"), _("Facts"), _("Facts known")), cells
    )
