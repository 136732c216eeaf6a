"""A chart that is drawn anew for the width it gets, so that it fills its card and its names find room."""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import lru_cache
from unicodedata import combining

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from trustcheck.app.presenting.check_reading import CheckReading
from trustcheck.charts.axis import LINE_HEIGHT
from trustcheck.charts.scene import Box, ChartCells, Diamond, Dot, Label, Line, Scene, Shape, Square, Tick
from trustcheck.charts.two_dots import LineMark, mark_shape
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.ui.kit.layout import FlowLayout, ReadingPainter, empty, upright
from trustcheck.ui.kit.look import Look
from trustcheck.ui.kit.text import LineText

# Paints the shapes of a scene with a QPainter. The report has the other painter; a test holds both together.


_ELLIPSIS = "\u2026"


def paint_scene(painter: QPainter, scene: Scene, look: Look) -> None:
    """Paint every shape in the scene's own units; the caller has set the scale."""
    for shape in scene.shapes:
        painter.save()
        _paint(painter, shape, look)
        painter.restore()


def _paint(painter: QPainter, shape: Shape, look: Look) -> None:
    match shape:
        case Line():
            _line(painter, shape, look)
        case Dot():
            _ringed(painter, look, shape.ink, shape.radius, ring=shape.ring)
            painter.drawEllipse(QPointF(shape.x, shape.y), *(2 * (_inner(shape.radius, ring=shape.ring),)))
        case Square():
            _ringed(painter, look, shape.ink, shape.radius, ring=shape.ring)
            side = _inner(shape.radius, ring=shape.ring)
            painter.drawRoundedRect(QRectF(shape.x - side, shape.y - side, 2 * side, 2 * side), 1.5, 1.5)
        case Diamond():
            _ringed(painter, look, shape.ink, shape.radius, ring=shape.ring)
            points, reach = ((0, -1), (1, 0), (0, 1), (-1, 0)), _inner(shape.radius, ring=shape.ring)
            painter.drawPolygon(QPolygonF([QPointF(shape.x + x * reach, shape.y + y * reach) for x, y in points]))
        case Box():
            painter.setPen(QPen(look.ink(shape.edge), 1) if shape.edge else Qt.PenStyle.NoPen)
            painter.setBrush(look.ink(shape.ink) if shape.ink else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(shape.x, shape.y, shape.width, shape.height), shape.round, shape.round)
        case Tick():
            _tick(painter, shape, look)
        case Label():
            _label(painter, shape, look)


def _line(painter: QPainter, line: Line, look: Look) -> None:
    pen = QPen(look.ink(line.ink), line.width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    if line.dashed:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.drawLine(QPointF(line.x1, line.y1), QPointF(line.x2, line.y2))


def _inner(radius: float, *, ring: bool) -> float:
    return radius * 0.83 if ring else radius


def _ringed(painter: QPainter, look: Look, ink: str, radius: float, *, ring: bool) -> None:
    painter.setBrush(look.ink("surface") if ring else look.ink(ink))
    painter.setPen(QPen(look.ink(ink), radius * 0.34) if ring else Qt.PenStyle.NoPen)


def _tick(painter: QPainter, tick: Tick, look: Look) -> None:
    pen = QPen(look.ink(tick.ink), max(1.2, tick.radius * 0.25))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    strokes = (
        (((-0.6, -0.6), (0.6, 0.6)), ((-0.6, 0.6), (0.6, -0.6)))
        if tick.cross
        else (((-0.75, 0.05), (-0.2, 0.6), (0.8, -0.55)),)
    )
    for stroke in strokes:
        painter.drawPolyline(upright(painter, QPointF(tick.x, tick.y), tick.radius, stroke))


def _label(painter: QPainter, label: Label, look: Look) -> None:
    font = look.chart_font(label.weight, label.size)
    painter.setFont(font)
    painter.setPen(look.ink(label.ink))
    metrics = QFontMetricsF(font)
    if not any(each.isalpha() for each in label.text):
        # A number keeps its sign in front of it, wherever words begin.
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    lines = wrapped(label.text, font, label.width, label.lines)
    step = label.size * LINE_HEIGHT
    first = label.y - step * (len(lines) - 1) / 2
    for number, line in enumerate(lines):
        width = metrics.horizontalAdvance(line)
        left = label.x - {"start": 0.0, "middle": width / 2, "end": width}[label.anchor]
        painter.drawText(QPointF(left, first + number * step), line)


def wrapped(text: str, font: QFont, width: float, most: int) -> list[str]:
    """``text`` in at most ``most`` lines of ``width``; what does not fit ends in an ellipsis. 0 means no limit."""
    metrics = QFontMetricsF(font)
    if width <= 0 or metrics.horizontalAdvance(text) <= width:
        return [text]
    lines = list(_filled(text, metrics, width))
    if most and len(lines) > most:
        rest = " ".join(lines[most - 1 :])
        elided = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)
        return [*lines[: most - 1], elided.replace("...", _ELLIPSIS)]
    return lines


def _filled(text: str, metrics: QFontMetricsF, width: float) -> Iterator[str]:
    """Word after word; one that is longer than a line is broken where the line ends."""
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if metrics.horizontalAdvance(longer) <= width:
            line = longer
        elif metrics.horizontalAdvance(word) <= width:
            yield line
            line = word
        else:
            while metrics.horizontalAdvance(longer) > width:
                at = _fitting(longer, metrics, width)
                yield longer[:at].rstrip()
                longer = longer[at:].lstrip()
            line = longer
    yield line


