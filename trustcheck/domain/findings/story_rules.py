"""The rules of the story, one function each: ``None`` where a rule does not apply.

Adapted to one person: a difference is spoken of only where it is larger than the margins of both numbers together.
One person's view is a description, so no sentence says what the place *is*.
"""

from collections.abc import Callable, Sequence
from typing import Any

from trustcheck.domain.findings.practice import ContradictionKind
from trustcheck.domain.findings.story import (
    Story,
    answers_to,
    answers_under,
    furthest_behind,
    in_one_band,
    points_apart,
)
from trustcheck.domain.findings.story_roles import (
    good_to_be_seen,
    quieter_after_criticism,
    trusted_with_tasks_only,
)
from trustcheck.domain.findings.view import View
from trustcheck.domain.questionnaire.model import Pillar, band_index
from trustcheck.domain.statistics import margins
from trustcheck.domain.statistics.points import whole
from trustcheck.words import gettext as _
from trustcheck.words.numbers import decimal
from trustcheck.words.sentences import in_a_row

# How often the whole of it is seen: the story where nothing stands out, and the words for how often.


_NAMED = 2
"""More pillars than this are not listed in a sentence."""


def how_often(score: float, cuts: Sequence[float]) -> str:
    """A score on 0 to 100 as a word for how often the thing is seen."""
    return (_("seldom"), _("now and then"), _("often"), _("nearly always"))[band_index(score, cuts)]


def less_often(score: float, than: float, cuts: Sequence[float]) -> str:
    """The lower of two scores in words that also hold where both lie in one band."""
    band = band_index(score, cuts)
    if band != band_index(than, cuts):
        return how_often(score, cuts)
    return _("less often") if band else _("less often still")


def level(view: View) -> Story:
    """The level of the pillars that have a score, at least one of them: one word where it holds for all."""
    known = view.known_pillars()
    cuts = view.questionnaire.cuts
    if in_one_band(known, cuts):
        rule, sentence = (_low, _middling, _high, _highest)[band_index(known[0][0], cuts)](view)
        told = sentence.format(names=_names([each for _score, each in known]))
    else:
        rule, told = "level-between", _between(view, known)
    why = [
        _("No pillar, and no theme below its pillar, lies further off than one person\u2019s score could by chance.")
    ]
    why += [
        _("{pillar} stands at {score} of 100.").format(pillar=each.address, score=whole(score)) for score, each in known
    ]
    missing = [each for each in view.questionnaire.pillars if view.pillars.get(each.id) is None]
    why += [_("{pillar} has too few answers for a score.").format(pillar=each.address) for each in missing]
    return Story(told, rule, tuple(why), answers_under(view, [each.id for _score, each in known]))


def _between(view: View, known: Sequence[tuple[float, Pillar]]) -> str:
    """Pillars that no margin tells apart, and that lie in different bands all the same."""
    (most, high), (least, low) = max(known, key=lambda each: each[0]), min(known, key=lambda each: each[0])
    words = {"often": how_often(most, view.questionnaire.cuts), "seldom": how_often(least, view.questionnaire.cuts)}
    if len(known) > _NAMED:
        return view.say(
            _("You see what these questions look at {seldom} here, {often} there; none of it stands out."),
            _("In what you describe, what these questions look at is there {seldom} or {often}; nothing stands out."),
        ).format(**words)
    return view.say(
        _("You see {high} {often} and {low} {seldom}; the two lie too close together to make much of it."),
        _("In what you describe, {high} is there {often}, {low} {seldom}; they lie too close to make much of it."),
    ).format(high=high.address, low=low.address, **words)


def _low(view: View) -> tuple[str, str]:
    return "level-low", view.say(
        _("You seldom see {names}; the moments when you do are the place to begin."),
        _("In the days you describe, you seldom find {names}; the few times you do show where to begin."),
    )


def _middling(view: View) -> tuple[str, str]:
    return "level-middling", view.say(
        _("You see {names} now and then; what makes the good days good is worth finding out."),
        _("In the days you describe, you find {names} now and then; the good days are worth a closer look."),
    )


def _high(view: View) -> tuple[str, str]:
    return "level-high", view.say(
        _("You often see {names}; the days when you do not are worth a second look."),
        _("On most of the days you describe, you find {names}; the others are worth a second look."),
    )


def _highest(view: View) -> tuple[str, str]:
    return "level-highest", view.say(
        _("You nearly always see {names}; what you cannot see is whether others do."),
        _("On nearly all the days you describe, you find {names}; whether others agree, only they can say."),
    )


def _names(pillars: Sequence[Pillar]) -> str:
    if len(pillars) > _NAMED:
        return _("what these questions look at")
    return in_a_row([pillar.address for pillar in pillars])


# Rules of the story that rest on single facts and answers instead of on differences between scores.


