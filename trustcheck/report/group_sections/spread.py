"""Where people of one view differ among themselves."""

from collections.abc import Iterator

from trustcheck.app.group_result import GroupResult, Shown, ThemeView
from trustcheck.app.number_words import capitalised, in_a_row
from trustcheck.app.presenting.group_hidden import not_shown
from trustcheck.app.presenting.group_sayings import is_pulse
from trustcheck.app.presenting.group_seen import views_of
from trustcheck.app.presenting.group_words import spread_words
from trustcheck.charts.scene import Scene
from trustcheck.domain.group_words import Solidity
from trustcheck.domain.questionnaire import Perspective
from trustcheck.domain.suppressed import Suppressed
from trustcheck.domain.view_names import people, people_first
from trustcheck.report.group_sections.wanted import Wanted
from trustcheck.report.parts import Cell, Part, Section, Table, Words
from trustcheck.report.wording import number
from trustcheck.words import gettext as _
from trustcheck.words import ngettext

_BAR = 7.2
"""The size of the bars' type."""
_TITLE_HOLDS = 80
"""Characters of names in a title; longer ones are counted."""
_NAMED = 5
"""Values at the edge of a band that are named one by one."""


def spread(wanted: Wanted) -> Section | None:
    """How far answers lie apart within each view. A pulse asks too little of a theme for that."""
    result = wanted.result
    if is_pulse(result) or not any(_values(theme) for theme in result.themes):
        return None
    told: tuple[Part, ...] = (_table(result, wanted.width), *_hanging(result))
    parts = (Words(_introduction(), "quiet", gap=3), *told)
    name = _("Where people differ")
    return Section("spread", name, _spread_title(result), parts, name, share=0.25, tighter=(told,), whole=True)


def _values(theme: ThemeView) -> list[tuple[Perspective, Shown]]:
    found = ((each, theme.views.get(each)) for each in Perspective)
    return [(each, value) for each, value in found if isinstance(value, Shown)]


def _split(result: GroupResult) -> list[str]:
    return [
        theme.theme.name
        for theme in result.themes
        if any(value.spread is not None and value.spread.is_split for _each, value in _values(theme))
    ]


def _spread_title(result: GroupResult) -> str:
    split = _split(result)
    if not split:
        return _("No theme divides the people of one view")
    names = in_a_row(split[:3])
    if len(names) > _TITLE_HOLDS:
        count = ngettext("one theme", "{number} themes", len(split)).format(number=number(len(split)))
        return _("People describe different places on {themes}").format(themes=count)
    return _("People describe different places: {themes}").format(themes=names)


def _introduction() -> str:
    return _(
        "A mean hides whether people agree. Where they describe different places, talk about the difference before the"
        " number: both may be right, for different rooms or shifts. From ten people on three classes count who"
        " described a thing as rare, in between, or usual; fewer than three people are counted with their neighbours."
    )


def _table(result: GroupResult, width: float) -> Table:
    views = views_of(result)
    counted = [each for each in views if _has_classes(result, each)]
    shares = (0.19, *(0.29 for _each in views), *(0.25 for _each in counted))
    room = (width - 9.0 * (len(shares) - 1)) * 0.25 / sum(shares)
    columns = (
        _("Theme"),
        *(people_first(each) for each in views),
        *(_("{people}: rare, between, usual").format(people=people_first(each)) for each in counted),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            theme.theme.name,
            *(_apart(theme, each) for each in views),
            *(classes(theme, each, room) for each in counted),
        )
        for theme in result.themes
    ]
    return Table(columns, tuple(rows), shares, gap=7, tight=True, small=True, even=True)


def _has_classes(result: GroupResult, view: Perspective) -> bool:
    return any(isinstance(value := theme.views.get(view), Shown) and value.people_in for theme in result.themes)


def _apart(theme: ThemeView, view: Perspective) -> str:
    value = theme.views[view]
    if isinstance(value, Suppressed):
        return not_shown(value)
    return capitalised(spread_words(value.spread)) if value.spread is not None else ""


def classes(theme: ThemeView, view: Perspective, width: float) -> Scene | str:
    """The three classes as one bar, or nothing below ten people."""
    from trustcheck.report.group_scenes import classes_bar

    value = theme.views[view]
    if isinstance(value, Suppressed) or (found := value.people_in) is None:
        return ""
    return classes_bar(theme.theme.name, found, width, _BAR)


def _hanging(result: GroupResult) -> Iterator[Part]:
    """Would one person change it? Never which one."""
    for solidity, lead in (
        (Solidity.HANGS_ON_ONE, _("Hanging on one answer:")),
        (Solidity.BORDERLINE, _("Borderline, near the next band:")),
    ):
        named = [
            _("{theme} ({people})").format(theme=theme.theme.name, people=people(each))
            for theme in result.themes
            for each, value in _values(theme)
            if value.solidity is solidity
        ]
        if len(named) > _NAMED:
            many = _("{number} values, so many that they are not named here.").format(number=number(len(named)))
            yield Words(many, "quiet", lead, gap=6)
        elif named:
            yield Words(f"{in_a_row(named)}.", "quiet", lead, gap=6)
