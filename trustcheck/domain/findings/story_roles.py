"""Rules of the story that look at what a theme or a question is about: its role, named by the questionnaire's author.

A questionnaire that names none of these roles has none of these stories.
"""

from collections.abc import Sequence

from trustcheck.domain.findings.story import Story, answered, answers_to, points_apart
from trustcheck.domain.findings.view import View
from trustcheck.domain.questionnaire.model import Questionnaire, band_index
from trustcheck.domain.questionnaire.roles import (
    FAIR_AFTER_MISTAKES,
    OWN_SAY_IN_PUBLIC,
    OWN_VOICES,
    STEADY_UNDER_CRITICISM,
    TASKS_IN_THEIR_HANDS,
)
from trustcheck.domain.statistics.points import ABOUT_THE_SAME, whole
from trustcheck.words import gettext as _
from trustcheck.words.numbers import decimal

OFTEN, SELDOM = 75.0, 25.0
"""The levels of the second answer from the top and from the bottom on a scale of five."""

_USUAL = 2
"""The place of this band among the four."""


def trusted_with_tasks_only(view: View) -> Story | None:
    """Important tasks are left to people at least often, what they share in public at most seldom.

    It speaks only where the themes of both questions say the same, and own voices are not usual either: two single
    answers do not stand against the scores below the sentence. The short form has no such scores, and no such sentence.
    """
    told = _told_apart(view)
    if told is None:
        return None
    items, names = view.questionnaire.item_by_id, view.questionnaire.theme_by_id
    relied_on, deciding = (items[each].theme for each in told)
    if not _agree(view, relied_on, deciding):
        return None
    sentence = view.say(
        _("As you describe it, important tasks lie in people's hands; what they say in public is decided for them."),
        _("You describe important tasks left in people's hands; what they say in public is decided for them."),
    )
    leaning_on = (relied_on, deciding, *view.questionnaire.in_role(OWN_VOICES))
    scored = [each for each in leaning_on if view.themes.get(each) is not None]
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
        tuple(answered(view, each) for each in told),
    )


def _told_apart(view: View) -> tuple[str, str] | None:
    """A question on tasks that is answered "often" or more, beside one on own words that is "seldom" or less."""
    asked = view.questionnaire
    tasks = [(view.level_of(each), each) for each in asked.in_role(TASKS_IN_THEIR_HANDS)]
    words = [(view.level_of(each), each) for each in asked.in_role(OWN_SAY_IN_PUBLIC)]
    often = next((each for level, each in tasks if level is not None and level >= OFTEN), None)
    seldom = next((each for level, each in words if level is not None and level <= SELDOM), None)
    return (often, seldom) if often is not None and seldom is not None else None


def _agree(view: View, relied_on: str, deciding: str) -> bool:
    """Whether being relied on is usual, deciding rare, and own voices in public are not usual either."""
    bands = _bands(view)
    voices = view.questionnaire.in_role(OWN_VOICES)
    return (
        bands.get(relied_on, 0) >= _USUAL
        and bands.get(deciding, 1) == 0
        and all(bands.get(each, 0) < _USUAL for each in voices)
    )


def quieter_after_criticism(view: View) -> Story | None:
    """Mistakes are met hard and criticism with silence, where not everything is rare: what scaling down begins with."""
    themes = leans_on_both(view.questionnaire, FAIR_AFTER_MISTAKES, STEADY_UNDER_CRITICISM)
    bands = _bands(view)
    pillars = [band_index(score, view.questionnaire.cuts) for score, _pillar in view.known_pillars()]
    if not themes or any(bands.get(each, 1) for each in themes) or not any(pillars):
        return None
    sentence = view.say(
        _(
            "You seldom see slips heard fairly or criticism answered: what was scaled down here for "
            "fear of the next headline?"
        ),
        _(
            "In what you describe, slips seldom get a fair hearing and criticism an answer: what "
            "shrank for fear of headlines?"
        ),
    )
    why = (
        _("Both themes stand below {low}, and not every pillar does.").format(low=decimal(view.questionnaire.cuts[0])),
        *_stand(view, themes),
    )
    return Story(sentence, "quieter-after-criticism", why, answers_to(view, themes))


def good_to_be_seen(view: View) -> Story | None:
    """Nothing stands apart, and what outsiders hear is usual and above the rest of its pillar: a reason to come."""
    themes = leans_on_both(view.questionnaire, OWN_VOICES, STEADY_UNDER_CRITICISM)
    if (
        not themes
        or any(_bands(view).get(each, 0) < _USUAL for each in themes)
        or not _above_its_pillar(view, themes[0])
    ):
        return None
    sentence = view.say(
        _(
            "What you describe can be seen from outside: real voices, and answers. It can be a reason "
            "to work or buy here."
        ),
        _("As you describe it, outsiders hear real voices and get answers: that can be a reason to work or buy here."),
    )
    why = (
        _("Both themes stand at {usual} or above, the first of them above its pillar.").format(
            usual=decimal(view.questionnaire.cuts[1])
        ),
        *_stand(view, themes),
    )
    return Story(sentence, "good-to-be-seen", why, answers_to(view, themes))


def leans_on_both(asked: Questionnaire, *roles: str) -> tuple[str, ...]:
    """The first theme of each role; empty where a role was given to none."""
    found = [asked.in_role(each)[:1] for each in roles]
    return tuple(each for one in found for each in one) if all(found) else ()


def _above_its_pillar(view: View, theme_id: str) -> bool:
    around, score = view.pillars.get(view.questionnaire.theme_by_id[theme_id].pillar), view.themes[theme_id]
    return around is not None and score is not None and points_apart(score, around) >= ABOUT_THE_SAME


def _stand(view: View, themes: Sequence[str]) -> tuple[str, ...]:
    names = view.questionnaire.theme_by_id
    return tuple(
        _("{theme} stands at {score} of 100.").format(theme=names[each].name, score=whole(view.themes[each] or 0))
        for each in themes
    )


def _bands(view: View) -> dict[str, int]:
    cuts = view.questionnaire.cuts
    return {each: band_index(score, cuts) for each, score in view.themes.items() if score is not None}