def said_and_done(view: View) -> Story | None:
    """A fact says yes where the theme is rare; the lowest such theme speaks."""
    cuts = view.questionnaire.cuts
    found = [
        each
        for each in view.contradictions
        if each.kind is ContradictionKind.WRITTEN_NOT_LIVED and band_index(each.score, cuts) == 0
    ]
    if not found:
        return None
    widest = min(found, key=lambda each: each.score)
    name = view.questionnaire.theme_by_id[widest.theme_id].name
    sentence = view.say(
        _("Something is in place for {theme}, but the days you describe seldom show it."),
        _("You know of something in place for {theme}; everyday work, as you describe it, seldom shows it."),
    )
    return Story(
        sentence.format(theme=name),
        "say-do",
        (
            _("A fact is answered \u201cyes\u201d, and its theme stands below {low}.").format(low=decimal(cuts[0])),
            _("{theme} stands at {score} of 100.").format(theme=name, score=whole(widest.score)),
            _("The fact: {fact}").format(fact=view.questionnaire.practice_by_id[widest.practice_id].text),
        ),
        answers_to(view, [widest.theme_id]),
    )


HIGH, LOW = 62.5, 37.5


def too_few(view: View) -> Story | None:
    """No pillar has a score: there is nothing to describe yet."""
    if any(score is not None for score in view.pillars.values()):
        return None
    sentence = view.say(
        _("Your answers are too few to describe anything yet; a few more questions would change that."),
        _("There is too little here to describe yet; answering a few more questions would change that."),
    )
    return Story(sentence, "too-few", (_("No pillar has enough answers for a score."),))


def pillars_apart(view: View) -> Story | None:
    """The highest and the lowest pillar lie further apart than their margins allow for chance."""
    known = view.known_pillars()
    apart = margins.pillars_apart(view.questionnaire, view.form)
    (most, high), (least, low) = max(known, key=_first), min(known, key=_first)
    if points_apart(most, least) < apart:
        return None
    sentence = view.say(
        _("You describe {high} as something you see {often}; {low} you see {seldom}."),
        _("In what you describe, {high} is there {often}; {low} is there {seldom}."),
    )
    cuts = view.questionnaire.cuts
    words = {"often": how_often(most, cuts), "seldom": less_often(least, most, cuts)}
    numbers = {"most": whole(most), "least": whole(least), "points": points_apart(most, least)}
    names = {"high": high.address, "low": low.address}
    why = (
        _("The pillars lie at least {apart} points apart, more than chance would explain.").format(apart=apart),
        _("{high} stands at {most}, {low} at {least}: {points} points apart.").format(**names, **numbers),
    )
    answers = answers_under(view, [high.id, low.id])
    return Story(sentence.format(**names, **words), "pillars-apart", why, answers)


def theme_below(view: View) -> Story | None:
    """Themes lie far below their own pillar; the pillar in which one lies furthest speaks, with all that lie as low."""
    asked = view.questionnaire
    behind = furthest_behind(asked.pillars, view.pillars, asked.themes_of, view.themes)
    apart = margins.themes_apart(asked)
    if behind is None or behind.distance < apart:
        return None
    one = len(behind.themes) == 1
    sentence = view.say(
        _("You describe {pillar} as something you see {often}; {theme} stays behind the rest of it.")
        if one
        else _("You describe {pillar} as something you see {often}; {theme} stay behind the rest of it."),
        _("In what you describe, {pillar} is there {often}; {theme} is the part you see less of.")
        if one
        else _("In what you describe, {pillar} is there {often}; {theme} are the parts you see less of."),
    )
    often, pillar = how_often(behind.around, asked.cuts), behind.pillar.address
    why = [_("A theme lies at least {apart} points below its pillar.").format(apart=apart)]
    why += [
        _("{theme} stands at {score}, {pillar} at {around}.").format(
            theme=theme.name, pillar=pillar, score=whole(score), around=whole(behind.around)
        )
        for score, theme in behind.themes
    ]
    told = sentence.format(theme=in_a_row([each.name for _score, each in behind.themes]), pillar=pillar, often=often)
    return Story(told, "theme-below", tuple(why), answers_to(view, [each.id for _score, each in behind.themes]))


def mixed(view: View) -> Story | None:
    """Some themes are usual and others rare, and no single one explains it."""
    known = [(score, theme_id) for theme_id, score in view.themes.items() if score is not None]
    if not known:
        return None
    (most, high), (least, low) = max(known, key=_first), min(known, key=_first)
    apart = margins.themes_apart(view.questionnaire)
    if most < HIGH or least >= LOW or points_apart(most, least) < apart:
        return None
    names = {theme.id: theme.name for theme in view.questionnaire.themes}
    sentence = view.say(
        _("You describe a place with several sides: some things you see often, others seldom."),
        _("Some of what you describe happens often; other things you would wait for a long time."),
    )
    return Story(
        sentence,
        "mixed",
        (
            _("At least one theme is usual, at least one is rare, and they lie {apart} points apart or more.").format(
                apart=apart
            ),
            _("{high} stands at {most}, {low} at {least}.").format(
                high=names[high], most=whole(most), low=names[low], least=whole(least)
            ),
        ),
        answers_to(view, [high, low]),
    )


RULES: tuple[Callable[[View], Story | None], ...] = (
    too_few,
    said_and_done,
    trusted_with_tasks_only,
    quieter_after_criticism,
    pillars_apart,
    theme_below,
    mixed,
    good_to_be_seen,
)
"""In this order; the first that applies wins, and the level is told where none does."""


def story(view: View) -> Story:
    """The sentence of one person's result, with the rule that chose it."""
    return next((told for rule in RULES if (told := rule(view)) is not None), None) or level(view)


def _first(each: Sequence[Any]) -> float:
    return float(each[0])
