"""A report as a Word document that can be edited: the parts of its outline, one after the other.

python-docx is loaded when the first document is made. What the outline leaves out stands nowhere in it.
"""

import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any, Protocol

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part as PackagePart
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Pt
from docx.text.paragraph import Paragraph

from trustcheck.app.ports import Progress, ReportOptions
from trustcheck.app.results.group import GroupResult
from trustcheck.app.results.personal import PersonalResult
from trustcheck.charts.scene import Scene
from trustcheck.report.document.parts import (
    Beside,
    Bullets,
    Cover,
    Detail,
    Figure,
    Heading,
    Logo,
    Outline,
    Pairs,
    Panel,
    Part,
    RuledLines,
    Section,
    Table,
    Tone,
    Words,
)
from trustcheck.report.layout.chart_pictures import as_png, as_svg, in_paper_inks
from trustcheck.report.layout.packed import without_clock
from trustcheck.report.maker import SIZES, language_tag, outline_of
from trustcheck.report.pdf.paper import paper_inks
from trustcheck.report.pdf.typography import Typography
from trustcheck.report.word.styles import LINES, PANELS, TONES, add_styles, style_of, with_values

_MARGIN = 56.7
"""Points; as on the report's own pages."""
LOGO = (150.0, 50.0)
"""Points of the box that a logo is fitted into."""
_SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
"""Under which Word looks for the vectors of a picture, beside its pixels."""


class Container(Protocol):
    """What paragraphs and tables can be added to: the document, and each cell."""

    def add_paragraph(self, text: str = "", style: Any = None) -> Any: ...
    def add_table(self, rows: int, cols: int) -> Any: ...


def make_word_report(
    result: PersonalResult | GroupResult,
    options: ReportOptions,
    progress: Progress | None = None,
    fonts: Sequence[Path] = (),
) -> bytes:
    """The wanted edition as DOCX. ``progress`` is called with (done, of) after each section; what it raises ends all.

    Raises :class:`~trustcheck.app.refusals.Refused` as the report does.
    """
    outline = outline_of(result, options)
    writer = _Writer(outline, SIZES[options.paper], options, Typography(fonts))
    steps = len(outline.sections) + 1
    for done, section in enumerate(outline.sections, 1):
        writer.section(section, first=done == 1 and outline.cover is None)
        if progress is not None:
            progress(done, steps)
    return writer.finished()


@dataclass(frozen=True, slots=True)
class _Picture:
    """What a picture says, and its vectors where it has any."""

    said: str
    vectors: bytes = b""


