"""An outline onto pages: each part becomes a block with its type, its room and its place in the structure tree."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from trustcheck.charts.scene import Scene
from trustcheck.report.document.parts import (
    Beside,
    Bullets,
    Detail,
    Figure,
    Heading,
    Logo,
    Pairs,
    Panel,
    Part,
    RuledLines,
    Section,
    Table,
    TableCell,
    Words,
)
from trustcheck.report.layout.blocks import (
    Block,
    BlockParts,
    BulletMark,
    Emblem,
    Framed,
    Picture,
    Ruled,
    Stack,
    TextBlock,
    padding,
)
from trustcheck.report.pdf.lines import balanced, broken, one_line, with_italics
from trustcheck.report.pdf.logo import BOX
from trustcheck.report.pdf.paper import PaperCanvas
from trustcheck.report.pdf.tagged import Element
from trustcheck.report.pdf.typography import Style, Typography

# Blocks side by side, and tables made of them that go on from page to page.


_LONG_ROW = 200.0
"""Points; a row higher than this may be split, a lower one goes over to the next page whole."""
_FEWEST_OVER = 3
"""Rows that are carried over to the next page at least, in a table of twice as many."""


@dataclass(frozen=True)
class StackRow:
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

    def split(self, room: float) -> BlockParts:
        if self.height <= room + 0.01:
            return self, None
        inside = room - 2 * self.pad
        parts = [cell.split(inside) if cell.blocks else (None, None) for cell in self.cells]
        if any(head is None and tail is not None for head, tail in parts):
            return None, self
        heads, tails = (tuple(_as_stack(part[side]) for part in parts) for side in (0, 1))
        return replace(self, cells=heads), replace(self, cells=tails, before=0.0)

    def draw(self, paper: PaperCanvas, x: float, top: float) -> None:
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

    head: StackRow
    rows: tuple[StackRow, ...]
    before: float = 0.0
    sticks: bool = False

    @property
    def height(self) -> float:
        return self.head.height + sum(row.height for row in self.rows)

    @property
    def least(self) -> float:
        return self.head.height + (self.rows[0].least if self.rows else 0.0)

    def split(self, room: float) -> BlockParts:
        used = self.head.height
        for number, row in enumerate(self.rows):
            if used + row.height > room + 0.01:
                return self._split_at(number, room - used, first=used == self.head.height)
            used += row.height
        return self, None

    def _split_at(self, number: int, room: float, *, first: bool) -> BlockParts:
        """Rows are carried over whole, unless one is so long that it would stand alone on a page anyway; and never so
        few that they look left over."""
        number = self._balanced(number)
        row = self.rows[number]
        head, tail = row.split(room) if first or row.height > _LONG_ROW else (None, row)
        fits = (*self.rows[:number], *((head,) if isinstance(head, StackRow) else ()))
        rest = (*((tail,) if isinstance(tail, StackRow) else ()), *self.rows[number + 1 :])
        again = without_tags((self.head,))[0]
        assert isinstance(again, StackRow)
        return (replace(self, rows=fits) if fits else None), replace(self, head=again, rows=rest, before=0.0)

    def _balanced(self, number: int) -> int:
        """The row to split at, earlier where fewer than ``_FEWEST_OVER`` would be carried over."""
        left = len(self.rows) - _FEWEST_OVER
        short = all(row.height <= _LONG_ROW for row in self.rows[left:])
        return left if _FEWEST_OVER <= left < number and short else number

    def draw(self, paper: PaperCanvas, x: float, top: float) -> None:
        for row in (self.head, *self.rows):
            row.draw(paper, x, top)
            top += row.height


def without_tags(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The same blocks as artifacts: a table's head repeated on the next page is said only once."""
    return tuple(_without_tags(block) for block in blocks)


def _without_tags(block: Block) -> Block:
    match block:
        case TextBlock() | Picture():
            return replace(block, element=None)
        case Stack():
            return replace(block, blocks=without_tags(block.blocks))
        case StackRow():
            return replace(block, cells=tuple(replace(cell, blocks=without_tags(cell.blocks)) for cell in block.cells))
        case _:
            return block


# The type of every tone and heading, in one place. Sizes in points.


