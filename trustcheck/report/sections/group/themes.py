"""Two pillars, ten themes, each with both views: its heading, its marks and what they may mean are one block."""

from collections.abc import Iterator

from trustcheck.app.ports import Edition, Paper
from trustcheck.app.presenting.group_gaps import about_lines, compared, gap_row, sides_headline, sides_question
from trustcheck.app.presenting.group_sayings import between, in_views, is_pulse
from trustcheck.app.presenting.group_seen import views_of
from trustcheck.app.presenting.group_spread import (
    about_spread,
    near_an_edge,
    shown_values,
    spread_cell,
    spread_headline,
)
from trustcheck.app.presenting.group_themes import bands_words, reading_of, stands_out, theme_row
from trustcheck.app.presenting.personal import high_looks_like
from trustcheck.app.presenting.what_was_asked import how_many_themes
from trustcheck.app.results.group import GapShown, GroupResult, PillarView, Shown, ThemeView
from trustcheck.charts.dumbbell import DumbbellRow, dumbbells
from trustcheck.charts.scene import Scene
from trustcheck.domain.checks.group_round import people_first
from trustcheck.domain.privacy.suppressed import Suppressed
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.report.document.group_scenes import one_line_of_marks
from trustcheck.report.document.parts import (
    Beside,
    Figure,
    Heading,
    Part,
    Section,
    Table,
    TableCell,
    Tone,
    Words,
)
from trustcheck.report.sections.group.front import key
from trustcheck.report.sections.group.section_input import SectionInput, framed, in_line
from trustcheck.words import gettext as _

_SHARES = (0.34, 0.66)
_GUTTER = 22.0
_TYPE = 8.6
_FORMS: tuple[tuple[Tone, float], ...] = (("compact", 5.5), ("compact", 4.0), ("small", 4.0), ("small", 2.0))
"""The text's tone and the room above and below a theme: the first with which all of them keep to one page."""


def themes(wanted: SectionInput) -> Section | None:
    result = wanted.result
    if is_pulse(result) or not views_of(result):
        return None
    parts, *tighter = (tuple(_parts(wanted, tone, pad)) for tone, pad in _FORMS)
    title = _("{themes}: what was answered").format(themes=how_many_themes(result.questionnaire))
    name = _("Theme by theme")
    return Section("themes", name, title, parts, name, tighter=tuple(tighter))


def _parts(wanted: SectionInput, tone: Tone, pad: float) -> Iterator[Part]:
    for pillar in wanted.result.pillars:
        if pillar.themes:
            yield from _pillar(wanted, pillar, tone, pad)


def _pillar(wanted: SectionInput, pillar: PillarView, tone: Tone, pad: float) -> Iterator[Part]:
    yield Heading(_("{pillar}: {views}").format(pillar=pillar.pillar.address, views=in_views(pillar.views)))
    for theme in pillar.themes:
        yield _theme(wanted, theme, tone, pad)


def _theme(wanted: SectionInput, theme: ThemeView, tone: Tone, pad: float) -> Beside:
    result = wanted.result
    column = (wanted.width - _GUTTER) * _SHARES[0]
    row = theme_row(result, theme, tagged=False)
    left = (Heading(theme.theme.name, 4, bookmark=True), Figure(one_line_of_marks(row, column, _TYPE), gap=1))
    said = " ".join(each for each in (bands_words(theme.views), *stands_out(theme)) if each)
    right: list[Part] = [Words(said, "small", gap=0)] if said else []
    right.append(_reading(result, theme, tone))
    return Beside((left, tuple(right)), _SHARES, _GUTTER, gap=0, ruled=True, pad=pad)


def _reading(result: GroupResult, theme: ThemeView, tone: Tone) -> Words:
    """What the band of the view that speaks first may mean; where it is hidden, what the theme asks about."""
    whose, text = reading_of(result, theme)
    return Words(text or high_looks_like(theme.theme.meaning), tone, whose, gap=1)


# Where people of one view differ among themselves.


_BAR = 7.2
"""The size of the bars' type."""


def spread(wanted: SectionInput) -> Section | None:
    """How far answers lie apart within each view. A pulse asks too little of a theme for that."""
    result = wanted.result
    if is_pulse(result) or not any(shown_values(theme) for theme in result.themes):
        return None
    told: tuple[Part, ...] = (
        _table(result, wanted.width),
        *(Words(said, "quiet", lead, gap=6) for lead, said in near_an_edge(result)),
    )
    parts = (Words(about_spread(), "quiet", gap=3), *told)
    name = _("Where people differ")
    return Section("spread", name, spread_headline(result), parts, name, share=0.25, tighter=(told,), whole=True)


def _table(result: GroupResult, width: float) -> Table:
    views = views_of(result)
    counted = [each for each in views if _has_classes(result, each)]
    shares = (0.19, *(0.29 for _each in views), *(0.25 for _each in counted))
    room = (width - 9.0 * (len(shares) - 1)) * 0.25 / sum(shares)
    columns = (
        _("Theme"),
        *(people_first(each) for each in views),
        *(
            _("{people}: rare, between, usual; pale: counted together").format(people=people_first(each))
            for each in counted
        ),
    )
    rows: list[tuple[TableCell, ...]] = [
        (
            theme.theme.name,
            *(spread_cell(theme, each) for each in views),
            *(classes(theme, each, room) for each in counted),
        )
        for theme in result.themes
    ]
    return Table(columns, tuple(rows), shares, gap=7, tight=True, small=True, even=True)


def _has_classes(result: GroupResult, view: Perspective) -> bool:
    return any(isinstance(value := theme.views.get(view), Shown) and value.people_in for theme in result.themes)


def classes(theme: ThemeView, view: Perspective, width: float) -> Scene | str:
    """The three classes as one bar, or nothing below ten people."""
    from trustcheck.report.document.group_scenes import classes_bar

    value = theme.views[view]
    if isinstance(value, Suppressed) or (found := value.people_in) is None:
        return ""
    return classes_bar(theme.theme.name, found, width, _BAR)


# How leaders and staff see the same things, the widest difference first.


_VIEWS_TYPE = 8.8


def views(wanted: SectionInput) -> Section | None:
    """Leaders and staff beside each other; left out where only one view is shown."""
    result = wanted.result
    if len(views_of(result)) < 2:
        return _only_leader(wanted)
    # Letter is shorter than A4: with a frame the next section would not find room below.
    asked = in_line if wanted.options.paper is Paper.LETTER else framed
    scene = dumbbells(gap_rows(result), wanted.width, size=_VIEWS_TYPE)
    parts = (
        Words(_about_views(wanted), "quiet", gap=3),
        Figure(key(result, wanted.width, _VIEWS_TYPE), gap=2),
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


def gap_rows(result: GroupResult) -> list[DumbbellRow]:
    """Every theme, by size; of the short form the pillars. What is not shown comes last."""
    note = _interval if is_pulse(result) else _nothing
    return [gap_row(each.name, each.views, each.gap, note(each.gap)) for each in compared(result)]


def _nothing(_gap: GapShown | Suppressed | None) -> str:
    return ""


def _interval(gap: GapShown | Suppressed | None) -> str:
    """Of a pulse, whose report has no page of figures."""
    return between(gap.interval) if isinstance(gap, GapShown) else ""
