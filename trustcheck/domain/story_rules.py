"""The rules of the story, one function each: ``None`` where a rule does not apply.

Adapted to one person: a difference is spoken of only where it is larger than the margins of both numbers together.
One person's view is a description, so no sentence says what the place *is*.
"""

from collections.abc import Callable, Sequence
from gettext import gettext as _
from typing import Any

from trustcheck.domain.points import whole
from trustcheck.domain.practice import ContradictionKind
from trustcheck.domain.questionnaire import Form
from trustcheck.domain.story import Story
from trustcheck.domain.story_levels import how_often, less_often, level
from trustcheck.domain.view import View

PILLARS_APART = 17.0
"""Two full-form pillars of one person: 12 points of margin each, squared, added and rooted."""
PULSE_PILLARS_APART = 28.0
"""Two pulse pillars of one person: 20 points of margin each."""
THEMES_APART = 29.0
"""A theme of one person and what it is compared with."""
OFTEN, SELDOM = 75.0, 25.0
HIGH, LOW = 62.5, 37.5

TASKS_LEFT_TO_PEOPLE = "TT1"
OWN_SAY_IN_PUBLIC = "RD1"


def too_few(view: View) -> Story | None:
    """No pillar has a score: there is nothing to describe yet."""
    if any(score is not None for score in view.pillars.values()):
        return None
    sentence = view.say(
        _("Your answers are too few to describe anything yet; a few more questions would change that."),
        _("There is too little here to describe yet; answering a few more questions would change that."),
    )
    return Story(sentence, "too-few", (_("No pillar has enough answers for a score."),))


def said_and_done(view: View) -> Story | None:
    """A fact says yes where the theme is low; the lowest such theme speaks."""
    found = [each for each in view.contradictions if each.kind is ContradictionKind.WRITTEN_NOT_LIVED]
    if not found:
        return None
    widest = min(found, key=lambda each: each.score)
    name = view.questionnaire.theme_by_id[widest.theme_id].name
    sentence = view.say(
        _("For {theme} something is in place; in the days you describe, it seldom shows."),
        _("You know of something in place for {theme}; in what you describe, it seldom reaches everyday work."),
    )
    return Story(
        sentence.format(theme=name),
        "say-do",
        (
            _("A fact is answered \u201cyes\u201d, and its theme stands at {low} or below.").format(low="37.5"),
            _("{theme} stands at {score} of 100.").format(theme=name, score=whole(widest.score)),
            _("The fact: {fact}").format(fact=view.questionnaire.practice_by_id[widest.practice_id].text),
        ),
    )


def trusted_with_tasks_only(view: View) -> Story | None:
    """Important tasks are left to people at least often, what they share in public at most seldom."""
    tasks, words = view.level_of(TASKS_LEFT_TO_PEOPLE), view.level_of(OWN_SAY_IN_PUBLIC)
    if tasks is None or words is None or tasks < OFTEN or words > SELDOM:
        return None
    sentence = view.say(
        _("As you describe it, important tasks lie in people's hands; what they say in public is decided for them."),
        _("You describe important tasks left in people's hands; what they say in public is decided for them."),
    )
    return Story(
        sentence,
        "tasks-not-words",
        (
            _("One question is answered \u201coften\u201d or more, another \u201cseldom\u201d or less."),
            *(view.questionnaire.wording(each, view.perspective) for each in (TASKS_LEFT_TO_PEOPLE, OWN_SAY_IN_PUBLIC)),
        ),
    )


def pillars_apart(view: View) -> Story | None:
    """The highest and the lowest pillar lie further apart than their margins allow for chance."""
    known = view.known_pillars()
    apart = PULSE_PILLARS_APART if view.form is Form.PULSE else PILLARS_APART
    (most, high), (least, low) = max(known, key=_first), min(known, key=_first)
    if most - least < apart:
        return None
    sentence = view.say(
        _("You describe {high} as something you see {often}; {low} you see {seldom}."),
        _("In what you describe, {high} is there {often}; {low} is there {seldom}."),
    )
    cuts = view.questionnaire.cuts
    told = sentence.format(
        high=high.address, low=low.address, often=how_often(most, cuts), seldom=less_often(least, most, cuts)
    )
    return Story(
        told,
        "pillars-apart",
        (
            _("The pillars lie at least {apart} points apart, more than chance would explain.").format(
                apart=whole(apart)
            ),
            _("{high} stands at {most}, {low} at {least}: {points} points apart.").format(
                high=high.address, most=whole(most), low=low.address, least=whole(least), points=whole(most - least)
            ),
        ),
    )


def theme_below(view: View) -> Story | None:
    """A theme lies far below its own pillar; the one that lies furthest speaks."""
    pillar_of = {theme.id: theme.pillar for theme in view.questionnaire.themes}
    below = [
        (around - score, theme_id, around, score)
        for theme_id, score in view.themes.items()
        if score is not None and (around := view.pillars[pillar_of[theme_id]]) is not None
    ]
    distance, theme_id, around, score = max(below, key=_first, default=(0.0, "", 0.0, 0.0))
    if distance < THEMES_APART:
        return None
    theme, pillar = view.questionnaire.theme_by_id[theme_id], view.questionnaire.pillar_by_id[pillar_of[theme_id]]
    sentence = view.say(
        _("You describe {pillar} as something you see {often}; {theme} stays behind the rest of it."),
        _("In what you describe, {pillar} is there {often}; {theme} is the part you see less of."),
    )
    return Story(
        sentence.format(pillar=pillar.address, often=how_often(around, view.questionnaire.cuts), theme=theme.name),
        "theme-below",
        (
            _("A theme lies at least {apart} points below its pillar.").format(apart=whole(THEMES_APART)),
            _("{theme} stands at {score}, {pillar} at {around}.").format(
                theme=theme.name, score=whole(score), pillar=pillar.address, around=whole(around)
            ),
        ),
    )


def mixed(view: View) -> Story | None:
    """Some themes are usual and others rare, and no single one explains it."""
    known = [(score, theme_id) for theme_id, score in view.themes.items() if score is not None]
    if not known:
        return None
    (most, high), (least, low) = max(known, key=_first), min(known, key=_first)
    if most < HIGH or least >= LOW or most - least < THEMES_APART:
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
                apart=whole(THEMES_APART)
            ),
            _("{high} stands at {most}, {low} at {least}.").format(
                high=names[high], most=whole(most), low=names[low], least=whole(least)
            ),
        ),
    )


RULES: tuple[Callable[[View], Story | None], ...] = (
    too_few,
    said_and_done,
    trusted_with_tasks_only,
    pillars_apart,
    theme_below,
    mixed,
)
"""In this order; the first that applies wins, and the level is told where none does."""


def story(view: View) -> Story:
    """The sentence of one person's result, with the rule that chose it."""
    return next((told for rule in RULES if (told := rule(view)) is not None), None) or level(view)


def _first(each: Sequence[Any]) -> float:
    return float(each[0])
