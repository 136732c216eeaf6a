"""The cover: the mark, whose report it is, and what it is not. No number stands on it."""

from trustcheck.report.document.parts import Cover, Logo
from trustcheck.report.pdf.lines import broken, cut, one_line
from trustcheck.report.pdf.logo import BOX
from trustcheck.report.pdf.paper import PaperCanvas
from trustcheck.report.pdf.tagged import Element
from trustcheck.report.pdf.typography import Style

_TITLE = Style("serif-strong", 44, 50)
_PLACE = Style("serif", 22, 28, "ink2")
_LABEL = Style("sans-strong", 10.5, 15, "ink2")
_FACT = Style("sans", 10.5, 15)
_SENTENCE = Style("serif-italic", 12, 17, "ink2")
_LABELS = 112.0
MOST_LINES = 3
_MARK = 34.0


def draw_cover(paper: PaperCanvas, cover: Cover, margin: float) -> None:
    """One page, whatever people wrote: very long entries are cut here and stand in full on the page on method."""
    sect = paper.canvas.root.add("Sect")
    width = paper.width - 2 * margin
    paper.canvas.bookmark(cover.title, 0)
    if cover.logo is not None:
        _draw_logo(paper, sect, cover.logo, margin)
    with paper.marked(None):
        draw_mark(paper, margin, 0.34 * paper.height)
    top = 0.34 * paper.height + 34
    top = _put(paper, sect.add("H1"), (margin, top), cover.title, _TITLE, width)
    if cover.place.strip():
        top = _put(paper, sect.add("P"), (margin, top + 2), one_line(cover.place), _PLACE, width)
    top += 18
    with paper.marked(None):
        paper.line((margin, top), (margin + width, top), "line", 1)
    top += 14
    table = sect.add("Table")
    for label, text in cover.pairs:
        row = table.add("TR")
        head = row.add("TH", attributes="<</O /Table /Scope /Row>>")
        _put(paper, head, (margin, top), label, _LABEL, _LABELS)
        place = (margin + _LABELS, top)
        top = _put(paper, row.add("TD"), place, text, _FACT, width - _LABELS) + 4
    lines = broken(cover.sentence, _SENTENCE, width - 60, paper.type)
    top = paper.height - margin - 24 - len(lines) * _SENTENCE.leading
    _put(paper, sect.add("P"), (margin, top), cover.sentence, _SENTENCE, width - 60, len(lines))


def _draw_logo(paper: PaperCanvas, parent: Element, logo: Logo, margin: float) -> None:
    figure = parent.add("Figure", one_line(logo.alt), "<</O /Layout /Placement /Block>>")
    with paper.marked(figure):
        paper.picture(margin, margin, logo.pixels.fitted(*BOX), logo.pixels)


def _put(
    paper: PaperCanvas,
    element: Element,
    place: tuple[float, float],
    text: str,
    style: Style,
    width: float,
    most: int = MOST_LINES,
) -> float:
    """Write a text and give back where it ends."""
    lines = cut(text, style, width, paper.type, most)
    with paper.marked(element):
        paper.text(*place, lines, style)
    return place[1] + len(lines) * style.leading


def draw_mark(paper: PaperCanvas, x: float, y: float, height: float = _MARK) -> None:
    """Two dots joined by a line, one filled and one hollow."""
    radius, width = 0.36 * height, 1.75 * height
    paper.line((x + 2 * radius, y), (x + width - 2 * radius, y), "ink", 0.11 * height)
    paper.circle(x + radius, y, radius, "accent")
    paper.circle(x + width - radius, y, radius - 0.075 * height, "surface", "staff", 0.15 * height)


def draw_last_line(paper: PaperCanvas, text: str, margin: float) -> None:
    """The small mark and a line of words below the last page's footer."""
    style, y = Style("sans", 8.5, 12, "ink3"), paper.height - 24
    with paper.marked(None):
        draw_mark(paper, margin, y + 6, 8.0)
        paper.words(margin + 20, y, text, style)


def draw_footer(paper: PaperCanvas, text: str, number: int, margin: float) -> None:
    """A line, what the report is, and the page's number. The same words on every page, so no part of the text."""
    bottom, right = paper.height - 44, paper.width - margin
    left_style, number_style = Style("sans", 8.5, 12, "ink3"), Style("sans-strong", 9, 12, "ink2", "end")
    with paper.marked(None):
        paper.line((margin, bottom), (right, bottom), "line")
        lines = broken(one_line(text), left_style, right - margin - 40, paper.type)
        paper.text(margin, bottom + 7, lines[:1], left_style)
        paper.words(right, bottom + 7, str(number), number_style)
