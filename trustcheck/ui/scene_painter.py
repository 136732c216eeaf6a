"""Paints the shapes of a scene with a QPainter. The report has the other painter; a test holds both together."""

from bisect import bisect_right
from collections.abc import Iterator
from unicodedata import combining

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from trustcheck.charts.axis import LINE_HEIGHT
from trustcheck.charts.scene import Box, Diamond, Dot, Label, Line, Scene, Shape, Square, Tick
from trustcheck.ui.look import Look

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
            _ringed(painter, look, shape.ink, shape.radius, ring=False)
            points = ((0, -1), (1, 0), (0, 1), (-1, 0))
            painter.drawPolygon(
                QPolygonF([QPointF(shape.x + x * shape.radius, shape.y + y * shape.radius) for x, y in points])
            )
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
        painter.drawPolyline(
            QPolygonF([QPointF(tick.x + x * tick.radius, tick.y + y * tick.radius) for x, y in stroke])
        )


def _label(painter: QPainter, label: Label, look: Look) -> None:
    font = look.chart_font(label.weight, label.size)
    painter.setFont(font)
    painter.setPen(look.ink(label.ink))
    metrics = QFontMetricsF(font)
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
