"""An outline to the bytes of a PDF."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from trustcheck.app.ports import Progress, Report
from trustcheck.report.document.parts import Outline, Part, Section
from trustcheck.report.layout.blocks import Block, Ruled
from trustcheck.report.layout.cover import draw_cover, draw_footer, draw_last_line
from trustcheck.report.layout.pages import SECTION_GAP, Layout
from trustcheck.report.pdf.lines import one_line
from trustcheck.report.pdf.paper import PaperCanvas, Size
from trustcheck.report.pdf.tagged import Element, TaggedCanvas
from trustcheck.report.pdf.typography import Typography

# Blocks onto pages: what belongs together stays together, nothing is orphaned, and no page stays blank.


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


# Pages printed small on a sheet laid across, with notes at their side and lines for one's own.


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


def printed(
    outline: Outline, size: Size, day: date, language: str, type_: Typography, progress: Progress | None = None
) -> Report:
    """Draw every section in order. ``language`` is a tag such as "en-GB"; the day stands in the file's information."""
    sheet = across(size) if outline.beside else size
    canvas = TaggedCanvas(sheet, one_line(outline.title), language, day)
    paper, layout = PaperCanvas(canvas, type_, size, outline.dress), Layout(type_, covered=outline.cover is not None)
    notes = Annotations(PaperCanvas(canvas, type_, sheet, outline.dress), layout, size, outline.beside)
    first = 1 if outline.cover is None else 2

    def finish(number: int) -> None:
        if number >= first:
            draw_footer(paper, outline.footer, number, MARGIN)
        if outline.beside:
            notes.finish_page(flow.begun())

    flow = Flow(paper, finish)
    steps = _counter(progress, len(outline.sections) + 2)
    if outline.cover is not None:
        draw_cover(paper, outline.cover, MARGIN)
        flow.begin("cover")
        flow.new_page()
    steps()
    _sections(outline, flow, layout, size[0] - 2 * MARGIN, canvas.root, steps)
    if outline.dress.last_line:
        draw_last_line(paper, outline.dress.last_line, MARGIN)
    flow.end()
    content = canvas.finished()
    steps()
    return Report(content, canvas.page_count, tuple(type_.unprintable))


def _sections(
    outline: Outline, flow: Flow, layout: Layout, width: float, root: Element, step: Callable[[], None]
) -> None:
    for section in outline.sections:
        if not flow.at_top and flow.room < section.share * flow.full:
            flow.new_page()
        blocks = _fitted(layout, section, width, root, flow)
        if section.whole and _room_below(flow) < _height(blocks) <= flow.full:
            root.kids.pop()
            flow.new_page()
            blocks = _fitted(layout, section, width, root, flow)
        flow.place(blocks, section.id)
        step()


def _room_below(flow: Flow) -> float:
    """What is left for a section that begins here, below the distance to the one above."""
    return flow.full if flow.at_top else flow.room - SECTION_GAP


def _fitted(layout: Layout, section: Section, width: float, root: Element, flow: Flow) -> list[Block]:
    """A section's blocks in the first of its forms that keeps to what is left of this page, or else to a whole one; in
    the roomiest where none does."""
    tried: list[tuple[list[Block], Element]] = []
    for parts in (section.parts, *section.tighter):
        blocks = layout.section(replace(section, parts=parts), width, root, below=not flow.at_top)
        element = root.kids.pop()
        assert isinstance(element, Element)
        tried.append((blocks, element))
        if _height(blocks) <= _room_below(flow):
            break
    fitting = (each for room in (_room_below(flow), flow.full) for each in tried if _height(each[0]) <= room)
    blocks, element = next(fitting, tried[0])
    root.kids.append(element)
    return blocks


def _height(blocks: list[Block]) -> float:
    return sum(block.height + (block.before if number else 0.0) for number, block in enumerate(blocks))


def _counter(progress: Progress | None, of: int) -> Callable[[], None]:
    done = iter(range(1, of + 1))

    def step() -> None:
        if progress is not None:
            progress(next(done), of)

    return step
