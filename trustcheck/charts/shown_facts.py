"""Two bars to a theme: how many of its facts were answered, and how many of those can be shown. Counts, no scores."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trustcheck.charts.axis import LINE_HEIGHT, lines_needed
from trustcheck.charts.scene import ANY, Box, ChartCells, Label, Scene, Shape
from trustcheck.words import gettext as _

_BAR = 0.42
"""Of the size, how high one bar is."""
_COLUMN = 7.4
"""Of the size, how wide a column of numbers is."""
_NARROW = 28.0
"""Below this width, in multiples of the size, a name stands over its bars instead of before them."""


@dataclass(frozen=True, slots=True)
class ShownRow:
    """One theme: of ``asked`` facts those that were ``answered`` yes, partly or no, and those that can be ``shown``."""

    name: str
    asked: int
    answered: int
    shown: int
    of_answers: bool = False
    """Questions and not facts."""


def shown_facts(rows: Sequence[ShownRow], width: float, *, size: float = 15.0) -> Scene | None:
    """The themes of which a fact was answered, in the given order; ``None`` where there is none. Sizes in points."""
    drawn = [row for row in rows if row.answered]
    if not drawn:
        return None
    over = width < _NARROW * size
    name_width = width if over else 0.34 * width
    left, right = (0.0 if over else name_width + 0.8 * size), width - 2 * _COLUMN * size
    shapes: list[Shape] = [*_heads(width, size)]
    top = 1.9 * size
    for row in drawn:
        deep = LINE_HEIGHT * lines_needed(row.name, name_width, size) * size
        height = deep + 2.0 * size if over else max(2.3 * size, deep + 0.8 * size)
        named = top + deep / 2 if over else top + height / 2
        shapes.append(Label(0, named + 0.34 * size, row.name, "ink", size, "start", "medium", name_width, ANY))
        shapes += _bars(row, left, right, top + deep + 0.9 * size if over else top + height / 2, size, width)
        top += height
    sentence = " ".join(shown_sentence(row) for row in drawn)
    return Scene(width, top + 0.2 * size, tuple(shapes), sentence, _table(drawn))


def _bars(row: ShownRow, left: float, right: float, middle: float, size: float, width: float) -> Iterator[Shape]:
    """The paler bar is what was answered, the full one what can be shown; behind both lies all that was asked."""
    high, gap = _BAR * size, 0.14 * size
    for number, ink, y in (
        (row.answered, "line_strong", middle - high - gap / 2),
        (row.shown, "accent", middle + gap / 2),
    ):
        yield Box(left, y, right - left, high, "sunk", 0.3 * high)
        if number:
            yield Box(left, y, (right - left) * number / row.asked, high, ink, 0.3 * high)
    for at, number in ((width - _COLUMN * size, row.answered), (width, row.shown)):
        yield Label(at, middle + 0.34 * size, str(number), "ink", size, "end", "strong")


def _heads(width: float, size: float) -> Iterator[Shape]:
    """The two number columns carry the inks of the bars."""
    for right, word, ink in (
        (width - _COLUMN * size, _("answered"), "line_strong"),
        (width, _("can be shown"), "accent"),
    ):
        letters = 0.5 * 0.88 * size * len(word)
        yield Box(right - letters - 1.25 * size, 0.62 * size, 0.8 * size, _BAR * size, ink, 0.12 * size)
        yield Label(right, 1.15 * size, word, "ink2", 0.88 * size, "end")


def shown_sentence(row: ShownRow) -> str:
    said = _("{name}: of {asked} facts {answered} answered, {shown} can be shown.")
    if row.of_answers:
        said = _("{name}: of {asked} questions {answered} answered, {shown} can be shown.")
    return said.format(name=row.name, asked=row.asked, answered=row.answered, shown=row.shown)


def _table(rows: Sequence[ShownRow]) -> ChartCells:
    cells = tuple((row.name, str(row.asked), str(row.answered), str(row.shown)) for row in rows)
    return ChartCells(
        (_("Theme"), _("Questions") if rows[0].of_answers else _("Facts"), _("Answered"), _("Can be shown")), cells
    )
