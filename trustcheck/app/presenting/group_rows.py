"""From a group's result to the rows and marks of its charts."""

from trustcheck.app.group_result import GroupResult, PillarView, ThemeView, Value, Views
from trustcheck.app.presenting.group_hidden import not_shown
from trustcheck.app.presenting.group_seen import views_of
from trustcheck.app.presenting.group_words import spread_words
from trustcheck.charts.distribution import ClassesRow
from trustcheck.charts.group_profile import GroupRow, ViewMark, row_sentence
from trustcheck.domain.questionnaire import Perspective
from trustcheck.domain.suppressed import Suppressed
from trustcheck.words import gettext as _


def view_mark(perspective: Perspective, value: Value) -> ViewMark:
    """One view's mark with its interval, or why there is none."""
    if isinstance(value, Suppressed):
        return ViewMark(perspective, None, missing=not_shown(value))
    ends = value.interval
    return ViewMark(perspective, value.mean, ends.low if ends else None, ends.high if ends else None)


def marks(result: GroupResult, views: Views) -> tuple[ViewMark, ...]:
    """The marks of one row, leaders first; a view that is shown nowhere is said once, above, and not in every row."""
    return tuple(view_mark(each, views[each]) for each in views_of(result) if each in views)


def theme_row(result: GroupResult, theme: ThemeView, *, tagged: bool = True) -> GroupRow:
    """A theme with its marks; its tag below the name unless that stands elsewhere."""
    return GroupRow(theme.theme.name, marks(result, theme.views), theme.tag if tagged else "")


def pillar_row(result: GroupResult, pillar: PillarView) -> GroupRow:
    return GroupRow(pillar.pillar.address, marks(result, pillar.views))


def row_words(result: GroupResult, theme: ThemeView) -> str:
    """A theme's row as a sentence, for whoever does not see it."""
    return row_sentence(theme_row(result, theme))


def classes_row(name: str, value: Value) -> ClassesRow:
    """How people lie; below ten people the spread in words alone."""
    if isinstance(value, Suppressed):
        return ClassesRow(name, None, missing=not_shown(value))
    note = spread_words(value.spread) if value.spread else ""
    return ClassesRow(name, value.people_in, note, "" if value.people_in else _("Classes are shown from ten people on"))
