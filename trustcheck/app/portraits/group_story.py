"""The sentence a group's result opens with, chosen by rule: the first rule that applies speaks, with its reasons."""

from collections.abc import Callable, Sequence

from trustcheck.app.portraits.group_story_facts import GroupView, answers_to, answers_under, headline_of
from trustcheck.app.portraits.group_story_roles import (
    good_to_be_seen,
    quieter_after_criticism,
    trusted_with_tasks_only,
)
from trustcheck.app.portraits.group_story_sides import gap_in_a_low_theme, said_and_done
from trustcheck.app.presenting.scale_words import wide_words
from trustcheck.domain.checks.group_round import people, people_first
from trustcheck.domain.findings.story import Story, furthest_behind, in_one_band, points_apart
from trustcheck.domain.findings.story_rules import how_often, less_often
from trustcheck.domain.questionnaire.model import Pillar, band_index
from trustcheck.domain.statistics.group_words import WIDE
from trustcheck.domain.statistics.points import whole
from trustcheck.words import gettext as _
from trustcheck.words.sentences import in_a_row

# How often the whole of it is seen: the story of a group in which nothing stands out.


_LEVELS_NAMED = 2
"""More pillars than this are not listed in a sentence."""


def level(seen: GroupView) -> Story:
    """No difference stands out: how often the pillars are described, in one word where it holds for all."""
    known = seen.known_pillars()
    cuts = seen.questionnaire.cuts
    if in_one_band(known, cuts):
        rule, sentence = (_low, _middling, _high, _highest)[band_index(known[0][0], cuts)](seen)
        names = _("what these questions look at")
        if len(known) <= _LEVELS_NAMED:
            names = in_a_row([pillar.address for _score, pillar in known])
        told = sentence.format(names=names)
    else:
        rule, told = "level-between", _between(seen, known)
    assert seen.headline is not None
    why = [
        _(
            "There is no clear or possible gap in a low theme, no fact \u201cyes\u201d beside a theme that is seldom "
            "seen, no theme or pillar that stays well behind, and none that people describe as different places, so "
            "the sentence speaks of the level."
        )
    ]
    why += [
        _("{people} put {pillar} at {score} of 100.").format(
            people=people_first(seen.headline), pillar=pillar.address, score=whole(score)
        )
        for score, pillar in known
    ]
    return Story(told, rule, tuple(why), answers_under(seen, [pillar for _score, pillar in known]))


def _between(seen: GroupView, known: Sequence[tuple[float, Pillar]]) -> str:
    """Pillars close to each other that lie in different bands all the same."""
    (most, high), (least, low) = max(known, key=lambda each: each[0]), min(known, key=lambda each: each[0])
    cuts = seen.questionnaire.cuts
    words = {"often": how_often(most, cuts), "seldom": how_often(least, cuts)}
    if len(known) > _LEVELS_NAMED:
        return seen.say(
            _("Staff see what these questions look at {seldom} here, {often} there; none of it stands out."),
            _("You see what these questions look at {seldom} here, {often} there; none of it stands out."),
        ).format(**words)
    return seen.say(
        _("Staff see {high} {often} and {low} {seldom}; the two lie close together."),
        _("You see {high} {often} and {low} {seldom}; the two lie close together."),
    ).format(high=high.address, low=low.address, **words)


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
    trusted_with_tasks_only,
    quieter_after_criticism,
    pillars_apart,
    theme_below,
    opinions_differ,
    good_to_be_seen,
)
"""In this order; the first that applies wins, and the level is told where none does."""


def group_story(seen: GroupView) -> Story:
    """The sentence of a group's result, with the rule that chose it."""
    return next((told for rule in RULES if (told := rule(seen)) is not None), None) or level(seen)
