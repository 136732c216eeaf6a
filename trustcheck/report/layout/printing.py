"""An outline to the bytes of a PDF."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from trustcheck.app.ports import Progress, Report
from trustcheck.report.document.parts import Outline, Section
from trustcheck.report.layout.annotations import Annotations, across
from trustcheck.report.layout.blocks import Block
from trustcheck.report.layout.cover import draw_cover, draw_footer, draw_last_line
from trustcheck.report.layout.flow import MARGIN, Flow
from trustcheck.report.layout.pages import SECTION_GAP, Layout
from trustcheck.report.pdf.lines import one_line
from trustcheck.report.pdf.paper import PaperCanvas, Size
from trustcheck.report.pdf.structure import Element
from trustcheck.report.pdf.tagged import TaggedCanvas
from trustcheck.report.pdf.typography import Typography


def printed(outline: Outline, size: Size, day: date, language: str, progress: Progress | None = None) -> Report:
    """Draw every section in order. ``language`` is a tag such as "en-GB"; the day stands in the file's information."""
    sheet = across(size) if outline.beside else size
    canvas, type_ = TaggedCanvas(sheet, one_line(outline.title), language, day), Typography()
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
