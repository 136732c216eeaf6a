"""A questionnaire with fewer questions in it."""

from collections.abc import Set as AbstractSet
from dataclasses import replace

from trustcheck.domain.questionnaire.model import Questionnaire


def only_questions(asked: Questionnaire, kept: AbstractSet[str]) -> Questionnaire:
    """A questionnaire with these questions alone, and no theme or pillar without one."""
    items = tuple(each for each in asked.items if each.id in kept)
    inside = {each.theme for each in items}
    themes = tuple(each for each in asked.themes if each.id in inside)
    pillars = {each.pillar for each in themes}
    return replace(
        asked,
        pillars=tuple(each for each in asked.pillars if each.id in pillars),
        themes=themes,
        items=items,
        order=tuple(each for each in asked.order if each in kept),
        pulse=tuple(each for each in asked.pulse if each in kept),
    )