def _fitting(text: str, metrics: QFontMetricsF, width: float) -> int:
    """How many letters fit, one at least; an accent stays with its letter."""
    fits = bisect_right(range(1, len(text) + 1), width, key=lambda end: metrics.horizontalAdvance(text[:end]))
    while fits > 1 and combining(text[fits]):
        fits -= 1
    return max(fits, 1)


# Paints a chart's scene with the inks of the moment, and reads it out to those who cannot see it.


class ChartView(QWidget):
    """One scene, scaled to the text size. Its accessible name is the scene's sentence; a page shows the table."""

    corner = 8
    reach = (9, 5)
    """A chart's words begin and end at its very edge."""

    def __init__(self, look: Look, scene: Scene | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self.scene = look, scene
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        look.changed.connect(self._relayout)
        if scene is not None:
            self.show_scene(scene)

    def show_scene(self, scene: Scene) -> None:
        self.scene = scene
        self.setAccessibleName(scene.sentence)
        self._relayout()

    def _relayout(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        if self.scene is None:
            return QSize(0, 0)
        return QSize(self._look.px(self.scene.width), self._look.px(self.scene.height))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(120), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.scene is None:
            return
        painter = ReadingPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = min(self._look.scale, self.width() / max(self.scene.width, 1.0))
        painter.translate(QPointF(0, 0))
        painter.scale(scale, scale)
        paint_scene(painter, self.scene, self._look)
        painter.end()

    def area(self) -> QRectF:
        """The scene's own rectangle, in its own units."""
        return QRectF(0, 0, self.scene.width, self.scene.height) if self.scene else QRectF()


_FIRST_WIDTH = 320.0
_NARROWEST = 120


class FittedChart(ChartView):
    """``draw`` gives the scene for a width in points at 100 % text size."""

    def __init__(self, look: Look, draw: Callable[[float], Scene], parent: QWidget | None = None) -> None:
        super().__init__(look, draw(_FIRST_WIDTH), parent)
        # A layout asks for the height at a few widths, many times over.
        self._draw = lru_cache(maxsize=8)(draw)
        self._drawn_for = (_FIRST_WIDTH, look.scale)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._fit)

    def pass_by(self) -> None:
        """Not a stop for the keyboard: something beside it already says what it shows."""
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._look.px(self._draw(self._points(width)).height)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(_NARROWEST), self._look.px(self.scene.height if self.scene else 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _points(self, width: int) -> float:
        return max(width / self._look.scale, float(_NARROWEST))

    def show_scene(self, scene: Scene) -> None:
        """Drawn anew, it keeps the name the page has given it."""
        name = self.accessibleName()
        super().show_scene(scene)
        if name:
            self.setAccessibleName(name)

    def _fit(self) -> None:
        wanted = (self._points(self.width()), self._look.scale)
        if wanted != self._drawn_for:
            self._drawn_for = wanted
            self.show_scene(self._draw(wanted[0]))


# What the marks of a chart mean, in the chart's own inks.


_HEIGHT = 20


class Swatch(QWidget):
    """One mark of a chart, alone. Decoration: the words beside it say what it is."""

    def __init__(self, look: Look, shape: Shape, width: float) -> None:
        super().__init__()
        self._look = look
        self._scene = Scene(width, _HEIGHT, (shape,), "", ChartCells((), ()))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(self._scene.width), self._look.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = ReadingPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._look.scale, self._look.scale)
        paint_scene(painter, self._scene, self._look)
        painter.end()


class LegendEntry(QWidget):
    def __init__(self, look: Look, shape: Shape, width: float, words: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(8))
        row.addWidget(Swatch(look, shape, width))
        row.addWidget(LineText(look, words, "caption", "ink2"), 1)


# What the marks in a list of checks mean: leaders and staff where both are drawn, pillars where one view is.


class MarkLegend(QWidget):
    """Each mark once, in the order in which the rows tell of them; hidden while there is none."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._known: set[tuple[str, bool]] = set()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._line = FlowLayout(look, self, gap=20)
        self.hide()

    def learn(self, reading: CheckReading | None) -> None:
        """Say what the marks of one more row are, where that is not said yet."""
        marks = reading.marks if reading is not None else ()
        for at, each in enumerate(marks):
            if _kind(each) not in self._known:
                self._known.add(_kind(each))
                self._line.addWidget(LegendEntry(self._look, mark_shape(marks, at, 7, 10, 6), 14, each.name))
        self.setVisible(bool(self._known))

    def forget(self) -> None:
        """Other rows are coming."""
        self._known.clear()
        empty(self._line)
        self.hide()


def _kind(mark: LineMark) -> tuple[str, bool]:
    return mark.name, mark.perspective is None


# The mark of a perspective: leaders a diamond, staff a circle, drawn and never typed.


_SIZE = 18


class PerspectiveMark(QWidget):
    """Decoration beside the word it goes with."""

    def __init__(self, look: Look, perspective: Perspective) -> None:
        super().__init__()
        self._look, self.perspective = look, perspective
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.setFixedSize(self._look.px(_SIZE), self._look.px(_SIZE))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = ReadingPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        middle, reach = QPointF(self.width() / 2, self.height() / 2), self.width() * 0.44
        if self.perspective is Perspective.LEADER:
            painter.setBrush(self._look.ink("leaders"))
            corners = ((0, -reach), (reach, 0), (0, reach), (-reach, 0))
            painter.drawPolygon(QPolygonF([middle + QPointF(x, y) for x, y in corners]))
        else:
            painter.setBrush(self._look.ink("staff"))
            painter.drawEllipse(middle, reach * 0.86, reach * 0.86)
        painter.end()
