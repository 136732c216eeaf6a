"""Since last time, on one page: what was promised, what changed in each view, and how sure that is."""

from collections.abc import Iterator

from trustcheck.app.presenting.group_change import (
    about,
    headline,
    how_sure,
    most_changed_first,
    printed_row,
    promises_said,
    view_headline,
    view_title,
)
from trustcheck.app.results.group_comparison import GroupComparison, ViewBeside
from trustcheck.charts.then_now import then_now, then_now_key
from trustcheck.report.document.parts import Beside, Figure, Heading, Panel, Part, Section, Words
from trustcheck.report.sections.group.section_input import SectionInput
from trustcheck.words import gettext as _

_TYPES = (9.4, 8.8, 8.4, 8.0)
"""Of the charts: the first with which all of it stays on one page. From the third on rows stand close."""


def since(wanted: SectionInput) -> Section | None:
    found = wanted.result.since
    if found is None:
        return None
    name = _("Since last time")
    parts, *tighter = (tuple(_parts(found, wanted.width, size)) for size in _TYPES)
    return Section("since", name, headline(found), parts, name, tighter=tuple(tighter))


def _parts(found: GroupComparison, width: float, size: float) -> Iterator[Part]:
    yield Words(about(found), "quiet", gap=4)
    promised = promises_said(found)
    if promised:
        yield Panel(tuple(Words(each, "compact", gap=2) for each in promised), "mark", gap=8)
    for view in found.views:
        if view.changes:
            yield from _view(found, view, width, size)
    sure = tuple(how_sure(found))
    if sure:
        yield Panel(tuple(Words(each, "small", gap=2) for each in sure), "strip", gap=8)


def _view(found: GroupComparison, view: ViewBeside, width: float, size: float) -> Iterator[Part]:
    title = Heading(view_title(found, view), 4)
    if view is found.first:
        legend = Figure(then_now_key(found.then_on, found.now_on, 0.45 * width, size), gap=0)
        yield Beside(((title,), (legend,)), (0.55, 0.45), 0, gap=9)
    else:
        yield title
        yield Words(_("{finding}.").format(finding=view_headline(found, view)), "compact", gap=1, sticks=True)
    rows = [printed_row(each) for each in (*view.pillars, *most_changed_first(view.themes))]
    yield Figure(then_now(rows, width, size=size, tight=size < _TYPES[1]), gap=2)