STYLES = {
    "eyebrow": Style("sans-strong", 9.5, 13, "accent"),
    "title": Style("serif-strong", 23, 28),
    "title-below": Style("serif-strong", 17, 21),
    "heading3": Style("serif-strong", 14, 18),
    "heading4": Style("sans-strong", 12, 15.5),
    "body": Style("sans", 10.5, 14.5),
    "compact": Style("sans", 9.5, 12.8),
    "quiet": Style("sans", 9.5, 12.8, "ink2"),
    "small": Style("sans", 8.5, 11.5, "ink2"),
    "cell": Style("sans", 8.8, 11.2),
    "cell-strong": Style("sans-medium", 8.8, 11.2),
    "cell-quiet": Style("sans", 8.5, 11.2, "ink2"),
    "annex": Style("sans", 8.0, 9.8),
    "annex-strong": Style("sans-medium", 8.0, 9.8),
    "annex-quiet": Style("sans", 7.8, 9.8, "ink2"),
    "head": Style("sans-strong", 8.5, 11.5, "ink2"),
    "label": Style("sans-strong", 9.5, 14.5, "ink2"),
    "accent": Style("sans-strong", 10.5, 14.5, "accent"),
}


_GAPS = {"accent": 0.0, "small": 2.0}
_INDENT = 13.0
_QUIET = 2
"""The column from which on a table is set quietly: the first says what, the second what about it."""
_TABLE_GUTTER = 9.0
_PLAIN_GAP = 18.0
SECTION_GAP = 24.0
"""Points between a section and the one above it."""


def _scope(scope: str) -> str:
    return f"<</O /Table /Scope /{scope}>>"


