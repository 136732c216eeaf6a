"""Where people of one view differ among themselves."""

from trustcheck.app.presenting.group_sayings import is_pulse
from trustcheck.app.presenting.group_seen import views_of
from trustcheck.app.presenting.group_spread import (
    about_spread,
    near_an_edge,
    shown_values,
    spread_cell,
    spread_headline,
)
from trustcheck.app.results.group import GroupResult, Shown, ThemeView
from trustcheck.charts.scene import Scene
from trustcheck.domain.checks.group_round import people_first
from trustcheck.domain.privacy.suppressed import Suppressed
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.report.document.parts import Part, Section, Table, TableCell, Words
from trustcheck.report.sections.group.wanted import SectionInput
from trustcheck.words import gettext as _

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
