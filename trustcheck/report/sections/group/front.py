"""The answer on one page: it stands alone when it is printed alone."""

from collections.abc import Iterator

from trustcheck.app.ports import Edition, ReportOptions
from trustcheck.app.presenting.group_findings import findings
from trustcheck.app.presenting.group_items import about_cells
from trustcheck.app.presenting.group_sayings import held, is_pulse, took_part, who_answered
from trustcheck.app.presenting.group_seen import hidden_view, views_of
from trustcheck.app.presenting.group_themes import about_target, last_time_drawn, pillar_row, theme_row
from trustcheck.app.presenting.personal import high_looks_like
from trustcheck.app.presenting.what_was_asked import disclosure, group_portrait, how_many_themes
from trustcheck.app.results.group import GroupResult, PillarView, Shown
from trustcheck.charts.group_profile import group_profile
from trustcheck.charts.scene import ChartCells, Diamond, Dot, Label, Scene, Shape
from trustcheck.domain.checks.group_round import people, people_first
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.report.document.group_scenes import big_numbers
from trustcheck.report.document.parts import (
    Beside,
    Cover,
    Figure,
    Heading,
    Panel,
    Part,
    Section,
    Tone,
    Words,
    questions,
)
from trustcheck.report.pdf.logo import logo
from trustcheck.report.sections.group.figures import items_table
from trustcheck.report.sections.group.section_input import SectionInput
from trustcheck.words import gettext as _
from trustcheck.words.days import day
from trustcheck.words.sentences import lowered

TYPES = (9.6, 9.0, 8.4, 8.0)
"""Of the charts: the first with which the answer stays on one page."""
_GUTTER = 28.0
_TITLE_HOLDS = 160
"""Characters; about four lines."""


def minute(wanted: SectionInput) -> Section:
    parts, *tighter = (tuple(_parts(wanted.result, wanted.width, size)) for size in TYPES)
    name = _("In one minute")
    return Section("minute", name, _title(wanted.result), parts, name, tighter=tuple(tighter))


def _title(result: GroupResult) -> str:
    """The story; words of one's own that are too long for a title stand below it."""
    return result.sentence if len(result.sentence) <= _TITLE_HOLDS else _("What the answers say")


def _parts(result: GroupResult, width: float, size: float) -> Iterator[Part]:
    tight = size < TYPES[1]
    if result.own_words and _title(result) == result.own_words:
        yield Words(_("In our own words."), "small", gap=3)
    elif result.own_words:
        yield Words(result.own_words, "body", _("In our own words:"), gap=4)
    told = " ".join((*result.banners, *_hidden(result)))
    said = _("{who}. {banners}").format(who=who_answered(result), banners=told)
    yield Words(said.strip(), "quiet", gap=4)
    if views_of(result):
        yield from _charts(result, width, size)
    tone: Tone = "quiet" if tight else "body"
    for each in findings(result):
        yield Panel((Words(each.heading, "accent"), Words(each.whole, tone, gap=1)), "mark", gap=7 if tight else 10)
    if is_pulse(result) and views_of(result):
        yield Words(about_cells(result), "small", gap=10)
        yield items_table(result)


def _hidden(result: GroupResult) -> Iterator[str]:
    """The views of which nothing may be seen, where no banner has said so already."""
    for each in result.took:
        told = hidden_view(result, each.perspective)
        if each.perspective not in views_of(result) and told not in result.banners:
            yield told


def _charts(result: GroupResult, width: float, size: float) -> Iterator[Part]:
    """Both pillars, every theme, and how to read them."""
    tight = size < TYPES[1]
    column = (width - _GUTTER) / 2
    for start in range(0, len(result.pillars), 2):
        columns = tuple(tuple(_pillar(result, each, column, size)) for each in result.pillars[start : start + 2])
        yield Beside(columns, (1.0,) * len(columns), _GUTTER, gap=10)
    if not is_pulse(result):
        title = how_many_themes(result.questionnaire)
        legend = Figure(key(result, 150, 0.9 * size), gap=0)
        yield Beside(((Heading(title, 4),), (legend,)), (0.7, 0.3), 0, gap=8 if tight else 12)
        yield Figure(profile_scene(result, width, size), gap=2)
    strip = (Words(how_to_read(result), "small"), Words(disclosure(result.questionnaire), "small", gap=2))
    yield Panel(strip, "strip", gap=5 if tight else 8)


