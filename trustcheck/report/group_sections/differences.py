"""Where people of one view differ among themselves, and how leaders and staff see the same things."""

from collections.abc import Iterator

from trustcheck.app.group_result import GapShown, GroupResult, Shown, ThemeView, Views
from trustcheck.app.number_words import capitalised, in_a_row
from trustcheck.app.ports import Edition
from trustcheck.app.presenting.group_gaps import gap_row, shown_gaps, worth_asking
from trustcheck.app.presenting.group_hidden import not_shown
from trustcheck.app.presenting.group_sayings import between, is_pulse
from trustcheck.app.presenting.group_seen import views_of
from trustcheck.app.presenting.group_words import spread_words
from trustcheck.charts.dumbbell import DumbbellRow, dumbbells
from trustcheck.charts.scene import Scene
from trustcheck.domain.group_words import Solidity
from trustcheck.domain.questionnaire import Perspective
from trustcheck.domain.suppressed import Suppressed
from trustcheck.domain.view_names import people, people_first
from trustcheck.report.group_sections.minute import key
from trustcheck.report.group_sections.wanted import Wanted
from trustcheck.report.parts import Bullets, Cell, Figure, Heading, Panel, Part, Section, Table, Words
from trustcheck.report.wording import number
from trustcheck.words import gettext as _
from trustcheck.words import ngettext

_TYPE = 9.2
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
    return Section("spread", name, _spread_title(result), parts, name, share=0.4, tighter=(told,), whole=True)


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
        return _("Within each view, people describe much the same place")
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
    shares = (0.26, *(0.5 / len(views) for _each in views), *(0.3 for _each in counted))
    room = (width - 9.0 * (len(shares) - 1)) * 0.3 / sum(shares)
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
    return Table(columns, tuple(rows), shares, gap=10, tight=True, even=True)


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
    return classes_bar(theme.theme.name, found, width)


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


def views(wanted: Wanted) -> Section | None:
    """Leaders and staff beside each other; left out where only one view is shown."""
    result = wanted.result
    if len(views_of(result)) < 2:
        return _only_leader(wanted)
    scene = dumbbells(_rows(result), wanted.width, size=_TYPE)
    parts: list[Part] = [
        Words(_about_views(), "quiet", gap=3),
        Figure(key(result, wanted.width, _TYPE), gap=2),
        Figure(scene, gap=0),
        *_worth(result),
        Panel((Words(_("A question for the room"), "accent"), Words(question(result), gap=2)), "strip", gap=12),
    ]
    name = _("Leaders and staff")
    return Section("views", name, _views_title(result), tuple(parts), name)


def _only_leader(wanted: Wanted) -> Section | None:
    """For the only leader, who agreed to it, in the report they read; in no other edition."""
    if not wanted.result.one_leader or wanted.options.edition is Edition.FACILITATOR:
        return None
    name, title = _("Leaders and staff"), _("Your own answers beside those of staff")
    introduction = _("Only for the one leader of this check, who agreed to it. It stands in no other edition.")
    parts = (Words(introduction, "quiet", gap=3), Words(wanted.result.one_leader))
    return Section("views", name, title, parts, name, share=0.2)


def _about_views() -> str:
    return _(
        "Each line joins two views of the same thing. A long line does not say who is right. It says that the two"
        " groups have something to tell each other. Below each difference stand its class and its 95 % interval."
    )


def _rows(result: GroupResult) -> list[DumbbellRow]:
    """Every theme; of the short form the pillars, since it asks too little of a theme."""
    if is_pulse(result):
        return [_row(each.pillar.address, each.views, each.gap) for each in result.pillars]
    return [_row(each.theme.name, each.views, each.gap) for each in result.themes]


def _row(name: str, views: Views, gap: GapShown | Suppressed | None) -> DumbbellRow:
    return gap_row(name, views, gap, between(gap.interval) if isinstance(gap, GapShown) else "")


def _worth(result: GroupResult) -> Iterator[Part]:
    wide = worth_asking(result)
    if not wide:
        return
    yield Heading(_("Worth asking about"))
    said = []
    for theme, gap in wide:
        said.append(_("{theme}: {sentence}").format(theme=theme.theme.name, sentence=gap.sentence))
    yield Bullets(tuple(said), "compact")


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
