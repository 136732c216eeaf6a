"""Paints a chart's scene on paper: vectors, real text, and nothing that the scene does not say."""

from collections.abc import Callable
from typing import Any

from trustcheck.charts.axis import LINE_HEIGHT
from trustcheck.charts.scene import Box, Diamond, Dot, Label, Line, Scene, Square, Tick
from trustcheck.report.lines import cut, one_line
from trustcheck.report.paper import Paper
from trustcheck.report.typography import Style

PAPER = "surface"
_FACES = {"regular": "sans", "medium": "sans-medium", "strong": "sans-strong", "serif": "serif-strong"}
_UNBOUND = 10_000.0


def paint(paper: Paper, scene: Scene, x: float, top: float) -> None:
    """Draw a scene with its top left corner at (x, top)."""
    for shape in scene.shapes:
        _PAINTERS[type(shape)](paper, shape, x, top)


def _line(paper: Paper, line: Line, x: float, top: float) -> None:
    start, end = (x + line.x1, top + line.y1), (x + line.x2, top + line.y2)
    paper.line(start, end, line.ink, line.width, dashed=line.dashed)


def _dot(paper: Paper, dot: Dot, x: float, top: float) -> None:
    if dot.ring:
        width = max(1.0, 0.3 * dot.radius)
        paper.circle(x + dot.x, top + dot.y, dot.radius - width / 2, PAPER, dot.ink, width)
    else:
        paper.circle(x + dot.x, top + dot.y, dot.radius, dot.ink)


def _diamond(paper: Paper, mark: Diamond, x: float, top: float) -> None:
    x, y, r = x + mark.x, top + mark.y, mark.radius
    paper.polygon(((x, y - r), (x + r, y), (x, y + r), (x - r, y)), mark.ink)


def _square(paper: Paper, mark: Square, x: float, top: float) -> None:
    width = max(1.2, 0.3 * mark.radius) if mark.ring else 0.0
    side = 2 * mark.radius - width
    corner = (x + mark.x - side / 2, top + mark.y - side / 2)
    ink, edge = (PAPER, mark.ink) if mark.ring else (mark.ink, "")
    paper.box(*corner, (side, side), ink, edge=edge, edge_width=width)


def _box(paper: Paper, box: Box, x: float, top: float) -> None:
    paper.box(x + box.x, top + box.y, (box.width, box.height), box.ink, round_=box.round, edge=box.edge)


def _tick(paper: Paper, tick: Tick, x: float, top: float) -> None:
    x, y, r = x + tick.x, top + tick.y, tick.radius
    width = max(1.2, 0.25 * r)
    if tick.cross:
        reach = 0.7 * r
        paper.stroke(((x - reach, y - reach), (x + reach, y + reach)), tick.ink, width)
        paper.stroke(((x - reach, y + reach), (x + reach, y - reach)), tick.ink, width)
    else:
        paper.stroke(((x - 0.8 * r, y), (x - 0.2 * r, y + 0.65 * r), (x + 0.85 * r, y - 0.6 * r)), tick.ink, width)


def _label(paper: Paper, label: Label, x: float, top: float) -> None:
    text = one_line(label.text)
    if not text:
        return
    style = Style(_FACES[label.weight], label.size, LINE_HEIGHT * label.size, label.ink, label.anchor)
    lines = cut(text, style, label.width or _UNBOUND, paper.type, label.lines)
    first = top + label.y - (len(lines) - 1) * style.leading / 2
    for number, line in enumerate(lines):
        paper.label(x + label.x, first + number * style.leading, line, style)


_PAINTERS: dict[type, Callable[[Paper, Any, float, float], None]] = {
    Line: _line,
    Dot: _dot,
    Diamond: _diamond,
    Square: _square,
    Box: _box,
    Tick: _tick,
    Label: _label,
}
