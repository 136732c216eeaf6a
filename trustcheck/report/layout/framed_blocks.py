"""Blocks with something around them or behind them: panels, bullets, lines to write on."""

from dataclasses import dataclass, replace

from trustcheck.report.document.parts import PanelLook
from trustcheck.report.layout.blocks import Block, BlockParts, Stack
from trustcheck.report.pdf.paper import PaperCanvas

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
