"""The statistics for those who ask: intervals, the reach of all invited, agreement, and what chance could do.

What the columns mean stands on the page on how to read the report.
"""

from collections.abc import Iterator

from trustcheck.app.presenting import all_invited
from trustcheck.app.presenting.group_items import about_cells, as_listed, score_cell
from trustcheck.app.presenting.group_sayings import between, is_pulse
from trustcheck.app.presenting.group_seen import not_shown, views_of
from trustcheck.app.results.group import GapShown, GroupResult, Shown, Technical, ThemeView
from trustcheck.domain.checks.group_round import people, people_first
from trustcheck.domain.privacy.suppressed import Suppressed
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.report.document.parts import Part, Section, Table, TableCell, Words
from trustcheck.report.sections.group.section_input import SectionInput
from trustcheck.words import gettext as _
from trustcheck.words.numbers import true_minus
from trustcheck.words.sentences import in_a_row


def figures(wanted: SectionInput) -> Section | None:
    """An appendix; a pulse has no numbers for a theme."""
    result = wanted.result
    if is_pulse(result) or not views_of(result):
        return None
    name = _("Figures")
    parts = (_table(result), *_said_of_several(result))
    return Section("figures", name, _("For those who ask for the figures"), parts, name, share=0.12, plain=True)


def _table(result: GroupResult) -> Table:
    """A line for each theme; a column of agreement for each view of which it may be told."""
    views = views_of(result)
    agreed = [each for each in views if any(line.agreement for line in _lines(result, each))]
    columns: list[tuple[str, float]] = [(_("Theme"), 0.175)]
    for each in views:
        columns += [(_("{people}, 95\u00a0%").format(people=people_first(each)), 0.09), (all_invited.column(), 0.08)]
    if len(views) > 1:
        columns.append((_("Leaders minus staff, 95\u00a0%"), 0.125))
    columns += [(_("Agreement of {people}").format(people=people(each)), 0.36 / len(agreed)) for each in agreed]
    told = [{line.theme.id: line.agreement for line in _lines(result, each)} for each in agreed]
    rows = tuple((*_row(theme, views), *(each.get(theme.theme.id, "") for each in told)) for theme in result.themes)
    heads, shares = zip(*columns, strict=True)
    return Table(heads, rows, shares, tight=True, gap=6, small=True, even=True)


def _lines(result: GroupResult, view: Perspective) -> list[Technical]:
    return [each for each in result.technical if each.perspective is view]


def _row(theme: ThemeView, views: tuple[Perspective, ...]) -> Iterator[TableCell]:
    yield theme.theme.name
    for each in views:
        value = theme.views.get(each)
        shown = value if isinstance(value, Shown) else None
        yield between(shown.interval) if shown else not_shown(value) if isinstance(value, Suppressed) else ""
        yield _in_any_case(shown)
    if len(views) > 1:
        yield _gap(theme)


def _in_any_case(shown: Shown | None) -> str:
    """One number where everybody who was invited answered."""
    if shown is None or shown.guaranteed is None:
        return ""
    span = shown.guaranteed
    return str(span.low) if span.low == span.high else between(span)


def _gap(theme: ThemeView) -> str:
    if not isinstance(theme.gap, GapShown):
        return ""
    points = true_minus(theme.gap.difference)
    return _("{points}, {span}").format(points=points, span=between(theme.gap.interval))


def _said_of_several(result: GroupResult) -> Iterator[Part]:
    """What is said of themes, each saying once with the themes it is said of."""
    lines = result.technical
    yield from _paragraph(result, _("Leaders against staff."), [(each.theme.name, each.effect) for each in lines])
    yield from _paragraph(result, _("Reliability."), [(each.theme.name, each.reliability) for each in lines])


def _paragraph(result: GroupResult, lead: str, lines: list[tuple[str, str]]) -> Iterator[Part]:
    groups: dict[str, list[str]] = {}
    for name, said in lines:
        if said:
            groups.setdefault(said.rstrip("."), []).append(name)
    if len(groups) == 1 and all(len(names) == len(result.themes) for names in groups.values()):
        yield Words(_("{said}.").format(said=next(iter(groups))), "small", lead, gap=5)
        return
    told = [_("{themes}: {said}.").format(themes=in_a_row(names), said=said) for said, names in groups.items()]
    if told:
        yield Words(" ".join(told), "small", lead, gap=5)


# Every question as each view answered it: its score, from how many, and from ten people on the favourable share.


_LONGEST = 30
"""Characters of a theme's name in the annex."""


def items(wanted: SectionInput) -> Section | None:
    """An annex; the short form has its few questions on the first page of answers."""
    result = wanted.result
    if is_pulse(result) or not views_of(result):
        return None
    name = _("All questions")
    parts = (Words(about_cells(result), "small", gap=3), items_table(result))
    return Section("items", name, _("Every question and its answers"), parts, name, share=0.15)


def items_table(result: GroupResult) -> Table:
    """Question, theme, and a column for each view; a stronger line where a theme ends. Only what the form asks."""
    views, scale = views_of(result), result.questionnaire.scale
    rows: list[tuple[TableCell, ...]] = []
    breaks: list[int] = []
    asked = frozenset(result.questionnaire.asked(result.setup.form))
    for theme in result.themes:
        inside = [each for each in theme.items if each.item.id in asked]
        if inside:
            breaks.append(len(rows))
        name = _short(theme.theme.name)
        rows += [(as_listed(each, scale), name, *(score_cell(each.views[view]) for view in views)) for each in inside]
    columns = (_("Question"), _("Theme"), *(people_first(each) for each in views))
    shares = (0.605, 0.171, *((0.112,) * 2 if len(views) > 1 else (0.224,)))
    return Table(columns, tuple(rows), shares, tuple(breaks), tight=True, gap=6, small=True, even=True)


def _short(name: str) -> str:
    """A long name stands in full on the page about its theme; here it would fill the column forty times."""
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1].rstrip()}…"
