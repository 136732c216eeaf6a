"""Two pillars, ten themes, each with both views: its row, its numbers and its heading are one block."""

from collections.abc import Iterator

from trustcheck.app.group_result import GroupResult, PillarView, Shown, ThemeView
from trustcheck.app.number_words import capitalised
from trustcheck.app.presenting.group_rows import theme_row
from trustcheck.app.presenting.group_sayings import in_views, is_pulse
from trustcheck.app.presenting.group_seen import views_of
from trustcheck.domain.questionnaire import Perspective
from trustcheck.domain.view_names import people_first
from trustcheck.report.group_scenes import one_line_of_marks
from trustcheck.report.group_sections.wanted import Wanted
from trustcheck.report.parts import Beside, Figure, Heading, Part, Section, Words
from trustcheck.report.wording import number
from trustcheck.words import gettext as _

_SHARES = (0.34, 0.66)
_GUTTER = 22.0
_TYPE = 8.6


def themes(wanted: Wanted) -> Section | None:
    result = wanted.result
    if is_pulse(result) or not views_of(result):
        return None
    parts: list[Part] = []
    for pillar in result.pillars:
        parts += _pillar(result, pillar, wanted.width)
    title = _("{themes} themes: what was answered").format(themes=capitalised(number(len(result.themes))))
    return Section("themes", _("Theme by theme"), title, tuple(parts), _("Theme by theme"))


def _pillar(result: GroupResult, pillar: PillarView, width: float) -> Iterator[Part]:
    if not pillar.themes:
        return
    yield Heading(_("{pillar}: {views}").format(pillar=pillar.pillar.address, views=in_views(pillar.views)))
    for theme in pillar.themes:
        yield _theme(result, theme, width)


def _theme(result: GroupResult, theme: ThemeView, width: float) -> Beside:
    column = (width - _GUTTER) * _SHARES[0]
    row = theme_row(result, theme, tagged=False)
    left: list[Part] = [
        Heading(theme.theme.name, 4, bookmark=True),
        Figure(one_line_of_marks(row, column, _TYPE), gap=1),
    ]
    left += [Words(text, "small", gap=0) for text in (_bands(theme), capitalised(theme.tag)) if text]
    right: list[Part] = [Words(theme.sentence or theme.theme.meaning, "compact", gap=0)]
    if theme.conflict:
        right.append(Words(theme.conflict, "quiet", gap=2))
    return Beside((tuple(left), tuple(right)), _SHARES, _GUTTER, gap=0, ruled=True, pad=5.5)


def _bands(theme: ThemeView) -> str:
    """The band of each view that is shown."""
    said = [
        _("{people}: {band}").format(people=people_first(each), band=value.band)
        for each in Perspective
        if isinstance(value := theme.views.get(each), Shown) and value.band
    ]
    return _("{said}.").format(said=". ".join(said)) if said else ""