class Layout:
    """Lays parts out for one width. A small heading with no large one above counts as large: no level is skipped.

    Without a cover the first section's title is the file's first heading, and what stands under it moves up with it.
    """

    def __init__(self, type_: Typography, *, covered: bool = True) -> None:
        self._type = type_
        self._headed = False
        self._covered = covered
        self._up = 0
        self._makers: dict[type, Callable[[Any, float, Element], Iterator[Block]]] = {
            Heading: self._heading,
            Words: self._words,
            Bullets: self._bullets,
            Figure: self._figure,
            Pairs: self._pairs,
            Panel: self._panel,
            Beside: self._beside,
            RuledLines: self._lines,
            Table: self._table,
            Logo: self._logo,
        }

    def section(self, section: Section, width: float, parent: Element, *, below: bool = False) -> list[Block]:
        """``below`` another section on one page its title is smaller: a page has one large title."""
        self._up = 0 if self._covered or parent.kids else 1
        inside = parent.add("Sect")
        self._headed = False
        style = STYLES["title-below" if below else "title"]
        title = TextBlock(balanced(one_line(section.title), style, width, self._type), style, None)
        blocks: list[Block] = []
        bookmark = (one_line(section.bookmark), 0)
        if not (below and section.plain):
            eyebrow = self._text(one_line(section.eyebrow).upper(), "eyebrow", width, inside.add("P"))
            blocks.append(replace(eyebrow, sticks=True, before=SECTION_GAP, bookmark=bookmark))
        head = replace(title, element=inside.add(f"H{2 - self._up}"), sticks=True, before=5.0)
        blocks.append(head if blocks else replace(head, before=_PLAIN_GAP, bookmark=bookmark))
        return blocks + list(self.parts(section.parts, width, inside))

    def parts(self, parts: tuple[Part, ...], width: float, parent: Element) -> Iterator[Block]:
        for part in parts:
            yield from self._makers[type(part)](part, width, parent)

    def _text(self, text: str, style: str, width: float, element: Element | None, lead: str = "") -> TextBlock:
        return TextBlock(broken(text, STYLES[style], width, self._type, lead), STYLES[style], element)

    def _heading(self, part: Heading, width: float, parent: Element) -> Iterator[Block]:
        style = f"heading{part.level}"
        self._headed = self._headed or part.level == 3
        role = f"H{(part.level if self._headed else 3) - self._up}"
        text = one_line(part.text)
        block = self._text(text, style, width, parent.add(role))
        before = 15.0 if part.level == 3 else 8.0
        yield replace(block, sticks=True, before=before, bookmark=(text, 1) if part.bookmark else None)

    def _words(self, part: Words, width: float, parent: Element) -> Iterator[Block]:
        block = self._text(part.text, part.tone, width, parent.add("P"), part.lead)
        gap = _GAPS.get(part.tone, 6.0) if part.gap is None else part.gap
        yield replace(block, before=gap, sticks=part.sticks or part.tone == "accent")

    def _bullets(self, part: Bullets, width: float, parent: Element) -> Iterator[Block]:
        list_ = parent.add("L")
        for number, item in enumerate(part.items):
            body = list_.add("LI").add("LBody")
            text = self._text(item, part.tone, width - _INDENT, body)
            yield StackRow(
                (Stack((BulletMark(text.style.leading),)), Stack((text,))),
                (0.0, _INDENT),
                before=4.0 if number else 7.0,
            )

    def _figure(self, part: Figure, _width: float, parent: Element) -> Iterator[Block]:
        yield Picture(part.scene, parent.add("Figure", part.scene.sentence, _FIGURE), before=part.gap)

    def _pairs(self, part: Pairs, width: float, parent: Element) -> Iterator[Block]:
        table = parent.add("Table")
        style = "label" if part.tone == "body" else "head"
        for number, (label, text) in enumerate(part.pairs):
            row = table.add("TR")
            head = self._text(label, style, part.label_width - 10, row.add("TH", attributes=_scope("Row")))
            body = self._text(text, part.tone, width - part.label_width, row.add("TD"))
            before = (5.0 if part.tone == "body" else 2.5) if number else part.gap
            yield StackRow((Stack((head,)), Stack((body,))), (0.0, part.label_width), before=before)

    def _panel(self, part: Panel, width: float, parent: Element) -> Iterator[Block]:
        side = padding(part.look)[0]
        inner = Stack(tuple(self.parts(part.parts, width - 2 * side, parent)), whole=True)
        yield Framed(inner, width, part.look, before=part.gap)

    def _beside(self, part: Beside, width: float, parent: Element) -> Iterator[Block]:
        free = width - part.gutter * (len(part.columns) - 1)
        total, left = sum(part.shares), 0.0
        cells, lefts = [], []
        for column, share in zip(part.columns, part.shares, strict=True):
            own = free * share / total
            cells.append(Stack(tuple(self.parts(column, own, parent)), whole=True))
            lefts.append(left)
            left += own + part.gutter
        pad = part.pad if part.ruled else 0.0
        yield StackRow(tuple(cells), tuple(lefts), part.gap, pad=pad, rule=width if part.ruled else 0.0)

    def _lines(self, part: RuledLines, width: float, _parent: Element) -> Iterator[Block]:
        yield Ruled(width, part.fewest, part.count, part.step, before=part.gap)

    def _logo(self, part: Logo, _width: float, parent: Element) -> Iterator[Block]:
        yield Emblem(part.pixels, BOX, parent.add("Figure", one_line(part.alt), _FIGURE), before=part.gap)

    def _table(self, part: Table, width: float, parent: Element) -> Iterator[Block]:
        table = parent.add("Table")
        lefts, widths = _columns(part.shares, width)
        titles = table.add("TR")
        head = StackRow(
            tuple(
                Stack((self._text(name, "head", own, titles.add("TH", attributes=_scope("Column"))),))
                for name, own in zip(part.columns, widths, strict=True)
            ),
            lefts,
            pad=3.0,
        )
        rows = tuple(
            StackRow(
                tuple(self._cells(cells, widths, table.add("TR"), part)),
                lefts,
                pad=1.1 if part.small else 2.2 if part.tight else 4.0,
                rule=width,
                ink="line_strong" if number in part.breaks else "line",
            )
            for number, cells in enumerate(part.rows)
        )
        yield Grid(head, rows, before=part.gap)

    def _cells(
        self, cells: tuple[TableCell, ...], widths: tuple[float, ...], row: Element, table: Table
    ) -> Iterator[Stack]:
        base = "annex" if table.small else "cell"
        tones = (base, base if table.even else f"{base}-strong", base if table.even else f"{base}-quiet")
        for number, (cell, width) in enumerate(zip(cells, widths, strict=True)):
            element = row.add("TD") if number else row.add("TH", attributes=_scope("Row"))
            if isinstance(cell, Scene):
                yield Stack((Picture(cell, element.add("Figure", cell.sentence, _FIGURE)),))
            elif isinstance(cell, Detail):
                style = STYLES[base]
                yield Stack((TextBlock(with_italics(cell.text, cell.more, style, width, self._type), style, element),))
            else:
                yield Stack((self._text(cell, tones[min(number, _QUIET)], width, element),))


_FIGURE = "<</O /Layout /Placement /Block>>"


def _columns(shares: tuple[float, ...], width: float) -> tuple[tuple[float, ...], tuple[float, ...]]:
    free, total = width - _TABLE_GUTTER * (len(shares) - 1), sum(shares)
    widths = tuple(free * share / total for share in shares)
    lefts = tuple(sum(widths[:number]) + _TABLE_GUTTER * number for number in range(len(widths)))
    return lefts, widths
