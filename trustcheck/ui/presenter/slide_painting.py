"""Paints one slide into whatever size there is, legible from the back of the room.

A slide is laid out on a sheet 800 high and as wide as the wall is beside that; the smallest text is a 33rd of the
height. What is too long for it makes all of it smaller, and nothing is ever cut.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFontMetricsF, QPainter

from trustcheck.app.workshop.slide import LineRole, Slide
from trustcheck.charts.group_profile import mark
from trustcheck.charts.scene import ChartCells, Scene, Weight
from trustcheck.domain.checks.group_round import people
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.ui.kit.charts import paint_scene, wrapped
from trustcheck.ui.kit.look import Look

HEIGHT = 800.0
SMALLEST = float(ceil(HEIGHT / 33))
"""The smallest text, from which on it is legible from the back of the room; whole, as sizes of type are."""
_SIDE, _TOP, _FOOT = 72.0, 66.0, 92.0
_CHART = 1.2 * SMALLEST
"""The type of a chart: the smallest in it is 0.85 of this."""
_KEY = 260.0
"""What the key to the marks takes."""
_LINE = 1.28
_STEPS = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.42, 0.35, 0.28, 0.22)
"""Scales that are tried until everything has room."""


@dataclass(frozen=True, slots=True)
class OnWall:
    """One slide as it is to be seen."""

    slide: Slide
    told: bool
    """Whether what the result says is uncovered."""
    decided: Sequence[str] = ()
    """What was decided so far, on the slide that asks for it."""
    place: str = ""
    """ "5 of 12"."""
    clock: str = ""

    def words(self) -> str:
        """Everything that stands there, for whoever hears it."""
        lines = [self.slide.name, self.slide.asked, *self.slide.lines, *self.decided]
        if not self.told:
            lines += self.slide.choices
        else:
            chart = self.slide.draw(HEIGHT, _CHART) if self.slide.draw is not None else None
            lines += [*self.slide.told, chart.sentence if chart is not None else "", self.slide.ask]
        return " ".join(each for each in lines if each)


@dataclass(frozen=True, slots=True)
class _Words:
    text: str
    weight: Weight
    size: float
    ink: str
    before: float
    """Space above it, in the sheet's units at full size."""
    beside: float = 0.0
    """Room that something else takes at the right."""


def paint_slide(painter: QPainter, on_wall: OnWall, look: Look, size: QSizeF) -> None:
    """Fill ``size`` with the slide. The painter stands at its top left corner."""
    painter.save()
    painter.fillRect(QRectF(QPointF(0, 0), size), look.ink("canvas"))
    unit = size.height() / HEIGHT
    painter.scale(unit, unit)
    sheet = _Sheet(painter, look, size.width() / unit)
    sheet.frame(on_wall)
    sheet.fill(on_wall)
    painter.restore()


