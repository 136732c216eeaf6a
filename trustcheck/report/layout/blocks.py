"""Pieces of a page that know their height, can be drawn, and can be split where a page ends.

A block is laid out for a width when it is made. Its structure element is made at the same time, so that the parts of
a split block stay one element, and the tree follows the order of making. An element of ``None`` makes an artifact.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Protocol

from trustcheck.charts.axis import LINE_HEIGHT
from trustcheck.charts.scene import Box, Diamond, Dot, Label, Line, Scene, Square, Tick
from trustcheck.report.document.parts import PanelLook, Pixels
from trustcheck.report.pdf.lines import TextLine, cut, one_line
from trustcheck.report.pdf.paper import PaperCanvas
from trustcheck.report.pdf.tagged import Element
from trustcheck.report.pdf.typography import Style

# Paints a chart's scene on paper: vectors, real text, and nothing that the scene does not say.


PAPER = "surface"
_FACES = {"regular": "sans", "medium": "sans-medium", "strong": "sans-strong", "serif": "serif-strong"}
_UNBOUND = 10_000.0


def paint(paper: PaperCanvas, scene: Scene, x: float, top: float) -> None:
    """Draw a scene with its top left corner at (x, top)."""
    for shape in scene.shapes:
        _PAINTERS[type(shape)](paper, shape, x, top)


def _line(paper: PaperCanvas, line: Line, x: float, top: float) -> None:
    start, end = (x + line.x1, top + line.y1), (x + line.x2, top + line.y2)
    paper.line(start, end, line.ink, line.width, dashed=line.dashed)


def _dot(paper: PaperCanvas, dot: Dot, x: float, top: float) -> None:
    if dot.ring:
        width = max(1.0, 0.3 * dot.radius)
        paper.circle(x + dot.x, top + dot.y, dot.radius - width / 2, PAPER, dot.ink, width)
    else:
        paper.circle(x + dot.x, top + dot.y, dot.radius, dot.ink)


def _diamond(paper: PaperCanvas, mark: Diamond, x: float, top: float) -> None:
    x, y = x + mark.x, top + mark.y
    sizes = ((mark.radius, mark.ink), (0.55 * mark.radius, PAPER)) if mark.ring else ((mark.radius, mark.ink),)
    for r, ink in sizes:
        paper.polygon(((x, y - r), (x + r, y), (x, y + r), (x - r, y)), ink)


def _square(paper: PaperCanvas, mark: Square, x: float, top: float) -> None:
    width = max(1.2, 0.3 * mark.radius) if mark.ring else 0.0
    side = 2 * mark.radius - width
    corner = (x + mark.x - side / 2, top + mark.y - side / 2)
    ink, edge = (PAPER, mark.ink) if mark.ring else (mark.ink, "")
    paper.box(*corner, (side, side), ink, edge=edge, edge_width=width)


def _box(paper: PaperCanvas, box: Box, x: float, top: float) -> None:
    paper.box(x + box.x, top + box.y, (box.width, box.height), box.ink, round_=box.round, edge=box.edge)


def _tick(paper: PaperCanvas, tick: Tick, x: float, top: float) -> None:
    x, y, r = x + tick.x, top + tick.y, tick.radius
    width = max(1.2, 0.25 * r)
    if tick.cross:
        reach = 0.7 * r
        paper.stroke(((x - reach, y - reach), (x + reach, y + reach)), tick.ink, width)
        paper.stroke(((x - reach, y + reach), (x + reach, y - reach)), tick.ink, width)
    else:
        paper.stroke(((x - 0.8 * r, y), (x - 0.2 * r, y + 0.65 * r), (x + 0.85 * r, y - 0.6 * r)), tick.ink, width)


def _label(paper: PaperCanvas, label: Label, x: float, top: float) -> None:
    text = one_line(label.text)
    if not text:
        return
    style = Style(_FACES[label.weight], label.size, LINE_HEIGHT * label.size, label.ink, label.anchor)
    lines = cut(text, style, label.width or _UNBOUND, paper.type, label.lines)
    first = top + label.y - (len(lines) - 1) * style.leading / 2
    for number, line in enumerate(lines):
        paper.label(x + label.x, first + number * style.leading, line, style)


_PAINTERS: dict[type, Callable[[PaperCanvas, Any, float, float], None]] = {
    Line: _line,
    Dot: _dot,
    Diamond: _diamond,
    Square: _square,
    Box: _box,
    Tick: _tick,
    Label: _label,
}


BlockParts = tuple["Block | None", "Block | None"]
"""What still fits, and the rest."""


class Block(Protocol):
    @property
    def height(self) -> float: ...

    @property
    def least(self) -> float:
        """The room its first part needs, so that a heading is not left alone above it."""
        ...

    @property
    def before(self) -> float:
        """The distance to the block above; it falls away at the top of a page."""
        ...

    @property
    def sticks(self) -> bool:
        """Whether it stays on one page with the beginning of the next block."""
        ...

    def split(self, room: float) -> BlockParts: ...

    def draw(self, paper: PaperCanvas, x: float, top: float) -> None: ...


@dataclass(frozen=True)
class TextBlock:
    """Lines of one style. Not fewer than two lines are left behind or carried over."""

    lines: tuple[TextLine, ...]
    style: Style
    element: Element | None
    before: float = 0.0
    sticks: bool = False
    bookmark: tuple[str, int] | None = None
    """What the file's outline calls this place, and the entry's level."""

    @property
    def height(self) -> float:
        return len(self.lines) * self.style.leading

    @property
    def least(self) -> float:
        few = len(self.lines) <= 3
        return self.height if few else 2 * self.style.leading

    def split(self, room: float) -> BlockParts:
        fitting = int((room + 0.01) / self.style.leading)
        if fitting >= len(self.lines):
            return self, None
        fitting = min(fitting, len(self.lines) - 2)
        if fitting < 2:
            return None, self
        head, tail = self.lines[:fitting], self.lines[fitting:]
        return replace(self, lines=head), replace(self, lines=tail, before=0.0, bookmark=None)

    def draw(self, paper: PaperCanvas, x: float, top: float) -> None:
        if self.bookmark:
            paper.canvas.bookmark(*self.bookmark)
        with paper.marked(self.element):
            paper.text(x, top, self.lines, self.style)


@dataclass(frozen=True)
class Picture:
    """A scene; it is never split."""

    scene: Scene
    element: Element | None
    before: float = 0.0
    sticks: bool = False

    @property
    def height(self) -> float:
        return self.scene.height

    @property
    def least(self) -> float:
        return self.height

    def split(self, room: float) -> BlockParts:
        return (self, None) if self.height <= room else (None, self)

    def draw(self, paper: PaperCanvas, x: float, top: float) -> None:
        with paper.marked(self.element):
            paint(paper, self.scene, x, top)


@dataclass(frozen=True)
class Emblem:
    """A picture of pixels, as large as its box allows."""

    pixels: Pixels
    box: tuple[float, float]
    element: Element | None
    before: float = 0.0
    sticks: bool = True

    @property
    def height(self) -> float:
        return self.pixels.fitted(*self.box)[1]

    @property
    def least(self) -> float:
        return self.height

    def split(self, room: float) -> BlockParts:
        return (self, None) if self.height <= room else (None, self)

    def draw(self, paper: PaperCanvas, x: float, top: float) -> None:
        with paper.marked(self.element):
            paper.picture(x, top, self.pixels.fitted(*self.box), self.pixels)


@dataclass(frozen=True)
class Stack:
    """Blocks one below the other; ``whole`` keeps them on one page where a page can hold them."""

    blocks: tuple[Block, ...]
    before: float = 0.0
    sticks: bool = False
    whole: bool = False

    @property
    def height(self) -> float:
        return sum(block.height + (block.before if number else 0.0) for number, block in enumerate(self.blocks))

    @property
    def least(self) -> float:
        if self.whole:
            return self.height
        return self.blocks[0].least if self.blocks else 0.0

    def split(self, room: float) -> BlockParts:
        if self.height <= room + 0.01:
            return self, None
        used = 0.0
        for number, block in enumerate(self.blocks):
            start = used + (block.before if number else 0.0)
            if start + block.height > room:
                head, tail = block.split(room - start)
                fits = (*self.blocks[:number], *((head,) if head else ()))
                rest = (*((tail,) if tail else ()), *self.blocks[number + 1 :])
                return (replace(self, blocks=fits) if fits else None), replace(self, blocks=rest, before=0.0)
            used = start + block.height
        return self, None

    def draw(self, paper: PaperCanvas, x: float, top: float) -> None:
        for number, block in enumerate(self.blocks):
            top += block.before if number else 0.0
            block.draw(paper, x, top)
            top += block.height


# Blocks with something around them or behind them: panels, bullets, lines to write on.


_PADDING: dict[str, tuple[float, float]] = {
    "card": (16.0, 13.0),
    "strip": (16.0, 11.0),
    "mark": (14.0, 0.0),
    "note": (12.0, 8.0),
}


def padding(frame: PanelLook) -> tuple[float, float]:
    """The room a frame takes at each side, and above and below."""
    return _PADDING[frame]


@dataclass(frozen=True)
class Framed:
    inner: Stack
    width: float
    frame: PanelLook
    before: float = 0.0
    sticks: bool = False

    @property
    def height(self) -> float:
        return self.inner.height + 2 * padding(self.frame)[1]

    @property
    def least(self) -> float:
        return self.inner.least + 2 * padding(self.frame)[1]

    def split(self, room: float) -> BlockParts:
        if self.height <= room + 0.01:
            return self, None
        head, tail = self.inner.split(room - 2 * padding(self.frame)[1])
        return _same(self, head), _same(self, tail, before=0.0)

    def draw(self, paper: PaperCanvas, x: float, top: float) -> None:
        side, above = padding(self.frame)
        with paper.marked(None):
            size = (self.width, self.height)
            if self.frame == "card":
                paper.box(x, top, size, "surface", round_=8, edge="line")
            elif self.frame == "strip":
                paper.box(x, top, size, "sunk", round_=8)
            elif self.frame == "note":
                paper.frame(x, top, size, "line_strong", round_=6)
            else:
                paper.box(x, top + 1, (2.5, self.height - 2), "accent_line")
        self.inner.draw(paper, x + side, top + above)


def _same(framed: Framed, part: Block | None, before: float | None = None) -> Framed | None:
    if not isinstance(part, Stack):
        return None
    return replace(framed, inner=part, before=framed.before if before is None else before)


@dataclass(frozen=True)
class BulletMark:
    """A dot in the middle of a line's height, drawn, so that no face needs to have one."""

    height: float
    before: float = 0.0
    sticks: bool = False

    @property
    def least(self) -> float:
        return self.height

    def split(self, room: float) -> BlockParts:
        return (self, None) if self.height <= room else (None, self)

    def draw(self, paper: PaperCanvas, x: float, top: float) -> None:
        with paper.marked(None):
            paper.circle(x + 3, top + self.height / 2, 1.9, "accent_line")


@dataclass(frozen=True)
class Ruled:
    """Lines to write on: ``count``, or where that is 0 as many as the page has room for and at least ``fewest``."""

    width: float
    fewest: int
    count: int
    step: float
    before: float = 0.0
    sticks: bool = False

    @property
    def height(self) -> float:
        return max(self.count, self.fewest) * self.step

    @property
    def least(self) -> float:
        return self.height

    def split(self, room: float) -> BlockParts:
        return (self, None) if self.height <= room else (None, self)

    def stretched(self, room: float) -> "Ruled":
        return self if self.count else replace(self, count=max(self.fewest, int(room / self.step)))

    def draw(self, paper: PaperCanvas, x: float, top: float) -> None:
        with paper.marked(None):
            for number in range(1, max(self.count, self.fewest) + 1):
                y = top + number * self.step
                paper.line((x, y), (x + self.width, y), "line_strong", 0.5)
