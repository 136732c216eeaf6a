"""Since last time, on one page: what was promised, what changed in each view, and how sure that is."""

from collections.abc import Iterator
from dataclasses import dataclass

from trustcheck.app.presenting.group_change import (
    about,
    about_promises,
    headline,
    how_sure,
    is_the_same,
    most_changed_first,
    printed_row,
    promises_moved,
    promises_said,
    promises_title,
    same_in_a_line,
    view_headline,
    view_title,
)
from trustcheck.app.results.group_comparison import GroupComparison, ViewBeside
from trustcheck.charts.then_now import then_now, then_now_key
from trustcheck.report.document.parts import Beside, Bullets, Figure, Heading, Panel, Part, Section, Tone, Words
from trustcheck.report.sections.group.section_input import SectionInput
from trustcheck.words import gettext as _


@dataclass(frozen=True, slots=True)
class _Length:
    """How close it is set, so that all of it stays on one page."""

    size: float
    """Of the charts."""
    tight: bool = False
    brief_from: int = 2
    """From this view on, counted from 0, only what moved has a line; the rest is told below in a sentence."""


_LENGTHS = (
    _Length(9.4),
    _Length(8.8),
    _Length(8.4, tight=True),
    _Length(8.4, tight=True, brief_from=1),
    _Length(8.2, tight=True, brief_from=0),
)


def since(wanted: SectionInput) -> Section | None:
    found = wanted.result.since
    if found is None:
        return None
    name = _("Since last time")
    parts, *tighter = (tuple(_parts(found, wanted.width, each)) for each in _LENGTHS)
    return Section("since", name, headline(found), parts, name, tighter=tuple(tighter))


def _parts(found: GroupComparison, width: float, length: _Length) -> Iterator[Part]:
    yield Words(about(found), "quiet", gap=4)
    promised = promises_said(found)
    if promised:
        tone: Tone = "small" if length.tight else "compact"
        told = (Words(each, tone, gap=2) for each in promised)
        yield Panel((Words(promises_title(found), "accent"), *told), "mark", gap=8)
    for view in found.views:
        if view.changes:
            yield from _view(found, view, width, length)
    moved = tuple(promises_moved(found))
    if moved:
        yield Bullets(moved, "small")
        yield Words(about_promises(), "small", gap=2)
    sure = tuple(how_sure(found))
    if sure:
        yield Panel(tuple(Words(each, "small", gap=2) for each in sure), "strip", gap=8)


def _view(found: GroupComparison, view: ViewBeside, width: float, length: _Length) -> Iterator[Part]:
    title = Heading(view_title(found, view), 4)
    if view is found.first:
        legend = Figure(then_now_key(found.then_on, found.now_on, 0.45 * width, length.size), gap=0)
        yield Beside(((title,), (legend,)), (0.55, 0.45), 0, gap=9)
    else:
        yield title
        yield Words(_("{finding}.").format(finding=view_headline(found, view)), "compact", gap=1, sticks=True)
    scores = [*view.pillars, *most_changed_first(view.themes)]
    same = [each for each in scores if is_the_same(each)] if found.views.index(view) >= length.brief_from else []
    rows = [printed_row(each) for each in scores if each not in same]
    if rows:
        yield Figure(then_now(rows, width, size=length.size, tight=length.tight), gap=2)
    if same:
        yield Words(same_in_a_line(same), "small", gap=2)
