"""Cards to print and cut: each lets one person into a room for phones."""

from collections.abc import Sequence
from pathlib import Path

from trustcheck.app.collecting.phone_room import CheckForPhones, shown_code, way_in
from trustcheck.app.ports import Paper, Report
from trustcheck.charts.qr import QUIET, modules
from trustcheck.report.maker import SIZES
from trustcheck.report.pdf.lines import TextLine, broken, cut, one_line
from trustcheck.report.pdf.paper import PaperCanvas
from trustcheck.report.pdf.tagged import Element, TaggedCanvas
from trustcheck.report.pdf.typography import Style, Typography
from trustcheck.words import gettext as _

ACROSS, DOWN = 2, 5
_MARGIN = 28.0
_INSIDE = 12.0
_CODE = Style("sans-strong", 16, 20)
"""Nine of the widest signs stand in one line."""
_ADDRESS = Style("sans-strong", 10.5, 13, "accent")
_WHERE = Style("sans", 9.5, 12, "ink2")
_SAID = Style("sans", 9, 11, "ink2")


def make_room_cards(
    check: CheckForPhones, door: str, codes: Sequence[str], paper: Paper = Paper.A4, fonts: Sequence[Path] = ()
) -> Report:
    """Ten cards to a page, with dashed lines to cut along. The same codes give the same bytes.

    ``fonts`` are folders of this computer, looked through for what ours lack.
    """
    size = SIZES[paper]
    name = one_line(check.summary.organisation.name)
    title = _("Cards for phones, {place}").format(place=name)
    canvas = TaggedCanvas(size, title, check.questionnaire.language, check.summary.started_on)
    type_ = Typography(fonts)
    sheet = PaperCanvas(canvas, type_, size)
    wide, high = ((each - 2 * _MARGIN) / parts for each, parts in zip(size, (ACROSS, DOWN), strict=True))
    for at, code in enumerate(codes):
        place = at % (ACROSS * DOWN)
        if at and not place:
            canvas.showPage()
        left, top = _MARGIN + place % ACROSS * wide, _MARGIN + place // ACROSS * high
        with sheet.marked(None):
            sheet.frame(left, top, (wide, high), "line_strong")
        _card(sheet, canvas.root.add("Sect"), (left, top, wide, high), (name, door, code))
    canvas.showPage()
    return Report(canvas.finished(), canvas.page_count, tuple(type_.unprintable))


def _card(
    sheet: PaperCanvas, within: Element, place: tuple[float, float, float, float], says: tuple[str, str, str]
) -> None:
    left, top, wide, high = place
    name, door, code = says
    side = min(high - 2 * _INSIDE, wide * 0.42)
    words = _("QR code that opens {address} with the code {code}").format(address=door, code=shown_code(code))
    with sheet.marked(within.add("Figure", alt=words)):
        _qr(sheet, (left + _INSIDE, top + (high - side) / 2), side, way_in(door, code))
    begin, room = left + side + 1.5 * _INSIDE, wide - side - 2.5 * _INSIDE
    said = _("Lets one person in, once. It says nothing of who you are. Others on this Wi-Fi could read along.")
    lines = (
        (shown_code(code), _CODE, 1),
        (door, _ADDRESS, 1),
        (name, _WHERE, 2),
        (said, _SAID, 8),
    )
    below = top + _INSIDE
    for text, style, most in lines:
        fitting = (cut if style is _WHERE else _whole)(text, style, room, sheet.type, most)
        with sheet.marked(within.add("P")):
            sheet.text(begin, below, fitting, style)
        below += len(fitting) * style.leading + 3


def _whole(text: str, style: Style, width: float, type_: Typography, _most: int) -> tuple[TextLine, ...]:
    return broken(text, style, width, type_)


def _qr(sheet: PaperCanvas, corner: tuple[float, float], side: float, text: str) -> None:
    """Dark modules side by side are one bar: paper shows no seams then."""
    rows = modules(text)
    step = side / (len(rows) + 2 * QUIET)
    for y, row in enumerate(rows, QUIET):
        begin = None
        for x, dark in enumerate((*row, False), QUIET):
            if dark and begin is None:
                begin = x
            elif not dark and begin is not None:
                at = (corner[0] + begin * step, corner[1] + y * step)
                sheet.box(*at, ((x - begin) * step, step * 1.02), "ink")
                begin = None
