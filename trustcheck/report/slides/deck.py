"""What stands on the wall in a session, as a presentation: whoever leads it can show it from another program, or add to
it. python-pptx is loaded when the first one is made.

What the result says stands on a slide of its own, after the one that asks: it comes uncovered no sooner than there.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from trustcheck.app.ports import Progress, Refused, ReportOptions
from trustcheck.app.presenting.facilitating import Reactions
from trustcheck.app.presenting.promises import in_a_line
from trustcheck.app.results.group import GroupResult
from trustcheck.app.results.personal import PersonalResult
from trustcheck.app.workshop.session import arranged, chosen
from trustcheck.app.workshop.slide import LineRole, Slide
from trustcheck.app.workshop.slides import decided_words, deck
from trustcheck.charts.group_profile import mark
from trustcheck.charts.scene import ChartCells, Label, Scene
from trustcheck.domain.checks.group_round import people
from trustcheck.report.document.unseen import without_unseen
from trustcheck.report.layout.packed import without_clock
from trustcheck.report.maker import language_tag
from trustcheck.report.pdf.lines import broken
from trustcheck.report.pdf.paper import paper_inks
from trustcheck.report.pdf.typography import Style, Typography
from trustcheck.report.slides.chart_shapes import PLAIN, SERIF, as_colour, draw_chart, plain_box, without_style
from trustcheck.words import gettext as _

WIDE, HIGH = 960.0, 540.0
"""Points of a slide."""
_SIDE, _TOP, _FOOT = 48.0, 34.0, 44.0
_SMALLEST = HIGH / 33
_KEY_ROOM = 180.0
_NARROWER = 0.88
"""Lines are broken earlier than they would have to be: the reader's typeface may be wider than the one measured."""
_STEPS = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.42, 0.35)
"""Scales that are tried until everything has room."""
_TITLE_ONLY = 5
"""Of the layouts that every presentation begins with."""
_FACES = {"serif-strong": (SERIF, True), "sans-strong": (PLAIN, True), "sans": (PLAIN, False)}


_LOOKS: dict[LineRole, tuple[str, float, str, float]] = {
    LineRole.NAME: ("sans-strong", _SMALLEST, "accent", 0),
    LineRole.QUESTION: ("serif-strong", 31, "ink", 12),
    LineRole.RECALLED: ("sans", 18, "ink2", 9),
    LineRole.FINDING: ("serif-strong", 27, "ink", 12),
    LineRole.TOLD: ("sans", 18, "ink", 9),
    LineRole.LINE: ("sans", 20, "ink", 16),
    LineRole.DECIDED: ("sans", 20, "ink", 16),
}
"""Face, size, ink and the space above of each line."""
_LARGEST = (LineRole.QUESTION, LineRole.FINDING)


@dataclass(frozen=True, slots=True)
class _Lines:
    """Words one below the other. ``before`` is the space above, in points at full size."""

    text: str
    face: str
    size: float
    ink: str
    before: float
    is_title: bool = False


def make_slides(
    result: PersonalResult | GroupResult,
    options: ReportOptions,
    progress: Progress | None = None,
    fonts: Sequence[Path] = (),
) -> bytes:
    """The session's slides as PPTX, in the order and choice that are kept with the check, with notes for whoever leads
    it. ``progress`` is called with (done, of) after each; what it raises ends all.

    Raises :class:`~trustcheck.app.ports.Refused` for a check that one person answered: there is nobody to show it to.
    """
    if isinstance(result, PersonalResult):
        raise Refused(
            _("This check was answered by one person; there are no slides of it."),
            _("Nothing was written."),
            _("Choose a check that several people answered, or make its report."),
        )
    kept = result.workshop
    slides = chosen(arranged(deck(result), kept.order), kept.left_out)
    writer = _Writer(Typography(fonts), options, result)
    for done, slide in enumerate(slides, 1):
        writer.add(slide)
        if progress is not None:
            progress(done, len(slides))
    return writer.finished()


