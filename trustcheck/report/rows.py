"""Blocks side by side, and tables made of them that go on from page to page."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from trustcheck.report.blocks import Block, Parts, Picture, Stack, Text
from trustcheck.report.paper import Paper

_LONG_ROW = 200.0
"""Points; a row higher than this may be split, a lower one goes over to the next page whole."""
_FEWEST_OVER = 3
"""Rows that are carried over to the next page at least, in a table of twice as many."""


@dataclass(frozen=True)
class Row:
    """Stacks side by side, each at its own distance from the left. ``rule`` draws a line of that width above."""

    cells: tuple[Stack, ...]
    lefts: tuple[float, ...]
    before: float = 0.0
    sticks: bool = False
    pad: float = 0.0
    """Room above and below the cells."""
    rule: float = 0.0
    ink: str = "line"

    @property
    def height(self) -> float:
        return max(cell.height for cell in self.cells) + 2 * self.pad

    @property
    def least(self) -> float:
        return min(self.height, max(cell.least for cell in self.cells) + 2 * self.pad)

    def split(self, room: float) -> Parts:
        if self.height <= room + 0.01:
            return self, None
        inside = room - 2 * self.pad
        parts = [cell.split(inside) if cell.blocks else (None, None) for cell in self.cells]
        if any(head is None and tail is not None for head, tail in parts):
            return None, self
        heads, tails = (tuple(_as_stack(part[side]) for part in parts) for side in (0, 1))
        return replace(self, cells=heads), replace(self, cells=tails, before=0.0)

    def draw(self, paper: Paper, x: float, top: float) -> None:
        if self.rule:
            with paper.marked(None):
                paper.line((x, top), (x + self.rule, top), self.ink, 0.75)
        for cell, left in zip(self.cells, self.lefts, strict=True):
            cell.draw(paper, x + left, top + self.pad)


def _as_stack(block: Block | None) -> Stack:
    return block if isinstance(block, Stack) else Stack((block,) if block else ())


@dataclass(frozen=True)
class Grid:
    """A table: a head that is repeated where a page ends, and rows that stay whole while a page can hold them."""

    head: Row
    rows: tuple[Row, ...]
    before: float = 0.0
    sticks: bool = False

    @property
    def height(self) -> float:
        return self.head.height + sum(row.height for row in self.rows)

    @property
    def least(self) -> float:
        return self.head.height + (self.rows[0].least if self.rows else 0.0)

    def split(self, room: float) -> Parts:
        used = self.head.height
        for number, row in enumerate(self.rows):
            if used + row.height > room + 0.01:
                return self._split_at(number, room - used, first=used == self.head.height)
            used += row.height
        return self, None

    def _split_at(self, number: int, room: float, *, first: bool) -> Parts:
        """Rows are carried over whole, unless one is so long that it would stand alone on a page anyway; and never so
        few that they look left over."""
        number = self._balanced(number)
        row = self.rows[number]
        head, tail = row.split(room) if first or row.height > _LONG_ROW else (None, row)
        fits = (*self.rows[:number], *((head,) if isinstance(head, Row) else ()))
        rest = (*((tail,) if isinstance(tail, Row) else ()), *self.rows[number + 1 :])
        again = without_tags((self.head,))[0]
        assert isinstance(again, Row)
        return (replace(self, rows=fits) if fits else None), replace(self, head=again, rows=rest, before=0.0)

    def _balanced(self, number: int) -> int:
        """The row to split at, earlier where fewer than ``_FEWEST_OVER`` would be carried over."""
        left = len(self.rows) - _FEWEST_OVER
        short = all(row.height <= _LONG_ROW for row in self.rows[left:])
        return left if _FEWEST_OVER <= left < number and short else number

    def draw(self, paper: Paper, x: float, top: float) -> None:
        for row in (self.head, *self.rows):
            row.draw(paper, x, top)
            top += row.height


def without_tags(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The same blocks as artifacts: a table's head repeated on the next page is said only once."""
    return tuple(_without_tags(block) for block in blocks)


def _without_tags(block: Block) -> Block:
    match block:
        case Text() | Picture():
            return replace(block, element=None)
        case Stack():
            return replace(block, blocks=without_tags(block.blocks))
        case Row():
            return replace(block, cells=tuple(replace(cell, blocks=without_tags(cell.blocks)) for cell in block.cells))
        case _:
            return block
