"""A chart is a flat list of shapes with named inks, a size, a sentence and a table. Painters live elsewhere.

Coordinates are in points at 100 % text size, x to the right, y downwards. Shapes name an *ink*
(``resources/themes/``), never a colour. A label carries an anchor and a width, so that no chart measures text.
"""

from dataclasses import dataclass
from typing import Literal

Anchor = Literal["start", "middle", "end"]
Weight = Literal["regular", "medium", "strong", "serif"]


@dataclass(frozen=True, slots=True)
class Line:
    """A straight stroke with round ends."""

    x1: float
    y1: float
    x2: float
    y2: float
    ink: str
    width: float = 1.0
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Dot:
    """A filled circle; with ``ring`` a hollow one whose inside is the paper."""

    x: float
    y: float
    radius: float
    ink: str
    ring: bool = False


@dataclass(frozen=True, slots=True)
class Diamond:
    """A diamond by its middle, the mark of leaders; with ``ring`` a hollow one."""

    x: float
    y: float
    radius: float
    ink: str
    ring: bool = False


@dataclass(frozen=True, slots=True)
class Square:
    """A square mark by its middle; with ``ring`` a hollow one."""

    x: float
    y: float
    radius: float
    ink: str
    ring: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle by its top left corner; ``round`` is the corner radius; ``edge`` an ink for its outline."""

    x: float
    y: float
    width: float
    height: float
    ink: str
    round: float = 0.0
    edge: str = ""


@dataclass(frozen=True, slots=True)
class Tick:
    """A check mark drawn as strokes, for *yes*; ``cross`` draws the other one. Never a glyph."""

    x: float
    y: float
    radius: float
    ink: str
    cross: bool = False


ANY = 99
"""Lines of a label: as many as its words take."""


@dataclass(frozen=True, slots=True)
class Label:
    """Text on a baseline at ``y``. Longer than ``width`` it is wrapped to ``lines`` lines, then cut with an ellipsis.

    What a result says is never cut: it takes :data:`ANY` lines, and its chart makes room for them.

    With more than one line the block is centred on the line that ``y`` names.
    """

    x: float
    y: float
    text: str
    ink: str
    size: float = 15.0
    anchor: Anchor = "start"
    weight: Weight = "regular"
    width: float = 0.0
    lines: int = 1


Shape = Line | Dot | Diamond | Square | Box | Tick | Label


@dataclass(frozen=True, slots=True)
class ChartCells:
    """What a chart says, in cells: the first cell of each row is the row's heading."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """One chart: what is drawn, and what it says to those who cannot see it."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    sentence: str
    """The chart in words, for a screen reader and for the PDF's alternative text."""
    table: ChartCells
