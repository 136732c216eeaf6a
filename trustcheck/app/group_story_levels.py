"""How often the whole of it is seen: the story of a group in which nothing stands out."""

from collections.abc import Sequence

from trustcheck.app.group_story_answers import answers_under
from trustcheck.app.group_story_view import GroupView
from trustcheck.domain.in_sentences import in_a_row
from trustcheck.domain.points import whole
from trustcheck.domain.questionnaire import Pillar, band_index
from trustcheck.domain.story import Story
from trustcheck.domain.story_apart import in_one_band
from trustcheck.domain.story_levels import how_often
from trustcheck.domain.view_names import people_first
from trustcheck.words import gettext as _

_NAMED = 2
"""More pillars than this are not listed in a sentence."""


def level(seen: GroupView) -> Story:
    """No difference stands out: how often the pillars are described, in one word where it holds for all."""
    known = seen.known_pillars()
    cuts = seen.questionnaire.cuts
    if in_one_band(known, cuts):
        rule, sentence = (_low, _middling, _high, _highest)[band_index(known[0][0], cuts)](seen)
        names = _("what these questions look at")
        if len(known) <= _NAMED:
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
    if len(known) > _NAMED:
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
