"""Every question as each view answered it: its score, from how many, and from ten people on the favourable share."""

from trustcheck.app.presenting.group_items import about_cells, as_listed, score_cell
from trustcheck.app.presenting.group_sayings import is_pulse
from trustcheck.app.presenting.group_seen import views_of
from trustcheck.app.results.group import GroupResult
from trustcheck.domain.checks.group_round import people_first
from trustcheck.report.document.parts import Section, Table, TableCell, Words
from trustcheck.report.sections.group.wanted import SectionInput
from trustcheck.words import gettext as _

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
