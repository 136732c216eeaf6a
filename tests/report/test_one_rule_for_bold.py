"""The same gap is bold on paper where it is bold in the window."""

from dataclasses import replace

from tests.group_builders import gap
from tests.report.group_portraits import northgate
from trustcheck.app.presenting.group_gaps import gap_row
from trustcheck.app.results.group import ThemeView
from trustcheck.charts.dumbbell import DumbbellRow
from trustcheck.domain.statistics.group_words import GapKind
from trustcheck.report.sections.group import themes

WIDE_BUT_CHANCE_COULD = gap(20, GapKind.WORTH_ASKING)


def _as_printed(theme: ThemeView) -> DumbbellRow:
    result = northgate()
    pillar = replace(result.pillars[0], themes=(theme,))
    return themes.gap_rows(replace(result, pillars=(pillar,)))[0]


def test_a_difference_that_chance_could_make_is_thin_on_paper_too() -> None:
    theme = replace(northgate().themes[0], gap=WIDE_BUT_CHANCE_COULD)
    shown = gap_row(theme.theme.name, theme.views, theme.gap)
    printed = _as_printed(theme)
    assert not shown.strong
    assert not printed.strong
    assert (printed.leaders, printed.staff, printed.apart) == (shown.leaders, shown.staff, shown.apart)
