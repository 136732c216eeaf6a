"""Pages printed small on a sheet laid across, with notes at their side and lines for one's own."""

from collections.abc import Mapping, Sequence

from trustcheck.report.document.parts import Part
from trustcheck.report.layout.blocks import Block
from trustcheck.report.layout.framed_blocks import Ruled
from trustcheck.report.layout.pages import Layout
from trustcheck.report.pdf.paper import PaperCanvas, Size

_MARGIN = 30.0
_STEP = 24.0
_FEWEST_LINES = 3
NOTES = 18.0
"""Between the small page and the notes, in points."""


def across(size: Size) -> Size:
    """The same paper, turned."""
    return size[1], size[0]


class Annotations:
    """Finishes each page: makes it small, and sets the notes of what begins on it beside it.

    What finds no room is carried over to the next page.
    """

    def __init__(self, paper: PaperCanvas, layout: Layout, page: Size, notes: Mapping[str, tuple[Part, ...]]) -> None:
        self._paper, self._layout, self._page, self._notes = paper, layout, page, notes
        self._waiting: list[Block] = []

    @property
    def _scale(self) -> float:
        return self._paper.height / self._page[1]

    def finish_page(self, begun: Sequence[str]) -> None:
        canvas, scale = self._paper.canvas, self._scale
        canvas.shrink(scale, 0, 0)
        left = self._page[0] * scale
        with self._paper.marked(None):
            self._paper.line((left, 0), (left, self._paper.height), "line_strong", 0.75)
        left += NOTES
        width = self._paper.width - left - _MARGIN
        for name in begun:
            self._waiting += self._blocks(self._notes.get(name, ()), width)
        top = self._drawn(left, _MARGIN)
        self._lines(left, top, width)

    def _blocks(self, parts: tuple[Part, ...], width: float) -> list[Block]:
        if not parts:
            return []
        inside = self._paper.canvas.root.add("Sect")
        return list(self._layout.parts(parts, width, inside))

    def _drawn(self, left: float, top: float) -> float:
        """Draw what waits, as far as there is room; where it ends."""
        bottom = self._paper.height - _MARGIN
        while self._waiting:
            block = self._waiting[0]
            gap = block.before if top > _MARGIN else 0.0
            fits = top + gap + block.height <= bottom
            if not fits and top > _MARGIN:
                break
            block.draw(self._paper, left, top + gap)
            top += gap + block.height
            del self._waiting[0]
        return top

    def _lines(self, left: float, top: float, width: float) -> None:
        count = int((self._paper.height - _MARGIN - top - 10) / _STEP)
        if count >= _FEWEST_LINES:
            Ruled(width, 0, count, _STEP).draw(self._paper, left, top + 10)
