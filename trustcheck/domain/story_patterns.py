"""Rules of the story that rest on single facts and answers instead of on differences between scores."""

from trustcheck.domain.points import whole
from trustcheck.domain.practice import BELIEF_LOW, ContradictionKind
from trustcheck.domain.questionnaire import band_index
from trustcheck.domain.story import Story
from trustcheck.domain.story_levels import how_often
from trustcheck.domain.view import View
from trustcheck.words import gettext as _

OFTEN, SELDOM = 75.0, 25.0
"""The levels of the second answer from the top and from the bottom on a scale of five."""

TASKS_LEFT_TO_PEOPLE = "TT1"
OWN_SAY_IN_PUBLIC = "RD1"


def said_and_done(view: View) -> Story | None:
    """A fact says yes where the theme is low; the lowest such theme speaks."""
    found = [each for each in view.contradictions if each.kind is ContradictionKind.WRITTEN_NOT_LIVED]
    if not found:
        return None
    widest = min(found, key=lambda each: each.score)
    name = view.questionnaire.theme_by_id[widest.theme_id].name
    sentence = view.say(
        _("Something is in place for {theme}, but the days you describe show it {seldom}."),
        _("You know of something in place for {theme}; everyday work, as you describe it, shows it {seldom}."),
    )
    return Story(
        sentence.format(theme=name, seldom=_how_little(widest.score, view)),
        "say-do",
        (
            _("A fact is answered \u201cyes\u201d, and its theme stands at {low} or below.").format(
                low=f"{BELIEF_LOW:g}"
            ),
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


def _how_little(score: float, view: View) -> str:
    cuts = view.questionnaire.cuts
    return _("only now and then") if band_index(score, cuts) == 1 else how_often(score, cuts)
