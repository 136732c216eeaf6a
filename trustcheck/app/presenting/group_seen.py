"""Which views of a result may be seen at all: of one that is hidden everywhere that is said once, not forty times."""

from dataclasses import replace

from trustcheck.app.group_result import GapShown, GroupResult, PillarView, Shown, ThemeView, Views
from trustcheck.domain.questionnaire import Perspective
from trustcheck.domain.suppressed import Suppressed


def visible(result: GroupResult) -> GroupResult:
    """The same result; a view of which nothing may be shown has left every value. Who took part stays."""
    seen = frozenset(_seen(result))
    if seen >= frozenset(result.perspectives):
        return result
    return replace(
        result,
        pillars=tuple(_pillar(each, seen) for each in result.pillars),
        overall=_kept(result.overall, seen),
        technical=tuple(each for each in result.technical if each.perspective in seen),
    )


def views_of(result: GroupResult) -> tuple[Perspective, ...]:
    """The views of which anything may be shown, leaders first."""
    seen = _seen(result)
    return tuple(each for each in Perspective if each in seen)


def is_seen(result: GroupResult, perspective: Perspective) -> bool:
    """Whether anything of a view may be shown; of one that is shown nowhere that is said once."""
    return perspective in _seen(result)


def headline(result: GroupResult, views: Views) -> Shown | None:
    """The value of the view that speaks first, where it may be shown."""
    value = views.get(result.headline) if result.headline else None
    return value if isinstance(value, Shown) else None


def _seen(result: GroupResult) -> set[Perspective]:
    found = {view for view, value in result.overall.items() if isinstance(value, Shown)}
    for pillar in result.pillars:
        found |= _shown(pillar.views)
        for theme in pillar.themes:
            found |= _shown(theme.views)
            for item in theme.items:
                found |= _shown(item.views)
    return found


def _shown(views: Views) -> set[Perspective]:
    return {view for view, value in views.items() if isinstance(value, Shown)}


def _kept(views: Views, seen: frozenset[Perspective]) -> Views:
    return {view: value for view, value in views.items() if view in seen}


def _gap(gap: GapShown | Suppressed | None, seen: frozenset[Perspective]) -> GapShown | Suppressed | None:
    return gap if len(seen) > 1 else None


def _pillar(pillar: PillarView, seen: frozenset[Perspective]) -> PillarView:
    themes = tuple(_theme(each, seen) for each in pillar.themes)
    return replace(pillar, themes=themes, views=_kept(pillar.views, seen), gap=_gap(pillar.gap, seen))


def _theme(theme: ThemeView, seen: frozenset[Perspective]) -> ThemeView:
    items = tuple(replace(each, views=_kept(each.views, seen)) for each in theme.items)
    return replace(theme, items=items, views=_kept(theme.views, seen), gap=_gap(theme.gap, seen))
