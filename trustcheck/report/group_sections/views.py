"""How leaders and staff see the same things, the widest difference first."""

from trustcheck.app.group_result import GapShown, GroupResult
from trustcheck.app.ports import Edition
from trustcheck.app.presenting.group_gaps import gap_row, shown_gaps, worth_asking
from trustcheck.app.presenting.group_sayings import between, is_pulse
from trustcheck.app.presenting.group_seen import views_of
from trustcheck.charts.dumbbell import DumbbellRow, dumbbells
from trustcheck.domain.suppressed import Suppressed
from trustcheck.report.group_sections.minute import key
from trustcheck.report.group_sections.wanted import Wanted
from trustcheck.report.parts import Figure, Panel, Section, Words
from trustcheck.words import gettext as _

_TYPE = 8.8


def views(wanted: Wanted) -> Section | None:
    """Leaders and staff beside each other; left out where only one view is shown."""
    result = wanted.result
    if len(views_of(result)) < 2:
        return _only_leader(wanted)
    scene = dumbbells(_rows(result), wanted.width, size=_TYPE)
    parts = (
        Words(_about_views(wanted), "quiet", gap=3),
        Figure(key(result, wanted.width, _TYPE), gap=2),
        Figure(scene, gap=0),
        Panel((Words(_("A question for the room"), "accent"), Words(question(result), gap=2)), "strip", gap=10),
    )
    name = _("Leaders and staff")
    return Section("views", name, _views_title(result), parts, name)


def _only_leader(wanted: Wanted) -> Section | None:
    """For the only leader, who agreed to it, in the report they read; in no other edition."""
    if not wanted.result.one_leader or wanted.options.edition is Edition.FACILITATOR:
        return None
    name, title = _("Leaders and staff"), _("Your own answers beside those of staff")
    introduction = _("Only for the one leader of this check, who agreed to it. It stands in no other edition.")
    parts = (Words(introduction, "quiet", gap=3), Words(wanted.result.one_leader))
    return Section("views", name, title, parts, name, share=0.2)


def _about_views(wanted: Wanted) -> str:
    words = _(
        "Each line joins two views of the same thing, the longest first. A long line does not say who is right. It says"
        " that the two groups have something to tell each other."
    )
    if is_pulse(wanted.result):
        return words
    return words + " " + _("The intervals stand under “Figures”.")


def _rows(result: GroupResult) -> list[DumbbellRow]:
    """Every theme, by size; of the short form the pillars, since it asks too little of a theme. What is not shown
    comes last."""
    if is_pulse(result):
        return [gap_row(each.pillar.address, each.views, each.gap, _interval(each.gap)) for each in result.pillars]
    hidden = [theme for theme in result.themes if not isinstance(theme.gap, GapShown)]
    ordered = [theme for theme, _gap in shown_gaps(result)] + hidden
    return [gap_row(theme.theme.name, theme.views, theme.gap) for theme in ordered]


def _interval(gap: GapShown | Suppressed | None) -> str:
    """Of a pulse, whose report has no page of figures."""
    return between(gap.interval) if isinstance(gap, GapShown) else ""


def _views_title(result: GroupResult) -> str:
    """What the differences say together, without deciding who is right."""
    gaps = [gap for _theme, gap in shown_gaps(result)]
    gaps = gaps or [each.gap for each in result.pillars if isinstance(each.gap, GapShown)]
    if not gaps:
        return _("The two views cannot be compared here")
    wide = worth_asking(result)
    if not wide:
        far = [gap for gap in gaps if not gap.about_the_same]
        return _("Leaders and staff describe similar places") if far else _("Leaders and staff describe the same place")
    rosier = sum(1 if gap.difference > 0 else -1 for _theme, gap in wide)
    if rosier == len(wide):
        return _("Leaders see more of this than staff do")
    if rosier == -len(wide):
        return _("Staff see more of this than leaders do")
    return _("Leaders and staff see different strengths")


def question(result: GroupResult) -> str:
    """A question for the theme on which the views lie furthest apart."""
    wide = worth_asking(result)
    theme = wide[0][0] if wide else None
    if theme is None:
        return _("Where would somebody outside this room answer differently from us?")
    return _(
        "{theme}: when did each of us last see this, and who would have seen it differently? Two examples from each"
        " side before anybody explains."
    ).format(theme=theme.theme.name)
