"""Rules of a group's story that look at what a theme or a question is about: its role, named by the author."""

from collections.abc import Sequence

from trustcheck.app.portraits.group_story_facts import GroupView, answers_to, answers_to_questions, headline_of
from trustcheck.domain.checks.group_round import people_first
from trustcheck.domain.findings.story import Story, points_apart
from trustcheck.domain.findings.story_roles import leans_on_both
from trustcheck.domain.questionnaire.model import band_index
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

_USUAL = 2
"""The place of this band among the four."""


def trusted_with_tasks_only(seen: GroupView) -> Story | None:
    """Important tasks are usually left to people, what they say in public rarely, and no theme disagrees.

    Of both questions only what may be told decides, so a small group's answers count as the nearest one does.
    """
    told = _told_apart(seen)
    if told is None:
        return None
    asked = seen.questionnaire
    relied_on, deciding = (asked.item_by_id[each].theme for each in told)
    voices = asked.in_role(OWN_VOICES)
    bands = _bands(seen)
    if bands.get(relied_on, 0) < _USUAL or any(bands.get(each, 0) >= _USUAL for each in (deciding, *voices)):
        return None
    sentence = seen.say(
        _("Staff describe important tasks left in their hands; what they say in public is decided for them."),
        _(
            "As you describe it, important tasks lie in people\u2019s hands; their words in public are "
            "decided for them."
        ),
    )
    why = (
        _(
            "On average one question stands at {usual} or more, another at {rare} or less, and no theme disagrees."
        ).format(usual=decimal(asked.cuts[1]), rare=decimal(asked.cuts[0])),
        *_put(seen, [each for each in dict.fromkeys((relied_on, deciding, *voices)) if each in seen.themes]),
    )
    return Story(sentence, "tasks-not-words", why, answers_to_questions(seen, told, headline_of(seen)))


def _told_apart(seen: GroupView) -> tuple[str, str] | None:
    """A question on tasks that stands high beside one on own words that stands low, as far as both may be told."""
    if seen.headline is None:
        return None
    asked, told = seen.questionnaire, seen.items.get(seen.headline, {})
    rare, usual = asked.cuts[0], asked.cuts[1]
    tasks = [each for each in asked.in_role(TASKS_IN_THEIR_HANDS) if each in told and told[each].told >= usual]
    words = [each for each in asked.in_role(OWN_SAY_IN_PUBLIC) if each in told and told[each].told <= rare]
    return (tasks[0], words[0]) if tasks and words else None


def quieter_after_criticism(seen: GroupView) -> Story | None:
    """Mistakes are met hard and criticism with silence, where not everything is rare: what scaling down begins with."""
    themes = leans_on_both(seen.questionnaire, FAIR_AFTER_MISTAKES, STEADY_UNDER_CRITICISM)
    bands, cuts = _bands(seen), seen.questionnaire.cuts
    if not themes or any(bands.get(each, 1) for each in themes):
        return None
    if not any(band_index(score, cuts) for score, _pillar in seen.known_pillars()):
        return None
    sentence = seen.say(
        _(
            "Staff seldom see slips heard fairly or criticism answered; what was scaled down for fear "
            "of the next headline?"
        ),
        _(
            "You seldom see slips heard fairly or criticism answered: what was scaled down here for "
            "fear of the next headline?"
        ),
    )
    low = _("Both themes stand below {low}, and not every pillar does.").format(low=decimal(cuts[0]))
    return Story(sentence, "quieter-after-criticism", (low, *_put(seen, themes)), _answers(seen, themes))


def good_to_be_seen(seen: GroupView) -> Story | None:
    """Nothing stands apart, and what outsiders hear is usual and above the rest of its pillar: a reason to come."""
    themes = leans_on_both(seen.questionnaire, OWN_VOICES, STEADY_UNDER_CRITICISM)
    bands = _bands(seen)
    if not themes or any(bands.get(each, 0) < _USUAL for each in themes):
        return None
    around = seen.pillars.get(seen.questionnaire.theme_by_id[themes[0]].pillar)
    if around is None or points_apart(seen.themes[themes[0]], around) < ABOUT_THE_SAME:
        return None
    sentence = seen.say(
        _(
            "As staff describe it, outsiders hear real voices and get answers: that can be a reason to "
            "work or buy here."
        ),
        _("As you describe it, outsiders hear real voices and get answers: that can be a reason to work or buy here."),
    )
    usual = _("Both themes stand at {usual} or above, the first of them above its pillar.")
    usual = usual.format(usual=decimal(seen.questionnaire.cuts[1]))
    return Story(sentence, "good-to-be-seen", (usual, *_put(seen, themes)), _answers(seen, themes))


def _answers(seen: GroupView, themes: Sequence[str]) -> tuple[str, ...]:
    return answers_to(seen, themes, headline_of(seen))


def _put(seen: GroupView, themes: Sequence[str]) -> tuple[str, ...]:
    assert seen.headline is not None
    who, names = people_first(seen.headline), seen.questionnaire.theme_by_id
    return tuple(
        _("{people} put {theme} at {score} of 100.").format(
            people=who, theme=names[each].name, score=whole(seen.themes[each])
        )
        for each in themes
    )


def _bands(seen: GroupView) -> dict[str, int]:
    return {each: band_index(score, seen.questionnaire.cuts) for each, score in seen.themes.items()}
