"""The sentence a group's result opens with, chosen by rule: the first rule that applies speaks, with its reasons."""

from collections.abc import Callable
from statistics import fmean

from trustcheck.app.group_story_sides import gap_in_a_low_theme, said_and_done
from trustcheck.app.group_story_view import GroupView
from trustcheck.app.presenting.scale_words import wide_words
from trustcheck.domain.group_words import WIDE
from trustcheck.domain.points import whole
from trustcheck.domain.questionnaire import band_index
from trustcheck.domain.story import Story
from trustcheck.domain.story_levels import how_often, less_often
from trustcheck.domain.view_names import people, people_first
from trustcheck.words import gettext as _

PILLARS_APART = WIDE
"""Half an answer step between two pillars of one view."""
THEME_BELOW = 15.0
"""A theme that stands out from its pillar."""
_NAMED = 2


def too_few(seen: GroupView) -> Story | None:
    """Nothing may be shown, so there is nothing to describe."""
    if seen.headline is not None and seen.pillars:
        return None
    sentence = _("Too few people answered to show anything yet; nobody is to be found out here.")
    return Story(sentence, "too-few", (_("No view has enough answers for a pillar."),))


def pillars_apart(seen: GroupView) -> Story | None:
    """Two pillars of one view lie half an answer step apart or more."""
    known = seen.known_pillars()
    if len(known) < len(seen.questionnaire.pillars) or len(known) < _NAMED:
        return None
    (most, high), (least, low) = max(known, key=lambda each: each[0]), min(known, key=lambda each: each[0])
    if most - least < PILLARS_APART:
        return None
    sentence = seen.say(
        _("Staff see {high} {often}; {low} they see {seldom}."),
        _("You see {high} {often}; {low} you see {seldom}."),
    )
    cuts = seen.questionnaire.cuts
    told = sentence.format(
        high=high.address, often=how_often(most, cuts), low=low.address, seldom=less_often(least, most, cuts)
    )
    why = (
        _("Two pillars lie at least {wide} apart.").format(wide=wide_words(seen.questionnaire)),
        _("{high} stands at {most}, {low} at {least}.").format(
            high=high.address, most=whole(most), low=low.address, least=whole(least)
        ),
    )
    return Story(told, "pillars-apart", why)


def theme_below(seen: GroupView) -> Story | None:
    """One theme stays well behind its pillar; the one that lies furthest behind speaks."""
    below = [
        (seen.pillars[theme.pillar] - seen.themes[theme.id], theme)
        for theme in seen.questionnaire.themes
        if theme.id in seen.themes and theme.pillar in seen.pillars
    ]
    distance, theme = max(below, key=lambda each: each[0], default=(0.0, None))
    if theme is None or distance < THEME_BELOW:
        return None
    pillar = seen.questionnaire.pillar_by_id[theme.pillar]
    sentence = seen.say(
        _("Staff see {pillar} {often}; {theme} stays behind the rest of it."),
        _("You see {pillar} {often}; {theme} is the part you see less of."),
    )
    around = seen.pillars[theme.pillar]
    often = how_often(around, seen.questionnaire.cuts)
    why = (
        _("A theme lies {apart} points or more below its pillar.").format(apart=whole(THEME_BELOW)),
        _("{theme} stands at {score}, {pillar} at {around}.").format(
            theme=theme.name, score=whole(seen.themes[theme.id]), pillar=pillar.address, around=whole(around)
        ),
    )
    return Story(sentence.format(pillar=pillar.address, often=often, theme=theme.name), "theme-below", why)


def opinions_differ(seen: GroupView) -> Story | None:
    """People of one view describe different places; the widest theme speaks."""
    if not seen.split:
        return None
    assert seen.headline is not None
    name = seen.questionnaire.theme_by_id[seen.split[0]].name
    sentence = seen.say(
        _("Staff describe several places at once, most of all for {theme}; the mean hides it."),
        _("You do not describe the same place, least of all for {theme}; the mean hides it."),
    )
    why = (
        _("The answers of {people} to at least one theme lie too far apart for a mean to speak for them.").format(
            people=people(seen.headline)
        ),
        _("Furthest apart: {theme}.").format(theme=name),
    )
    return Story(sentence.format(theme=name), "opinions-differ", why)


def level(seen: GroupView) -> Story:
    """No difference stands out: how often the whole of it is described."""
    known = seen.known_pillars()
    band = band_index(fmean(score for score, _pillar in known), seen.questionnaire.cuts)
    rule, sentence = (_low, _middling, _high, _highest)[band](seen)
    names = _("what these questions look at")
    if len(known) <= _NAMED:
        names = _(" and ").join(pillar.address for _score, pillar in known)
    assert seen.headline is not None
    why = [_("No gap, fact or theme stands out, so the sentence speaks of the level.")]
    why += [
        _("{people} put {pillar} at {score} of 100.").format(
            people=people_first(seen.headline), pillar=pillar.address, score=whole(score)
        )
        for score, pillar in known
    ]
    return Story(sentence.format(names=names), rule, tuple(why))


def _low(seen: GroupView) -> tuple[str, str]:
    return "level-low", seen.say(
        _("Staff seldom see {names}; the moments when they do are the place to begin."),
        _("You seldom see {names}; the moments when you do are the place to begin."),
    )


def _middling(seen: GroupView) -> tuple[str, str]:
    return "level-middling", seen.say(
        _("Staff see {names} now and then; what makes the good days good is worth finding out."),
        _("You see {names} now and then; what makes the good days good is worth finding out."),
    )


def _high(seen: GroupView) -> tuple[str, str]:
    return "level-high", seen.say(
        _("Staff often see {names}; the days when they do not are worth a second look."),
        _("You often see {names}; whether others see it as often, only they can say."),
    )


def _highest(seen: GroupView) -> tuple[str, str]:
    return "level-highest", seen.say(
        _("Staff nearly always see {names}; ask what it would take to lose it."),
        _("You nearly always see {names}; what you cannot see is whether others do."),
    )


RULES: tuple[Callable[[GroupView], Story | None], ...] = (
    too_few,
    gap_in_a_low_theme,
    said_and_done,
    pillars_apart,
    theme_below,
    opinions_differ,
)
"""In this order; the first that applies wins, and the level is told where none does."""


def group_story(seen: GroupView) -> Story:
    """The sentence of a group's result, with the rule that chose it."""
    return next((told for rule in RULES if (told := rule(seen)) is not None), None) or level(seen)
