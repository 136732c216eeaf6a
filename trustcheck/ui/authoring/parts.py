"""The parts of a questionnaire in a list beside it, and in which of them something stands."""

from collections.abc import Mapping, Sequence

from trustcheck.domain.questionnaire.model import Questionnaire
from trustcheck.ui.results.theme_chooser import OWN_QUESTIONS, PillarEntries, ThemeEntry
from trustcheck.words import gettext as _

WHOLE, BEFORE, ORDER, CARDS, TABLE = "the whole", "before the questions", "the order", "the cards", "the table"
"""Parts beside the themes; no theme has a space in its id."""


def entries(asked: Questionnaire, parts: Sequence[str], numbers: Mapping[str, str]) -> tuple[PillarEntries, ...]:
    """``parts`` beside the themes, and every theme; ``numbers`` stand beside some of them."""
    names = {
        WHOLE: _("Title and answers"),
        BEFORE: _("Before the questions"),
        OWN_QUESTIONS: _("Your own questions"),
        ORDER: _("The order of asking"),
        CARDS: _("Scenario cards"),
        TABLE: _("From a table"),
    }

    def entry(part: str, name: str) -> ThemeEntry:
        number = numbers.get(part, "")
        return ThemeEntry(part, name, number, f"{name} {number}".strip())

    whole = PillarEntries(_("The questionnaire"), tuple(entry(each, names[each]) for each in parts))
    unnamed = _("Without a name")
    pillars = (
        PillarEntries(
            pillar.name or unnamed,
            tuple(entry(theme.id, theme.name or unnamed) for theme in asked.themes_of(pillar.id)),
        )
        for pillar in asked.pillars
    )
    return (whole, *(each for each in pillars if each.themes))


def part_of(asked: Questionnaire, key: str) -> str:
    """The part in which something can be written, by its place as mistakes name it."""
    steps = [*key.split("."), ""]
    within = {
        "themes": {each.id: each.id for each in asked.themes},
        "items": {each.id: each.theme for each in asked.items},
        "practices": {each.id: each.theme for each in asked.practices},
        "suggestions": {each.id: each.theme for each in asked.suggestions},
    }.get(steps[0], {})
    if steps[1] not in within:
        parts = {"scenarios": CARDS, "order": ORDER, "before": BEFORE, "definitions": BEFORE}
        return parts.get(steps[0], WHOLE)
    return within[steps[1]] or (OWN_QUESTIONS if steps[0] == "items" else CARDS)
