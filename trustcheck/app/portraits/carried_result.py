"""A group's result on its way from one data file to another without the sheets it follows from.

It holds what was shown there, and nothing that only somebody there may see: what was said to the only leader stays.
"""

import json
from collections.abc import Iterator
from dataclasses import fields, replace

from trustcheck.app.json_decode import DocumentReading, record
from trustcheck.app.portraits.said_since import said_since
from trustcheck.app.ports import NotOpened
from trustcheck.app.results.carried import CarriedResult
from trustcheck.app.results.group import (
    DETAILS_FROM,
    GapShown,
    GroupResult,
    ItemView,
    PillarView,
    PredictionShown,
    Range,
    Shown,
    ThemeView,
    Value,
    Views,
)
from trustcheck.domain.checks.group_round import GroupRound, GroupSetup
from trustcheck.domain.privacy.suppressed import Suppressed
from trustcheck.domain.questionnaire.model import Perspective, Questionnaire
from trustcheck.domain.statistics.classes import may_stand_apart, told_apart
from trustcheck.domain.statistics.drill import CardScore
from trustcheck.words import gettext as _

# Values of a result that came from elsewhere, with no class of one or two people told apart.
#
# What made them may be older than that rule, or no TrustCheck at all.


def told_together(result: CarriedResult) -> CarriedResult:
    """The same result with its small classes counted as they would be here."""
    return replace(
        result,
        overall=_views(result.overall),
        pillars=tuple(_pillar(each) for each in result.pillars),
        own_questions=_told_items(result.own_questions),
    )


def _pillar(pillar: PillarView) -> PillarView:
    return replace(pillar, views=_views(pillar.views), themes=tuple(_theme(each) for each in pillar.themes))


def _theme(theme: ThemeView) -> ThemeView:
    return replace(theme, views=_views(theme.views), items=_told_items(theme.items))


def _told_items(items: tuple[ItemView, ...]) -> tuple[ItemView, ...]:
    return tuple(replace(each, views=_views(each.views)) for each in items)


def _views(views: Views) -> Views:
    return {each: _value(value) for each, value in views.items()}


def _value(value: Value) -> Value:
    return _told(value) if isinstance(value, Shown) else value


def _told(value: Shown) -> Shown:
    """Counts that do not fit each other tell of somebody, or of nobody: they are left out."""
    many = value.n >= DETAILS_FROM
    counts = value.classes if many and value.classes and sum(value.classes) == value.n else None
    favourable = value.favourable if many and _may(value.favourable, value.n) else None
    rare = value.rare if many and favourable is None and _may(value.rare, value.n) else None
    if counts is not None:
        found = told_apart(*counts)
        rare = found.low if found.high is None else None
        favourable = found.high
        counts = counts if found.middle is not None else None
    return replace(
        value,
        classes=counts,
        rare=rare,
        favourable=favourable,
        favourable_range=None if favourable is None else value.favourable_range,
    )


def _may(count: int | None, n: int) -> bool:
    return count is not None and may_stand_apart(count, n)


_FIELDS = [each.name for each in fields(CarriedResult)]


def carried(result: GroupResult) -> CarriedResult:
    """What of a result travels."""
    return CarriedResult(
        **{name: getattr(result, name) for name in _FIELDS} | {"proposals": result.by_rule or result.proposals}
    )


def carried_text(result: CarriedResult) -> str:
    """As a data file keeps it."""
    return json.dumps(record(result, {}), separators=(",", ":"), ensure_ascii=True, allow_nan=False)


def shown_again(of: GroupRound) -> GroupResult:
    """The result a check came with. Raises :class:`NotOpened` where its text is damaged."""

    reading = DocumentReading()
    reading.speak_of(of.questionnaire)
    try:
        kept = reading.record(CarriedResult, json.loads(of.carried), "result")
    except (ValueError, RecursionError) as failure:
        raise damaged() from failure
    if next(misfits_of_result(kept, of.setup, of.questionnaire), None) is not None:
        raise damaged()
    kept = told_together(kept)
    whole = GroupResult(
        summary=of.summary,
        setup=of.setup,
        questionnaire=of.questionnaire,
        own_words=of.own_words,
        notes=of.notes,
        by_rule=kept.proposals,
        **{name: getattr(kept, name) for name in _FIELDS},
    )
    return said_since(whole, of)


