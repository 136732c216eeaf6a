"""Values of a result that came from elsewhere, with no class of one or two people told apart.

What made them may be older than that rule, or no TrustCheck at all.
"""

from dataclasses import replace

from trustcheck.app.carrying.carried_result import CarriedResult
from trustcheck.app.results.group import DETAILS_FROM, PillarView, Shown, ThemeView, Value, Views
from trustcheck.domain.statistics.classes import may_stand_apart, told_apart


def told_together(result: CarriedResult) -> CarriedResult:
    """The same result with its small classes counted as they would be here."""
    return replace(result, overall=_views(result.overall), pillars=tuple(_pillar(each) for each in result.pillars))


def _pillar(pillar: PillarView) -> PillarView:
    return replace(pillar, views=_views(pillar.views), themes=tuple(_theme(each) for each in pillar.themes))


def _theme(theme: ThemeView) -> ThemeView:
    items = tuple(replace(each, views=_views(each.views)) for each in theme.items)
    return replace(theme, views=_views(theme.views), items=items)


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
