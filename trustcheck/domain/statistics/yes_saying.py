"""Yes-saying: do the questions asked the other way round tell the same as the others?

Some people answer "often" to nearly everything. Questions that name the opposite lay that bare: by them alone such a
sheet scores low, by the others high.
"""

from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from trustcheck.domain.questionnaire.model import Form, Questionnaire
from trustcheck.domain.statistics.scoring import Codes, scores

NAMED_FOR_ONE = 50
"""Points between the two kinds from which one person is told: what "often" to everything makes on five answers."""
NAMED_FOR_MANY = 25
"""The same for the mean of a view: one answer step of five. A convention, since questions differ in content too."""


def plain_above_turned(points: NDArray[Any], questionnaire: Questionnaire) -> Fraction | None:
    """How far the others lie above the questions asked the other way round, in points from -100 to 100.

    ``points`` (items, answers) counts how often each answer was given to each item, low to high, turned where the item
    is. The mean over those themes that have answers of both kinds; ``None`` without one.
    """
    place = {item.id: at for at, item in enumerate(questionnaire.items)}
    found = []
    for theme in questionnaire.themes:
        inside = questionnaire.items_of(theme.id)
        plain, turned = (
            _level(points[[place[each.id] for each in inside if each.reverse is reverse]]) for reverse in (False, True)
        )
        if plain is not None and turned is not None:
            found.append(plain - turned)
    return sum(found, Fraction(0)) / len(found) if found else None


def _level(counts: NDArray[Any]) -> Fraction | None:
    """The mean of counted answers (items, answers) on 0 to 100."""
    by_answer = counts.sum(axis=0).tolist()
    number = sum(by_answer)
    steps = sum(step * people for step, people in enumerate(by_answer))
    return Fraction(100 * steps, number * (len(by_answer) - 1)) if number else None


def score_of_one_answer(questionnaire: Questionnaire, form: Form, point: int) -> Fraction | None:
    """The score of everything, 0 to 100, of a sheet with the same ``point`` of the scale everywhere."""
    given: Codes = np.full((1, len(questionnaire.items)), point, dtype=np.int8)
    overall = scores(given, questionnaire, form).overall
    parts = int(overall.parts[0])
    return Fraction(100 * parts, overall.full) if parts >= 0 else None
