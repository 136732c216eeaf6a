"""An outline to the bytes of a PDF."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from trustcheck.app.ports import Progress, Report
from trustcheck.report.annotations import Annotations, across
from trustcheck.report.blocks import Block
from trustcheck.report.cover import draw_cover, draw_footer, draw_last_line
from trustcheck.report.flow import MARGIN, Flow
from trustcheck.report.lines import one_line
from trustcheck.report.pages import Layout
from trustcheck.report.paper import Paper, Size
from trustcheck.report.parts import Outline, Section
from trustcheck.report.structure import Element
from trustcheck.report.tagged import TaggedCanvas
from trustcheck.report.typography import Typography


def printed(outline: Outline, size: Size, day: date, language: str, progress: Progress | None = None) -> Report:
    """Draw every section in order. ``language`` is a tag such as "en-GB"; the day stands in the file's information."""
    sheet = across(size) if outline.beside else size
    canvas, type_ = TaggedCanvas(sheet, one_line(outline.title), language, day), Typography()
    paper, layout = Paper(canvas, type_, size, outline.dress), Layout(type_)
    notes = Annotations(Paper(canvas, type_, sheet, outline.dress), layout, size, outline.beside)
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
        blocks = _fitted(layout, section, width, root, flow.full)
        torn = section.whole and flow.room < _height(blocks) <= flow.full
        if not flow.at_top and (torn or flow.room < section.share * flow.full):
            flow.new_page()
        flow.place(blocks, section.id)
        step()


def _fitted(layout: Layout, section: Section, width: float, root: Element, full: float) -> list[Block]:
    """A section's blocks, in the first of its forms that keeps to one page; in the roomiest where none does."""
    blocks = layout.section(section, width, root)
    if not section.tighter or _height(blocks) <= full:
        return blocks
    roomiest = root.kids[-1]
    for parts in section.tighter:
        root.kids.pop()
        tried = layout.section(replace(section, parts=parts), width, root)
        if _height(tried) <= full:
            return tried
    root.kids[-1] = roomiest
    return blocks


def _height(blocks: list[Block]) -> float:
    return sum(block.height + (block.before if number else 0.0) for number, block in enumerate(blocks))


def _counter(progress: Progress | None, of: int) -> Callable[[], None]:
    done = iter(range(1, of + 1))

    def step() -> None:
        if progress is not None:
            progress(next(done), of)

    return step
