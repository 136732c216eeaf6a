"""How leaders and staff see the same things, the widest difference first."""

from trustcheck.app.ports import Edition, Paper
from trustcheck.app.presenting.group_gaps import about_lines, compared, gap_row, sides_headline, sides_question
from trustcheck.app.presenting.group_sayings import between, is_pulse
from trustcheck.app.presenting.group_seen import views_of
from trustcheck.app.results.group import GapShown, GroupResult
from trustcheck.charts.dumbbell import DumbbellRow, dumbbells
from trustcheck.domain.privacy.suppressed import Suppressed
from trustcheck.report.document.parts import Figure, Section, Words
from trustcheck.report.sections.group.minute import key
from trustcheck.report.sections.group.room_question import framed, in_line
from trustcheck.report.sections.group.wanted import SectionInput
from trustcheck.words import gettext as _

_TYPE = 8.8


def views(wanted: SectionInput) -> Section | None:
    """Leaders and staff beside each other; left out where only one view is shown."""
    result = wanted.result
    if len(views_of(result)) < 2:
        return _only_leader(wanted)
    # Letter is shorter than A4: with a frame the next section would not find room below.
    asked = in_line if wanted.options.paper is Paper.LETTER else framed
    scene = dumbbells(_rows(result), wanted.width, size=_TYPE)
    parts = (
        Words(_about_views(wanted), "quiet", gap=3),
        Figure(key(result, wanted.width, _TYPE), gap=2),
        Figure(scene, gap=0),
        *asked(sides_question(result)),
    )
    name = _("Leaders and staff")
    return Section("views", name, sides_headline(result), parts, name)


def _only_leader(wanted: SectionInput) -> Section | None:
    """For the only leader, who agreed to it, in the report they read; in no other edition."""
    if not wanted.result.one_leader or wanted.options.edition is Edition.FACILITATOR:
        return None
    name, title = _("Leaders and staff"), _("Your own answers beside those of staff")
    introduction = _("Only for the one leader of this check, who agreed to it. It stands in no other edition.")
    parts = (Words(introduction, "quiet", gap=3), Words(wanted.result.one_leader))
    return Section("views", name, title, parts, name, share=0.2)


def _about_views(wanted: SectionInput) -> str:
    words = _(
        "Each line joins two views of the same thing, the longest first. {bold} A long one says that the two groups"
        " have something to tell each other."
    ).format(bold=about_lines(wanted.result))
    if is_pulse(wanted.result):
        return words
    return words + " " + _("The intervals stand under “Figures”.")


def _rows(result: GroupResult) -> list[DumbbellRow]:
    """Every theme, by size; of the short form the pillars. What is not shown comes last."""
    note = _interval if is_pulse(result) else _nothing
    return [gap_row(each.name, each.views, each.gap, note(each.gap)) for each in compared(result)]


def _nothing(_gap: GapShown | Suppressed | None) -> str:
    return ""


def _interval(gap: GapShown | Suppressed | None) -> str:
    """Of a pulse, whose report has no page of figures."""
    return between(gap.interval) if isinstance(gap, GapShown) else ""