def _pillar(result: GroupResult, pillar: PillarView, width: float, size: float) -> Iterator[Part]:
    yield Heading(pillar.pillar.address, 4)
    if ideal := high_looks_like(pillar.pillar.meaning):
        yield Words(ideal, "small", gap=1)
    scene = big_numbers(pillar.pillar.address, pillar_row(result, pillar).marks, _bands(pillar), width, size)
    yield Figure(scene, gap=2)


def _bands(pillar: PillarView) -> tuple[str, ...]:
    values = (pillar.views[each] for each in Perspective if each in pillar.views)
    return tuple(value.band if isinstance(value, Shown) else "" for value in values)


def profile_scene(result: GroupResult, width: float, size: float) -> Scene:
    rows = [theme_row(result, theme) for theme in result.themes]
    return group_profile(rows, width, size=size, cuts=result.questionnaire.cuts)


def key(result: GroupResult, width: float, size: float) -> Scene:
    """Which mark is whose, flush right."""
    shapes: list[Shape] = []
    x = width
    for each in reversed(views_of(result)):
        word = people(each)
        x -= 0.5 * size * len(word)
        shapes.append(Label(x, 1.5 * size, word, "ink2", size))
        x -= 0.9 * size
        leads = each is Perspective.LEADER
        shapes.append(
            Diamond(x, 1.16 * size, 0.5 * size, "leaders") if leads else Dot(x, 1.16 * size, 0.42 * size, "staff")
        )
        x -= 1.3 * size
    said = " ".join(
        _("{people} are a diamond.").format(people=people_first(each))
        if each is Perspective.LEADER
        else _("{people} are a circle.").format(people=people_first(each))
        for each in views_of(result)
    )
    return Scene(width, 2 * size, tuple(shapes), said, ChartCells((), ()))


def how_to_read(result: GroupResult) -> str:
    more = _("Less than five points apart is about the same. The page “How to read this” says more.")
    return f"{about_marks(result)} {more}"


def about_marks(result: GroupResult) -> str:
    """What the scale, a mark and its light bar are."""
    scale = result.questionnaire.scale
    words = _(
        "How to read this: 0 is “{lowest}”, 100 is “{highest}”. Each mark is the mean of one group. The light bar is"
        " its 95 % interval: where the mean would usually lie if the same group met such questions again."
    )
    said = words.format(lowest=lowered(scale[0]), highest=lowered(scale[-1]))
    if then := last_time_drawn(result):
        said += " " + _("A hollow mark is where it stood in {month}.").format(month=then)
    return f"{said} {about_target(result)}".strip()


# The cover of a group's report: whose answers, from when, and what it is not. No score stands on it.


def cover(result: GroupResult, options: ReportOptions) -> Cover:
    place = result.summary.organisation.name
    asked = questions(len(result.questionnaire.asked(result.setup.form)))
    form = _("Short form, {questions}") if is_pulse(result) else _("Full form, {questions}")
    pairs = [
        (_("Held"), held(result)),
        (_("Who answered"), _("{people}, without names").format(people=took_part(result))),
        (_("Form"), form.format(questions=asked)),
        (_("Leaders are"), result.setup.leaders_are.strip()),
        (_("Staff are"), result.setup.staff_are.strip()),
        (_("Prepared by"), options.prepared_by.strip()),
        (_("Report made"), day(options.date)),
        (_("Edition"), _edition(options)),
    ]
    sentence = group_portrait(result.questionnaire)
    kept = tuple(pair for pair in pairs if pair[1])
    return Cover(_("Trust report"), place, kept, sentence, logo(options.logo, place))


def _edition(options: ReportOptions) -> str:
    if options.edition is Edition.FACILITATOR:
        return _("For whoever leads the talk, with notes. Not for handing out.")
    return _("For the leaders")