def damaged() -> NotOpened:
    return NotOpened(
        _("The result that came with this check cannot be read any more."),
        _("Nothing in the data file was changed."),
        _("Take it in once more from its export."),
    )


# What must hold in a result that came from elsewhere, so that every page and report can show it like our own.


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
    # With one pillar nothing is told of everything together.
    is_told_apart = not result.overall and len(asked.pillars) == 1
    if not (is_told_apart or _are_sound(result.overall, setup)):
        yield "result.overall", _("it does not fit who was asked, or a number is out of its range.")
    for at, pillar in enumerate(result.pillars):
        for place in _pillar_misfits(pillar, setup, asked):
            yield f"result.pillars[{at}].{place}", _("it does not fit the check, or a number is out of its range.")
    yield from _people_in(result, views)
    yield from _named(result, asked)
    if not _are_predictions(result, setup, asked):
        yield "result.predictions", _("they do not fit the check, or a number is out of its range.")
    if not _items("", result.own_questions, setup, asked):
        yield "result.own_questions", _("they do not fit the check, or a number is out of its range.")
    if not _are_cards(result, setup, asked):
        yield "result.cards", _("they do not fit the check, or a number is out of its range.")


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


def _pillar_misfits(pillar: PillarView, setup: GroupSetup, asked: Questionnaire) -> Iterator[str]:
    if not _are_sound(pillar.views, setup) or not _is_gap(pillar.gap, setup):
        yield "views"
    if [each.theme for each in pillar.themes] != list(asked.themes_of(pillar.pillar.id)):
        yield "themes"
    for at, theme in enumerate(pillar.themes):
        inside = _items(theme.theme.id, theme.items, setup, asked)
        if not inside or not _are_sound(theme.views, setup) or not _is_gap(theme.gap, setup):
            yield f"themes[{at}]"


def _items(theme_id: str, items: tuple[ItemView, ...], setup: GroupSetup, asked: Questionnaire) -> bool:
    wanted = [each for each in asked.items_of(theme_id) if each.id in set(asked.asked(setup.form))]
    return [each.item for each in items] == wanted and all(_are_sound(each.views, setup) for each in items)


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


def _are_predictions(result: CarriedResult, setup: GroupSetup, asked: Questionnaire) -> bool:
    """All themes or none, where both views were asked."""
    shown = [each.value for each in result.predictions if isinstance(each.value, PredictionShown)]
    told = {each.theme.id for each in result.predictions if isinstance(each.value, PredictionShown)}
    staff = {each.theme.id: each.views.get(Perspective.STAFF) for pillar in result.pillars for each in pillar.themes}
    return (
        [each.theme for each in result.predictions] in ([], list(asked.themes))
        and (not result.predictions or setup.compares)
        and all(isinstance(staff.get(each), Shown) for each in told)
        and all(_people(each.n) and 0 <= each.guess <= 100 and -100 <= each.difference <= 100 for each in shown)
        and all(each.interval is None or -100 <= each.interval.low <= each.interval.high <= 100 for each in shown)
    )


def _are_cards(result: CarriedResult, setup: GroupSetup, asked: Questionnaire) -> bool:
    """All cards or none, a value for each view that was asked, and an outcome that the card has."""
    told = [
        (each.scenario, value) for each in result.cards for value in each.views.values() if isinstance(value, CardScore)
    ]
    return (
        [each.scenario for each in result.cards] in ([], list(asked.scenarios))
        and all(each.views.keys() == set(setup.perspectives) for each in result.cards)
        and all(_people(value.n) and value.usual in card.rungs for card, value in told)
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
