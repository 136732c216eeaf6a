"""What must hold in a result that came from elsewhere, so that every page and report can show it like our own."""

from collections.abc import Iterator

from trustcheck.app.carrying.carried_result import CarriedResult
from trustcheck.app.results.group import GapShown, PillarView, Range, Shown, ThemeView, Views
from trustcheck.domain.checks.group_round import GroupSetup
from trustcheck.domain.privacy.suppressed import Suppressed
from trustcheck.domain.questionnaire.model import Perspective, Questionnaire
from trustcheck.words import gettext as _

FoundFaults = Iterator[tuple[str, str]]
"""Places below the one that is looked at, each with what is wrong there."""

_MOST_PEOPLE = 1_000_000


def misfits_of_result(result: CarriedResult, setup: GroupSetup, asked: Questionnaire) -> FoundFaults:
    """Places in the result, each with what is wrong there."""
    views = set(setup.perspectives)
    if [each.perspective for each in result.took] != list(setup.perspectives):
        yield "result.took", _("it does not fit who was asked.")
    if result.headline is not None and result.headline not in views:
        yield "result.headline", _("it does not fit who was asked.")
    if [each.pillar for each in result.pillars] != list(asked.pillars):
        yield "result.pillars", _("they do not fit the questionnaire.")
    if not _are_sound(result.overall, setup):
        yield "result.overall", _("it does not fit who was asked, or a number is out of its range.")
    for at, pillar in enumerate(result.pillars):
        for place in _pillar(pillar, setup, asked):
            yield f"result.pillars[{at}].{place}", _("it does not fit the check, or a number is out of its range.")
    yield from _people_in(result, views)
    yield from _named(result, asked)


def _people_in(result: CarriedResult, views: set[Perspective]) -> FoundFaults:
    if not all(_people(each.n) and _people(each.invited) for each in result.took):
        yield "result.took", _("a number is out of its range.")
    if not all(each.perspective in views and _people(each.n) and 0 <= each.dont_know <= 100 for each in result.unseen):
        yield "result.unseen", _("it does not fit who was asked, or a number is out of its range.")
    if not {each.perspective for each in result.technical} <= views:
        yield "result.technical", _("it does not fit who was asked.")
    if not {each.perspective for each in result.without_hurried} <= views:
        yield "result.without_hurried", _("it does not fit who was asked.")


def _named(result: CarriedResult, asked: Questionnaire) -> FoundFaults:
    """What is spoken of is in the questionnaire."""
    spoken_of = {each.theme_id for each in result.proposals} | {each.theme_id for each in result.strengths}
    if not spoken_of | result.together.keys() <= asked.theme_by_id.keys():
        yield "result.proposals", _("its questionnaire knows no such theme.")
    if not all(0 <= each.score <= 100 for each in result.strengths):
        yield "result.strengths", _("a number is out of its range.")
    if [each.pillar_id for each in result.practice] != [each.id for each in asked.pillars]:
        yield "result.practice", _("they do not fit the questionnaire.")
    if not all(each.index is None or 0 <= each.index <= 100 for each in result.practice):
        yield "result.practice", _("a number is out of its range.")
    for each in result.facts:
        against = each.contradiction
        if each.theme.id != each.practice.theme or (against and against.theme_id not in asked.theme_by_id):
            yield "result.facts", _("they do not fit the questionnaire.")
        if against and not 0 <= against.score <= 100:
            yield "result.facts", _("a number is out of its range.")


def _pillar(pillar: PillarView, setup: GroupSetup, asked: Questionnaire) -> Iterator[str]:
    if not _are_sound(pillar.views, setup) or not _is_gap(pillar.gap, setup):
        yield "views"
    if [each.theme for each in pillar.themes] != list(asked.themes_of(pillar.pillar.id)):
        yield "themes"
    for at, theme in enumerate(pillar.themes):
        if not _are_sound(theme.views, setup) or not _is_gap(theme.gap, setup) or not _items(theme, setup, asked):
            yield f"themes[{at}]"


def _items(theme: ThemeView, setup: GroupSetup, asked: Questionnaire) -> bool:
    wanted = [each for each in asked.items_of(theme.theme.id) if each.id in set(asked.asked(setup.form))]
    return [each.item for each in theme.items] == wanted and all(_are_sound(each.views, setup) for each in theme.items)


def _are_sound(views: Views, setup: GroupSetup) -> bool:
    """One value for each view that was asked, every number in its range."""
    shown = [each for each in views.values() if isinstance(each, Shown)]
    return views.keys() == set(setup.perspectives) and all(_is_sound(each) for each in shown)


def _is_sound(value: Shown) -> bool:
    points = [value.mean, value.dont_know, value.sd or 0, value.median or 0]
    people = [value.n, value.favourable or 0, value.rare or 0, *(value.classes or ())]
    ranges = [value.interval, value.guaranteed, value.favourable_range]
    return (
        all(0 <= each <= 100 for each in points)
        and all(_people(each) for each in people)
        and all(each is None or _within(each, 0, 100) for each in ranges)
    )


def _is_gap(gap: GapShown | Suppressed | None, setup: GroupSetup) -> bool:
    if gap is None:
        return True
    if isinstance(gap, Suppressed):
        return setup.compares
    return setup.compares and abs(gap.difference) <= 100 and _within(gap.interval, -200, 200)


def _people(number: int) -> bool:
    return 0 <= number <= _MOST_PEOPLE


def _within(given: Range, low: int, high: int) -> bool:
    return low <= given.low <= given.high <= high