class _Writer:
    """Writes one presentation from its beginning to its end."""

    def __init__(self, type_: Typography, options: ReportOptions, result: GroupResult) -> None:
        self._type, self._inks, self._result = type_, paper_inks(), result
        self._made = Presentation()
        self._made.slide_width, self._made.slide_height = Pt(WIDE), Pt(HIGH)
        about, day = self._made.core_properties, options.date
        about.title = without_unseen(result.summary.organisation.name)
        about.author = about.last_modified_by = about.comments = ""
        about.created = about.modified = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - a day has no zone
        about.revision, about.language = 1, language_tag()

    def finished(self) -> bytes:
        kept = BytesIO()
        self._made.save(kept)
        return without_clock(kept.getvalue())

    def add(self, slide: Slide) -> None:
        self._write(slide, told=False)
        if slide.covers:
            self._write(slide, told=True)

    def _write(self, slide: Slide, *, told: bool) -> None:
        made = self._made.slides.add_slide(self._made.slide_layouts[_TITLE_ONLY])
        above, below = self._above(slide, told=told), list(_below(slide, told=told))
        room = HIGH - _TOP - _FOOT
        for scale in _STEPS:
            draw = slide.draw if told else None
            chart = draw(WIDE - 2 * _SIDE, 1.2 * _SMALLEST * scale) if draw is not None else None
            chart_room = chart.height + 24 * scale if chart is not None else 0.0
            if self._height(above, scale) + chart_room + self._height(below, scale) <= room:
                break
        y = self._put(made, above, scale, _TOP)
        if chart is not None:
            draw_chart(made.shapes, chart, (_SIDE, y + 24 * scale), self._type)
            y += chart_room
        self._put(made, below, scale, max(y, HIGH - _FOOT - self._height(below, scale)))
        self._foot(made)
        if told and slide.marks:
            draw_chart(made.shapes, _key(slide), (WIDE - _SIDE - _KEY_ROOM, _TOP - 4), self._type)
        if slide.notes is not None:
            made.notes_slide.notes_text_frame.text = without_unseen(_noted(slide.notes))

    def _foot(self, made: Any) -> None:
        """A line, and below it which slide this is: the number goes with it when slides are moved."""
        line = made.shapes.add_connector(1, Pt(_SIDE), Pt(HIGH - _FOOT + 8), Pt(WIDE - _SIDE), Pt(HIGH - _FOOT + 8))
        without_style(line)
        line.line.color.rgb, line.line.width = self._colour("line"), Pt(0.75)
        box = made.shapes.add_textbox(Pt(_SIDE), Pt(HIGH - _FOOT + 12), Pt(_KEY_ROOM), Pt(1.3 * _SMALLEST))
        words = plain_box(box.text_frame)
        words._p.append(_number_of_slide(self._inks["ink2"].removeprefix("#")))  # noqa: SLF001 - there is no call for it

    def _colour(self, ink: str) -> Any:
        return as_colour(self._inks[ink])

    def _above(self, slide: Slide, *, told: bool) -> list[_Lines]:
        decided = () if told else self._decided(slide)
        lines = list(slide.above_chart(told=told, decided=decided))
        # The largest is the title by which programs list a slide; where nothing is, what was asked.
        title = next((each for each in lines if each.role in _LARGEST), lines[1])
        return [_Lines(each.text, *_LOOKS[each.role], is_title=each is title) for each in lines]

    def _decided(self, slide: Slide) -> list[str]:
        if slide.id != "promises":
            return []
        decided = [decided_words(each) for each in self._result.workshop.decisions]
        return decided or [in_a_line(each.text, each.who, each.look_again_on) for each in self._result.promises]

    def _broken(self, lines: _Lines, scale: float) -> int:
        style = Style(lines.face, lines.size * scale, 0.0)
        return len(broken(lines.text, style, _NARROWER * (WIDE - 2 * _SIDE), self._type))

    def _height(self, blocks: Sequence[_Lines], scale: float) -> float:
        return sum(scale * (each.before + 1.25 * each.size * self._broken(each, scale)) for each in blocks)

    def _put(self, made: Any, blocks: Sequence[_Lines], scale: float, y: float) -> float:
        """Put the blocks below each other; returns where the last one ends."""
        for each in blocks:
            y += each.before * scale
            high = 1.25 * each.size * scale * self._broken(each, scale)
            box = made.shapes.title if each.is_title else made.shapes.add_textbox(0, 0, 0, 0)
            box.left, box.top, box.width, box.height = (Pt(part) for part in (_SIDE, y, WIDE - 2 * _SIDE, high))
            self._say(box.text_frame, each, scale)
            y += high
        return y

    def _say(self, frame: Any, lines: _Lines, scale: float) -> None:
        run = plain_box(frame).add_run()
        frame.word_wrap = True
        frame.paragraphs[0].alignment, frame.paragraphs[0].line_spacing = 1, 1.0
        run.text = without_unseen(lines.text)
        run.font.name, run.font.bold = _FACES[lines.face]
        run.font.size = Pt(round(lines.size * scale, 1))
        run.font.color.rgb = self._colour(lines.ink)


def _number_of_slide(colour: str) -> Any:
    """A field that the program which shows the slides fills in."""
    size = round(100 * _SMALLEST)
    return parse_xml(
        f'<a:fld {nsdecls("a")} id="{{5F3B8A4E-0C1D-4B6A-9E55-3D1F6B7A2C10}}" type="slidenum"><a:rPr sz="{size}">'
        f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill><a:latin typeface="{PLAIN}"/></a:rPr>'
        "<a:t>1</a:t></a:fld>"
    )


def _below(slide: Slide, *, told: bool) -> Iterator[_Lines]:
    """A question for the room, at the foot of what it asks about."""
    if told and slide.ask:
        yield _Lines(slide.ask, "serif-strong", 18, "ink2", 16)


def _key(slide: Slide) -> Scene:
    """Whose each mark is."""
    size, x, shapes = _SMALLEST, 0.0, list[Any]()
    for each in slide.marks:
        shapes.append(mark(each, x + 0.4 * size, 0.7 * size, 0.4 * size))
        shapes.append(Label(x + 1.1 * size, size, people(each), "ink2", size))
        x += _KEY_ROOM / len(slide.marks)
    said = ", ".join(people(each) for each in slide.marks)
    return Scene(_KEY_ROOM, 1.4 * size, tuple(shapes), said, ChartCells((), ()))


def _noted(notes: Reactions) -> str:
    """What helps whoever leads the talk; it stands in the presentation's notes and on no slide."""
    said = [notes.opening]
    if notes.expect:
        said += [_("You may hear"), *notes.expect]
    if notes.asks:
        said += [_("You could ask"), *notes.asks]
    return "\n".join(each for each in said if each)
