"""The floor of the report: the same texts, tables and charts drawn straight with ReportLab, without tags.

What anybody would write with Platypus: paragraphs, tables, a flowable that draws a chart on the canvas.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from io import BytesIO
from typing import Any
from unittest.mock import patch
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, KeepTogether, PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table

from trustcheck import assets
from trustcheck.charts.scene import Box, Diamond, Dot, Label, Line, Scene, Square
from trustcheck.report.document import parts as p
from trustcheck.report.layout.blocks import Block
from trustcheck.report.layout.pages import STYLES, Layout
from trustcheck.report.layout.printing import Flow
from trustcheck.report.pdf.paper import paper_inks
from trustcheck.report.pdf.typography import FILES, Style

_FACES = {"regular": "sans", "medium": "sans-medium", "strong": "sans-strong", "serif": "serif-strong"}


def register_faces() -> None:
    for name in ("sans", "sans-medium", "sans-strong", "sans-italic", "serif", "serif-strong", "serif-italic"):
        pdfmetrics.registerFont(TTFont(name, str(assets.path("fonts", FILES[name]))))


@contextmanager
def told_what_is_printed() -> Iterator[list[p.Section]]:
    """Collects the sections of the report that is made inside, each in the form that found room."""
    laid: list[tuple[p.Section, Sequence[Block]]] = []
    printed: list[p.Section] = []
    lay, place = Layout.section, Flow.place

    def section(self: Layout, section: p.Section, *args: Any, **more: Any) -> list[Block]:
        blocks = lay(self, section, *args, **more)
        laid.append((section, blocks))
        return blocks

    def placed(self: Flow, blocks: Sequence[Block], name: str = "") -> None:
        printed.extend(each for each, of_it in laid if of_it is blocks)
        place(self, blocks, name)

    with patch.object(Layout, "section", section), patch.object(Flow, "place", placed):
        yield printed


class Chart(Flowable):  # type: ignore[misc]
    def __init__(self, scene: Scene, inks: dict[str, Any]) -> None:
        super().__init__()
        self.scene, self.inks, self.width, self.height = scene, inks, scene.width, scene.height

    def draw(self) -> None:
        for shape in self.scene.shapes:
            self._draw(shape)

    def _draw(self, shape: Any) -> None:
        canvas, top, ink = self.canv, self.height, self.inks[shape.ink]
        canvas.setFillColor(ink)
        canvas.setStrokeColor(ink)
        match shape:
            case Line():
                canvas.setLineWidth(shape.width)
                canvas.line(shape.x1, top - shape.y1, shape.x2, top - shape.y2)
            case Dot():
                canvas.circle(shape.x, top - shape.y, shape.radius, stroke=int(shape.ring), fill=int(not shape.ring))
            case Square() | Diamond():
                side = 2 * shape.radius
                canvas.rect(shape.x - shape.radius, top - shape.y - shape.radius, side, side, fill=0)
            case Box():
                canvas.roundRect(
                    shape.x, top - shape.y - shape.height, shape.width, shape.height, shape.round, stroke=0, fill=1
                )
            case Label():
                canvas.setFont(_FACES[shape.weight], shape.size)
                draw = {"start": canvas.drawString, "end": canvas.drawRightString, "middle": canvas.drawCentredString}
                draw[shape.anchor](shape.x, top - shape.y, shape.text)


class PlainReport:
    """Turns an outline into flowables."""

    def __init__(self, outline: p.Outline, size: tuple[float, float], day: date) -> None:
        self.outline, self.size, self.day = outline, size, day
        self.inks = {name: HexColor(colour) for name, colour in paper_inks().items()}
        self.styles = {name: self._style(name, style) for name, style in STYLES.items()}

    def _style(self, name: str, style: Style) -> ParagraphStyle:
        colour = self.inks[style.ink]
        return ParagraphStyle(
            name, fontName=style.face, fontSize=style.size, leading=style.leading, textColor=colour, spaceBefore=6
        )

    def pdf(self) -> bytes:
        file = BytesIO()
        document = SimpleDocTemplate(
            file,
            pagesize=self.size,
            leftMargin=50,
            rightMargin=50,
            topMargin=50,
            bottomMargin=50,
            initialFontName="sans",
        )
        story: list[Any] = self.cover(self.outline.cover) if self.outline.cover else []
        for section in self.outline.sections:
            story.append(PageBreak() if section.share == 1 else Spacer(1, 24))
            story += [self.words(section.eyebrow, "eyebrow"), self.words(section.title, "title")]
            story += self.flowables(section.parts, self.size[0] - 112)
        document.build(story, onLaterPages=self.footer)
        return file.getvalue()

    def cover(self, cover: p.Cover) -> list[Any]:
        pairs = [self.words(f"{label} {text}", "body") for label, text in cover.pairs]
        head = [self.words(cover.title, "title"), self.words(cover.place, "body")]
        return [*head, *pairs, self.words(cover.sentence, "body")]

    def footer(self, canvas: Any, document: Any) -> None:
        canvas.setFont("sans", 8.5)
        canvas.line(56, 44, self.size[0] - 56, 44)
        canvas.drawString(56, 30, self.outline.footer)
        canvas.drawRightString(self.size[0] - 56, 30, str(document.page))

    def words(self, text: str, style: str, lead: str = "") -> Any:
        markup = f'<font name="sans-strong">{escape(lead)}</font> {escape(text)}' if lead else escape(text)
        return Paragraph(markup, self.styles[style])

    def flowables(self, parts: tuple[p.Part, ...], width: float) -> list[Any]:
        return [each for part in parts for each in self.flowable(part, width)]

    def flowable(self, part: p.Part, width: float) -> list[Any]:
        match part:
            case p.Heading():
                return [self.words(part.text, f"heading{part.level}")]
            case p.Words():
                return [self.words(part.text, part.tone, part.lead)]
            case p.Bullets():
                return [self.words(item, part.tone, "–") for item in part.items]
            case p.Figure():
                return [Chart(part.scene, self.inks)]
            case p.Pairs():
                rows = [[self.words(label, "label"), self.words(text, part.tone)] for label, text in part.pairs]
                return [Table(rows, [part.label_width, width - part.label_width])]
            case p.Panel():
                return [KeepTogether(self.flowables(part.parts, width))]
            case p.Beside():
                total = sum(part.shares)
                widths = [width * share / total for share in part.shares]
                cells = [self.flowables(col, own - 12) for col, own in zip(part.columns, widths, strict=True)]
                return [Table([cells], widths)]
            case p.Table():
                return [self.table(part, width)]
            case p.RuledLines():
                return [Spacer(1, 17 * max(part.count, part.fewest))]
        return []

    def table(self, part: p.Table, width: float) -> Table:
        rows = [[self.words(name, "head") for name in part.columns]]
        base = "annex" if part.small else "cell"
        rows += [[self.cell(cell, base) for cell in row] for row in part.rows]
        total = sum(part.shares)
        style = [("LINEABOVE", (0, 1), (-1, -1), 0.75, self.inks["line"]), ("VALIGN", (0, 0), (-1, -1), "TOP")]
        style += [("TOPPADDING", (0, 0), (-1, -1), 2), ("BOTTOMPADDING", (0, 0), (-1, -1), 2)]
        return Table(rows, [width * share / total for share in part.shares], repeatRows=1, style=style)

    def cell(self, cell: p.TableCell, base: str) -> Any:
        if isinstance(cell, Scene):
            return Chart(cell, self.inks)
        if isinstance(cell, p.Detail):
            markup = f'{escape(cell.text)} <font name="sans-italic">{escape(cell.more)}</font>'
            return Paragraph(markup, self.styles[base])
        return self.words(cell, base)
