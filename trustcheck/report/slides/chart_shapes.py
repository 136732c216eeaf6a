"""A chart's scene as shapes of a presentation, in one group: each can be taken hold of, coloured and moved."""

from collections.abc import Sequence
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Pt

from trustcheck.charts.scene import Scene
from trustcheck.report.layout.blocks import paint
from trustcheck.report.layout.chart_pictures import canvas_of
from trustcheck.report.pdf.lines import TextLine
from trustcheck.report.pdf.paper import PaperCanvas, Size, paper_inks
from trustcheck.report.pdf.tagged import TaggedCanvas
from trustcheck.report.pdf.typography import Style, Typography

PLAIN, SERIF = "Calibri", "Georgia"
_ALIGNED = {"start": PP_ALIGN.LEFT, "middle": PP_ALIGN.CENTER, "end": PP_ALIGN.RIGHT}
_SLACK = 1.12
"""Of the room for words: another typeface than the one that was measured may be wider."""
_ASCENT = 0.95
"""From the top of a line in these typefaces to what its letters stand on, in sizes of type."""
_FINE = 100
"""Parts of a point that the corners of a shape are told in."""


def draw_chart(shapes: Any, scene: Scene, at: tuple[float, float], type_: Typography) -> None:
    """Put a scene on a slide, its top left corner ``at`` (x, y) in points. Its sentence is the group's description."""
    group = shapes.add_group_shape()
    paint(_Drawing(canvas_of(scene), type_, (scene.width, scene.height), group.shapes), scene, *at)
    described = group.element.nvGrpSpPr.cNvPr
    described.set("descr", scene.sentence)


class _Drawing(PaperCanvas):
    """Takes what is painted as shapes; nothing of it reaches a page."""

    def __init__(self, canvas: TaggedCanvas, type_: Typography, size: Size, shapes: Any) -> None:
        super().__init__(canvas, type_, size)
        self._colours, self._shapes = paper_inks(), shapes

    def line(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        ink: str,
        width: float = 0.75,
        *,
        dashed: bool = False,
    ) -> None:
        made = self._shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *(Pt(each) for each in (*start, *end)))
        without_style(made)
        made.line.color.rgb, made.line.width = self._colour(ink), Pt(width)
        if dashed:
            made.line.dash_style = MSO_LINE.DASH

    def polygon(self, points: Sequence[tuple[float, float]], ink: str) -> None:
        made = self._freeform(points, closed=True)
        self._fill(made, ink)

    def stroke(self, points: Sequence[tuple[float, float]], ink: str, width: float) -> None:
        made = self._freeform(points, closed=False)
        without_style(made)
        made.fill.background()
        made.line.color.rgb, made.line.width = self._colour(ink), Pt(width)

    def circle(self, x: float, y: float, radius: float, ink: str, edge: str = "", width: float = 1.0) -> None:
        place = (Pt(x - radius), Pt(y - radius), Pt(2 * radius), Pt(2 * radius))
        self._fill(self._shapes.add_shape(MSO_SHAPE.OVAL, *place), ink, edge, width)

    def box(
        self, x: float, y: float, size: Size, ink: str, *, round_: float = 0.0, edge: str = "", edge_width: float = 1.0
    ) -> None:
        kind = MSO_SHAPE.ROUNDED_RECTANGLE if round_ else MSO_SHAPE.RECTANGLE
        made = self._shapes.add_shape(kind, Pt(x), Pt(y), Pt(size[0]), Pt(size[1]))
        if round_ and min(size) > 0:
            made.adjustments[0] = min(0.5, round_ / min(size))
        self._fill(made, ink, edge, edge_width)

    def label(self, x: float, baseline: float, line: TextLine, style: Style) -> None:
        room = _SLACK * line.width + 2
        left = x - room * {"start": 0.0, "middle": 0.5, "end": 1.0}[style.align]
        words = "".join(text for _face, text in line.pieces)
        high = 1.3 * style.size
        made = self._shapes.add_textbox(Pt(left), Pt(baseline - _ASCENT * style.size), Pt(room), Pt(high))
        run = plain_box(made.text_frame).add_run()
        made.text_frame.word_wrap = False
        run.text = words
        made.text_frame.paragraphs[0].alignment = _ALIGNED[style.align]
        run.font.size, run.font.color.rgb = Pt(style.size), self._colour(style.ink)
        run.font.name = SERIF if style.face.startswith("serif") else PLAIN
        run.font.bold = style.face != "sans"

    def _freeform(self, points: Sequence[tuple[float, float]], *, closed: bool) -> Any:
        (x, y), *others = [(round(x * _FINE), round(y * _FINE)) for x, y in points]
        building = self._shapes.build_freeform(x, y, scale=Pt(1) / _FINE)
        building.add_line_segments(others, close=closed)
        return building.convert_to_shape()

    def _fill(self, made: Any, ink: str, edge: str = "", width: float = 1.0) -> None:
        without_style(made)
        made.fill.solid()
        made.fill.fore_color.rgb = self._colour(ink)
        if edge:
            made.line.color.rgb, made.line.width = self._colour(edge), Pt(width)
        else:
            made.line.fill.background()

    def _colour(self, ink: str) -> Any:
        return as_colour(self._colours[ink])


def without_style(made: Any) -> None:
    """Nothing of the theme's: no shadow, no outline that was not drawn."""
    style = made.element.find(qn("p:style"))
    if style is not None:
        made.element.remove(style)


def as_colour(written: str) -> Any:
    """``#RRGGBB`` as the library has it, whose maker of colours says no types."""
    make: Any = RGBColor.from_string
    return make(written.removeprefix("#"))


def plain_box(frame: Any) -> Any:
    """The first paragraph of a text box that keeps its size and has no room around its words."""
    frame.auto_size, frame.vertical_anchor = MSO_AUTO_SIZE.NONE, MSO_ANCHOR.TOP
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    return frame.paragraphs[0]
