"""From a group's result to what its charts and buttons say: rows, marks, short words."""

from trustcheck.app.group_result import GapShown, GroupResult, PillarView, Shown, ThemeView, Value, Views
from trustcheck.app.group_words import kind_words, not_shown, spread_words
from trustcheck.charts.distribution import ClassesRow
from trustcheck.charts.dumbbell import DumbbellRow
from trustcheck.charts.group_profile import GroupRow, ViewMark, row_sentence
from trustcheck.domain.questionnaire import Perspective
from trustcheck.domain.suppressed import Suppressed
from trustcheck.words import gettext as _

STRONG_KINDS = ("clear gap", "possible gap")


def view_mark(perspective: Perspective, value: Value) -> ViewMark:
    if isinstance(value, Suppressed):
        return ViewMark(perspective, None, missing=not_shown(value))
    ends = value.interval
    return ViewMark(perspective, value.mean, ends.low if ends else None, ends.high if ends else None)


def marks(result: GroupResult, views: Views) -> tuple[ViewMark, ...]:
    """The marks of one row; a view that is shown nowhere is said once, above, and not in every row."""
    return tuple(view_mark(each, views[each]) for each in result.perspectives if is_seen(result, each))


def is_seen(result: GroupResult, perspective: Perspective) -> bool:
    """Whether a view may be shown at all."""
    return any(isinstance(pillar.views[perspective], Shown) for pillar in result.pillars) or any(
        isinstance(theme.views[perspective], Shown) for theme in result.themes
    )


def theme_row(result: GroupResult, theme: ThemeView) -> GroupRow:
    return GroupRow(theme.theme.name, marks(result, theme.views), theme.tag)


def pillar_row(result: GroupResult, pillar: PillarView) -> GroupRow:
    return GroupRow(pillar.pillar.address, marks(result, pillar.views))


def row_words(result: GroupResult, theme: ThemeView) -> str:
    return row_sentence(theme_row(result, theme))


def gap_row(name: str, views: Views, gap: GapShown | Suppressed | None) -> DumbbellRow:
    leaders, staff = views.get(Perspective.LEADER), views.get(Perspective.STAFF)
    if isinstance(gap, GapShown) and isinstance(leaders, Shown) and isinstance(staff, Shown):
        strong = gap.kind in STRONG_KINDS
        return DumbbellRow(name, leaders.mean, staff.mean, abs(gap.difference), kind_words(gap.kind), strong)
    hidden = gap if isinstance(gap, Suppressed) else None
    return DumbbellRow(name, None, None, missing=not_shown(hidden) if hidden else _("Not compared"))


def classes_row(name: str, value: Value) -> ClassesRow:
    """How people lie; below ten people the spread in words alone."""
    if isinstance(value, Suppressed):
        return ClassesRow(name, None, missing=not_shown(value))
    note = spread_words(value.spread) if value.spread else ""
    return ClassesRow(name, value.classes, note, "" if value.classes else _("Classes are shown from ten people on"))


def widest_gap(result: GroupResult) -> ThemeView | None:
    """The theme on which leaders and staff lie furthest apart, half an answer step or more."""
    apart = [
        (abs(theme.gap.difference), at)
        for at, theme in enumerate(result.themes)
        if isinstance(theme.gap, GapShown) and theme.gap.kind != "similar views"
    ]
    return result.themes[max(apart, key=lambda each: (each[0], -each[1]))[1]] if apart else None