@dataclass
class _Writer:
    """Writes one document from its beginning to its end."""

    outline: Outline
    size: tuple[float, float]
    options: ReportOptions
    type: Typography

    def __post_init__(self) -> None:
        self.document, self.inks, self.pictures = Document(), paper_inks(), list[_Picture]()
        self._headed = False
        self.width = self.size[0] - 2 * _MARGIN
        self._page()
        add_styles(self.document, self.inks)
        self._about()
        if self.outline.cover is not None:
            self._cover(self.outline.cover)

    def finished(self) -> bytes:
        if self.outline.dress.last_line:
            self._paragraph(self.document, self.outline.dress.last_line, "small")
        self._finish_pictures()
        self._finish_tables()
        kept = BytesIO()
        self.document.save(kept)
        return without_clock(kept.getvalue())

    # -- the document

    def _page(self) -> None:
        page = self.document.sections[0]
        page.page_width, page.page_height = Pt(self.size[0]), Pt(self.size[1])
        page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Pt(_MARGIN)
        footer = page.footer.paragraphs[0]
        footer.style = self.document.styles["Footer"]
        footer.add_run(f"{self.outline.footer} \u00b7 ")
        footer.add_run()
        _number_pages(list(page.footer.part.element.iter(qn("w:r")))[-1])

    def _about(self) -> None:
        """Nobody's name, no clock, and no word of what made it."""
        about, day = self.document.core_properties, self.options.date
        about.title, about.author, about.last_modified_by, about.comments = self.outline.title, "", "", ""
        about.created = about.modified = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - a day has no zone
        about.language = language_tag()

    def _cover(self, cover: Cover) -> None:
        if cover.logo is not None:
            self._logo(self.document, cover.logo)
        self.document.add_paragraph(cover.title, style="Title")
        if cover.place.strip():
            self._paragraph(self.document, cover.place, "quiet", size=16)
        self._pairs(self.document, Pairs(cover.pairs), self.width)
        closing = self._paragraph(self.document, cover.sentence, "quiet")
        for run in closing.runs:
            run.italic = True
        self._parts(self.document, self.outline.beside.get("cover", ()), self.width)

    def section(self, section: Section, *, first: bool) -> None:
        begins = []
        if section.eyebrow and section.eyebrow != section.title:
            begins.append(self._paragraph(self.document, section.eyebrow, "label"))
            begins[0].paragraph_format.keep_with_next = True
        begins.append(self.document.add_heading(section.title, 1))
        begins[0].paragraph_format.page_break_before = not first and section.share >= 1
        self._headed = False
        self._parts(self.document, section.parts, self.width)
        for part in self.outline.beside.get(section.id, ()):
            self._part(self.document, part, self.width)

    # -- parts

    def _parts(self, place: Container, parts: Sequence[Part], width: float) -> None:
        for part in parts:
            self._part(place, part, width)

    def _part(self, place: Container, part: Part, width: float) -> None:
        writers: dict[type, Callable[[Container, Any, float], None]] = {
            Heading: self._heading,
            Words: self._words,
            Bullets: self._bullets,
            Figure: lambda at, figure, room: self._chart(self._new(at, "Normal"), figure.scene, room),
            Table: self._table,
            Pairs: self._pairs,
            Panel: self._panel,
            Beside: self._beside,
            RuledLines: self._ruled,
            Logo: lambda at, logo, _room: self._logo(at, logo),
        }
        writers[type(part)](place, part, width)

    def _heading(self, place: Container, heading: Heading, _width: float) -> None:
        # What stands under no heading of its section is one step below its title.
        made = self._new(place, f"Heading {(heading.level if self._headed else 3) - 1}")
        self._headed |= heading.level == 3
        made.add_run(heading.text)
        if not isinstance(place, WordDocument):
            # In a cell it would keep a whole row with what comes below.
            made.paragraph_format.keep_with_next = False

    def _words(self, place: Container, words: Words, _width: float) -> None:
        self._paragraph(place, words.text, words.tone, lead=words.lead)

    def _bullets(self, place: Container, bullets: Bullets, _width: float) -> None:
        for item in bullets.items:
            said = self._new(place, "List Bullet")
            said.add_run(item).font.size = Pt(TONES[bullets.tone][0])

    def _ruled(self, place: Container, lines: RuledLines, _width: float) -> None:
        for _line in range(lines.count or lines.fewest):
            place.add_paragraph()

    def _table(self, place: Container, table: Table, width: float) -> None:
        made = self._grid(place, len(table.rows) + 1, table.shares, width)
        made.style = self.document.styles[LINES]
        size = 8.5 if table.small else 9.5
        for cell, words in zip(made.rows[0].cells, table.columns, strict=True):
            cell.paragraphs[0].add_run(words).bold = True
        whole = sum(table.shares)
        for row, said in zip(made.rows[1:], table.rows, strict=True):
            for at, (cell, each) in enumerate(zip(row.cells, said, strict=True)):
                self._cell(cell, each, width * table.shares[at] / whole - 11, bold=at == 0 and not table.even)
        for row in made.rows:
            for cell in row.cells:
                for run in cell.paragraphs[0].runs:
                    run.font.size = Pt(size)
        place.add_paragraph(style=style_of("small"))

    def _cell(self, cell: Any, said: Any, room: float, *, bold: bool) -> None:
        paragraph = cell.paragraphs[0]
        if isinstance(said, Scene):
            self._chart(paragraph, said, room)
        elif isinstance(said, Detail):
            paragraph.add_run(said.text).bold = bold
            paragraph.add_run(f" {said.more}").italic = True
        else:
            paragraph.add_run(said).bold = bold

    def _pairs(self, place: Container, pairs: Pairs, width: float) -> None:
        if not pairs.pairs:
            return
        made = self._grid(place, len(pairs.pairs), (pairs.label_width, width - pairs.label_width), width)
        size = Pt(TONES[pairs.tone][0])
        for row, (label, text) in zip(made.rows, pairs.pairs, strict=True):
            for cell, words, strong in ((row.cells[0], label, True), (row.cells[1], text, False)):
                run = cell.paragraphs[0].add_run(words)
                run.bold, run.font.size = strong, size

    def _panel(self, place: Container, panel: Panel, width: float) -> None:
        made = self._grid(place, 1, (1.0,), width)
        made.style = self.document.styles[PANELS[panel.look]]
        self._parts(made.rows[0].cells[0], panel.parts, width - 12)
        place.add_paragraph(style=style_of("small"))

    def _beside(self, place: Container, beside: Beside, width: float) -> None:
        made = self._grid(place, 1, beside.shares, width)
        whole = sum(beside.shares)
        for cell, parts, share in zip(made.rows[0].cells, beside.columns, beside.shares, strict=True):
            self._parts(cell, parts, width * share / whole - 12)

    def _grid(self, place: Container, rows: int, shares: Sequence[float], width: float) -> Any:
        made = place.add_table(rows, len(shares))
        made.alignment, made.autofit = WD_TABLE_ALIGNMENT.LEFT, False
        # Word goes by the cells, LibreOffice by the columns.
        for column, share in zip(made.columns, shares, strict=True):
            column.width = Pt(width * share / sum(shares))
            for cell in column.cells:
                cell.width = column.width
        return made

    def _new(self, place: Any, style: str) -> Paragraph:
        """The next paragraph of a place; a cell begins with one."""
        begun: list[Paragraph] = [] if isinstance(place, WordDocument) else place.paragraphs
        if len(begun) == 1 and not begun[0].runs and not place.tables:
            begun[0].style = self.document.styles[style]
            return begun[0]
        made: Paragraph = place.add_paragraph(style=style)
        return made

    def _paragraph(self, place: Container, text: str, tone: Tone, *, lead: str = "", size: float = 0.0) -> Paragraph:
        made = self._new(place, style_of(tone))
        if lead:
            made.add_run(f"{lead} ").bold = True
        run = made.add_run(text)
        if size:
            run.font.size = Pt(size)
        return made

    # -- pictures

    def _chart(self, paragraph: Paragraph, scene: Scene, room: float) -> None:
        wide = Emu(int(Pt(min(room, scene.width))))
        paragraph.add_run().add_picture(BytesIO(as_png(scene, self.type)), width=wide)
        vectors = as_svg(scene, self.type, in_paper_inks(), paper="#FFFFFF")
        self.pictures.append(_Picture(scene.sentence, vectors.encode()))

    def _logo(self, place: Container, logo: Logo) -> None:
        from PIL import Image

        pixels, kept = logo.pixels, BytesIO()
        Image.frombytes("RGB", (pixels.width, pixels.height), zlib.decompress(pixels.data)).save(kept, "PNG")
        kept.seek(0)
        width, _height = pixels.fitted(*LOGO)
        self._new(place, "Normal").add_run().add_picture(kept, width=Emu(int(Pt(width))))
        self.pictures.append(_Picture(logo.alt))

    # -- what python-docx has no call for, once everything stands there

    def _finish_pictures(self) -> None:
        """Each gets its words for who cannot see it, its vectors beside its pixels, and no room around it, which
        LibreOffice leaves where none is named."""
        package = self.document.part.package
        drawn = list(self.document.element.body.iter(qn("wp:inline")))
        for number, (shape, picture) in enumerate(zip(drawn, self.pictures, strict=True), 1):
            shape.find(qn("wp:docPr")).set("descr", picture.said)
            for side in ("distT", "distB", "distL", "distR"):
                shape.set(side, "0")
            if picture.vectors:
                name = PackURI(f"/word/media/chart{number}.svg")
                vectors = PackagePart(name, "image/svg+xml", picture.vectors, package)
                known = self.document.part.relate_to(vectors, RELATIONSHIP_TYPE.IMAGE)
                shape.find(f".//{qn('a:blip')}").append(_beside_pixels(known))

    def _finish_tables(self) -> None:
        """The first row of a table is its heading, on each page it goes on to."""
        for table in self.document.element.body.iter(qn("w:tbl")):
            style = table.find(f"{qn('w:tblPr')}/{qn('w:tblStyle')}")
            if style is not None and style.get(qn("w:val")) == self.document.styles[LINES].style_id:
                row = table.find(qn("w:tr"))
                row.insert(0, OxmlElement("w:trPr"))
                row[0].append(OxmlElement("w:tblHeader"))


def _beside_pixels(known: str) -> Any:
    """Under ``known`` stand the vectors of the same picture."""
    extension = OxmlElement("a:ext")
    extension.set("uri", _SVG_EXTENSION)
    extension.append(extension.makeelement(f"{{{_SVG}}}svgBlip", {qn("r:embed"): known}, nsmap={"asvg": _SVG}))
    listed = OxmlElement("a:extLst")
    listed.append(extension)
    return listed


def _number_pages(run: Any) -> None:
    """Have Word put the number of the page there."""
    code = OxmlElement("w:instrText")
    code.text = "PAGE"
    run.extend([with_values("w:fldChar", fldCharType="begin"), code, with_values("w:fldChar", fldCharType="end")])
