"""Every question as each view answered it: its score, from how many, and from ten people on the favourable share."""

from collections.abc import Sequence

from trustcheck.app.group_result import GroupResult, ItemView
from trustcheck.app.presenting.group_items import about_cells, score_cell
from trustcheck.app.presenting.group_sayings import is_pulse
from trustcheck.app.presenting.group_seen import views_of
from trustcheck.domain.questionnaire import Perspective
from trustcheck.domain.view_names import people_first
from trustcheck.report.group_sections.wanted import Wanted
from trustcheck.report.parts import Cell, Section, Table, Words
from trustcheck.words import gettext as _

_LONGEST = 30
"""Characters of a theme's name in the annex."""


def items(wanted: Wanted) -> Section | None:
    """An annex; the short form has its few questions on the first page of answers."""
    result = wanted.result
    if is_pulse(result) or not views_of(result):
        return None
    name = _("All questions")
    parts = (Words(about_cells(result), "small", gap=3), items_table(result))
    return Section("items", name, _("Every question and its answers"), parts, name)


def items_table(result: GroupResult) -> Table:
    """Question, theme, and a column for each view; a stronger line where a theme ends. Only what the form asks."""
    views, scale = views_of(result), result.questionnaire.scale
    rows: list[tuple[Cell, ...]] = []
    breaks: list[int] = []
    asked = frozenset(result.questionnaire.asked(result.setup.form))
    for theme in result.themes:
        inside = [each for each in theme.items if each.item.id in asked]
        if inside:
            breaks.append(len(rows))
        rows += [
            (each.wording, _short(theme.theme.name), *(_value(each, view, scale) for view in views)) for each in inside
        ]
    columns = (_("Question"), _("Theme"), *(people_first(each) for each in views))
    shares = (0.56, 0.16, *((0.14,) * 2 if len(views) > 1 else (0.28,)))
    return Table(columns, tuple(rows), shares, tuple(breaks), tight=True, gap=6, small=True, even=True)


def _short(name: str) -> str:
    """A long name stands in full on the page about its theme; here it would fill the column forty times."""
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1].rstrip()}…"


def _value(item: ItemView, view: Perspective, scale: Sequence[str]) -> str:
    value = item.views.get(view)
    return "" if value is None else score_cell(item.item, value, scale)
