"""Blocks onto pages: what belongs together stays together, nothing is orphaned, and no page stays blank."""

from collections.abc import Callable, Sequence

from trustcheck.report.layout.blocks import Block
from trustcheck.report.layout.framed_blocks import Ruled
from trustcheck.report.pdf.paper import PaperCanvas

MARGIN = 56.0
FOOT = 56.0
"""Kept free at the bottom for the footer."""


class Flow:
    """Fills pages from top to bottom. ``finish_page`` draws what every page carries, given the page's number."""

    def __init__(self, paper: PaperCanvas, finish_page: Callable[[int], object]) -> None:
        self._paper, self._finish = paper, finish_page
        self._top = MARGIN
        self._number = 1
        self._begun: list[str] = []

    def begin(self, name: str) -> None:
        """Say what begins on the current page."""
        self._begun.append(name)

    def begun(self) -> list[str]:
        """What has begun on the current page, once: the names given to :meth:`place`."""
        begun, self._begun = self._begun, []
        return begun

    @property
    def room(self) -> float:
        return self._paper.height - FOOT - self._top

    @property
    def full(self) -> float:
        return self._paper.height - FOOT - MARGIN

    @property
    def at_top(self) -> bool:
        return self._top <= MARGIN

    @property
    def number(self) -> int:
        return self._number

    def new_page(self) -> None:
        self._finish(self._number)
        self._paper.canvas.showPage()
        self._number += 1
        self._top = MARGIN

    def end(self) -> None:
        self._finish(self._number)
        self._paper.canvas.showPage()

    def place(self, blocks: Sequence[Block], name: str = "") -> None:
        start = 0
        while start < len(blocks):
            end = start
            while blocks[end].sticks and end + 1 < len(blocks):
                end += 1
            together = blocks[start : end + 1]
            if not self.at_top and self._needed(together) > self.room:
                self.new_page()
            if start == 0 and name:
                self.begin(name)
            for block in together:
                self._place_one(block)
            start = end + 1

    def _needed(self, together: Sequence[Block]) -> float:
        """The blocks that stick, and the beginning of the one they stick to."""
        *heads, last = together
        return sum(block.before + block.height for block in heads) + last.before + last.least

    def _place_one(self, block: Block) -> None:
        rest: Block | None = block
        while rest is not None:
            gap = 0.0 if self.at_top else rest.before
            whole = rest.least >= rest.height and rest.height <= self.full
            if isinstance(rest, Ruled):
                rest = rest.stretched(self.room - gap)
            head, tail = (rest, None) if rest.height <= self.room - gap + 0.01 else rest.split(self.room - gap)
            if whole and tail is not None and not self.at_top:
                head, tail = None, rest
            if head is not None:
                head.draw(self._paper, MARGIN, self._top + gap)
                self._top += gap + head.height
            elif self.at_top:
                rest.draw(self._paper, MARGIN, self._top)
                self._top += rest.height
                return
            if tail is not None:
                self.new_page()
            rest = tail
