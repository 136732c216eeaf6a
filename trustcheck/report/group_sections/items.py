"""Every question as each view answered it: how many, the mean, and from ten people on the favourable share."""

from trustcheck.app.group_result import GroupResult, ItemView, Shown
from trustcheck.app.presenting.group_sayings import is_pulse
from trustcheck.app.presenting.group_seen import views_of
from trustcheck.app.presenting.group_words import not_shown
from trustcheck.domain.questionnaire import Perspective
from trustcheck.domain.suppressed import Suppressed
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
    parts = (Words(_about(result), "small", gap=3), items_table(result))
    return Section("items", name, _("Every question and its answers"), parts, name)


def items_table(result: GroupResult) -> Table:
    """Question, theme, and a column for each view; a stronger line where a theme ends. Only what the form asks."""
    views = views_of(result)
    rows: list[tuple[Cell, ...]] = []
    breaks: list[int] = []
    asked = frozenset(result.questionnaire.asked(result.setup.form))
    for theme in result.themes:
        inside = [each for each in theme.items if each.item.id in asked]
        if inside:
            breaks.append(len(rows))
        rows += [(each.wording, _short(theme.theme.name), *(_value(each, view) for view in views)) for each in inside]
    columns = (_("Question"), _("Theme"), *(people_first(each) for each in views))
    shares = (0.567, 0.173, *((0.13,) * 2 if len(views) > 1 else (0.26,)))
    return Table(columns, tuple(rows), shares, tuple(breaks), tight=True, gap=6, small=True, even=True)


def _short(name: str) -> str:
    """A long name stands in full on the page about its theme; here it would fill the column forty times."""
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1].rstrip()}…"


def _about(result: GroupResult) -> str:
    words = _(
        "The mean on 0 to 100 after questions that name the opposite were turned, and from how many people."
        " {favourable}"
    )
    many = any(
        isinstance(value, Shown) and value.favourable is not None
        for theme in result.themes
        for item in theme.items
        for value in item.views.values()
    )
    favourable = _("In brackets, from ten people on, how many of them are favourable: “often” or more.") if many else ""
    return words.format(favourable=favourable).strip()


def _value(item: ItemView, view: Perspective) -> str:
    value = item.views.get(view)
    if value is None or isinstance(value, Suppressed):
        return not_shown(value) if value is not None else ""
    if value.favourable is None:
        return _("{mean}, n = {n}").format(mean=value.mean, n=value.n)
    return _("{mean}, n = {n} ({favourable})").format(mean=value.mean, n=value.n, favourable=value.favourable)