class _Sheet:
    def __init__(self, painter: QPainter, look: Look, width: float) -> None:
        self._painter, self._look, self._width = painter, look, width
        self._room = width - 2 * _SIDE

    def frame(self, on_wall: OnWall) -> None:
        """What stands at the same place on every slide."""
        foot = HEIGHT - _FOOT + 30
        clock = wrapped(on_wall.clock, self._look.chart_font("regular", SMALLEST), 0.7 * self._room, 1)
        self._text(on_wall.place, "strong", SMALLEST, "ink2", _SIDE, foot + 30)
        for line in clock:
            across = QFontMetricsF(self._look.chart_font("regular", SMALLEST)).horizontalAdvance(line)
            self._text(line, "regular", SMALLEST, "ink2", self._width - _SIDE - across, foot + 30)
        self._painter.fillRect(QRectF(_SIDE, foot - 8, self._room, 1.2), self._look.ink("line"))

    def key(self, marks: Sequence[Perspective]) -> None:
        """Whose each mark is, at the top right."""
        right = self._width - _SIDE
        for each in reversed(marks):
            words = people(each)
            right -= QFontMetricsF(self._look.chart_font("regular", SMALLEST)).horizontalAdvance(words)
            self._text(words, "regular", SMALLEST, "ink2", right, _TOP)
            right -= 0.8 * SMALLEST
            shape = mark(each, right, _TOP - 0.33 * SMALLEST, 0.4 * SMALLEST)
            paint_scene(self._painter, Scene(self._width, HEIGHT, (shape,), "", ChartCells((), ())), self._look)
            right -= 1.4 * SMALLEST

    def fill(self, on_wall: OnWall) -> None:
        slide = on_wall.slide
        if on_wall.told:
            self.key(slide.marks)
        room = HEIGHT - _TOP - _FOOT
        for scale in _STEPS:
            above, below = list(_above(on_wall)), list(_below(on_wall))
            chart = slide.draw(self._room, _CHART * scale) if on_wall.told and slide.draw is not None else None
            chart_room = chart.height + 34 * scale if chart is not None else 0.0
            if self._height(above, scale) + chart_room + self._height(below, scale) <= room or scale == _STEPS[-1]:
                break
        y = self._paint(above, scale, _TOP)
        if chart is not None:
            y = self._chart(chart, y + 34 * scale)
        self._paint(below, scale, max(y, HEIGHT - _FOOT - self._height(below, scale)))

    def _lines(self, words: _Words, scale: float) -> list[str]:
        return wrapped(
            words.text, self._look.chart_font(words.weight, words.size * scale), self._room - words.beside, 0
        )

    def _height(self, blocks: Sequence[_Words], scale: float) -> float:
        return sum(each.before * scale + _LINE * each.size * scale * len(self._lines(each, scale)) for each in blocks)

    def _paint(self, blocks: Sequence[_Words], scale: float, y: float) -> float:
        """Paint the blocks below each other; returns where the last one ends."""
        for each in blocks:
            y += each.before * scale
            size = each.size * scale
            for line in self._lines(each, scale):
                self._text(line, each.weight, size, each.ink, _SIDE, y + size)
                y += _LINE * size
        return y

    def _chart(self, chart: Scene, y: float) -> float:
        self._painter.save()
        self._painter.translate(_SIDE, y)
        paint_scene(self._painter, chart, self._look)
        self._painter.restore()
        return y + chart.height

    def _text(self, text: str, weight: Weight, size: float, ink: str, x: float, baseline: float) -> None:
        self._painter.setFont(self._look.chart_font(weight, size))
        self._painter.setPen(self._look.ink(ink))
        self._painter.drawText(QPointF(x, baseline), text)


_STYLES: dict[LineRole, tuple[Weight, float, str, float]] = {
    LineRole.NAME: ("strong", SMALLEST, "accent", -SMALLEST),
    LineRole.QUESTION: ("serif", 46, "ink", 18),
    LineRole.RECALLED: ("regular", 27, "ink2", 14),
    LineRole.FINDING: ("serif", 40, "ink", 18),
    LineRole.TOLD: ("regular", 27, "ink", 14),
    LineRole.LINE: ("regular", 30, "ink", 26),
    LineRole.DECIDED: ("medium", 30, "ink", 22),
}
"""Weight, size, ink and the space above of each line."""


def _above(on_wall: OnWall) -> Iterator[_Words]:
    slide = on_wall.slide
    for line in slide.above_chart(told=on_wall.told, decided=on_wall.decided):
        beside = _KEY if line.role is LineRole.NAME and on_wall.told and slide.marks else 0.0
        yield _Words(line.text, *_STYLES[line.role], beside)


def _below(on_wall: OnWall) -> Iterator[_Words]:
    """A question for the room, at the foot of what it asks about."""
    if on_wall.told and on_wall.slide.ask:
        yield _Words(on_wall.slide.ask, "serif", 27, "ink2", 24)
