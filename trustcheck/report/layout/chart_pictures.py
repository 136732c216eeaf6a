"""A chart's scene as a picture for a document: drawn as vectors, and as pixels for readers that show no vectors."""

from collections.abc import Callable, Sequence
from datetime import date
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr

from trustcheck.charts.scene import Scene
from trustcheck.report.layout.blocks import paint
from trustcheck.report.pdf.lines import TextLine
from trustcheck.report.pdf.paper import PaperCanvas, Size, paper_inks
from trustcheck.report.pdf.tagged import TaggedCanvas
from trustcheck.report.pdf.typography import Style, Typography

PIXELS_A_POINT = 3.0
"""216 to the inch: sharp in print."""
_DAY = date(2000, 1, 1)
"""Of a file that nobody keeps."""
_FACES = {"sans": "", "sans-medium": ' font-weight="500"', "sans-strong": ' font-weight="600"'}
_SERIF = ' font-family="Source Serif 4, Georgia, serif" font-weight="600"'


Inked = Callable[[str, str], str]
"""What makes the inks of a fill and of a stroke, each a name or empty, into attributes of a shape."""


class _Drawing(PaperCanvas):
    """Takes what is painted as SVG; nothing of it reaches a page."""

    def __init__(self, canvas: TaggedCanvas, type_: Typography, size: Size, inked: Inked) -> None:
        super().__init__(canvas, type_, size)
        self._inked, self.shapes = inked, list[str]()

    def line(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        ink: str,
        width: float = 0.75,
        *,
        dashed: bool = False,
    ) -> None:
        dash = ' stroke-dasharray="2 2"' if dashed else ""
        places = f'x1="{start[0]:.2f}" y1="{start[1]:.2f}" x2="{end[0]:.2f}" y2="{end[1]:.2f}"'
        self.shapes.append(f'<line {places} {self._inked("", ink)} stroke-width="{width:.4g}"{dash}/>')

    def polygon(self, points: Sequence[tuple[float, float]], ink: str) -> None:
        self.shapes.append(f'<polygon points="{_places(points)}" {self._inked(ink, "")}/>')

    def stroke(self, points: Sequence[tuple[float, float]], ink: str, width: float) -> None:
        look = f'{self._inked("none", ink)} stroke-width="{width:.4g}" stroke-linecap="round"'
        self.shapes.append(f'<polyline points="{_places(points)}" {look} stroke-linejoin="round"/>')

    def circle(self, x: float, y: float, radius: float, ink: str, edge: str = "", width: float = 1.0) -> None:
        self.shapes.append(f'<circle cx="{x:.2f}" cy="{y:.2f}" r="{radius:.2f}" {self._edged(ink, edge, width)}/>')

    def box(
        self, x: float, y: float, size: Size, ink: str, *, round_: float = 0.0, edge: str = "", edge_width: float = 1.0
    ) -> None:
        corner = f' rx="{min(round_, size[0] / 2, size[1] / 2):.2f}"' if round_ else ""
        place = f'x="{x:.2f}" y="{y:.2f}" width="{size[0]:.2f}" height="{size[1]:.2f}"{corner}'
        self.shapes.append(f"<rect {place} {self._edged(ink, edge, edge_width)}/>")

    def label(self, x: float, baseline: float, line: TextLine, style: Style) -> None:
        face = _SERIF if style.face.startswith("serif") else _FACES.get(style.face, "")
        look = f'font-size="{style.size:.4g}" {self._inked(style.ink, "")} text-anchor="{style.align}"{face}'
        # In another typeface it would be wider than the room that was measured for it.
        room = f' textLength="{line.width:.2f}" lengthAdjust="spacingAndGlyphs"' if line.width else ""
        said = escape("".join(text for _face, text in line.pieces))
        self.shapes.append(f'<text x="{x:.2f}" y="{baseline:.2f}" {look}{room}>{said}</text>')

    def _edged(self, ink: str, edge: str, width: float) -> str:
        return self._inked(ink, edge) + (f' stroke-width="{width:.4g}"' if edge else "")


def in_paper_inks() -> Inked:
    """Colours, for a picture that stands alone."""
    colours = paper_inks()

    def inked(fill: str, stroke: str) -> str:
        shown = (("fill", fill), ("stroke", stroke))
        return " ".join(f'{name}="{colours.get(ink, ink)}"' for name, ink in shown if ink)

    return inked


def in_named_inks(used: dict[str, None]) -> Inked:
    """Classes, for a page that says what each ink is by day, in the evening and on paper; ``used`` gathers them."""

    def inked(fill: str, stroke: str) -> str:
        used.update(dict.fromkeys(each for each in (fill, stroke) if each not in ("", "none")))
        plain = ' fill="none"' if fill == "none" else ""
        classes = [f"f-{fill}"] * (fill not in ("", "none")) + [f"s-{stroke}"] * bool(stroke)
        return f'class="{" ".join(classes)}"{plain}'

    return inked


def as_svg(scene: Scene, type_: Typography, inked: Inked, paper: str = "") -> str:
    """With its sentence as its name; its words are text, in the house's typeface where the reader has it. ``paper`` is
    the colour behind it; empty where it stands on a page's own ground."""
    drawing = _Drawing(canvas_of(scene), type_, (scene.width, scene.height), inked)
    paint(drawing, scene, 0.0, 0.0)
    wide, high = f"{scene.width:.2f}", f"{scene.height:.2f}"
    size = f'width="{wide}pt" height="{high}pt" viewBox="0 0 {wide} {high}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-label={quoteattr(scene.sentence)}'
    face = ' font-family="Source Sans 3, Calibri, Carlito, sans-serif"'
    ground = f'<rect width="{wide}" height="{high}" fill="{paper}"/>' if paper else ""
    return "".join((head, face, ">", ground, *drawing.shapes, "</svg>"))


def as_png(scene: Scene, type_: Typography) -> bytes:
    """:data:`PIXELS_A_POINT` pixels for each point, on white."""
    from pypdfium2 import PdfDocument

    canvas = canvas_of(scene)
    paper = PaperCanvas(canvas, type_, (scene.width, scene.height))
    with paper.marked(None):
        paint(paper, scene, 0.0, 0.0)
    canvas.showPage()
    document, kept = PdfDocument(canvas.finished()), BytesIO()
    try:
        document[0].render(scale=PIXELS_A_POINT).to_pil().save(kept, "PNG", optimize=True)
    finally:
        document.close()
    return kept.getvalue()


def canvas_of(scene: Scene) -> TaggedCanvas:
    """Where what is painted as something else would have gone."""
    return TaggedCanvas((scene.width, scene.height), "", "en", _DAY)


def _places(points: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{x:.2f},{y:.2f}" for x, y in points)
