"""Two pillars, ten themes, each with both views: its heading, its marks and what they may mean are one block."""

from collections.abc import Iterator

from trustcheck.app.presenting.group_sayings import in_views, is_pulse
from trustcheck.app.presenting.group_seen import views_of
from trustcheck.app.presenting.group_themes import bands_words, reading_of, stands_out, theme_row
from trustcheck.app.presenting.personal import high_looks_like
from trustcheck.app.results.group import GroupResult, PillarView, ThemeView
from trustcheck.report.document.group_scenes import one_line_of_marks
from trustcheck.report.document.parts import Beside, Figure, Heading, Part, Section, Tone, Words, number
from trustcheck.report.sections.group.wanted import SectionInput
from trustcheck.words import gettext as _
from trustcheck.words.numbers import capitalised

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
    title = _("{themes} themes: what was answered").format(themes=capitalised(number(len(result.themes))))
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
