"""How far one person's scores may lie off by chance (measurement 2.11): the fewer questions, the further.

Whole points either way, in 95 of 100 cases, from planning values.
"""

from math import hypot

from trustcheck.domain.questionnaire.model import Form, Questionnaire
from trustcheck.domain.statistics.change import THEME, of_overall, of_pillars
from trustcheck.domain.statistics.points import whole


def theme_margin(asked: Questionnaire, theme_id: str) -> int:
    return THEME.of_questions(len(asked.items_of(theme_id))).margin


def pillar_margin(asked: Questionnaire, pillar_id: str, form: Form) -> int:
    """Never wider than that of its least certain theme, of which it is made."""
    themes = [each.id for each in asked.themes_of(pillar_id)]
    ids = asked.asked(form)
    number = sum(item.theme in themes and item.id in ids for item in asked.items)
    margin = of_pillars(form).of_questions(number).margin
    return margin if form is Form.PULSE else min(margin, max(theme_margin(asked, each) for each in themes))


def overall_margin(asked: Questionnaire, form: Form) -> int:
    number = sum(bool(asked.item_by_id[each].theme) for each in asked.asked(form))
    margin = of_overall(form).of_questions(number).margin
    return min(margin, max(pillar_margin(asked, each.id, form) for each in asked.pillars))


def pillars_apart(asked: Questionnaire, form: Form) -> int:
    """Points from which on two pillars lie further apart than chance would explain, any two of them."""
    widest = max(pillar_margin(asked, each.id, form) for each in asked.pillars)
    return apart_by_chance(widest)


def apart_by_chance(margin: int) -> int:
    """How far two scores of one margin may lie apart by chance."""
    return whole(hypot(margin, margin))


def themes_apart(asked: Questionnaire) -> int:
    """The same of two themes, or of one and what it is compared with."""
    fewest = min(len(asked.items_of(each.id)) for each in asked.themes)
    return THEME.of_questions(fewest).points_needed
