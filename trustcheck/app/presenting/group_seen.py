"""Which views of a result may be seen at all: of one that is hidden everywhere that is said once, not forty times."""

from dataclasses import replace

from trustcheck.app.results.group import GapShown, GroupResult, ItemView, PillarView, Shown, ThemeView, Views
from trustcheck.domain.checks.group_round import people_first
from trustcheck.domain.privacy.item_release import FEWEST_FOR_ITEMS
from trustcheck.domain.privacy.suppressed import Suppressed
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.words import gettext as _
from trustcheck.words.numbers import in_words

# What is said where a value is not shown: the same few words everywhere, and the reasons in one place.
#
# Which of the reasons it is in one place would itself tell something of those who answered, or not be so: a value
# goes where it is too few people's, where all of them answered alike, and where its neighbours would give one of
# these away.


TOO_SHORT = Suppressed("the short form asks too little")
"""Stands for a theme of the pulse, which has pillars only."""


def not_shown(value: Suppressed) -> str:
    """In a row, a cell or a list."""
    if value == TOO_SHORT:
        return _("Not shown: the short form asks too little of one theme")
    return _("Not shown, to protect people")


def why_hidden(threshold: int) -> str:
    """Every reason for which a value of people is not shown."""
    said = _(
        "Not shown, to protect people: fewer than {number} answered this, or all of them alike, or all but one or two, "
        "or it could be worked out from the numbers beside it, or from those of the check before."
    ).format(number=in_words(threshold))
    if threshold < FEWEST_FOR_ITEMS:
        said += " " + _("A single question is shown from {number} answers on.").format(
            number=in_words(FEWEST_FOR_ITEMS)
        )
    return said


def nothing_of_view(perspective: Perspective, threshold: int) -> str:
    """Of a whole view with too few people."""
    return _("{people}: fewer than {number} answered, so nothing of theirs is shown.").format(
        people=people_first(perspective), number=in_words(threshold)
    )


def repeats_the_check_before(perspective: Perspective) -> str:
    """Of a view whose sheets are those of the check before, but for a few."""
    return _(
        "{people}: nearly all of these sheets stood in the check before, so the two results would differ by what a few "
        "people said. Nothing of theirs is shown."
    ).format(people=people_first(perspective))


def hidden_view(result: GroupResult, perspective: Perspective) -> str:
    """Once for a view of which nothing may be seen: it has too few people, or must be hidden with what is."""
    took = next((each.n for each in result.took if each.perspective is perspective), 0)
    if took < result.setup.threshold:
        return nothing_of_view(perspective, result.setup.threshold)
    # The values of a result that was made visible say nothing of it any more.
    repeats = repeats_the_check_before(perspective)
    if repeats in result.banners:
        return repeats
    return _("{people}. {why}").format(people=people_first(perspective), why=why_hidden(result.setup.threshold))


def visible(result: GroupResult) -> GroupResult:
    """The same result; a view of which nothing may be shown has left every value. Who took part stays."""
    seen = frozenset(_seen(result))
    if seen >= frozenset(result.perspectives):
        return result
    return replace(
        result,
        pillars=tuple(_pillar(each, seen) for each in result.pillars),
        overall=_kept(result.overall, seen),
        own_questions=_kept_of(result.own_questions, seen),
        technical=tuple(each for each in result.technical if each.perspective in seen),
        cards=tuple(
            replace(card, views={each: value for each, value in card.views.items() if each in seen})
            for card in result.cards
        ),
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
    for own in result.own_questions:
        found |= _shown(own.views)
    return found


def _shown(views: Views) -> set[Perspective]:
    return {view for view, value in views.items() if isinstance(value, Shown)}


def _kept(views: Views, seen: frozenset[Perspective]) -> Views:
    return {view: value for view, value in views.items() if view in seen}


def _kept_of(items: tuple[ItemView, ...], seen: frozenset[Perspective]) -> tuple[ItemView, ...]:
    return tuple(replace(each, views=_kept(each.views, seen)) for each in items)


def _gap(gap: GapShown | Suppressed | None, seen: frozenset[Perspective]) -> GapShown | Suppressed | None:
    return gap if len(seen) > 1 else None


def _pillar(pillar: PillarView, seen: frozenset[Perspective]) -> PillarView:
    themes = tuple(_theme(each, seen) for each in pillar.themes)
    return replace(pillar, themes=themes, views=_kept(pillar.views, seen), gap=_gap(pillar.gap, seen))


def _theme(theme: ThemeView, seen: frozenset[Perspective]) -> ThemeView:
    return replace(theme, items=_kept_of(theme.items, seen), views=_kept(theme.views, seen), gap=_gap(theme.gap, seen))
