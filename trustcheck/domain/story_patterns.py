"""Rules of the story that rest on single facts and answers instead of on differences between scores."""

from trustcheck.domain.points import whole
from trustcheck.domain.practice import ContradictionKind
from trustcheck.domain.priorities import VOICE_THEME
from trustcheck.domain.questionnaire import band_index
from trustcheck.domain.story import Story
from trustcheck.domain.story_answers import answered, answers_to
from trustcheck.domain.view import View
from trustcheck.words import gettext as _

OFTEN, SELDOM = 75.0, 25.0
"""The levels of the second answer from the top and from the bottom on a scale of five."""

TASKS_LEFT_TO_PEOPLE = "TT1"
OWN_SAY_IN_PUBLIC = "RD1"
_USUAL = 2
"""The place of this band among the four."""


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
            _("A fact is answered \u201cyes\u201d, and its theme stands below {low}.").format(low=f"{cuts[0]:g}"),
            _("{theme} stands at {score} of 100.").format(theme=name, score=whole(widest.score)),
            _("The fact: {fact}").format(fact=view.questionnaire.practice_by_id[widest.practice_id].text),
        ),
        answers_to(view, [widest.theme_id]),
    )


def trusted_with_tasks_only(view: View) -> Story | None:
    """Important tasks are left to people at least often, what they share in public at most seldom.

    It speaks only where the themes of both questions say the same, and *Real voices* is not usual either: two single
    answers do not stand against the scores below the sentence. The short form has no such scores, and no such sentence.
    """
    tasks, words = view.level_of(TASKS_LEFT_TO_PEOPLE), view.level_of(OWN_SAY_IN_PUBLIC)
    if tasks is None or words is None or tasks < OFTEN or words > SELDOM:
        return None
    items, names = view.questionnaire.item_by_id, view.questionnaire.theme_by_id
    relied_on, deciding = items[TASKS_LEFT_TO_PEOPLE].theme, items[OWN_SAY_IN_PUBLIC].theme
    if not _agree(view, relied_on, deciding):
        return None
    sentence = view.say(
        _("As you describe it, important tasks lie in people's hands; what they say in public is decided for them."),
        _("You describe important tasks left in people's hands; what they say in public is decided for them."),
    )
    scored = [each for each in (relied_on, deciding, VOICE_THEME) if view.themes.get(each) is not None]
    return Story(
        sentence,
        "tasks-not-words",
        (
            _(
                "One question is answered \u201coften\u201d or more, another \u201cseldom\u201d or less, and no theme "
                "disagrees."
            ),
            *(
                _("{theme} stands at {score} of 100.").format(
                    theme=names[each].name, score=whole(view.themes[each] or 0)
                )
                for each in scored
            ),
        ),
        (answered(view, TASKS_LEFT_TO_PEOPLE), answered(view, OWN_SAY_IN_PUBLIC)),
    )


def _agree(view: View, relied_on: str, deciding: str) -> bool:
    """Whether being relied on is usual, deciding rare, and own voices in public are not usual either."""
    cuts = view.questionnaire.cuts
    bands = {each: band_index(score, cuts) for each, score in view.themes.items() if score is not None}
    return bands.get(relied_on, 0) >= _USUAL and bands.get(deciding, 1) == 0 and bands.get(VOICE_THEME, 0) < _USUAL
