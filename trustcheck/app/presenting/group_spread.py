"""Where people of one view differ among themselves, and what one person more or less would change."""

from collections.abc import Iterator, Sequence

from trustcheck.app.presenting import all_invited
from trustcheck.app.presenting.explanations import FigureKind
from trustcheck.app.presenting.group_items import usual_answers
from trustcheck.app.presenting.group_sayings import between
from trustcheck.app.presenting.group_seen import not_shown
from trustcheck.app.presenting.group_words import is_split, solidity_name, spread_words
from trustcheck.app.results.group import GroupResult, Range, Shown, ThemeView
from trustcheck.domain.checks.group_round import people
from trustcheck.domain.privacy.suppressed import Suppressed
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.domain.statistics.group_words import Solidity, Spread
from trustcheck.words import gettext as _
from trustcheck.words import ngettext
from trustcheck.words.numbers import capitalised, count_of, in_words
from trustcheck.words.sentences import in_a_row

NAMED = 5
"""Values at the edge of a band that are named one by one."""
_TITLE_HOLDS = 80
"""Characters of names in a title; longer ones are counted."""


def shown_values(theme: ThemeView) -> list[tuple[Perspective, Shown]]:
    """The values of a theme that are shown, leaders first."""
    found = ((each, theme.views.get(each)) for each in Perspective)
    return [(each, value) for each, value in found if isinstance(value, Shown)]


def divides_people(theme: ThemeView) -> bool:
    """Whether people of one view, whichever it is, describe different places."""
    return any(is_split(value) for _each, value in shown_values(theme))


def spread_headline(result: GroupResult) -> str:
    """The themes on which people of one view describe different places."""
    split = [theme.theme.name for theme in result.themes if divides_people(theme)]
    if not split:
        hidden = any(isinstance(value, Suppressed) for theme in result.themes for value in theme.views.values())
        every, some = (
            _("No theme divides the people of one view"),
            _("No theme that is shown divides people of one view"),
        )
        return some if hidden else every
    names = in_a_row(split)
    if len(names) > _TITLE_HOLDS:
        count = ngettext("one theme", "{number} themes", len(split)).format(number=in_words(len(split)))
        return _("People describe different places on {themes}").format(themes=count)
    return _("People describe different places: {themes}").format(themes=names)


def about_spread() -> str:
    """How to read it."""
    return _(
        "A mean hides whether people agree. Where they describe different places, talk about the difference before the"
        " number: both may be right, for different rooms or shifts. From ten people on three classes count who"
        " described a thing as rare, in between, or usual; fewer than three people are counted with their neighbours."
    )


def widest_first(result: GroupResult, perspective: Perspective) -> list[ThemeView]:
    """The themes by how far people of one view lie apart; a hidden value comes last."""
    order = list(Spread)

    def width(theme: ThemeView) -> int:
        value = theme.views[perspective]
        return order.index(value.spread) if isinstance(value, Shown) and value.spread is not None else -1

    return sorted(result.themes, key=width, reverse=True)


def spread_cell(theme: ThemeView, perspective: Perspective) -> str:
    """How far people of one view lie apart on a theme, or that it is not shown."""
    value = theme.views[perspective]
    if isinstance(value, Suppressed):
        return not_shown(value)
    return capitalised(spread_words(value.spread)) if value.spread is not None else ""


def spread_lines(result: GroupResult, perspective: Perspective) -> list[str]:
    """Themes of one word together, widest first."""
    said: dict[str, list[str]] = {}
    for theme in widest_first(result, perspective):
        if words := spread_cell(theme, perspective):
            said.setdefault(words, []).append(theme.theme.name)
    return [_("{words}: {themes}.").format(words=words, themes=", ".join(names)) for words, names in said.items()]


def near_an_edge(result: GroupResult) -> Iterator[tuple[str, str]]:
    """A lead and the numbers it is said of: would one person change the band? Never which person."""
    everything = [(theme, each, value) for theme in result.themes for each, value in shown_values(theme)]
    for solidity in (Solidity.HANGS_ON_ONE, Solidity.BORDERLINE):
        named = [
            _("{theme} ({people})").format(theme=theme.theme.name, people=people(each))
            for theme, each, value in everything
            if value.solidity is solidity
        ]
        lead = _("{name}:").format(name=solidity_name(solidity))
        if len(named) > NAMED:
            said = _("{count} numbers.").format(count=capitalised(count_of(len(named), len(everything))))
            yield lead, said
        elif named:
            yield lead, _("{names}.").format(names=in_a_row(named))


# How sure a number of a group is and how people lie behind it: each figure with what it is called.


def figures_of(value: Shown, scale: Sequence[str]) -> Iterator[tuple[FigureKind, str, str]]:
    """Which figure, its words, and what stands below them."""
    if value.band:
        yield FigureKind.BAND, value.band, _("band")
    if value.interval:
        yield FigureKind.INTERVAL, between(value.interval), _("where the mean may lie, 95 %")
    if value.guaranteed:
        yield FigureKind.GUARANTEED, *_in_any_case(value.guaranteed)
    if value.spread:
        yield FigureKind.SPREAD, capitalised(spread_words(value.spread)), _("how far answers lie apart")
    if value.favourable is not None:
        share = _("{count} of {n}").format(count=value.favourable, n=value.n)
        yield FigureKind.FAVOURABLE, share, usual_answers(scale)
    yield FigureKind.DONT_KNOW, _("{share} %").format(share=value.dont_know), _("I don\u2019t know")
    if value.solidity:
        yield FigureKind.SOLIDITY, solidity_name(value.solidity), _("would one person change it?")


def classes_told(value: Shown) -> str:
    """Of how many people the three classes are."""
    return capitalised(_("{n} people in three classes").format(n=in_words(value.n)))


def _in_any_case(span: Range) -> tuple[str, str]:
    """One number where everybody who was invited has a score: then nobody is left to move it."""
    if span.low == span.high:
        return _("Everybody"), _("who was invited has a score here")
    return between(span), all_invited.caption()
