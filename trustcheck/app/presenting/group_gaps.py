"""Differences between leaders and staff: which of them matter, and each as the row of a chart."""

from trustcheck.app.group_result import GapShown, GroupResult, Shown, ThemeView, Views
from trustcheck.app.presenting.group_hidden import not_shown
from trustcheck.app.presenting.group_words import kind_words
from trustcheck.charts.dumbbell import DumbbellRow
from trustcheck.domain.questionnaire import Perspective
from trustcheck.domain.suppressed import Suppressed
from trustcheck.words import gettext as _


def shown_gaps(result: GroupResult) -> list[tuple[ThemeView, GapShown]]:
    """Every difference of view on a theme that is shown, widest first; equal ones in the questionnaire's order."""
    found = [(theme, theme.gap) for theme in result.themes if isinstance(theme.gap, GapShown)]
    return sorted(found, key=lambda each: -each[1].apart)


def worth_asking(result: GroupResult) -> list[tuple[ThemeView, GapShown]]:
    """The differences from half an answer step on, widest first."""
    return [each for each in shown_gaps(result) if each[1].kind.is_named]


def widest_gap(result: GroupResult) -> ThemeView | None:
    """The theme on which leaders and staff lie furthest apart, half an answer step or more."""
    return next((theme for theme, _gap in worth_asking(result)), None)


def gap_row(name: str, views: Views, gap: GapShown | Suppressed | None, note: str = "") -> DumbbellRow:
    """Both ends of a difference with its class, or why it is not shown. ``note`` goes behind the class."""
    leaders, staff = views.get(Perspective.LEADER), views.get(Perspective.STAFF)
    if isinstance(gap, GapShown) and isinstance(leaders, Shown) and isinstance(staff, Shown):
        kind = kind_words(gap.kind)
        said = _("{kind}, {note}").format(kind=kind, note=note) if note else kind
        return DumbbellRow(name, leaders.mean, staff.mean, gap.apart, said, gap.kind.is_strong)
    hidden = next((each for each in (gap, leaders, staff) if isinstance(each, Suppressed)), None)
    return DumbbellRow(name, None, None, missing=not_shown(hidden) if hidden else _("Not compared"))
