"""Differences between leaders and staff: which of them matter, in what words, and each as the row of a chart.

Which of them matter is decided by their class, never by a rounded number.
"""

from dataclasses import dataclass
from typing import TypeAlias

from trustcheck.app.presenting.group_seen import not_shown
from trustcheck.app.presenting.group_words import kind_words
from trustcheck.app.results.group import GapShown, GroupResult, Shown, ThemeView, Views
from trustcheck.charts.dumbbell import DumbbellRow, apart_in_words
from trustcheck.domain.privacy.suppressed import Suppressed
from trustcheck.domain.questionnaire.model import Form, Perspective
from trustcheck.domain.statistics.points import ABOUT_THE_SAME
from trustcheck.words import gettext as _

# How far two numbers lie apart, in words, and that it is meant before rounding where the two read otherwise.
#
# ``beside`` are the two whole numbers as they are shown; ``None`` where one of them is not.


ViewsBeside: TypeAlias = tuple[int, int] | None


def both_means(views: Views) -> ViewsBeside:
    """The whole numbers of a theme or a pillar where two views of it are shown."""
    means = [value.mean for value in views.values() if isinstance(value, Shown)]
    return (means[0], means[1]) if len(means) > 1 else None


def is_one_off(points: int, beside: ViewsBeside) -> bool:
    """Whether a difference, rounded once, is not that of the two whole numbers beside it."""
    return beside is not None and abs(beside[0] - beside[1]) != points


def before_rounding() -> str:
    """Why a difference may not be that of the two numbers beside it."""
    return _("A difference is taken before its two numbers are rounded, and may be one off from them.")


def points_apart(points: int, beside: ViewsBeside) -> str:
    """ "22 points apart, before rounding" of 75 and 54; only "22 points apart" of 76 and 54."""
    said = _("{points} points apart, before rounding") if is_one_off(points, beside) else _("{points} points apart")
    return said.format(points=points)


def briefly_apart(points: int, beside: ViewsBeside) -> str:
    """The same for a row; under five points it is about the same, and no number of it is said."""
    said = apart_in_words(points)
    if points < ABOUT_THE_SAME or not is_one_off(points, beside):
        return said
    return _("{apart}, before rounding").format(apart=said)


def points_higher(points: int, beside: ViewsBeside) -> str:
    """The same for a sentence with a direction."""
    said = _("{points} points (before rounding) higher") if is_one_off(points, beside) else _("{points} points higher")
    return said.format(points=points)


@dataclass(frozen=True, slots=True)
class Compared:
    """A theme or a pillar with both views of it."""

    id: str
    name: str
    views: Views
    gap: GapShown | Suppressed | None

    @property
    def shown(self) -> GapShown | None:
        return self.gap if isinstance(self.gap, GapShown) else None

    @property
    def is_named(self) -> bool:
        """Half an answer step or more."""
        return self.shown is not None and self.shown.kind.is_named


def compared(result: GroupResult) -> list[Compared]:
    """The themes, or of the short form, which has none with a number, the pillars; widest apart first, hidden last."""
    if result.summary.form is Form.PULSE:
        found = [Compared(each.pillar.id, each.pillar.address, each.views, each.gap) for each in result.pillars]
    else:
        found = [Compared(each.theme.id, each.theme.name, each.views, each.gap) for each in result.themes]
    return sorted(found, key=lambda each: -each.shown.apart if each.shown else 1)


def compares(result: GroupResult) -> bool:
    """Whether there is any difference to show."""
    return any(each.shown for each in compared(result))


def shown_gaps(result: GroupResult) -> list[tuple[ThemeView, GapShown]]:
    """Every difference of view on a theme that is shown, widest first; equal ones in the questionnaire's order."""
    found = [(theme, theme.gap) for theme in result.themes if isinstance(theme.gap, GapShown)]
    return sorted(found, key=lambda each: -each[1].apart)


def worth_asking(result: GroupResult) -> list[tuple[ThemeView, GapShown]]:
    """The differences from half an answer step on, widest first."""
    return [each for each in shown_gaps(result) if each[1].kind.is_named]


def widest(result: GroupResult) -> Compared | None:
    """Where leaders and staff lie furthest apart, half an answer step or more."""
    return next((each for each in compared(result) if each.is_named), None)


def gap_row(name: str, views: Views, gap: GapShown | Suppressed | None, note: str = "") -> DumbbellRow:
    """Both ends of a difference with its class, or why it is not shown. ``note`` goes behind the class."""
    leaders, staff = views.get(Perspective.LEADER), views.get(Perspective.STAFF)
    if isinstance(gap, GapShown) and isinstance(leaders, Shown) and isinstance(staff, Shown):
        kind = kind_words(gap.kind)
        said = _("{kind}, {note}").format(kind=kind, note=note) if note else kind
        return DumbbellRow(name, leaders.mean, staff.mean, gap.apart, said, gap.kind.is_strong)
    hidden = next((each for each in (gap, leaders, staff) if isinstance(each, Suppressed)), None)
    return DumbbellRow(name, None, None, missing=not_shown(hidden) if hidden else _("Not compared"))


def gap_number(gap: GapShown, views: Views) -> tuple[str, str]:
    """A difference as a number and what stands below it."""
    if gap.about_the_same:
        return _("about the same"), kind_words(gap.kind)
    return str(gap.apart), _("points apart, before rounding") if _reads_otherwise(gap, views) else _("points apart")


def apart_words(gap: GapShown, views: Views) -> str:
    """How far two numbers lie apart, and that it is meant before rounding where they read otherwise."""
    return points_apart(gap.apart, both_means(views))


def _reads_otherwise(gap: GapShown, views: Views) -> bool:
    return is_one_off(gap.apart, both_means(views))


def sides_headline(result: GroupResult) -> str:
    """What lies furthest apart, as a finding; no direction is called right."""
    found = widest(result)
    if found is not None and found.shown is not None:
        if found.shown.difference > 0:
            return _("Leaders describe more of {theme} than staff do").format(theme=found.name)
        return _("Staff describe more of {theme} than leaders do").format(theme=found.name)
    shown = [each.shown for each in compared(result) if each.shown]
    if not shown:
        return _("The two views cannot be compared here") if result.setup.compares else _("Where views lie apart")
    if all(each.about_the_same for each in shown):
        return _("Leaders and staff describe the same place")
    return _("Leaders and staff describe similar places")


def about_lines(result: GroupResult) -> str:
    """How the lines are drawn, wherever they are, and why a number beside one may be one off."""
    said = _("Bold lines are clear or possible gaps. None of them says who is right.")
    shown = [(each.shown, each.views) for each in compared(result) if each.shown and not each.shown.about_the_same]
    if any(_reads_otherwise(gap, views) for gap, views in shown):
        said += " " + before_rounding()
    return said


def sides_question(result: GroupResult) -> str:
    """A question for the room, on what lies furthest apart."""
    found = widest(result)
    if found is None:
        return _("Where would somebody outside this room answer differently from us?")
    return _(
        "{theme}: when did each of us last see this, and who would have seen it differently? Two examples from each"
        " side before anybody explains."
    ).format(theme=found.name)
