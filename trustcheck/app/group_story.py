"""The sentence a group's result opens with, chosen by rule: the first rule that applies speaks, with its reasons."""

from collections.abc import Callable

from trustcheck.app.group_story_answers import answers_to, answers_under, headline_of
from trustcheck.app.group_story_levels import level
from trustcheck.app.group_story_sides import gap_in_a_low_theme, said_and_done
from trustcheck.app.group_story_view import GroupView
from trustcheck.app.presenting.scale_words import wide_words
from trustcheck.domain.group_words import WIDE
from trustcheck.domain.in_sentences import in_a_row
from trustcheck.domain.points import whole
from trustcheck.domain.story import Story
from trustcheck.domain.story_apart import furthest_behind, points_apart
from trustcheck.domain.story_levels import how_often, less_often
from trustcheck.domain.view_names import people
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
    sentence = _("There is nothing to show here yet: nobody is to be found out.")
    return Story(sentence, "too-few", (_("No view has a pillar that may be shown."),))


def pillars_apart(seen: GroupView) -> Story | None:
    """Two pillars of one view lie half an answer step apart or more."""
    known = seen.known_pillars()
    if len(known) < len(seen.questionnaire.pillars) or len(known) < _NAMED:
        return None
    (most, high), (least, low) = max(known, key=lambda each: each[0]), min(known, key=lambda each: each[0])
    if points_apart(most, least) < PILLARS_APART:
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
    return Story(told, "pillars-apart", why, answers_under(seen, [high, low]))


def theme_below(seen: GroupView) -> Story | None:
    """Themes stay well behind their pillar; the pillar in which one lies furthest behind speaks, with all as low."""
    asked = seen.questionnaire
    behind = furthest_behind(asked.pillars, seen.pillars, asked.themes_of, seen.themes)
    if behind is None or behind.distance < THEME_BELOW:
        return None
    one = len(behind.themes) == 1
    sentence = seen.say(
        _("Staff see {pillar} {often}; {theme} stays behind the rest of it.")
        if one
        else _("Staff see {pillar} {often}; {theme} stay behind the rest of it."),
        _("You see {pillar} {often}; {theme} is the part you see less of.")
        if one
        else _("You see {pillar} {often}; {theme} are the parts you see less of."),
    )
    often, pillar = how_often(behind.around, asked.cuts), behind.pillar.address
    why = [_("A theme lies {apart} points or more below its pillar.").format(apart=whole(THEME_BELOW))]
    why += [
        _("{theme} stands at {score}, {pillar} at {around}.").format(
            theme=theme.name, score=whole(score), pillar=pillar, around=whole(behind.around)
        )
        for score, theme in behind.themes
    ]
    names = in_a_row([theme.name for _score, theme in behind.themes])
    answers = answers_to(seen, [theme.id for _score, theme in behind.themes], headline_of(seen))
    return Story(sentence.format(pillar=pillar, often=often, theme=names), "theme-below", tuple(why), answers)


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
    return Story(
        sentence.format(theme=name), "opinions-differ", why, answers_to(seen, seen.split[:1], headline_of(seen))
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
